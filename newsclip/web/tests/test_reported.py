"""A reader finds what they reported and doubted, and what became of it."""

from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.articles.models import Revision
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, ClipVersion
from newsclip.community import actions, queries
from newsclip.community.models import Challenge, Notice
from newsclip.community.ports import Order
from newsclip.pipeline import story_moderation

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(clip, now):
    return actions.comment(Reader.objects.create(username="olin"), clip.story_id, "Buy my boats.", now=now)


@pytest.fixture
def orla():
    return Reader.objects.create(username="orla", is_moderator=True)


def body(client, path: str = "/reported") -> str:
    return client.get(path).content.decode()


def test_a_report_waits_until_a_moderator_acts_whose_reason_is_told(signed_in, mara, orla, said, now):
    actions.flag(mara, "comment", str(said.pk), "spam", now=now, words="He sells boats.")
    shown = body(signed_in)
    assert "waiting for a moderator" in shown
    assert "“He sells boats.”" in shown
    assert f'href="/comments/{said.pk}"' in shown
    actions.act(orla, Order("remove", "comment", str(said.pk), "It is advertising."), now=now)
    shown = body(signed_in)
    assert "waiting for a moderator" not in shown
    assert "<strong>orla</strong> removed" in shown, "what was done, in the words of the log"
    assert "It is advertising." in shown
    actions.act(orla, Order("restore", "comment", str(said.pk), "It is none."), now=now + timedelta(hours=1))
    assert "It was undone since: <strong>orla</strong> restored" in body(signed_in)
    assert "It is none." in body(signed_in)


def test_of_a_merge_that_answered_a_report_it_is_told_with_which_story(signed_in, mara, orla, clip, other, now):
    actions.flag(mara, "story", str(clip.story_id), "same_event", now=now)
    story_moderation.merge(orla, clip.story, other.story, why="One ferry.", now=now)
    shown = body(signed_in)
    assert "<strong>orla</strong> merged" in shown
    assert f"“{other.headline}”</span>. “" in shown


def test_of_a_report_that_changed_nothing_it_is_told_that_somebody_looked(signed_in, mara, orla, said, now):
    actions.flag(mara, "comment", str(said.pk), "spam", now=now)
    actions.act(orla, Order("dismiss", "comment", str(said.pk), "He may say so."), now=now)
    assert "A moderator looked at it and left it as it is." in body(signed_in)


def test_a_report_stands_under_the_headline_of_then(signed_in, mara, clip, now):
    then = clip.headline
    actions.flag(mara, "story", str(clip.story_id), "wrong", now=now)
    Clip.objects.filter(pk=clip.pk).update(headline="Ferry back in port")
    shown = body(signed_in)
    assert f"The story “{then}”" in shown
    assert "Ferry back in port" not in shown


def test_a_doubt_stands_there_as_waiting_until_a_moderator_read_it(signed_in, mara, orla, clip, now):
    doubt = actions.challenge(mara, clip, "Two people were treated.", now=now, why="I saw three.")
    Challenge.objects.update(decided_at=now, upheld=False)
    doubt.refresh_from_db()
    assert actions.refer_doubt(doubt, now=now)
    shown = body(signed_in)
    assert "“I saw three.”" in shown
    assert shown.count("waiting for a moderator") == 1, "it is a doubt, and no report as well"
    actions.act(orla, Order("dismiss", "story", str(clip.story_id), "It stands."), now=now)
    assert "waiting for a moderator" not in body(signed_in)


def test_a_doubt_still_waits_after_its_story_was_merged(signed_in, mara, orla, clip, other, now):
    doubt = actions.challenge(mara, clip, "Two people were treated.", now=now, why="I saw three.")
    Challenge.objects.update(decided_at=now, upheld=False)
    doubt.refresh_from_db()
    assert actions.refer_doubt(doubt, now=now)
    story_moderation.merge(orla, clip.story, other.story, why="One ferry.", now=now)
    assert queries.doubts_to_decide(other) == [doubt]
    assert body(signed_in).count("waiting for a moderator") == 1


@pytest.mark.parametrize("kind", ["change", "apply", "refuse", "pin"])
def test_another_change_of_the_story_answers_no_report(signed_in, mara, orla, clip, now, kind):
    actions.flag(mara, "story", str(clip.story_id), "wrong", now=now)
    actions.act(orla, Order(kind, "story", str(clip.story_id), "A clearer headline."), now=now)
    assert "waiting for a moderator" in body(signed_in)


def test_nobody_sees_what_another_reported(signed_in, mara, said, now):
    actions.flag(mara, "comment", str(said.pk), "spam", now=now, words="He sells boats.")
    signed_in.force_login(Reader.objects.create(username="nils"))
    assert "He sells boats." not in body(signed_in)
    assert "You have not reported anything yet." in body(signed_in)


def test_notices_settings_ones_own_page_and_what_was_reported_lead_there(signed_in, mara, clip, said, now):
    actions.flag(mara, "comment", str(said.pk), "spam", now=now)
    for path in ("/notices", "/settings", "/u/mara", f"/s/{clip.story_id}/discussion", f"/flag/comment/{said.pk}"):
        assert 'href="/reported"' in body(signed_in, path), path
    assert 'href="/reported"' not in body(signed_in, "/u/olin")


def told(reader) -> list[str]:
    return list(Notice.objects.filter(reader=reader, kind="decision").values_list("words", flat=True))


def test_whoever_reported_a_story_is_told_what_was_decided_about_the_headline_of_then(signed_in, mara, orla, clip, now):
    reported = clip.headline
    actions.flag(mara, "story", str(clip.story_id), "wrong", now=now)
    Clip.objects.filter(pk=clip.pk).update(headline="Another by now")
    ClipVersion.objects.create(clip=clip, version=2, document={}, at=now + timedelta(minutes=5))
    actions.act(orla, Order("dismiss", "story", str(clip.story_id), "It says so."), now=now + timedelta(hours=1))
    assert told(mara) == [f"orla left the story that you reported as it is, “{reported}”: It says so."]
    assert f'<a href="/reported">{told(mara)[0]}</a>' in body(signed_in, "/notices")


def test_whoever_reported_a_comment_is_told_and_its_author_is_told_something_else(mara, orla, said, now):
    actions.flag(mara, "comment", str(said.pk), "spam", now=now)
    actions.act(orla, Order("remove", "comment", str(said.pk), "It is advertising."), now=now)
    assert told(mara) == ["orla removed the comment that you reported: It is advertising."]
    assert told(said.reader) == []


def test_a_moderator_is_not_told_what_they_decided_themselves(orla, said, now):
    actions.flag(orla, "comment", str(said.pk), "spam", now=now)
    actions.act(orla, Order("dismiss", "comment", str(said.pk), "No."), now=now)
    assert told(orla) == []


def test_a_report_is_not_answered_with_a_headline_that_may_be_shown_no_more(clip, now):
    assert clips.headline_at(clip.story_id, now) == clip.headline
    Revision.objects.update(title="", text="")
    assert clips.headline_at(clip.story_id, now) == ""
