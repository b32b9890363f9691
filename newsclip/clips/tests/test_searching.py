"""What search, by words and by meaning, is told of clips."""

import pytest
from django.core.management.color import no_style
from django.db import connection

from newsclip import wiring
from newsclip.articles.models import Article, Revision
from newsclip.clips import actions, queries
from newsclip.clips.models import Amendment, Clip
from newsclip.kernel.spans import digest_of
from newsclip.sources.models import Publisher
from newsclip.stories.models import Membership
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _as_on_a_young_site(db):
    """PostgreSQL does not give numbers of clips back: behind 2,000 of them rare words are learnt no more."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Clip]):
            cursor.execute(statement)


class Vectors:
    """A VectorIndex by hand: it remembers what it was told."""

    def __init__(self):
        self.held = {}

    def put(self, clip_id, words):
        self.held[clip_id] = words

    def drop(self, clip_id):
        self.held.pop(clip_id, None)


@pytest.fixture
def vectors():
    return Vectors()


def tell(vectors):
    return actions.index(list(queries.to_index()), index=wiring.search_index(), vectors=vectors)


def test_a_clip_is_known_by_headline_and_summary_and_its_new_version_takes_the_place_of_the_old(vectors):
    clip = factories.ferry()
    tell(vectors)
    assert vectors.held == {clip.pk: f"{clip.headline}. {clip.summary}"}
    Clip.objects.update(headline="The Sabine floats again", version=2)
    assert tell(vectors) == 1
    assert vectors.held[clip.pk].startswith("The Sabine floats again. ")


@pytest.mark.parametrize("gone", [{"state": "withdrawn"}, {"hidden": True}])
def test_a_clip_that_no_list_shows_is_forgotten(vectors, gone):
    clip = factories.ferry()
    tell(vectors)
    Clip.objects.update(**gone)
    actions.index_again(clip.story_id)
    tell(vectors)
    assert vectors.held == {}
    assert not queries.to_index()


def test_a_clip_that_is_taken_out_while_search_is_told_of_it_is_forgotten(vectors):
    clip = factories.ferry()
    looked_at = list(queries.to_index())
    Clip.objects.filter(pk=clip.pk).update(hidden=True, indexed_version=0)
    actions.index(looked_at, index=wiring.search_index(), vectors=vectors)
    tell(vectors)
    assert vectors.held == {}


def test_all_is_told_again_from_the_tables(vectors):
    clip = factories.ferry()
    tell(vectors)
    vectors.held.clear()
    Clip.objects.update(indexed_version=0)  # as the start does where an index says that it holds nothing
    tell(vectors)
    assert list(vectors.held) == [clip.pk]


@pytest.mark.parametrize("typed", ["varga", "Ilse Varga", "Osgood", "harbour master", '"no sign of a leak"'])
def test_who_speaks_in_a_quotation_is_found_by_name_role_and_words(vectors, typed):
    clip = factories.ferry()
    tell(vectors)
    assert [hit.clip_id for hit in wiring.search_index().search(typed, limit=5)] == [clip.pk]


def quoting(clip, text, domain="ledger.example", **fields):
    """An article of the clip's story that the clip does not quote."""
    row = factories.article("Northern Ledger", domain, "The wharf", text, url=f"https://{domain}/w", at=factories.NOON)
    Revision.objects.filter(article=row).update(**fields)
    Membership.objects.create(article=row, story=clip.story, revision=1, report=9, at=factories.NOON, receipt={})
    return row


SAID = "“Nobody walked the wharf at night”, said Tomasa Quill, the night warden.\n\n“Sunk” is a word."


@pytest.mark.parametrize("typed", ["quill", "Tomasa Quill", "night warden", '"walked the wharf at night"'])
def test_whom_an_article_quotes_and_the_clip_does_not_is_found_by_name_role_and_words(vectors, typed):
    clip = factories.ferry()
    quoting(clip, SAID)
    tell(vectors)
    assert [hit.clip_id for hit in wiring.search_index().search(typed, limit=5)] == [clip.pk]
    assert not wiring.search_index().search("sunk", limit=5)  # one word that is quoted is no quotation


@pytest.mark.parametrize("why", ["gone", "retracted", "taken out", "excerpt"])
def test_what_an_article_no_longer_says_or_may_not_is_not_found(vectors, why):
    clip = factories.ferry()
    text = f"The wharf is old.\n\n{SAID}"
    row = quoting(clip, text, title="RETRACTED: The wharf" if why == "retracted" else "The wharf")
    if why == "gone":
        Article.objects.filter(pk=row.pk).update(state=Article.State.GONE)
    elif why == "excerpt":
        Publisher.objects.filter(pk=row.publisher_id).update(excerpt_words=4)
    elif why == "taken out":
        said = SAID.partition("\n")[0]
        Amendment.objects.create(
            story=clip.story, article=row, kind="sentence", words=[digest_of(said)], by="one", at=factories.NOON
        )
    tell(vectors)
    assert not wiring.search_index().search("quill", limit=5)


def test_a_filter_names_a_category_as_readers_of_any_language_do(vectors):
    clip = factories.ferry(category="Sports")
    tell(vectors)
    found = {name: wiring.search_index().search(f"category:{name}", limit=5) for name in ("sport", "Sports", "spoorts")}
    assert [bool(hits) for hits in found.values()] == [True, True, False]
    Clip.objects.filter(pk=clip.pk).update(category="Business", version=2)
    tell(vectors)
    assert wiring.search_index().search("category:wirtschaft", limit=5)


def test_what_a_clip_said_is_offered_to_nobody_once_it_is_taken_out(vectors):
    clip = factories.ferry()
    tell(vectors)
    index = wiring.search_index()
    assert (index.meant("osgoood"), index.meant("inspektion")) == ("osgood", "inspection")
    texts, tags = queries.words_for_search([clip], [])
    index.drop(clip.pk)
    index.unlearn(texts, tags)
    assert (index.meant("osgoood"), index.meant("inspektion")) == ("osgoood", "inspektion")
