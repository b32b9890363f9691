"""Headlines and hashtags that readers want: on the publishers' words, in every later version, and taken back."""

from datetime import timedelta

import jsonschema
import pytest

from newsclip.articles.models import Article
from newsclip.clips import actions, queries
from newsclip.clips.models import Clip, ClipVersion
from newsclip.clips.tests.test_actions import NOW, SCHEMA, a_story, add_article, changed, revise, write_all
from newsclip.clips.tests.test_deriving import derive
from newsclip.kernel.reasons import Reason, Refused
from newsclip.stories import actions as stories
from newsclip.stories.models import StoryEvent
from newsclip.stories.ports import Note
from newsclip.writing.tests.stories import BRIDGE, CROWD, MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def story():
    story = a_story()
    add_article(story, CROWD.title, CROWD.text, MONDAY)
    write_all()
    return story


def amend(story, *words, kind="headline", by="suggestion 1"):
    amend_at(story, words, kind=kind, by=by, at=NOW)
    return Clip.objects.get(story=story)


def amend_at(story, words, *, kind, by, at):
    actions.amend(story.pk, kind, words, by=by, now=at)
    write_all()


def test_a_headline_that_an_article_bears_is_published_with_that_as_its_evidence(story):
    clip = amend(story, CROWD.title)
    assert clip.headline == CROWD.title
    [passage] = queries.document(clip).headline.evidence
    assert passage.span.of(CROWD.title) == CROWD.title
    assert clip.slug == "harbour-bridge-opens-in-orlo-bay-after-years"


@pytest.mark.parametrize(("kind", "words"), [("slogan", ["#Harbour"]), ("hashtags", []), ("headline", [])])
def test_another_kind_or_no_words_are_unknown(story, kind, words):
    with pytest.raises(Refused) as refused:
        actions.borne_now(story.pk, kind, words)
    assert refused.value.code == "unknown"


def test_a_headline_that_no_article_bears_is_refused_in_the_verifiers_words(story):
    before = Clip.objects.get().document
    with pytest.raises(Refused) as refused:
        actions.amend(story.pk, "headline", ["Harbour bridge falls into Orlo Bay"], by="suggestion 1", now=NOW)
    assert refused.value.code == "not_supported"
    assert "“falls”" in str(refused.value) or "passage says" in str(refused.value)
    assert write_all() == []
    assert Clip.objects.get().document == before


def test_hashtags_must_be_words_of_the_sources(story):
    clip = amend(story, "orlo bay", "harbour", kind="hashtags")
    assert [tag.name for tag in clip.tags.all()] == ["OrloBay", "Harbour"]
    with pytest.raises(Refused) as refused:
        actions.amend(story.pk, "hashtags", ["Marrow"], by="suggestion 2", now=NOW)
    assert refused.value.because == Reason("hashtag_not_held", {"tag": {"start": 0, "end": 6}}), "as readers typed it"


def test_the_receipt_and_the_history_say_it_and_the_clip_is_derived_anew_with_it(story):
    clip = amend(story, CROWD.title)
    jsonschema.validate(clip.document, SCHEMA)
    assert clip.document["receipt"]["amendments"] == [
        {"kind": "headline", "words": [CROWD.title], "by": "suggestion 1"}
    ]
    assert ClipVersion.objects.get(version=2).reasons == [Reason("headline_by_readers").as_json()]
    actions.take_back(story.pk, "suggestion 1", now=NOW)
    assert derive(clip)


def test_later_versions_keep_it_as_long_as_its_words_stand(story):
    amend(story, CROWD.title)
    add_article(story, "Shops by the bridge open late", "Shops by the harbour bridge stay open late. " * 8, MONDAY)
    changed(story)
    write_all()
    assert Clip.objects.get().headline == CROWD.title
    article = Article.objects.get(publisher__name="Paper 2")
    revise(article, CROWD.title, "Council counts walkers")
    changed(story)
    write_all()
    clip = Clip.objects.get()
    assert clip.headline != CROWD.title
    assert CROWD.title in [refused["sentence"] for refused in clip.document["receipt"]["refused"]]
    assert derive(clip)


def test_taking_it_back_restores_what_was_wanted_before_it_or_the_writers_own(story):
    own = Clip.objects.get().headline
    amend(story, CROWD.title)
    amend(story, own, by="suggestion 2")
    actions.take_back(story.pk, "suggestion 2", now=NOW)
    write_all()
    assert Clip.objects.get().headline == CROWD.title
    actions.take_back(story.pk, "suggestion 1", now=NOW)
    write_all()
    assert Clip.objects.get().headline == own


@pytest.mark.parametrize("kept", ["the corrected", "the other"])
def test_after_a_merge_a_headline_wanted_before_is_written_anew_and_comes_back_with_its_undoing(story, kept):
    other = a_story("Harbour bridge draws crowds", BRIDGE.text)
    own = amend(story, CROWD.title).headline
    left, into = (other, story) if kept == "the corrected" else (story, other)
    stories.merge(left, into, now=NOW + timedelta(hours=1), by="ines")
    write_all()
    assert own == CROWD.title
    assert Clip.objects.get(story=into).document["receipt"].get("amendments", []) == []
    event = StoryEvent.objects.get(story=left, kind="merged")
    stories.undo(event, now=NOW + timedelta(hours=2), by="ines")
    write_all()
    assert Clip.objects.get(story=story).headline == CROWD.title


def test_a_headline_wanted_after_a_merge_stays_and_hashtags_stay_anyway(story):
    other = a_story("Harbour bridge draws crowds", BRIDGE.text)
    amend_at(story, ["harbour"], kind="hashtags", by="suggestion 1", at=NOW)
    stories.merge(other, story, now=NOW + timedelta(hours=1))
    amend_at(story, [CROWD.title], kind="headline", by="suggestion 2", at=NOW + timedelta(hours=2))
    clip = Clip.objects.get(story=story)
    assert (clip.headline, [tag.name for tag in clip.tags.all()]) == (CROWD.title, ["Harbour"])


def test_an_article_that_is_moved_in_leaves_the_headline(story):
    other = a_story("Harbour bridge draws crowds", BRIDGE.text)
    moved = add_article(
        other, "Shops by the bridge open late", "Shops by the harbour bridge stay open late. " * 8, MONDAY
    )
    amend(story, CROWD.title)
    stories.move(
        [moved.pk], other, story, now=NOW + timedelta(hours=1), by="ines", note=Note("It is about the bridge.")
    )
    write_all()
    assert Clip.objects.get(story=story).headline == CROWD.title


def test_what_is_amended_while_a_writer_works_is_written_by_the_next_turn(story):
    changed(story)

    class Slow:
        mark = None

        def __call__(self, assigned):
            actions.amend(story.pk, "headline", [CROWD.title], by="suggestion 1", now=NOW)
            raise Refused("too_thin")

    write_all(Slow())
    write_all()
    assert Clip.objects.get().headline == CROWD.title
