"""A reader finds what they reported and doubted, and what became of it."""

from datetime import timedelta

import pytest
from django.db.models.signals import post_init

from newsclip.accounts.models import Reader
from newsclip.articles.models import Revision
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, ClipVersion
from newsclip.community import actions, queries
from newsclip.community.models import Action, Challenge, Notice
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


def test_what_one_suggested_is_in_the_same_list_with_its_state(signed_in, mara, clip, now):
    assert "You have not suggested anything yet." in body(signed_in)
    there = signed_in.post("/sources/suggest", {"url": "https://gazette.example/"})["Location"]
    actions.suggest(mara, clip.story_id, "headline", {"headline": "Ferry aground"}, now=now)
    shown = body(signed_in)
    assert f'href="{there}"' in shown
    assert "Looking at the address" in shown
    assert '“<span dir="auto">Ferry aground</span>”' in shown


def test_the_menu_and_the_thanks_for_a_report_lead_to_the_list(signed_in, clip):
    assert '<a href="/reported">Your reports, challenges and suggestions</a>' in body(signed_in, "/saved")
    thanks = signed_in.post(f"/flag/story/{clip.story_id}", {"flag": "wrong"}, follow=True).content.decode()
    assert '<a href="/reported">See what becomes of it</a>' in thanks


def test_who_reports_a_story_is_told_of_the_nearer_ways(signed_in, clip, said):
    shown = body(signed_in, f"/flag/story/{clip.story_id}").partition("<main")[2]
    assert f'<a href="/c/{clip.slug}/challenge">Challenge it</a>: it is checked at once.' in shown
    assert f'<a href="/s/{clip.story_id}/suggest">Suggest a change</a>' in shown
    assert "Challenge it" not in body(signed_in, f"/flag/comment/{said.pk}")


def undone(done, ends: str) -> Action | None:
    return queries.undoings_of([done], {done.kind: ends}).get(done.pk)


def test_a_dismissal_that_a_later_one_stands_over_is_not_undone_with_it(orla, clip, now):
    about, done = ("story", str(clip.story_id)), []
    for hour, kind in enumerate(["dismiss", "dismiss", "reopen"]):
        then = now + timedelta(hours=hour)
        if kind == "dismiss":
            actions.flag(Reader.objects.create(username=f"nell{hour}"), *about, "wrong", now=then)
        done.append(actions.act(orla, Order(kind, *about, "So."), now=then))
    first, second, again = done
    assert undone(second, "reopen") == again
    assert undone(first, "reopen") is None, "its reports stay closed"


def test_a_suspension_that_ran_to_its_end_is_not_undone_by_the_end_of_the_next_one(orla, said, now):
    about, day = ("reader", str(said.reader.pk)), timedelta(days=1)
    first = actions.act(orla, Order("suspend", *about, "Spam.", until=now + day), now=now)
    second = actions.act(orla, Order("suspend", *about, "Spam."), now=now + 2 * day)
    ended = actions.act(orla, Order("unsuspend", *about, "He is sorry."), now=now + 3 * day)
    assert (undone(first, "unsuspend"), undone(second, "unsuspend")) == (None, ended)


def test_an_act_is_undone_by_the_first_that_ends_it_on_the_same_thing(orla, said, clip, now):
    mine, *rest = [
        actions.act(orla, Order(kind, "comment", str(said.pk), "So."), now=now + timedelta(hours=hour))
        for hour, kind in enumerate(["remove", "remove", "restore", "remove", "restore"])
    ]
    assert [undone(one, "restore") for one in (mine, rest[0], rest[2])] == [rest[1], rest[1], rest[3]]


def test_however_often_something_was_undone_one_row_is_read_for_each_act(orla, said, now):
    first = actions.act(orla, Order("remove", "comment", str(said.pk), "So."), now=now)
    Action.objects.bulk_create(
        Action(kind="restore", target="comment", key=str(said.pk), name="orla", reason="So.", at=now) for _ in range(9)
    )
    read = []
    post_init.connect(lambda instance, **_: read.append(instance), sender=Action, weak=False, dispatch_uid="read")
    try:
        ended = undone(first, "restore")
    finally:
        post_init.disconnect(sender=Action, dispatch_uid="read")
    assert read == [ended]
    assert ended == Action.objects.filter(kind="restore").earliest("pk")


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
    actions.act(orla, Order("dismiss", "story", str(clip.story_id), "Two it was."), now=now)
    for page in (body(signed_in), body(signed_in, f"/s/{clip.story_id}/suggestions")):
        assert "waiting for a moderator" not in page
        assert "A moderator looked at it and left it as it is." in page
        assert '“<span dir="auto">Two it was.</span>”' in page


def test_a_doubt_that_came_after_a_decision_is_not_answered_by_it(signed_in, mara, orla, clip, now):
    actions.flag(mara, "story", str(clip.story_id), "wrong", now=now)
    actions.act(orla, Order("dismiss", "story", str(clip.story_id), "Two it was."), now=now)
    actions.challenge(mara, clip, "Two people were treated.", now=now + timedelta(minutes=1), why="I saw three.")
    Challenge.objects.update(decided_at=now, upheld=False)
    assert queries.dismissals_of(Challenge.objects.select_related("clip")) == {}


def test_who_agrees_with_a_report_has_not_decided_the_doubt_that_came_with_it(mara, orla, clip, now):
    actions.challenge(mara, clip, "Two people were treated.", now=now, why="I saw three.")
    Challenge.objects.update(decided_at=now, upheld=False)
    actions.flag(mara, "story", str(clip.story_id), "wrong", now=now)
    actions.act(orla, Order("dismiss", "story", str(clip.story_id), "So it is.", detail={"agrees": True}), now=now)
    assert queries.dismissals_of(Challenge.objects.select_related("clip")) == {}


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
        assert 'href="/reported"' in body(signed_in, path).partition("<main")[2], path
    assert 'href="/reported"' not in body(signed_in, "/u/olin").partition("<main")[2]


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
