"""Who challenges a sentence learns what the page says will come of it: rules decide, and moderators read the words."""

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Challenge, Flag
from newsclip.kernel.spans import digest_of
from newsclip.web.tests import factories
from newsclip.web.tests.test_queue import queue

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip():
    return factories.ferry()


def challenge(client, clip, by: str, why: str) -> str:
    """The page that answers."""
    client.force_login(Reader.objects.get_or_create(username=by)[0])
    said = {"sentence": digest_of(clip.headline), "why": why}
    return client.post(f"/c/{clip.slug}/challenge", said, follow=True).content.decode()


def test_the_answer_and_the_list_say_that_a_moderator_is_to_read_it(client, orla, clip):
    page = challenge(client, clip, "pia", "Is it so?")
    assert "A moderator will read what you wrote." in page
    assert "waiting for a moderator" in page
    Flag.objects.update(closed_at=timezone.now())
    assert "waiting for a moderator" not in client.get(f"/s/{clip.story_id}/suggestions").content.decode()


def test_who_writes_nothing_is_told_that_the_rules_alone_decided(client, orla, clip):
    page = challenge(client, clip, "pia", " ")
    assert "The check found nothing wrong with the sentence. To have a moderator look, too, say what is wrong." in page
    assert "waiting for a moderator" not in page
    assert not Flag.objects.exists()
    assert "A moderator will read what you wrote." in challenge(client, clip, "pia", "Is it so?")


def test_what_a_second_person_writes_about_the_same_sentence_waits_too(client, orla, clip):
    challenge(client, clip, "pia", "Is it so?")
    assert "A moderator will read what you wrote." in challenge(client, clip, "nils", "It never left.")
    client.force_login(orla)
    page = queue(client)
    assert "Is it so?" in page
    assert "It never left." in page


def test_who_says_nothing_new_is_led_to_the_answer(client, orla, clip):
    challenge(client, clip, "pia", "Is it so?")
    challenge(client, clip, "pia", "Is it really so?")
    challenge(client, clip, "nils", "")
    assert Challenge.objects.count() == 1


def test_the_form_promises_no_more(client, clip):
    client.force_login(Reader.objects.create(username="pia"))
    page = client.get(f"/c/{Clip.objects.get().slug}/challenge").content.decode()
    assert "If the rules find nothing wrong, a moderator reads what you write here." in page
    assert "Leave the box empty, and the rules alone decide." in page
