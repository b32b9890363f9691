"""What moderators decide about stories, pins and people: where the way to it stands, and the way back."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import queries
from newsclip.community.models import Action, Comment, Flag, Restriction
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def said() -> Comment:
    """What pia said about the ferry."""
    pia = Reader.objects.create(username="pia")
    return Comment.objects.create(story=factories.ferry().story, reader=pia, text="You fools.", at=timezone.now())


def pin(client, clip, action: str = "pin", **more: str):
    return client.post(f"/moderation/story/{clip.story_id}", {"action": action, "reason": "It concerns all.", **more})


def test_a_pinned_story_stands_above_the_front_page_with_who_pinned_it_and_why(client, orla):
    clip, other = factories.ferry(), factories.ferry(1, headline="Tugs refloat the Sabine")
    pin(client, other)
    client.logout()
    front = client.get("/").content.decode()
    assert front.index("Pinned") < front.index("Tugs refloat the Sabine") < front.index(clip.headline)
    assert "orla</a>: It concerns all." in front
    assert "Pinned" not in client.get("/?order=new").content.decode()
    assert "pinned to the front page" in client.get("/moderation").content.decode()


def test_a_pin_does_not_quote_a_publisher_that_a_reader_mutes(client, orla):
    clip = factories.ferry()
    pin(client, clip)
    client.logout()
    front = client.get("/", {"mute": factories.TOLD[0][1]}).content.decode()
    assert f'href="/c/{clip.slug}"' in front.partition("Pinned")[2]
    assert clip.headline not in front


def test_a_pin_ends_when_it_should_and_when_a_moderator_says_so(client, orla):
    clip = factories.ferry()
    pin(client, clip, **{"for": "day"})
    assert "Pinned" in client.get("/").content.decode()
    Restriction.objects.update(until=timezone.now() - timedelta(minutes=1))
    assert "Pinned" not in client.get("/").content.decode()
    pin(client, clip)
    assert "Pinned" in client.get("/").content.decode()
    pin(client, clip, "unpin")
    assert "Pinned" not in client.get("/").content.decode()


def test_no_pin_shows_what_is_withdrawn_or_what_a_reader_mutes(client, orla):
    clip = factories.ferry(headline="Ferry aground off Marrow Point")
    factories.ferry(1, headline="Tugs refloat the Sabine")
    pin(client, clip)
    client.post("/mute", {"kind": "word", "key": "aground", "for": "week"})
    assert "Pinned" not in client.get("/").content.decode()
    client.logout()
    assert "Pinned" in client.get("/").content.decode()
    Clip.objects.filter(pk=clip.pk).update(state=Clip.State.WITHDRAWN)
    assert "Pinned" not in client.get("/").content.decode()


def test_whoever_is_no_moderator_pins_nothing(client):
    client.force_login(Reader.objects.create(username="mara"))
    assert pin(client, factories.ferry()).status_code == 403
    assert not Restriction.objects.exists()


def test_the_log_offers_no_way_back_from_what_no_address_leads_to(client, orla):
    odd = {"target": "hashtag", "key": "a/b", "kind": "hold", "name": "orla", "reason": "So.", "at": timezone.now()}
    Action.objects.create(**odd)
    assert client.get("/moderation").status_code == 200


def test_the_log_leads_to_what_an_entry_is_about_and_offers_no_undo_of_what_is_undone(client, orla, said):
    pia = said.reader
    client.post(f"/moderation/comment/{said.pk}", {"action": "remove", "reason": "It attacks somebody."})
    client.post(f"/moderation/reader/{pia.pk}", {"action": "suspend", "reason": "Insults."})
    log = client.get("/moderation").content.decode()
    assert f'href="/comments/{said.pk}"' in log
    assert 'href="/u/pia"' in log
    assert (log.count(">Undo</button>"), log.count(">Undo</a>")) == (2, 2), "the entries', and of what was just done"
    client.post(f"/moderation/comment/{said.pk}", {"action": "restore", "reason": "It was a quotation."})
    client.post(f"/moderation/reader/{pia.pk}", {"action": "unsuspend", "reason": "She regrets it."})
    log = client.get("/moderation").content.decode()
    assert (log.count(">Undo</button>"), log.count("No longer in force.")) == (0, 2)


def test_the_log_undoes_in_place_for_a_reason_and_reopens_the_reports(client, orla, said):
    Flag.objects.create(kind="comment", key=str(said.pk), reason="spam", at=timezone.now())
    client.post(f"/moderation/comment/{said.pk}", {"action": "remove", "reason": "Spam."})
    form = client.get("/moderation").content.decode().partition(f'action="/moderation/comment/{said.pk}"')[2]
    form = form.partition("</form>")[0]
    assert "The reports that it closed wait in the review queue again." in form
    assert 'name="reason" required' in form
    given = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', form))
    given.pop("csrfmiddlewaretoken", None)
    answer = client.post(f"/moderation/comment/{said.pk}", given | {"reason": "It is none."})
    assert answer["Location"] == f"/moderation#deed-{Action.objects.earliest('at').pk}"
    assert (Comment.objects.get().state, Flag.objects.get().closed_at) == ("shown", None)


def test_who_takes_a_removal_back_gets_its_flags_back_and_is_not_asked_for_a_warning(client, orla, said):
    Flag.objects.create(kind="comment", key=str(said.pk), reason="spam", at=timezone.now())
    address = f"/moderation/comment/{said.pk}"
    client.post(address, {"action": "remove", "reason": "Spam."})
    assert Flag.objects.get().closed_at
    page = client.get(f"{address}?action=restore").content.decode()
    assert 'name="reopen" checked' in page
    assert 'name="warn"' not in page
    client.post(address, {"action": "restore", "reason": "By mistake.", "reopen": "on"})
    assert Flag.objects.get().closed_at is None
    client.post(address, {"action": "remove", "reason": "Spam."})
    client.post(address, {"action": "restore", "reason": "It is none."})
    assert Flag.objects.get().closed_at, "decided"


def test_of_a_removed_comment_restoring_is_chosen_whichever_way_one_came_and_nobody_is_warned_for_it(
    client, orla, said
):
    Flag.objects.create(kind="comment", key=str(said.pk), reason="spam", at=timezone.now())
    address = f"/moderation/comment/{said.pk}"
    client.post(address, {"action": "remove", "reason": "Spam."})
    page = client.get(address).content.decode()
    assert 'value="restore" required checked' in page
    assert 'name="reopen" checked' in page
    assert 'name="warn"' not in page
    answer = client.post(address, {"action": "restore", "reason": "By mistake.", "warn": "on"})
    assert "does not warn its author" in answer.content.decode()
    assert not Action.objects.filter(kind__in=("warn", "restore")).exists()


def test_of_two_suspensions_the_newest_can_be_undone(client, orla):
    pia = Reader.objects.create(username="pia")
    for reason, days in (("Insults.", "day"), ("Insults again.", "week")):
        client.post(f"/moderation/reader/{pia.pk}", {"action": "suspend", "reason": reason, "for": days})
    done = list(Action.objects.order_by("pk"))
    assert queries.still_in_force(done, now=timezone.now()) == {done[-1].pk}
    assert queries.still_in_force(done, now=timezone.now() + timedelta(days=8)) == frozenset()


def test_a_decision_is_taken_back_from_where_it_was_made(client, orla):
    clip = factories.ferry()
    here = f"/c/{clip.slug}"
    pin(client, clip, next=here)
    said = client.get(here).content.decode()
    undo = f"/moderation/story/{clip.story_id}?action=unpin&amp;next=%2Fc%2F{clip.slug}"
    assert f'<a href="{undo}">Undo</a>' in said
    assert 'value="unpin" required checked' in client.get(undo.replace("&amp;", "&")).content.decode()


def test_a_comment_that_was_approved_by_mistake_is_taken_out_again_at_once(client, orla):
    clip = factories.ferry()
    for _ in range(2):
        said = Comment.objects.create(story=clip.story, text="At last.", state="held", at=factories.NOON)
        client.post(f"/moderation/comment/{said.pk}", {"action": "approve", "reason": "fine"})
        assert f"/moderation/comment/{said.pk}?action=remove" in client.get("/moderation").content.decode()
    held = Comment.objects.create(story=clip.story, text="At last.", state="held", at=factories.NOON)
    client.post("/moderation/queue", {"action": "approve", "reason": "fine", "item": f"comment:{held.pk}"})
    assert f"/moderation/comment/{held.pk}?action=remove" in client.get("/moderation").content.decode()


def test_who_pinned_a_story_is_called_a_moderator_and_leads_to_the_log(client, orla):
    pin(client, factories.ferry())
    front = client.get("/").content.decode()
    assert 'By a moderator, <a href="/moderation?by=orla">orla</a>: ' in front


@pytest.mark.parametrize("page", ["/c/{slug}", "/s/{story}", "/s/{story}/discussion"])
def test_a_story_leads_moderators_and_nobody_else_to_all_that_they_can_do_with_it(client, orla, page):
    clip = factories.ferry()
    address, moderate = page.format(slug=clip.slug, story=clip.story_id), f'href="/moderation/story/{clip.story_id}?'
    assert moderate in client.get(address).content.decode()
    all_of_it = client.get(f"/moderation/story/{clip.story_id}").content.decode()
    for way in ("split", "merge", "suggest"):
        assert f'href="/s/{clip.story_id}/{way}"' in all_of_it
    client.force_login(Reader.objects.create(username="mara"))
    assert moderate not in client.get(address).content.decode()


def test_a_pinned_story_is_on_the_front_page_once_and_moderators_can_unpin_it_there(client, orla):
    clip = factories.ferry()
    pin(client, clip)
    client.get("/")  # the words about what was done are shown once
    front = client.get("/").content.decode()
    assert front.count(f">{clip.headline}</a>") == 1
    assert f'href="/moderation/story/{clip.story_id}?action=unpin' in front
    client.logout()
    front = client.get("/").content.decode()
    assert (front.count(f">{clip.headline}</a>"), "?action=unpin" in front, "No news yet" in front) == (1, False, False)


def test_a_suspension_and_its_end_stand_where_the_person_does(client, orla):
    pia = Reader.objects.create(username="pia")
    client.post(f"/moderation/reader/{pia.pk}", {"action": "suspend", "reason": "Insults.", "for": "day"})
    moderated = client.get(f"/moderation/reader/{pia.pk}").content.decode()
    client.logout()
    for page in (moderated, client.get("/u/pia").content.decode()):
        assert "Suspended until <time" in page
        assert " UTC</time>." in page
    assert "Insults." in moderated
    Reader.objects.update(suspended_until=None)
    assert "Suspended" not in client.get("/u/pia").content.decode()


def test_a_warning_has_no_end_whatever_the_form_says(client, orla):
    pia = Reader.objects.create(username="pia")
    client.post(f"/moderation/reader/{pia.pk}", {"action": "warn", "reason": "Insults.", "for": "week"})
    assert Action.objects.get().until is None


def test_who_decides_about_a_comment_can_go_on_to_its_author(client, orla, said):
    page = client.get(f"/moderation/comment/{said.pk}").content.decode()
    assert f'href="/moderation/reader/{said.reader_id}?next=' in page
    assert "On:" in page


def test_a_name_in_the_log_shows_what_that_moderator_did(client, orla, said):
    client.post(f"/moderation/comment/{said.pk}", {"action": "remove", "reason": "It attacks somebody."})
    Action.objects.create(name="ines", kind="hold", target="hashtag", key="fog", reason="A flood.", at=timezone.now())
    log = client.get("/moderation").content.decode()
    assert 'href="/moderation?by=orla"' in log
    log = client.get("/moderation?by=orla").content.decode()
    assert ("It attacks somebody." in log, "A flood." in log, "Only what orla did." in log) == (True, False, True)
    for nobody in ("%00", "x" * 999, "<b>"):
        assert client.get(f"/moderation?by={nobody}").status_code == 200


def test_a_removed_comment_leads_moderators_to_what_restores_it(client, orla, said):
    client.post(f"/moderation/comment/{said.pk}", {"action": "remove", "reason": "It attacks somebody."})
    there = f'href="/moderation/comment/{said.pk}?next='
    assert there in client.get(f"/s/{said.story_id}/discussion").content.decode()
    client.logout()
    assert there not in client.get(f"/s/{said.story_id}/discussion").content.decode()


def test_a_pin_is_no_answer_to_a_flag(client, orla):
    clip = factories.ferry()
    Flag.objects.create(kind="story", key=str(clip.story_id), reason="wrong", at=timezone.now())
    pin(client, clip)
    pin(client, clip, "unpin")
    assert Flag.objects.get().closed_at is None
    client.post(f"/moderation/story/{clip.story_id}", {"action": "dismiss", "reason": "It is right."})
    assert Flag.objects.get().closed_at


def test_dismissed_flags_can_be_opened_again_at_once_and_from_the_log(client, orla):
    clip = factories.ferry()
    path = f"/moderation/story/{clip.story_id}"
    Flag.objects.create(kind="story", key=str(clip.story_id), reason="wrong", at=timezone.now())
    said = client.post(path, {"action": "dismiss", "reason": "It is right."}, follow=True).content.decode()
    assert f'href="{path}?action=reopen&amp;next=' in said
    assert 'name="action" value="reopen"' in client.get("/moderation").content.decode()
    client.post(path, {"action": "reopen", "reason": "It is wrong after all."})
    assert Flag.objects.get().closed_at is None
    log = client.get("/moderation").content.decode()
    assert "reopened readers’ reports about" in log
    assert f"{path}?action=reopen" not in log
    again = client.post(path, {"action": "reopen", "reason": "Once more."})
    assert again.status_code == HTTPStatus.GONE


def test_only_the_newest_dismissal_can_be_undone(client, orla):
    clip = factories.ferry()
    path, key = f"/moderation/story/{clip.story_id}", str(clip.story_id)
    for _ in range(2):
        Flag.objects.create(kind="story", key=key, reason="wrong", at=timezone.now())
        client.post(path, {"action": "dismiss", "reason": "It is right."}, follow=True)
    log = client.get("/moderation").content.decode()
    assert log.count('name="action" value="reopen"') == 1
    assert log.count("No longer in force.") == 1
    client.post(path, {"action": "reopen", "reason": "It is wrong after all."})
    assert Flag.objects.filter(closed_at=None).count() == 1


def test_flags_of_a_comment_that_is_gone_are_not_opened_again_and_nobody_appeals_against_it(client, orla):
    said = Comment.objects.create(story=factories.ferry().story, reader=orla, text="Hm.", at=timezone.now())
    path = f"/moderation/comment/{said.pk}"
    Flag.objects.create(kind="comment", key=str(said.pk), reason="wrong", at=timezone.now())
    client.post(path, {"action": "dismiss", "reason": "It is right."})
    assert "reopen" in queries.possible("comment", str(said.pk), now=timezone.now())
    Comment.objects.update(state="removed")
    assert "reopen" not in queries.possible("comment", str(said.pk), now=timezone.now())
    assert queries.is_without_appeal("reopen")
