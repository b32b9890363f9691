from datetime import timedelta

import pytest

from newsclip.community import actions, queries
from newsclip.community.models import Comment, Flag
from newsclip.community.ports import Order
from newsclip.community.rules import anchors, comment_text, trust
from newsclip.community.tests.conftest import NOW, person
from newsclip.kernel.reasons import Refused

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def refusal(call, *args, **more):
    with pytest.raises(Refused) as refused:
        call(*args, **more)
    return refused.value.code


def test_replies_stand_under_what_they_answer_and_tell_its_author(mara, nils, story):
    first = actions.comment(mara, story.pk, "The ferry passed its inspection in March.", now=NOW)
    actions.comment(nils, story.pk, "Which inspection was that?", now=NOW, parent=first)
    (said,) = queries.thread(story.pk, now=NOW)
    assert [reply.author for reply in said.replies] == ["nils"]
    assert "nils replied" in queries.news_for(mara).get().words


@pytest.mark.parametrize(("kind", "key"), [("person", "nils"), ("word", "inspection")])
def test_nobody_is_told_of_a_reply_that_they_muted(mara, nils, story, kind, key):
    actions.mute(mara, kind, key, now=NOW)
    first = actions.comment(mara, story.pk, "The ferry is old.", now=NOW)
    actions.comment(nils, story.pk, "Which inspection was that?", now=NOW, parent=first)
    assert not queries.news_for(mara).exists()


def test_words_that_a_moderator_took_out_are_in_no_notice_either(mara, nils, moderator, story):
    first = actions.comment(mara, story.pk, "The ferry is old.", now=NOW)
    reply = actions.comment(nils, story.pk, "You fool.", now=NOW, parent=first)
    actions.act(moderator, Order("remove", "comment", str(reply.pk), "It attacks people."), now=NOW)
    assert not queries.news_for(mara).exists()
    actions.act(moderator, Order("restore", "comment", str(reply.pk), "It was a quotation."), now=NOW)
    assert "You fool." in queries.news_for(mara).get().words


def test_a_reply_that_waited_is_told_once_it_is_shown(mara, moderator, story):
    first = actions.comment(mara, story.pk, "The ferry is old.", now=NOW)
    pia = person("pia", days=1)
    links = " ".join(f"https://harbour{n}.example/" for n in range(4))
    reply = actions.comment(pia, story.pk, links, now=NOW, parent=first)
    assert reply.state == Comment.State.HELD
    assert not queries.news_for(mara).exists()
    actions.act(moderator, Order("approve", "comment", str(reply.pk), "Good links."), now=NOW + MINUTE)
    assert "pia replied" in queries.news_for(mara).get().words


def test_a_notice_says_what_its_reply_says_now(mara, nils, story):
    first = actions.comment(mara, story.pk, "The ferry is old.", now=NOW)
    reply = actions.comment(nils, story.pk, "You fool.", now=NOW, parent=first)
    actions.edit(nils, reply, "You err.", now=NOW + MINUTE)
    assert queries.news_for(mara).get().words == "nils replied: You err."


def test_an_author_may_edit_for_half_an_hour(mara, nils, story):
    said = actions.comment(mara, story.pk, "The ferry is sond.", now=NOW)
    actions.edit(mara, said, "The ferry is sound.", now=NOW + MINUTE)
    (shown,) = queries.thread(story.pk, now=NOW, reader=mara)
    assert (shown.text, shown.edited, shown.may_edit) == ("The ferry is sound.", True, True)
    assert refusal(actions.edit, nils, said, "No.", now=NOW) == "not_yours"
    assert refusal(actions.edit, mara, said, "Yes.", now=NOW + comment_text.EDIT_FOR) == "too_late"


def test_an_account_has_so_many_edits_and_withdrawals_a_day(story):
    pia = person("pia", days=1)
    said = actions.comment(pia, story.pk, "Number 0.", now=NOW)
    for number in range(trust.NEWCOMER.edits):
        actions.edit(pia, said, f"Number {number + 1}.", now=NOW)
    assert refusal(actions.edit, pia, said, "Once more.", now=NOW) == "too_fast"
    for _ in range(trust.NEWCOMER.withdrawals):
        actions.withdraw(pia, said, now=NOW)
    assert refusal(actions.withdraw, pia, said, now=NOW) == "too_fast"
    actions.withdraw(pia, said, now=NOW + timedelta(days=1))


def test_a_withdrawn_comment_leaves_its_answers(mara, nils, story):
    said = actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    actions.comment(nils, story.pk, "How was it?", now=NOW, parent=said)
    actions.withdraw(mara, said, now=NOW)
    (shown,) = queries.thread(story.pk, now=NOW)
    assert (shown.text, shown.author, len(shown.replies)) == ("", "", 1)


def test_nobody_votes_for_their_own_words_and_the_best_come_first(mara, nils, story):
    actions.comment(mara, story.pk, "First of all.", now=NOW)
    better = actions.comment(mara, story.pk, "The port has a live map.", now=NOW + MINUTE)
    actions.vote_on_comment(nils, better, 1, now=NOW)
    actions.vote_on_comment(nils, better, 1, now=NOW)
    assert [said.score for said in queries.thread(story.pk, now=NOW)] == [1, 0]
    assert refusal(actions.vote_on_comment, mara, better, 1, now=NOW) == "not_allowed"


@pytest.mark.parametrize("state", ["held", "removed", "withdrawn"])
def test_nobody_judges_or_flags_a_comment_that_nobody_sees(mara, nils, story, state):
    said = actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    actions.vote_on_comment(nils, said, 1, now=NOW)
    Comment.objects.update(state=state)
    said.refresh_from_db()
    assert refusal(actions.vote_on_comment, nils, said, -1, now=NOW) == "unknown"
    assert refusal(actions.flag, nils, "comment", str(said.pk), "spam", now=NOW) == "unknown"
    assert not queries.may_be_flagged("comment", str(said.pk))
    actions.vote_on_comment(nils, said, 0, now=NOW)
    assert Comment.objects.get().score == 0


def test_a_comment_sent_twice_is_said_once_and_bothers_no_moderator(mara, nils, story):
    said = actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    assert actions.comment(mara, story.pk, "I was aboard.", now=NOW + MINUTE) == said
    answer = actions.comment(mara, story.pk, "So was I.", now=NOW, parent=said)
    assert actions.comment(mara, story.pk, "So was I.", now=NOW + MINUTE, parent=said) == answer
    assert Comment.objects.count() == 2
    assert queries.queue() == []


def test_a_reader_sees_how_they_judged_a_comment_and_takes_it_back(mara, nils, story):
    said = actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    for value in (1, -1, 0):
        actions.vote_on_comment(nils, said, value, now=NOW)
        assert [one.voted for one in queries.thread(story.pk, now=NOW, reader=nils)] == [value]
        assert [one.voted for one in queries.thread(story.pk, now=NOW, reader=mara)] == [0]


def test_the_same_text_again_waits_for_a_moderator(mara, nils, moderator, story):
    actions.comment(mara, story.pk, "Buy your tickets from my cousin!", now=NOW)
    held = actions.comment(nils, story.pk, "buy your tickets  from my cousin!", now=NOW)
    assert len(queries.thread(story.pk, now=NOW)) == 1
    assert len(queries.thread(story.pk, now=NOW, reader=nils)) == 2
    assert [(one.kind, one.key) for one in queries.queue()] == [("comment", str(held.pk))]
    actions.act(moderator, Order("approve", "comment", str(held.pk), "It is a joke."), now=NOW)
    assert len(queries.thread(story.pk, now=NOW)) == 2
    assert queries.queue() == []


def test_a_flood_of_links_of_a_newcomer_is_held(story):
    text = "https://one.example https://two.example"
    said = actions.comment(person("pia", days=1), story.pk, text, now=NOW)
    assert said.state == Comment.State.HELD
    assert Flag.objects.get().words == "it holds 2 links"


def test_a_closed_discussion_takes_no_more(mara, moderator, story):
    actions.act(moderator, Order("lock", "story", str(story.pk), "It goes round in circles."), now=NOW)
    assert refusal(actions.comment, mara, story.pk, "One more thing.", now=NOW) == "locked"
    actions.act(moderator, Order("unlock", "story", str(story.pk), "There is news."), now=NOW)
    actions.comment(mara, story.pk, "One more thing.", now=NOW)


@pytest.mark.parametrize(("text", "code"), [("", "empty"), (" \n\x00 ", "empty"), ("a" * 10_001, "too_long")])
def test_what_has_no_words_or_too_many_is_refused_with_a_reason(mara, story, text, code):
    assert refusal(actions.comment, mara, story.pk, text, now=NOW) == code


def test_words_that_read_backwards_are_set_right():
    assert comment_text.clean("a\u202eb\u2066c\x07\r\nd") == "abc\nd"


def test_answers_go_no_deeper_than_can_be_read(mara, nils, story):
    said = None
    for number in range(comment_text.DEEPEST + 3):
        said = actions.comment(mara, story.pk, f"Answer number {number}.", now=NOW, parent=said)
    assert said.depth == comment_text.DEEPEST


def test_what_muted_people_say_is_left_out(mara, nils, story):
    actions.comment(nils, story.pk, "Look at me.", now=NOW)
    actions.mute(mara, "person", "nils", now=NOW)
    mutes = queries.mutes(mara, now=NOW)
    assert queries.thread(story.pk, now=NOW, reader=mara, mutes=mutes) == ()
    assert queries.unheard(story.pk, mutes) == ["person nils"]


@pytest.mark.parametrize(("scope", "left"), [("everywhere", 1), ("comments", 1), ("lists", 2)])
def test_a_muted_word_hides_comments_where_its_scope_says_so(mara, nils, story, scope, left):
    actions.comment(nils, story.pk, "The Ferries again.", now=NOW)
    actions.comment(nils, story.pk, "It rains.", now=NOW)
    actions.mute(mara, "word", "ferr*", now=NOW, scope=scope)
    mutes = queries.mutes(mara, now=NOW)
    assert len(queries.thread(story.pk, now=NOW, reader=mara, mutes=mutes)) == left
    assert queries.unheard(story.pk, mutes) == ["word ferr*"] * (2 - left)


def test_a_comment_stays_with_its_sentence_when_the_clip_is_written_anew():
    old = {"text": "Nine people were hurt.", "evidence": [{"digest": "aa"}, {"digest": "bb"}]}
    new = [
        {"text": "The ferry is sound.", "evidence": [{"digest": "cc"}]},
        {"text": "Nine were hurt.", "evidence": [{"digest": "bb"}]},
    ]
    assert anchors.find(anchors.anchor(old), new) == 1
    assert anchors.find(anchors.anchor(old), new[:1]) is None


def test_a_person_who_leaves_takes_their_words_along(mara, nils, story):
    said = actions.comment(mara, story.pk, "My secret.", now=NOW)
    actions.comment(nils, story.pk, "Why tell us?", now=NOW, parent=said)
    actions.vote(mara, story.pk, now=NOW)
    actions.forget(mara, now=NOW)
    mara.delete()
    assert "secret" not in str(list(Comment.objects.values()))
    assert queries.count(story.pk) == 0
    (shown,) = queries.thread(story.pk, now=NOW)
    assert len(shown.replies) == 1


def test_a_muted_or_banned_word_is_found_behind_its_marks(mara, nils, moderator, story):
    actions.mute(mara, "word", "ferry", now=NOW)
    for text in ("The _ferry_ sank.", "The fer**ry** sank.", "[It](https://press.example/ferry) sank."):
        actions.comment(nils, story.pk, text, now=NOW)
    assert queries.thread(story.pk, now=NOW, mutes=queries.mutes(mara, now=NOW)) == ()
    actions.act(moderator, Order("ban", "domain", "spam.example", "Spam."), now=NOW)
    for text in ("Buy at spam\\.example.", "Buy at sp**am**.example.", "[Buy](https://sp%61m.example/)."):
        assert actions.comment(nils, story.pk, text, now=NOW).state == Comment.State.HELD


def test_an_excerpt_is_plain_and_says_what_its_author_says():
    text = "> Was it old?\n\nThe **ferry** was old;\nsee [the log](https://press.example/log)."
    assert queries.excerpt(text, longest=100) == "The ferry was old; see the log."
    assert queries.excerpt(text, longest=20) == "The ferry was old…"
    assert queries.excerpt("> Was it old?", longest=100) == "Was it old?"
    assert queries.excerpt("x" * 200, longest=50) == "x" * 49 + "…"


def test_a_notice_of_a_reply_is_plain(mara, nils, story):
    first = actions.comment(mara, story.pk, "The ferry is old.", now=NOW)
    actions.comment(nils, story.pk, "> The ferry is old.\n\nIt is *new*.", now=NOW, parent=first)
    assert queries.news_for(mara).get().words == "nils replied: It is new."


def test_a_quotation_holds_the_first_words_of_a_comment_and_none_that_it_quotes():
    assert queries.quoted("> Was it old?\n\nIt *was*.\n\n> Why?\n\nSo.") == "> It *was*.\n>\n> So.\n\n"
    assert queries.quoted("> Was it old?") == "> > Was it old?\n\n"
    assert len(queries.quoted("word " * 2000)) < 700
