"""Who may not write for now is told why and what to do, in the place of a form that would be refused."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions

pytestmark = pytest.mark.django_db
WHY = {
    "suspended": ({"suspended_until": timezone.now() + timedelta(days=2)}, "may read but not write for now"),
    "unconfirmed": ({"waits": "mail"}, "is not confirmed yet"),
    "unapproved": ({"waits": "approval"}, "waits for a moderator"),
}


@pytest.fixture(params=WHY)
def why(request, signed_in, mara, clip, now):
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=50))
    actions.comment(nils, clip.story_id, "I was aboard.", now=now)
    values, said = WHY[request.param]
    Reader.objects.filter(pk=mara.pk).update(**values)
    return said


@pytest.mark.parametrize("page", ["/submit", "/s/{story}/suggest", "/s/{story}/discussion", "/c/{slug}/challenge"])
def test_there_is_a_sentence_and_no_form(signed_in, clip, why, page):
    shown = signed_in.get(page.format(story=clip.story_id, slug=clip.slug)).content.decode()
    assert why in shown
    assert not any(field in shown for field in ('name="text"', 'name="url"', 'name="why"', 'name="vote"'))


@pytest.mark.parametrize("page", ["/submit", "/s/{story}/suggest", "/s/{story}/discussion", "/c/{slug}/challenge"])
def test_who_may_write_has_the_form(signed_in, clip, page):
    shown = signed_in.get(page.format(story=clip.story_id, slug=clip.slug)).content.decode()
    assert any(field in shown for field in ('name="text"', 'name="url"', 'name="why"'))


def test_who_is_suspended_may_still_withdraw_their_words(signed_in, mara, clip, now):
    said = actions.comment(mara, clip.story_id, "I was there.", now=now)
    Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
    shown = signed_in.get(f"/s/{clip.story_id}/discussion").content.decode()
    assert f"/comments/{said.pk}/withdraw" in shown
