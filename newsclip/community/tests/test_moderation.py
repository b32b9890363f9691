from datetime import timedelta

import pytest

from newsclip.community import actions, queries
from newsclip.community.models import Comment, Suggestion
from newsclip.community.ports import Order
from newsclip.community.rules import quorum
from newsclip.community.tests.conftest import NOW, person
from newsclip.kernel.reasons import Reason, Refused
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db


def test_the_public_log_names_the_moderator_and_the_reason(mara, moderator, story):
    said = actions.comment(mara, story.pk, "You are all fools.", now=NOW)
    actions.act(moderator, Order("remove", "comment", str(said.pk), "It attacks people.", "a comment"), now=NOW)
    (entry,) = queries.log()
    assert (entry.name, entry.kind, entry.reason) == ("orla", "remove", "It attacks people.")
    (place,) = queries.thread(story.pk, now=NOW)
    assert (place.state, place.text, place.author) == ("removed", "", "")
    assert "orla removed your comment" in queries.news_for(mara).get().words


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


def test_accounts_of_the_first_week_carry_nothing_out(mara, nils, story):
    idea = actions.suggest(mara, story.pk, "merge", {"story": story.pk}, now=NOW)
    for name in ("pia", "quin"):
        with pytest.raises(Refused) as refused:
            actions.support(person(name, days=6), idea, now=NOW)
        assert refused.value.code == "newcomer"
    assert Suggestion.objects.get().state == "open"


def test_a_suspension_without_an_end_lasts_until_it_is_taken_back(mara, moderator, story):
    actions.act(moderator, Order("suspend", "reader", str(mara.pk), "Insults."), now=NOW)
    mara.refresh_from_db()
    assert "unsuspend" in queries.possible("reader", str(mara.pk), now=NOW + timedelta(days=4000))
    with pytest.raises(Refused) as refused:
        actions.comment(mara, story.pk, "But why?", now=NOW + timedelta(days=4000))
    assert refused.value.code == "suspended"
    assert str(refused.value).endswith("Until a moderator ends it.")
    actions.act(moderator, Order("unsuspend", "reader", str(mara.pk), "It is enough."), now=NOW)
    mara.refresh_from_db()
    actions.comment(mara, story.pk, "Here again.", now=NOW)


def test_an_appeal_is_answered_by_another_moderator(mara, moderator, story):
    said = actions.comment(mara, story.pk, "You are all fools.", now=NOW)
    done = actions.act(moderator, Order("remove", "comment", str(said.pk), "It attacks people."), now=NOW)
    asked = actions.appeal(mara, done, "It was a quotation.", now=NOW)
    other = person("pavel", is_moderator=True)
    with pytest.raises(Refused):
        actions.answer(moderator, asked, "No.", upheld=False, now=NOW)
    actions.answer(other, asked, "It stays removed.", upheld=False, now=NOW)
    assert queries.news_for(mara).filter(kind="appeal").get().words == "Your appeal was answered: It stays removed."


def test_staff_answer_an_appeal_where_no_other_moderator_can(mara, moderator, story):
    done = actions.act(moderator, Order("warn", "reader", str(mara.pk), "Be kind."), now=NOW)
    asked = actions.appeal(mara, done, "I was.", now=NOW)
    person("pavel", is_moderator=True, suspended_until=NOW + timedelta(days=1))
    quentin = person("quentin", is_staff=True)
    with pytest.raises(Refused):
        actions.answer(moderator, asked, "No.", upheld=False, now=NOW)
    actions.answer(quentin, asked, "You were.", upheld=True, now=NOW)


def test_no_moderator_suspends_staff_or_themselves(moderator):
    quentin = person("quentin", is_staff=True)
    for whom in (quentin, moderator):
        with pytest.raises(Refused):
            actions.act(moderator, Order("suspend", "reader", str(whom.pk), "I moderate alone now."), now=NOW)
    actions.act(quentin, Order("suspend", "reader", str(moderator.pk), "You did not."), now=NOW)


def test_nobody_appeals_for_somebody_else(mara, nils, moderator, story):
    said = actions.comment(mara, story.pk, "You are all fools.", now=NOW)
    done = actions.act(moderator, Order("remove", "comment", str(said.pk), "It attacks people."), now=NOW)
    with pytest.raises(Refused):
        actions.appeal(nils, done, "Let it stand.", now=NOW)


def test_flagging_twice_is_flagging_once(mara, nils, story):
    said = actions.comment(mara, story.pk, "Buy my tickets.", now=NOW)
    for reader in (mara, mara, nils):
        actions.flag(reader, "comment", str(said.pk), "spam", now=NOW)
    assert [len(one.flags) for one in queries.queue()] == [2]


@pytest.mark.parametrize("written", ["0{}", "{}\n", "٣"])
def test_nothing_is_flagged_again_by_its_number_written_otherwise(nils, mara, story, written):
    said = Comment.objects.create(pk=3, story=story, reader=mara, text="Buy my tickets.", at=NOW)
    with pytest.raises(Refused):
        actions.flag(nils, "comment", written.format(said.pk), "spam", now=NOW)


def test_a_suggestion_is_carried_out_once_however_many_ask(mara, story):
    carried: list[int] = []

    def carry_out(suggestion: Suggestion):
        carried.append(suggestion.pk)
        return Reason("headline_wanted", {"words": "New"}), {"headline": "Old"}

    idea = actions.suggest(mara, story.pk, "headline", {"headline": "Ferry aground off Marrow Point"}, now=NOW)
    assert actions.decide(idea, now=NOW, carry_out=carry_out)
    assert not actions.decide(idea, now=NOW, carry_out=carry_out)
    assert carried == [idea.pk]


def test_those_who_agree_count_by_their_weight_and_never_the_author(mara, nils, story):
    idea = actions.suggest(mara, story.pk, "headline", {"headline": "Ferry aground off Marrow Point"}, now=NOW)
    with pytest.raises(Refused):
        actions.support(mara, idea, now=NOW)
    for _ in range(2):
        assert actions.support(nils, idea, now=NOW) == (1.0,)
    assert actions.support(person("pia", valued=0), idea, now=NOW) == (1.0, 0.5)


@pytest.mark.parametrize(
    ("weights", "came"),
    [((1.0, 1.0), "carried_out"), ((0.2,) * 9, "waits"), ((0.5,) * 4, "carried_out"), ((9.0,), "waits")],
)
def test_two_people_of_full_weight_or_more_of_less_are_enough(weights, came):
    assert quorum.outcome(weights) == came


@pytest.mark.parametrize("given", [{"likely": False}, {"in_front": True}, {"settled": True}])
def test_what_is_unlikely_in_front_or_settled_is_for_a_moderator_however_many_agree(given):
    assert quorum.outcome((1.0,) * 50, **given) == "referred"


def test_what_cannot_be_carried_out_is_refused_with_its_reason(mara, nils, story):
    def carry_out(suggestion: Suggestion):
        raise Refused("not_splittable")

    idea = actions.suggest(mara, story.pk, "split", {"articles": [1]}, now=NOW)
    assert not actions.decide(idea, now=NOW, carry_out=carry_out)
    idea.refresh_from_db()
    assert (idea.state, queries.what_came_of(idea)) == ("refused", "The story cannot be split so.")


@pytest.mark.parametrize("words", ["https://spam.example/x", "See www.Spam.example!", "buy at a.spam.example:80"])
def test_words_that_name_a_banned_site_wait_for_a_moderator(mara, moderator, story, words):
    actions.act(moderator, Order("ban", "domain", "www.Spam.example", "Nothing but advertising."), now=NOW)
    said = actions.comment(mara, story.pk, words, now=NOW)
    assert (said.state, queries.queue()[0].flags[0].words) == ("held", "it names spam.example, which is banned")
    with pytest.raises(Refused) as refused:
        actions.permit_link(mara, "a.spam.example", new_here=False, now=NOW)
    assert refused.value.code == "banned"
    assert actions.comment(mara, story.pk, "notspam.example", now=NOW).state == "shown"


def test_a_held_comment_is_shown_or_removed_and_never_left_without_anybody_being_asked(mara, moderator, story):
    actions.act(moderator, Order("ban", "domain", "shouts.example", "Advertising."), now=NOW)
    said = actions.comment(mara, story.pk, "See shouts.example for more.", now=NOW)
    assert queries.possible("comment", str(said.pk), now=NOW) == ["remove", "approve"]
    with pytest.raises(Refused) as refused:
        actions.act(moderator, Order("dismiss", "comment", str(said.pk), "It is fine."), now=NOW)
    assert refused.value.code == "already_gone"
    assert queries.waiting(limit=9) == 1
    actions.act(moderator, Order("approve", "comment", str(said.pk), "It is fine."), now=NOW)
    assert queries.waiting(limit=9) == 0
    assert [one.text for one in queries.thread(story.pk, now=NOW)] == ["See shouts.example for more."]


def test_a_banned_link_does_not_come_in_by_an_edit(mara, moderator, story):
    actions.act(moderator, Order("ban", "domain", "spam.example", "Nothing but advertising."), now=NOW)
    said = actions.comment(mara, story.pk, "Good evening.", now=NOW)
    actions.edit(mara, said, "Good evening from spam.example", now=NOW)
    said.refresh_from_db()
    assert said.state == "held"
    assert len(queries.queue()) == 1


def test_a_story_that_unknown_accounts_rush_up_is_looked_at_once(story):
    for number in range(9):
        actions.vote(person(f"new{number}"), story.pk, now=NOW + timedelta(minutes=number))
    for _ in range(2):
        list(actions.weigh(queries.to_weigh(), now=NOW + timedelta(hours=1)))
        actions.vote(person(f"late{_}"), story.pk, now=NOW + timedelta(minutes=30))
    assert [one.flags[0].words for one in queries.queue()] == [
        "most of its first votes are of accounts that hardly ever voted"
    ]


def test_a_story_that_people_with_a_record_vote_for_is_left_alone(story):
    people = [person(f"p{number}") for number in range(9)]
    others = [Story.objects.create(started_at=NOW, last_at=NOW) for _ in range(5)]
    for place, reader in enumerate(people):
        for number, other in enumerate(others):
            actions.vote(reader, other.pk, now=NOW - timedelta(days=1 + place, hours=number))
        actions.vote(reader, story.pk, now=NOW + timedelta(minutes=place))
    list(actions.weigh(queries.to_weigh().filter(story=story), now=NOW + timedelta(hours=1)))
    assert queries.queue() == []


def test_an_appeal_that_is_right_takes_the_action_back_and_the_log_says_so(mara, moderator, story):
    said = actions.comment(mara, story.pk, "You are all fools, he said.", now=NOW)
    done = actions.act(moderator, Order("remove", "comment", str(said.pk), "It attacks people."), now=NOW)
    asked = actions.appeal(mara, done, "It was a quotation.", now=NOW)
    actions.answer(person("pavel", is_moderator=True), asked, "Right, it was.", upheld=True, now=NOW)
    said.refresh_from_db()
    assert said.state == "shown"
    assert [(one.name, one.kind) for one in queries.log()] == [("pavel", "restore"), ("orla", "remove")]


def test_a_suspension_ends_with_an_appeal_that_is_right(mara, moderator, story):
    done = actions.act(moderator, Order("suspend", "reader", str(mara.pk), "Insults."), now=NOW)
    asked = actions.appeal(mara, done, "That was somebody else.", now=NOW)
    actions.answer(person("pavel", is_moderator=True), asked, "It was.", upheld=True, now=NOW)
    mara.refresh_from_db()
    actions.comment(mara, story.pk, "Here again.", now=NOW)


@pytest.mark.parametrize("given", ["abc", "9" * 30, "-1", ""])
def test_a_suggestion_for_what_is_no_story_is_refused(mara, story, given):
    for kind, wanted in (("merge", {"story": given}), ("split", {"articles": [given]})):
        with pytest.raises(Refused):
            actions.suggest(mara, story.pk, kind, wanted, now=NOW)


def test_a_story_may_be_named_by_its_address(mara, story):
    idea = actions.suggest(mara, story.pk, "merge", {"story": "https://news.example/s/7/"}, now=NOW)
    assert idea.wanted == {"story": 7}


@pytest.mark.parametrize(("kind", "key"), [("domain", "spam.example"), ("hashtag", "ferry")])
def test_what_moderators_alone_act_on_is_not_flagged(mara, kind, key):
    with pytest.raises(Refused):
        actions.flag(mara, kind, key, "spam", now=NOW)
