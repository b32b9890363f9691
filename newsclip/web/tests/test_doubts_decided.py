"""A doubt that the rules cannot grant: a moderator reads the sentence first, with what it rests on, and decides."""

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Amendment, Correction
from newsclip.community import actions
from newsclip.community.models import Action, Challenge, Flag, Notice
from newsclip.web.tests import factories
from newsclip.web.tests.test_queue import queue

pytestmark = pytest.mark.django_db
SENTENCE = "The operator, Strait Line, said the Sabine had left Kelling at 06.20."


@pytest.fixture
def doubt():
    """pia doubts a sentence of the ferry's clip; the rules found nothing wrong with it."""
    clip, pia, now = factories.ferry(), Reader.objects.create(username="pia"), timezone.now()
    made = actions.challenge(pia, clip, SENTENCE, now=now, why="It left at seven.")
    Challenge.objects.filter(pk=made.pk).update(upheld=False, decided_at=now)
    made.refresh_from_db()
    assert actions.refer_doubt(made, now=now)
    return made


def told() -> list[str]:
    return [one.words for one in Notice.objects.filter(reader__username="pia")]


def test_the_queue_and_the_choices_show_the_doubted_sentence_with_the_words_it_rests_on(client, orla, doubt):
    story = doubt.clip.story_id
    for page in (queue(client), client.get(f"/moderation/story/{story}").content.decode()):
        assert page.index(f"<p>{SENTENCE}</p>") < page.index("It left at seven.") < page.index('class="passage"')
        assert page.count("It left at seven.") == 1
    assert "Take this sentence out</button>" in page


def test_a_sentence_that_is_taken_out_is_corrected_and_whoever_doubted_it_and_the_log_are_told(client, orla, doubt):
    said = client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."})
    assert said["Location"] == "/moderation/queue"
    assert told() == ["orla took out the sentence that you doubted: It left at seven."]
    assert (Action.objects.get().kind, Action.objects.get().reason) == ("take_out", "It left at seven.")
    assert (Amendment.objects.get().kind, Correction.objects.get().sentences[0]["before"]) == ("sentence", SENTENCE)
    assert Challenge.objects.get().upheld
    assert not Flag.objects.filter(closed_at=None).exists()
    assert "took a sentence out of" in client.get("/moderation").content.decode()
    assert client.post(f"/doubts/{doubt.pk}/take-out", {"why": "Again."}).status_code == 410


def test_without_a_reason_nothing_is_taken_out(client, orla, doubt):
    assert client.post(f"/doubts/{doubt.pk}/take-out", {"why": " "}).status_code == 422
    assert not Amendment.objects.exists()


def test_whoever_doubted_hears_that_the_sentence_stays(client, orla, doubt):
    story = doubt.clip.story_id
    client.post(f"/moderation/story/{story}", {"action": "dismiss", "reason": "The operator says so."})
    assert told() == ["orla kept the sentence that you doubted: The operator says so."]


def test_of_what_the_clip_says_no_more_nothing_can_be_taken_out(client, orla, doubt):
    Challenge.objects.update(sentence="The ferry sank.")
    page = client.get(f"/moderation/story/{doubt.clip.story_id}").content.decode()
    assert "The clip no longer says this." in page
    assert "Take this sentence out" not in page
    assert client.post(f"/doubts/{doubt.pk}/take-out", {"why": "So it is."}).status_code == 404
