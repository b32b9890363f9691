"""Who may not write for now is told why and what to do, in the place of a form that would be refused."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Suggestion
from newsclip.community.ports import Order
from newsclip.web.templatetags.newsclip import date_words

pytestmark = pytest.mark.django_db
WHY = {
    "suspended": ({"suspended_until": timezone.now() + timedelta(days=2)}, "may read but not write for now"),
    "unconfirmed": ({"waits": "mail"}, "is not confirmed yet"),
    "unapproved": ({"waits": "approval"}, "waits for a moderator"),
}


FIELDS = ('name="text"', 'name="url"', 'name="why"', 'name="words"', 'name="note"')


@pytest.fixture
def suggested(clip, now) -> Suggestion:
    """Somebody else's suggestion, waiting."""
    author = Reader.objects.create(username="nilsson", date_joined=now - timedelta(days=50))
    return actions.suggest(author, clip.story_id, "headline", {"headline": "Ferry aground"}, now=now)


@pytest.fixture(params=WHY)
def why(request, signed_in, mara, clip, now):
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=50))
    actions.comment(nils, clip.story_id, "I was aboard.", now=now)
    values, said = WHY[request.param]
    Reader.objects.filter(pk=mara.pk).update(**values)
    return said


PAGES = (
    *("/submit", "/s/{story}/suggest", "/s/{story}/discussion", "/c/{slug}/challenge", "/flag/story/{story}"),
    "/s/{story}/collect",
)


@pytest.mark.parametrize("page", PAGES)
def test_there_is_a_sentence_and_no_form(signed_in, clip, why, page):
    shown = signed_in.get(page.format(story=clip.story_id, slug=clip.slug)).content.decode()
    assert why in shown
    assert not any(field in shown for field in (*FIELDS, 'name="vote"'))


@pytest.mark.parametrize("page", PAGES)
def test_who_may_write_has_the_form(signed_in, clip, page):
    shown = signed_in.get(page.format(story=clip.story_id, slug=clip.slug)).content.decode()
    assert any(field in shown for field in FIELDS)


def test_a_clip_without_buttons_says_why(signed_in, clip, why):
    shown = signed_in.get(f"/c/{clip.slug}").content.decode()
    assert ("change nothing else." if why == WHY["suspended"][1] else why) in shown.partition('class="clip-body"')[0]


def test_who_is_suspended_is_led_from_a_clip_to_the_appeal(signed_in, mara, clip, now):
    orla = Reader.objects.create(username="orla", is_moderator=True)
    done = actions.act(
        orla, Order("suspend", "reader", str(mara.pk), "Be kind.", until=now + timedelta(days=1)), now=now
    )
    shown = signed_in.get(f"/c/{clip.slug}").content.decode()
    assert f'<a href="/appeal/{done.pk}">Ask for a second look</a>' in shown
    assert "Suspended until <time" in shown


def test_no_button_stands_on_a_clip_and_its_suggestions(signed_in, clip, suggested, why):
    shown = [signed_in.get(page).content.decode() for page in (f"/c/{clip.slug}", f"/s/{clip.story_id}/suggestions")]
    assert "nils" in shown[1]
    buttons = ("vote-button", "against-why", 'id="follow-story"', f"/suggestions/{suggested.pk}/")
    assert [button for button in buttons for page in shown if button in page] == []


def test_nobody_new_can_be_followed_or_muted(signed_in, clip, suggested, why):
    shown = "".join(signed_in.get(page).content.decode() for page in ("/u/nils", "/following", "/tag/sabine"))
    assert why in shown
    assert not any(mark in shown for mark in ('id="follow-', 'name="key"', 'type="file"'))


def test_who_may_write_has_the_buttons(signed_in, clip, suggested):
    shown = [signed_in.get(page).content.decode() for page in (f"/c/{clip.slug}", f"/s/{clip.story_id}/suggestions")]
    assert "vote-button" in shown[0]
    assert f"/suggestions/{suggested.pk}/" in shown[1]


def test_an_account_of_the_first_week_is_not_asked_to_agree_and_told_from_when(signed_in, mara, clip, suggested, now):
    Reader.objects.filter(pk=mara.pk).update(date_joined=now - timedelta(days=1))
    shown = signed_in.get(f"/s/{clip.story_id}/suggestions").content.decode()
    assert f"/suggestions/{suggested.pk}/" not in shown
    assert "you can agree with suggestions" in shown
    assert date_words(now + timedelta(days=6)) in shown


@pytest.mark.parametrize("more", [{}, {"is_staff": True, "is_moderator": True}])
def test_a_new_account_is_told_from_when_it_may_add_webhooks(signed_in, mara, now, more):
    Reader.objects.filter(pk=mara.pk).update(date_joined=now - timedelta(days=1), **more)
    shown = signed_in.get("/settings/webhooks").content.decode()
    assert 'name="url"' not in shown
    assert date_words(now + timedelta(days=6)) in shown


OF_ONES_OWN = {
    "/settings": ('name="about"', 'name="edition"', ">Create an invitation<"),
    "/settings/tokens": ('name="title"', 'name="scopes"'),
    "/settings/webhooks": ('name="url"', 'name="events"'),
}


@pytest.mark.parametrize("page", OF_ONES_OWN)
def test_settings_that_would_be_refused_have_no_boxes(signed_in, clip, why, page):
    shown = signed_in.get(page).content.decode()
    assert why in shown
    assert [box for box in OF_ONES_OWN[page] if box in shown] == []


@pytest.mark.parametrize("page", OF_ONES_OWN)
def test_settings_of_others_have_them(signed_in, page):
    shown = signed_in.get(page).content.decode()
    assert [box for box in OF_ONES_OWN[page] if box not in shown] == []


def test_learning_can_be_switched_off_but_not_on_again_while_suspended(signed_in, mara, clip, now):
    Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
    assert "Use only what I follow" in signed_in.get("/for-you").content.decode()
    signed_in.post("/for-you/learning", {})
    assert 'name="on"' not in signed_in.get("/for-you").content.decode()


def test_whoever_stops_following_may_while_suspended(signed_in, mara, clip, now):
    actions.follow(mara, "story", str(clip.story_id), now=now)
    Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
    assert 'id="follow-story"' in signed_in.get(f"/c/{clip.slug}").content.decode()


def test_who_is_suspended_may_still_withdraw_their_words(signed_in, mara, clip, now):
    said = actions.comment(mara, clip.story_id, "I was there.", now=now)
    Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
    shown = signed_in.get(f"/s/{clip.story_id}/discussion").content.decode()
    assert f"/comments/{said.pk}/withdraw" in shown
