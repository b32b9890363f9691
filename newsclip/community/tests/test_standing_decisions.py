"""What a moderator decided stands: neither its author nor a friend of theirs undoes it."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Action, Comment, Suggestion
from newsclip.community.ports import Order
from newsclip.community.tests.conftest import NOW, person
from newsclip.kernel.reasons import Reason, Refused
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db


def decided(moderator: Reader, kind: str, target: str, key: object) -> Action:
    return actions.act(moderator, Order(kind, target, str(key), "Because."), now=NOW)


@pytest.fixture
def removed(mara, moderator, story):
    said = actions.comment(mara, story.pk, "Your bridge is a shame.", now=NOW)
    decided(moderator, "remove", "comment", said.pk)
    return said


def stands(said: Comment) -> bool:
    return Comment.objects.get(pk=said.pk).state == Comment.State.REMOVED


def test_what_a_moderator_removed_is_not_withdrawn_by_its_author(mara, removed):
    with pytest.raises(Refused, match="already been removed"):
        actions.withdraw(mara, removed, now=NOW)
    assert stands(removed)


def test_an_edit_begun_before_the_removal_does_not_end_it(mara, removed):
    assert removed.state == Comment.State.SHOWN, "as the form was filled in"
    with pytest.raises(Refused, match="no longer be changed"):
        actions.edit(mara, removed, "Your bridge is a pity.", now=NOW)
    assert stands(removed)


def test_words_that_a_moderator_removed_wait_when_their_author_says_them_again(mara, nils, removed, story):
    again = actions.comment(mara, story.pk, "Your bridge is a  SHAME.", now=NOW + timedelta(days=30))
    others = actions.comment(nils, story.pk, "Your bridge is a shame.", now=NOW + timedelta(days=60))
    assert (again.state, others.state) == (Comment.State.HELD, Comment.State.SHOWN)


def test_in_a_closed_discussion_nobody_changes_what_they_said(mara, moderator, story):
    said = actions.comment(mara, story.pk, "It is late.", now=NOW)
    decided(moderator, "lock", "story", story.pk)
    with pytest.raises(Refused, match="closed"):
        actions.edit(mara, said, "And another thing.", now=NOW)


def test_nothing_is_said_to_be_restored_when_nothing_comes_back(mara, moderator, story):
    said = actions.comment(mara, story.pk, "It is late.", now=NOW)
    actions.withdraw(mara, said, now=NOW)
    for deed in ("restore", "approve", "remove"):
        with pytest.raises(Refused, match="already been removed"):
            decided(moderator, deed, "comment", said.pk)
    assert not Action.objects.exists()


@pytest.mark.parametrize(("deed", "target"), [("restore", "story"), ("unlock", "story"), ("unsuspend", "reader")])
def test_what_is_not_in_force_cannot_be_ended(mara, moderator, story, deed, target):
    with pytest.raises(Refused, match="already been removed"):
        decided(moderator, deed, target, story.pk if target == "story" else mara.pk)
    assert not Action.objects.exists()


def test_an_appeal_is_answered_even_when_nothing_is_left_to_be_taken_back(mara, moderator, removed):
    other = person("ole", is_moderator=True)
    asked = actions.appeal(mara, Action.objects.get(), "I was kind.", now=NOW)
    decided(other, "restore", "comment", removed.pk)
    actions.answer(other, asked, "You were.", upheld=True, now=NOW)
    assert [row.kind for row in queries.log()] == ["restore", "remove"]


def test_moderators_do_not_take_back_what_others_decided_about_them(moderator, story):
    other = person("ole", is_moderator=True)
    said = actions.comment(moderator, story.pk, "Your bridge is a shame.", now=NOW)
    done = decided(other, "remove", "comment", said.pk)
    with pytest.raises(Refused, match="not allowed"):
        decided(moderator, "restore", "comment", said.pk)
    asked = actions.appeal(moderator, done, "I was kind.", now=NOW)
    with pytest.raises(Refused, match="Another moderator"):
        actions.answer(moderator, asked, "I was.", upheld=True, now=NOW)
    assert stands(said)


def test_who_moderates_alone_may_restore_their_own_words(moderator, story):
    said = actions.comment(moderator, story.pk, "Your bridge is a shame.", now=NOW)
    decided(moderator, "remove", "comment", said.pk)
    decided(moderator, "restore", "comment", said.pk)
    assert Comment.objects.get().state == Comment.State.SHOWN


def test_a_suspended_moderator_decides_nothing(moderator, story):
    moderator.suspended_until = NOW + timedelta(days=1)
    with pytest.raises(Refused, match="read but not write"):
        decided(moderator, "lock", "story", story.pk)


def test_what_a_moderator_took_back_is_not_suggested_again(mara, moderator, story):
    wanted = {"headline": "The bridge is shut"}
    idea = actions.suggest(mara, story.pk, "headline", wanted, now=NOW)
    Suggestion.objects.filter(pk=idea.pk).update(state=Suggestion.State.UNDONE)
    with pytest.raises(Refused, match="took it back"):
        actions.suggest(mara, story.pk, "headline", wanted, now=NOW)
    assert actions.suggest(moderator, story.pk, "headline", wanted, now=NOW).pk


@pytest.mark.parametrize(("deed", "said"), [("remove", "took this story"), ("lock", "is closed")])
@pytest.mark.parametrize("which", ["from", "into"])
def test_readers_do_not_stir_a_story_that_a_moderator_shut(moderator, deed, said, which):
    mara, nils = person("mara"), person("nils")
    story = Story.objects.create(started_at=NOW, last_at=NOW)
    other = Story.objects.create(started_at=NOW, last_at=NOW)
    idea = actions.suggest(mara, story.pk, "merge", {"story": other.pk}, now=NOW)
    shut = story if which == "from" else other
    decided(moderator, deed, "story", shut.pk)
    with pytest.raises(Refused, match=said):
        actions.support(nils, idea, now=NOW)
    with pytest.raises(Refused, match=said):
        actions.suggest(nils, shut.pk, "split", {"articles": [1]}, now=NOW)
    assert not idea.supports.exists()


@pytest.mark.parametrize(
    "case",
    [
        ("headline", {"headline": "The bridge is shut"}, {"headline": "THE BRIDGE IS SHUT."}),
        ("headline", {"headline": "The bridge is shut"}, {"headline": "The bridge  is “shut”"}),
        ("hashtags", {"hashtags": ["Bridge", "Velm"]}, {"hashtags": ["#velm", "#bridge"]}),
    ],
)
@pytest.mark.parametrize("said", ["took back", "refused"])
def test_what_a_moderator_took_back_or_refused_is_not_suggested_in_other_letters(mara, moderator, story, case, said):
    kind, wanted, again = case
    idea = actions.suggest(mara, story.pk, kind, wanted, now=NOW)
    if said == "refused":
        actions.refuse(idea, by=moderator, why="No.", now=NOW)
    else:
        Suggestion.objects.filter(pk=idea.pk).update(state=Suggestion.State.UNDONE)
    with pytest.raises(Refused, match="not allowed"):
        actions.suggest(mara, story.pk, kind, again, now=NOW)


def test_another_headline_than_the_one_refused_may_be_suggested(mara, moderator, story):
    idea = actions.suggest(mara, story.pk, "headline", {"headline": "The bridge is shut"}, now=NOW)
    actions.refuse(idea, by=moderator, why="No.", now=NOW)
    assert actions.suggest(mara, story.pk, "headline", {"headline": "The bridge is open"}, now=NOW).pk != idea.pk


@pytest.mark.parametrize("kind", ["headline", "merge"])
def test_what_a_moderator_refused_stays_refused_when_their_account_is_gone(mara, moderator, story, kind):
    other = Story.objects.create(started_at=NOW, last_at=NOW)
    wanted = {"headline": "The bridge is shut"} if kind == "headline" else {"story": other.pk}
    actions.refuse(actions.suggest(mara, story.pk, kind, wanted, now=NOW), by=moderator, why="No.", now=NOW)
    moderator.delete()
    with pytest.raises(Refused, match="A moderator refused this"):
        actions.suggest(mara, story.pk, kind, wanted, now=NOW)
    assert queries.moderators_kept([other.pk]) == (kind == "merge")


def test_what_a_moderator_carried_out_stays_their_decision_when_their_account_is_gone(mara, moderator, story):
    idea = actions.suggest(mara, story.pk, "headline", {"headline": "The bridge is shut"}, now=NOW)
    actions.decide(idea, now=NOW, by=moderator, carry_out=lambda _: (Reason("headline_wanted"), {}))
    assert actions.suggestions_by(mara.pk) == []
    moderator.delete()
    assert actions.suggestions_by(mara.pk) == [], "a discounted account does not undo it"


def test_decisions_of_before_are_known_by_their_moderator_or_by_the_log(mara, moderator, story):
    by_moderators = import_module("newsclip.community.migrations.0022_by_moderator").by_moderators
    rows = [
        Suggestion.objects.create(
            story=story, kind="merge", wanted={"story": 1}, at=NOW, decided_at=at, state="refused"
        )
        for at in (NOW, NOW + timedelta(hours=1), NOW + timedelta(hours=2))
    ]
    Suggestion.objects.filter(pk=rows[0].pk).update(decided_by=moderator)
    Action.objects.create(
        name="ole", kind="refuse", target="story", key=str(story.pk), reason="No.", at=rows[1].decided_at
    )
    by_moderators(apps, None)
    assert set(Suggestion.objects.filter(by_moderator=True)) == set(rows[:2])


def test_who_declines_a_suggestion_may_say_as_much_as_the_form_takes(mara, moderator, story):
    idea = actions.suggest(mara, story.pk, "headline", {"headline": "The bridge is shut"}, now=NOW)
    actions.refuse(idea, by=moderator, why="w" * 500, now=NOW)
    idea.refresh_from_db()
    assert idea.state == Suggestion.State.REFUSED
