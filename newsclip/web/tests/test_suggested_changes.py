"""What readers suggest for a story reaches the moderators, and what came of it reaches the readers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import queries
from newsclip.community.models import Action, Notice, Suggestion
from newsclip.web.tests import factories
from newsclip.web.tests.test_queue import queue

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    """A headline that pia suggests for the ferry's story; nobody agrees yet."""
    story, pia = factories.ferry().story, Reader.objects.create(username="pia")
    wanted = {"headline": "Lifeboats empty stranded ferry"}
    given = {"why": "It is calmer.", "at": timezone.now()}
    return Suggestion.objects.create(reader=pia, story=story, kind="headline", wanted=wanted, **given)


def told(name: str) -> list[str]:
    return [one.words for one in Notice.objects.filter(reader__username=name)]


def test_a_suggestion_that_nobody_agrees_with_yet_stands_in_the_queue(client, orla, idea):
    page = queue(client)
    for said in (
        "Lifeboats empty stranded ferry",
        "It is calmer.",
        ">pia</a>",
        "Changes that readers suggest (1)",
        "Nobody agrees yet",
    ):
        assert said in page
    assert queries.waiting(limit=9) == 1


def test_what_enough_readers_agree_with_stands_before_what_was_suggested_earlier(idea):
    Suggestion.objects.update(at=timezone.now() - timedelta(days=3))
    agreed = Suggestion.objects.create(
        story=idea.story, kind="hashtags", wanted={"hashtags": ["Fog"]}, at=timezone.now(), referred_at=timezone.now()
    )
    assert [one.pk for one in queries.open_suggestions()] == [agreed.pk, idea.pk]


def test_who_declines_says_why_and_the_suggester_and_the_log_are_told(client, orla, idea):
    ask = {"refuse": "1", "why": "It says less.", "next": "/moderation/queue"}
    assert client.post(f"/suggestions/{idea.pk}/decide", ask)["Location"] == "/moderation/queue"
    assert told("pia") == [f"orla declined what you suggested for “{Clip.objects.get().headline}”: It says less."]
    assert "It says less." in Action.objects.get().reason
    assert queries.page_of(Notice.objects.get()) == f"/s/{idea.story_id}/suggestions"


def test_nothing_is_declined_without_a_reason(client, orla, idea):
    assert client.post(f"/suggestions/{idea.pk}/decide", {"refuse": "1", "why": " "}).status_code == 422
    idea.refresh_from_db()
    assert idea.state == "open"


@pytest.mark.parametrize("address", ["/moderation/queue", "/s/{story}/suggestions"])
def test_a_moderator_can_carry_out_and_decline_wherever_a_suggestion_stands(client, orla, idea, address):
    page = client.get(address.format(story=idea.story_id)).content.decode()
    assert "Carry it out</button>" in page
    assert "Decline</button>" in page


def test_a_new_moderator_does_not_read_that_the_account_is_new(client, orla, idea):
    Reader.objects.update(date_joined=timezone.now())
    address = f"/s/{idea.story_id}/suggestions"
    assert "Your account is new" not in client.get(address).content.decode()
    client.force_login(Reader.objects.create(username="nils"))
    assert "Your account is new" in client.get(address).content.decode()
