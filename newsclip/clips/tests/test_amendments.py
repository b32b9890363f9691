"""Headlines and hashtags that readers want: on the publishers' words, in every later version, and taken back."""

import jsonschema
import pytest

from newsclip.articles.models import Article
from newsclip.clips import actions, queries
from newsclip.clips.models import Clip, ClipVersion
from newsclip.clips.tests.test_actions import NOW, SCHEMA, a_story, add_article, changed, revise, write_all
from newsclip.clips.tests.test_deriving import derive
from newsclip.kernel.reasons import Reason, Refused
from newsclip.writing.tests.stories import CROWD, MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def story():
    story = a_story()
    add_article(story, CROWD.title, CROWD.text, MONDAY)
    write_all()
    return story


def amend(story, *words, kind="headline", by="suggestion 1"):
    actions.amend(story.pk, kind, words, by=by, now=NOW)
    write_all()
    return Clip.objects.get()


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
