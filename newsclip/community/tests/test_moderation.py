from datetime import timedelta

import pytest

from newsclip.community import actions, queries
from newsclip.community.models import Suggestion
from newsclip.community.ports import Order
from newsclip.community.tests.conftest import NOW, person
from newsclip.kernel.reasons import Refused

pytestmark = pytest.mark.django_db


def test_the_public_log_names_the_moderator_and_the_reason(mara, moderator, story):
    said = actions.comment(mara, story.pk, "You are all fools.", now=NOW)
    actions.act(moderator, Order("remove", "comment", str(said.pk), "It attacks people.", "a comment"), now=NOW)
    (entry,) = queries.log()
    assert (entry.name, entry.kind, entry.reason) == ("orla", "remove", "It attacks people.")
    assert queries.thread(story.pk, now=NOW) == ()
    assert "orla removed a comment" in queries.news_for(mara).get().words


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_action_without_a_reason(moderator, story, reason):
    with pytest.raises(Refused):
        actions.act(moderator, Order("lock", "story", str(story.pk), reason), now=NOW)
    assert list(queries.log()) == []


def test_only_moderators_act(mara, story):
    with pytest.raises(Refused) as refused:
        actions.act(mara, Order("lock", "story", str(story.pk), "Because."), now=NOW)
    assert refused.value.code == "not_allowed"


def test_a_suspended_account_reads_but_does_not_write(mara, moderator, story):
    until = NOW + timedelta(days=2)
    actions.act(moderator, Order("suspend", "reader", str(mara.pk), "Insults.", until=until), now=NOW)
    mara.refresh_from_db()
    with pytest.raises(Refused) as refused:
        actions.comment(mara, story.pk, "But why?", now=NOW)
    assert refused.value.code == "suspended"
    actions.comment(mara, story.pk, "Here again.", now=until)


def test_an_appeal_is_answered_by_another_moderator(mara, moderator, story):
    said = actions.comment(mara, story.pk, "You are all fools.", now=NOW)
    done = actions.act(moderator, Order("remove", "comment", str(said.pk), "It attacks people."), now=NOW)
    asked = actions.appeal(mara, done, "It was a quotation.", now=NOW)
    other = person("pavel", is_moderator=True)
    with pytest.raises(Refused):
        actions.answer(moderator, asked, "No.", upheld=False, now=NOW)
    actions.answer(other, asked, "It stays removed.", upheld=False, now=NOW)
    assert queries.news_for(mara).filter(kind="appeal").get().words == "Your appeal was answered: It stays removed."


def test_nobody_appeals_for_somebody_else(mara, nils, moderator, story):
    said = actions.comment(mara, story.pk, "You are all fools.", now=NOW)
    done = actions.act(moderator, Order("remove", "comment", str(said.pk), "It attacks people."), now=NOW)
    with pytest.raises(Refused):
        actions.appeal(nils, done, "Let it stand.", now=NOW)


def test_flagging_twice_is_flagging_once(mara, nils, story):
    for reader in (mara, mara, nils):
        actions.flag(reader, "story", str(story.pk), "spam", now=NOW)
    assert [len(one.flags) for one in queries.queue()] == [2]


def test_two_readers_beside_its_author_carry_a_suggestion_out_once(mara, nils, story):
    carried: list[int] = []

    def carry_out(suggestion: Suggestion):
        carried.append(suggestion.pk)
        return "The headline was changed.", {"headline": "Old"}

    wanted = {"headline": "Ferry aground off Marrow Point"}
    idea = actions.suggest(mara, story.pk, "headline", wanted, now=NOW)
    with pytest.raises(Refused):
        actions.support(mara, idea, now=NOW, carry_out=carry_out)
    assert not actions.support(nils, idea, now=NOW, carry_out=carry_out)
    assert actions.support(person("pia"), idea, now=NOW, carry_out=carry_out)
    assert not actions.decide(idea, now=NOW, carry_out=carry_out)
    assert carried == [idea.pk]


def test_what_cannot_be_carried_out_is_refused_with_its_reason(mara, nils, story):
    def carry_out(suggestion: Suggestion):
        raise Refused("not_splittable")

    idea = actions.suggest(mara, story.pk, "split", {"articles": [1]}, now=NOW)
    assert not actions.decide(idea, now=NOW, carry_out=carry_out)
    idea.refresh_from_db()
    assert (idea.state, idea.outcome[:26]) == ("refused", "The story cannot be split ")
