"""Whoever reported, challenged or suggested something hears that what was decided about it was undone."""

from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Challenge, Flag, Notice, Suggestion
from newsclip.community.ports import Order
from newsclip.pipeline import contributions, doubts, story_moderation
from newsclip.pipeline.tests.test_finding_work import needs_sqlite, plans_of
from newsclip.stories.models import StoryEvent

pytestmark = pytest.mark.django_db
UNDONE = "(It was undone since.)"
LATER = timedelta(minutes=5)


@pytest.fixture
def orla():
    return Reader.objects.create(username="orla", is_moderator=True)


@pytest.fixture
def said(clip, now):
    return actions.comment(Reader.objects.create(username="olin"), clip.story_id, "Buy my boats.", now=now)


def told(client) -> str:
    return client.get("/notices").content.decode()


def test_who_reported_a_comment_hears_that_it_was_restored(signed_in, mara, orla, said, now):
    actions.flag(mara, "comment", str(said.pk), "spam", now=now)
    actions.act(orla, Order("remove", "comment", str(said.pk), "Advertising."), now=now)
    assert UNDONE not in told(signed_in)
    actions.act(orla, Order("restore", "comment", str(said.pk), "It is none."), now=now + LATER)
    assert "orla restored the comment that you reported: It is none." in told(signed_in)
    assert f"orla removed the comment that you reported: Advertising. {UNDONE}" in told(signed_in)
    signed_in.force_login(said.reader)
    assert f"orla removed your comment: Advertising. {UNDONE}" in told(signed_in)


def test_who_reported_a_story_hears_that_the_reports_were_reopened(signed_in, mara, orla, clip, now):
    story = str(clip.story_id)
    actions.flag(mara, "story", story, "wrong", now=now)
    actions.act(orla, Order("dismiss", "story", story, "It says so."), now=now)
    actions.act(orla, Order("reopen", "story", story, "Look again."), now=now + LATER)
    assert f"orla reopened your report about the story “{clip.headline}”: Look again." in told(signed_in)
    assert f"as it is, “{clip.headline}”: It says so. {UNDONE}" in told(signed_in)
    assert "waiting for a moderator" in signed_in.get("/reported").content.decode()
    assert not Notice.objects.filter(to_mail=True, words__startswith="orla left").exists()


def test_what_was_undone_before_it_was_sent_is_sent_to_nobody(mara, orla, clip, now):
    Reader.objects.filter(pk=mara.pk).update(notices_by_mail=True)
    mara.refresh_from_db()
    actions.flag(mara, "story", str(clip.story_id), "wrong", now=now)
    actions.act(orla, Order("dismiss", "story", str(clip.story_id), "It says so."), now=now)
    actions.act(orla, Order("reopen", "story", str(clip.story_id), "Look again."), now=now + LATER)
    assert [one.words.split()[1] for one in Notice.objects.filter(to_mail=True)] == ["reopened"]


def test_who_challenged_a_sentence_hears_that_it_waits_again(signed_in, mara, orla, clip, now):
    doubt = actions.challenge(
        mara, clip, "Two people were treated for bruises at the harbour clinic.", now=now, why="I saw three."
    )
    Challenge.objects.update(decided_at=now, upheld=False)
    doubt.refresh_from_db()
    actions.refer_doubt(doubt, now=now)
    actions.act(orla, Order("dismiss", "story", str(clip.story_id), "It stands."), now=now + LATER)
    actions.act(orla, Order("reopen", "story", str(clip.story_id), "Look again."), now=now + 2 * LATER)
    assert "orla reopened your challenge to a sentence: Look again." in told(signed_in)
    assert f"It stands. {UNDONE}" in told(signed_in)
    done = doubts.take_out(orla, doubt, clip, why="Three it is.", now=now + 3 * LATER)
    doubts.put_back(orla, done, why="No, two.", now=now + 4 * LATER)
    assert f"Three it is. {UNDONE}" in told(signed_in)


def test_who_suggested_something_hears_that_it_was_undone(signed_in, mara, orla, clip, now):
    idea = actions.suggest(mara, clip.story_id, "hashtags", {"hashtags": ["Kelling"]}, now=now)
    assert contributions.decide(orla, idea, now=now)
    contributions.undo(orla, Suggestion.objects.get(), now=now + LATER, why="It is about Tern Rock.")
    assert f"orla undid what you suggested for “{clip.headline}”: It is about Tern Rock." in told(signed_in)
    assert f"orla carried out what you suggested for “{clip.headline}”. {UNDONE}" in told(signed_in)


@needs_sqlite
def test_the_notices_of_what_was_undone_are_found_by_their_readers(mara, orla, clip, said, now):
    idea = actions.suggest(mara, clip.story_id, "hashtags", {"hashtags": ["Kelling"]}, now=now)
    assert contributions.decide(orla, idea, now=now)
    plans = plans_of(lambda: contributions.undo(orla, Suggestion.objects.get(), now=now + LATER, why="No."))
    for target, key in (("comment", said.pk), ("story", clip.story_id)):
        actions.flag(mara, target, str(key), "spam", now=now)
        actions.act(orla, Order("remove", target, str(key), "Advertising."), now=now)
        back = Order("restore", target, str(key), "It is none.", reopens_flags=True)
        plans += plans_of(lambda back=back: actions.act(orla, back, now=now + LATER))
    asked = [line for line in plans if "community_notice" in line]
    assert asked
    assert [line for line in asked if line.startswith("SCAN")] == []


def test_who_suggested_a_merge_hears_that_it_was_undone_from_the_history(signed_in, mara, orla, clip, other, now):
    idea = actions.suggest(mara, clip.story_id, "merge", {"story": other.story_id}, now=now)
    assert contributions.decide(orla, idea, now=now + LATER)
    event = StoryEvent.objects.filter(kind="merged").first()
    assert event.at == now + LATER
    story_moderation.undo(orla, event, why="Two ferries.", now=now + 2 * LATER)
    assert Suggestion.objects.get().state == Suggestion.State.UNDONE
    assert "Two ferries." in told(signed_in)
    assert UNDONE in told(signed_in)


def test_a_merge_closes_the_reports_that_asked_for_it_and_its_undoing_reopens_them(
    signed_in, mara, orla, clip, other, now
):
    actions.flag(mara, "story", str(clip.story_id), "same_event", now=now)
    story_moderation.merge(orla, clip.story, other.story, why="One ferry.", now=now)
    assert f"orla merged the story that you reported, “{clip.headline}”, with another: One ferry." in told(signed_in)
    story_moderation.undo(orla, StoryEvent.objects.filter(kind="merged").first(), why="Two.", now=now + LATER)
    assert f"orla reopened your report about the story “{clip.headline}”: Two." in told(signed_in)
    assert f"One ferry. {UNDONE}" in told(signed_in)
    assert (Flag.objects.get().key, Flag.objects.get().closed_at) == (str(clip.story_id), None)


@pytest.mark.parametrize("kind", ["lock", "merge", "split", "move"])
def test_an_act_on_something_else_closes_no_report(mara, orla, clip, other, now, kind):
    actions.flag(mara, "story", str(clip.story_id), "wrong", now=now)
    gone = str(other.story_id) if kind == "merge" else ""
    actions.act(orla, Order(kind, "story", str(clip.story_id), "So.", gone=gone), now=now)
    assert Flag.objects.get().closed_at is None


def test_a_merge_undone_leaves_both_reports_of_one_reader_waiting(mara, orla, clip, other, now):
    for told in (clip, other):
        actions.flag(mara, "story", str(told.story_id), "wrong", now=now)
    story_moderation.merge(orla, clip.story, other.story, why="One ferry.", now=now + LATER)
    story_moderation.undo(orla, StoryEvent.objects.filter(kind="merged").first(), why="Two.", now=now + 2 * LATER)
    assert list(Flag.objects.values_list("closed_at", flat=True)) == [None, None]


def test_a_challenge_beside_a_report_waits_when_the_report_is_answered(mara, orla, clip, now):
    story = str(clip.story_id)
    actions.flag(mara, "story", story, "foreign", now=now)
    sentence = "Two people were treated for bruises at the harbour clinic."
    doubt = actions.challenge(mara, clip, sentence, now=now + LATER, why="I saw three.")
    Challenge.objects.update(decided_at=now, upheld=False)
    doubt.refresh_from_db()
    actions.refer_doubt(doubt, now=now + LATER)
    actions.act(orla, Order("split", "story", story, "Another ferry."), now=now + 2 * LATER)
    flag = Flag.objects.get()
    assert (flag.closed_at, flag.reason, flag.words) == (None, "doubt", f"“{sentence}” I saw three.")
    assert queries.doubts_to_decide(clip) == [doubt]
