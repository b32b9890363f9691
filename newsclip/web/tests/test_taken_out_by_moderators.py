"""What a moderator takes out for their own reason: what goes with it is shown first, and nobody blames the check."""

import html

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, Correction
from newsclip.community import actions
from newsclip.community.models import Action, Challenge
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.web.pages.quality_figures import quality
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
SENTENCE = "The operator, Strait Line, said the Sabine had left Kelling at 06.20."
WHY = "It left at seven."


@pytest.fixture
def pia() -> Reader:
    return Reader.objects.create(username="pia")


@pytest.fixture
def doubt(pia) -> Challenge:
    """pia doubts a sentence of the ferry's clip; the rules found nothing wrong with it."""
    now = timezone.now()
    made = actions.challenge(pia, factories.ferry(), SENTENCE, now=now, why=WHY)
    Challenge.objects.filter(pk=made.pk).update(upheld=False, decided_at=now)
    made.refresh_from_db()
    assert actions.refer_doubt(made, now=now)
    return made


def page(client, path: str) -> str:
    return html.unescape(client.get(path).content.decode())


def take_out(client, doubt: Challenge) -> None:
    client.post(f"/doubts/{doubt.pk}/take-out", {"why": WHY})


def test_what_rests_on_the_same_words_goes_along_and_is_named_before(client, orla, doubt):
    clip = Clip.objects.get()
    said = sentences_and_quotations(clips.document(clip))
    digests = {passage.digest for one in said if one.text == SENTENCE for passage in one.evidence}
    same = {one.text for one in said if digests & {passage.digest for passage in one.evidence}} - {SENTENCE}
    along = clips.goes_with(clip, SENTENCE)
    assert same <= set(along)
    assert SENTENCE not in along
    shown = page(client, f"/moderation/story/{clip.story_id}")
    assert ("Taking it out also takes out:" in shown) == bool(along)
    assert [words for words in along if f'<li dir="auto">{words}</li>' not in shown] == []


def test_of_what_the_clip_does_not_say_nothing_goes_along(doubt):
    assert clips.goes_with(Clip.objects.get(), "The bridge was sold.") == ()


def test_pages_say_that_a_moderator_took_it_out_and_why_and_not_that_it_did_not_hold_up(client, orla, doubt, pia):
    take_out(client, doubt)
    story, slug = Clip.objects.values_list("story", "slug").get()
    pages = [page(client, path) for path in (f"/s/{story}/suggestions", f"/c/{slug}", "/corrections")]
    client.force_login(pia)
    for shown in (*pages, page(client, "/reported")):
        assert "A moderator took out a sentence that a reader challenged." in shown
        assert f'“<span dir="auto">{WHY}</span>”' in shown
        assert "did not hold up" not in shown
        assert "pheld" not in shown


def test_the_reason_of_what_was_taken_out_is_not_given_for_putting_it_back(client, orla, doubt):
    take_out(client, doubt)
    Clip.objects.update(version=2)
    client.post(f"/moderation/put-back/{Action.objects.get().pk}", {"why": "The log has it."})
    for path in ("/corrections", f"/c/{Clip.objects.get().slug}"):
        shown = page(client, path)
        assert "A moderator put back a sentence that had been taken out." in shown
        assert f'“<span dir="auto">{WHY}</span>”' not in shown


def test_what_was_taken_out_of_two_stories_at_once_has_the_reason_of_each(client, orla, doubt):
    take_out(client, doubt)
    done, listed = Action.objects.get(), Correction.objects.get()
    other = factories.ferry(1, headline="Tugs refloat the Sabine")
    known = {"name": "orla", "kind": "take_out", "target": "story", "at": done.at}
    Action.objects.filter(pk=done.pk).update(key=str(other.story_id), reason="It had no tugs.")
    Action.objects.create(key=str(listed.clip.story_id), reason=WHY, **known)
    Correction.objects.create(clip=other, version=2, kind=listed.kind, reasons=listed.reasons, at=listed.at)
    with CaptureQueriesContext(connection) as asked:
        shown = page(client, "/corrections")
    assert shown.index("Tugs refloat the Sabine") < shown.index("It had no tugs.") < shown.index(WHY)
    assert len([one for one in asked.captured_queries if 'FROM "community_action"' in one["sql"]]) == 1


def test_the_log_names_the_first_words_of_the_sentence(client, orla, doubt):
    take_out(client, doubt)
    assert "The operator, Strait Line, said" in page(client, "/moderation")
    client.post(f"/moderation/put-back/{Action.objects.get().pk}", {"why": "The log has it."})
    assert page(client, "/moderation").count("The operator, Strait Line, said") == 2


def test_the_figures_of_quality_agree_about_it(client, orla, doubt):
    take_out(client, doubt)
    for called in ("A moderator took out a sentence", "A sentence was taken out and put back"):
        caches["process"].clear()
        found = quality(timezone.now())
        assert (found.corrections, found.doubts, found.right) == (((called, 1),), 1, 0)
        Clip.objects.update(version=2)
        client.post(f"/moderation/put-back/{Action.objects.earliest('pk').pk}", {"why": "The log has it."})
