"""The evidence says on what basis a sentence stands, and plays an edited one back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip import wiring
from newsclip.articles.models import Article
from newsclip.clips.models import Clip, Exam
from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import LOWERED, ROLE
from newsclip.evidence.playback import kinds
from newsclip.evidence.serialization import derived_digest
from newsclip.kernel.spans import Passage
from newsclip.web.edit_words import EDITS
from newsclip.web.pages import quality_figures
from newsclip.web.pages.clip_document import Shown
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip():
    """Its first sentence is recorded as edited: a name put in, words dropped."""
    made = factories.ferry()
    said = made.document["summary"]["sentences"][0]
    said["edits"] = ["named in full: Sabine → Anna Sabine", "dropped: with 212 people aboard"]
    made.document["digest"] = derived_digest(made.document)
    Clip.objects.filter(pk=made.pk).update(document=made.document)
    return made


def page_of(client, clip, path="evidence"):
    return client.get(f"/c/{clip.slug}/{path}").content.decode()


def test_an_edited_sentence_says_so_and_one_in_its_publishers_words_too(client, clip):
    page = page_of(client, clip)
    assert "Edited from the publisher&#x27;s words" in page
    assert "In the publisher&#x27;s words" in page
    assert "Verbatim." in page


def test_what_went_is_struck_what_came_is_underlined_and_both_are_said_to_screen_readers(client, clip):
    page = " ".join(page_of(client, clip).split())
    said = '<{0}><span class="unseen" lang="en">[{1}: </span>{2}<span class="unseen">]</span></{0}>'
    assert said.format("del", "left out", "with 212 people aboard") in page
    assert said.format("ins", "put in", "Anna Sabine") in page


def test_each_step_says_why_it_is_allowed_and_leads_to_the_rule(client, clip):
    page = page_of(client, clip)
    assert "The article gives the full name before, and the surname to nobody else." in page
    assert 'href="/about/edits#named-in-full"' in page
    assert 'id="named-in-full"' in client.get("/about/edits").content.decode()


def test_every_edit_is_explained_in_plain_words():
    assert set(kinds()) <= set(EDITS)


def test_the_quality_page_counts_sentences_by_basis(client, clip):
    quality_figures.caches["process"].clear()
    bases = dict(client.get("/quality.json").json()["standing"]["bases"])
    assert bases["edited"] == 1
    assert bases["exact"] > 1
    assert "Edited from the publisher&#x27;s words" in client.get("/quality").content.decode()


def test_the_figures_of_the_quality_page_add_up_and_say_of_when_they_are(client, clip):
    article = Article.objects.first()
    Article.objects.exclude(pk=article.pk).update(found_at=timezone.now() - timedelta(days=9))
    Article.objects.filter(pk=article.pk).update(found_at=timezone.now() - timedelta(days=90))
    quality_figures.caches["process"].clear()
    page = client.get("/quality").content.decode()
    found = quality_figures.quality(timezone.now())
    standing = found.standing
    assert sum(number for _, number in standing.bases) + standing.quotations + standing.answers == standing.sentences
    assert found.found == Article.objects.count() - 1
    assert "found in the last 30 days" in page
    assert f"Total</th><td>{standing.sentences}</td>" in page
    assert f"Total</th><td>{found.found}</td>" in page


def test_the_quality_page_tells_the_exam_of_the_judge_that_is_asked_now(client):
    judge = wiring.judge_model()
    for name in (judge.model, "another"):
        Exam.objects.create(
            model=name, endpoint=judge.endpoint, prompt=judge.prompt, at=timezone.now(),
            true=200, true_accepted=190, wrong=200, wrong_passed=0 if name == judge.model else 9,
        )  # fmt: skip
    quality_figures.caches["process"].clear()
    assert client.get("/quality.json").json()["exam"]["wrong_passed"] == 0


def test_programs_are_told_basis_and_edits(client, clip):
    told = client.get(f"/api/clips/{clip.slug}/evidence").json()
    assert {one["basis"] for one in told} == {"exact", "edited", ""}
    assert ["named in full: Sabine → Anna Sabine", "dropped: with 212 people aboard"] in [one["edits"] for one in told]


def test_only_what_lost_words_is_called_shortened():
    rests_on = (Passage("1", 1, 0, 5, "x"),)
    assert Shown(1, Sentence("The ferry sank.", rests_on, ("dropped: at noon",)), ()).shortened
    assert not Shown(1, Sentence("The ferry sank.", rests_on, (LOWERED,)), ()).shortened


def test_the_evidence_does_not_call_lowered_capitals_shortened(client, clip):
    said = clip.document["summary"]["sentences"]
    shown = {}
    for edit in (LOWERED, "dropped: with 212 people aboard"):
        said[0]["edits"] = [edit]
        clip.document["digest"] = derived_digest(clip.document)
        Clip.objects.filter(pk=clip.pk).update(document=clip.document)
        shown[edit] = page_of(client, clip).count("words, shortened.")
    assert shown["dropped: with 212 people aboard"] == shown[LOWERED] + 1


def test_a_heading_of_our_own_is_not_called_the_publishers_words():
    rests_on = (Passage("1", 1, 0, 5, "x"),)
    assert Shown(1, Sentence("The charges", rests_on, (ROLE,)), ()).basis == ""
    assert Shown(1, Sentence("The ferry sank.", rests_on), ()).basis == "exact"
