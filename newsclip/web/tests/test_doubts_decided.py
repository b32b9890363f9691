"""A doubt that the rules cannot grant: a moderator reads the sentence first, with what it rests on, and decides."""

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Amendment, Clip, Correction
from newsclip.community import actions
from newsclip.community.models import Action, Challenge, Flag, Notice
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import doubts
from newsclip.web.tests import factories
from newsclip.web.tests.test_queue import queue

pytestmark = pytest.mark.django_db
SENTENCE = "The operator, Strait Line, said the Sabine had left Kelling at 06.20."
OTHER = "Two people were treated for bruises at the harbour clinic."


@pytest.fixture
def doubt():
    """pia doubts a sentence of the ferry's clip; the rules found nothing wrong with it."""
    clip, pia, now = factories.ferry(), Reader.objects.create(username="pia"), timezone.now()
    made = actions.challenge(pia, clip, SENTENCE, now=now, why="It left at seven.")
    Challenge.objects.filter(pk=made.pk).update(upheld=False, decided_at=now)
    made.refresh_from_db()
    assert actions.refer_doubt(made, now=now)
    return made


def told(name: str = "pia") -> list[str]:
    return [one.words for one in Notice.objects.filter(reader__username=name)]


def also_doubted(by: str, sentence: str, version: int = 1) -> Challenge:
    """A further doubt that the rules found nothing in and that waits for a moderator."""
    doubter, now = Reader.objects.get_or_create(username=by)[0], timezone.now()
    known = {"clip": Clip.objects.get(), "clip_version": version, "at": now, "decided_at": now}
    made = Challenge.objects.create(reader=doubter, sentence=sentence, why="Not so.", upheld=False, **known)
    actions.refer_doubt(made, now=now)
    return made


def test_the_queue_and_the_choices_show_the_doubted_sentence_with_the_words_it_rests_on(client, orla, doubt):
    story = doubt.clip.story_id
    for page in (queue(client), client.get(f"/moderation/story/{story}").content.decode()):
        assert page.index(f"<p>{SENTENCE}</p>") < page.index("It left at seven.") < page.index('class="passage"')
        assert page.count("It left at seven.") == 1
    assert "Take this sentence out</button>" in page


def test_the_button_says_that_to_dismiss_reports_keeps_the_sentence(client, orla, doubt):
    story = doubt.clip.story_id
    for page in (queue(client), client.get(f"/moderation/story/{story}").content.decode()):
        assert "Keep the clip as it is" in page
        assert "Dismiss the reports<span" not in page  # of one thing; of many that are marked it may be said
        assert "What is challenged stays, and all reports about it are closed;" in page
    client.post(f"/moderation/story/{story}", {"action": "dismiss", "reason": "It left at 06.20."})
    assert told() == ["orla kept the sentence that you challenged: It left at 06.20."]


def test_a_sentence_that_is_taken_out_is_corrected_and_whoever_doubted_it_and_the_log_are_told(client, orla, doubt):
    said = client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."})
    assert said["Location"] == "/moderation/queue"
    assert told() == ["orla took out the sentence that you challenged: It left at seven."]
    assert (Action.objects.get().kind, Action.objects.get().reason) == ("take_out", "It left at seven.")
    assert (Amendment.objects.get().kind, Correction.objects.get().sentences[0]["before"]) == ("sentence", SENTENCE)
    assert Challenge.objects.get().upheld
    assert not Flag.objects.filter(closed_at=None).exists()
    assert "took a sentence out of" in client.get("/moderation").content.decode()
    assert client.post(f"/doubts/{doubt.pk}/take-out", {"why": "Again."}).status_code == 410


def test_a_sentence_that_was_taken_out_is_put_back_and_whoever_doubted_it_and_the_log_are_told(client, orla, doubt):
    client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."})
    undo = f"/moderation/put-back/{Action.objects.get().pk}"
    assert f'<a href="{undo}">Undo</a>' in queue(client)
    assert f'action="{undo}"' in client.get("/moderation").content.decode()
    asked = client.get(undo).content.decode()
    assert SENTENCE in asked
    assert f"{doubt.clip.headline}</a>" in asked
    assert client.post(undo, {"why": " "}).status_code == 422
    assert client.post(undo, {"why": "The harbour log has 06.20."})["Location"] == "/moderation"
    assert "orla put back the sentence that you challenged: The harbour log has 06.20." in told()
    assert not Amendment.objects.exists()
    log = client.get("/moderation").content.decode()
    assert "(a sentence was put back)" in log
    assert "The harbour log has 06.20." in log
    assert "No longer in force." in log
    assert undo not in log
    answer = client.get(f"/s/{doubt.clip.story_id}/suggestions").content.decode()
    assert "A moderator put back a sentence that had been taken out." in answer
    assert "Challenge upheld" not in answer
    assert client.get(undo).status_code == 410
    assert not Flag.objects.filter(closed_at=None).exists()


def test_of_two_granted_on_the_same_words_both_are_put_back_and_all_who_challenged_are_told(client, orla, doubt):
    client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."})
    later = also_doubted("nils", SENTENCE, version=2)
    client.post(f"/doubts/{later.pk}/take-out", {"why": "It did."})
    first, second = Action.objects.order_by("pk")
    client.post(f"/moderation/put-back/{first.pk}", {"why": "The harbour log has 06.20."})
    for name in ("pia", "nils"):
        assert "orla put back the sentence that you challenged: The harbour log has 06.20." in told(name)
    assert client.get(f"/moderation/put-back/{second.pk}").status_code == 410
    assert client.get("/moderation").content.decode().count("No longer in force.") == 2


def test_the_list_of_corrections_says_that_a_sentence_was_put_back(client, orla, doubt):
    client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."})
    Clip.objects.update(version=2)
    client.post(f"/moderation/put-back/{Action.objects.get().pk}", {"why": "The harbour log has 06.20."})
    shown = client.get("/corrections").content.decode()
    assert "A sentence was taken out and put back" in shown
    assert "A moderator put back a sentence that had been taken out." in shown
    assert "challenge was upheld" not in shown


def test_a_sentence_that_a_moderator_took_out_is_called_upheld_nowhere_among_the_figures(client, orla, doubt):
    client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."})
    shown = client.get("/quality").content.decode()
    assert '<th scope="row">A moderator took out a sentence</th><td>1</td>' in shown
    assert '<th scope="row">challenges upheld by the check</th><td>0</td>' in shown
    assert "A reader’s challenge was upheld" not in shown


def test_who_does_not_moderate_puts_nothing_back(client, orla, doubt):
    client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."})
    undo = f"/moderation/put-back/{Action.objects.get().pk}"
    client.force_login(Reader.objects.get(username="pia"))
    assert client.post(undo, {"why": "So it is."}).status_code == 403
    assert undo not in client.get("/moderation").content.decode()
    assert Amendment.objects.exists()


def test_without_a_reason_nothing_is_taken_out(client, orla, doubt):
    assert client.post(f"/doubts/{doubt.pk}/take-out", {"why": " "}).status_code == 422
    assert not Amendment.objects.exists()


def test_whoever_doubted_hears_that_the_sentence_stays(client, orla, doubt):
    story = doubt.clip.story_id
    client.post(f"/moderation/story/{story}", {"action": "dismiss", "reason": "The operator says so."})
    assert told() == ["orla kept the sentence that you challenged: The operator says so."]


def test_of_what_the_clip_says_no_more_nothing_can_be_taken_out(client, orla, doubt):
    Challenge.objects.update(sentence="The ferry sank.")
    page = client.get(f"/moderation/story/{doubt.clip.story_id}").content.decode()
    assert "The clip no longer says this." in page
    assert "Take this sentence out" not in page
    assert client.post(f"/doubts/{doubt.pk}/take-out", {"why": "So it is."}).status_code == 404


def test_a_second_doubt_of_the_same_reader_still_waits_when_the_first_is_granted(client, orla, doubt):
    other = also_doubted("pia", OTHER)
    client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."})
    assert Flag.objects.filter(closed_at=None).count() == 1
    assert OTHER in queue(client)
    client.post(f"/doubts/{other.pk}/take-out", {"why": "Nor that."})
    assert not Flag.objects.filter(closed_at=None).exists()


def test_all_who_doubted_the_same_words_are_told_once_that_they_went(client, orla, doubt):
    also_doubted("nils", SENTENCE, version=2)
    also_doubted("nils", SENTENCE, version=3)
    client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."})
    for name in ("pia", "nils"):
        assert told(name) == ["orla took out the sentence that you challenged: It left at seven."]
    assert not Challenge.objects.exclude(upheld=True).exists()
    assert not Flag.objects.filter(closed_at=None).exists()


def test_two_moderators_who_grant_a_doubt_at_once_grant_it_once(client, orla, doubt):
    moderator, clip = Reader.objects.get(username="orla"), Clip.objects.get()
    same = also_doubted("nils", SENTENCE, version=2)
    doubts.take_out(moderator, doubt, clip, why="It left at seven.", now=timezone.now())
    for stale in (doubt, same):  # as the second moderator's page had read it before
        with pytest.raises(Refused, match="It has already been removed"):
            doubts.take_out(moderator, stale, clip, why="It left at seven.", now=timezone.now())
    assert Action.objects.count() == Amendment.objects.count() == 1


def test_of_a_sentence_that_is_gone_nobody_hears_that_it_was_kept(client, orla, doubt):
    Challenge.objects.update(sentence="The ferry sank.")
    client.post(f"/moderation/story/{doubt.clip.story_id}", {"action": "dismiss", "reason": "Written anew."})
    assert told() == [
        "The sentence that you challenged is no longer in the clip; orla closed the challenge: Written anew."
    ]


def test_doubts_about_a_clip_whose_words_were_taken_down_are_shown_and_closed(client, orla, doubt):
    clip = Clip.objects.get()
    kept = {name: clip.document[name] for name in ("schema", "id", "slug", "version", "story") if name in clip.document}
    clip.document = {**kept, "sources": []}
    clip.state, clip.code = Clip.State.WITHDRAWN, "taken_down"
    clip.save()
    story = clip.story_id
    assert client.get("/moderation/queue").status_code == 200
    assert client.get(f"/moderation/story/{story}").status_code == 200
    assert client.post(f"/doubts/{doubt.pk}/take-out", {"why": "It left at seven."}).status_code < 500
    assert client.post(f"/moderation/story/{story}", {"action": "dismiss", "reason": "Gone."}).status_code == 302
    assert not Flag.objects.filter(closed_at=None).exists()
