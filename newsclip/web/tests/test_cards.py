"""A card is rendered once for all who see the same; whatever it shows makes it another."""

import re
from datetime import timedelta
from itertools import combinations

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.html import escape
from django.utils.translation import gettext

from newsclip.articles.models import Picture
from newsclip.clips import queries
from newsclip.community.models import Vote
from newsclip.ranking.queries import close_among
from newsclip.sources.models import Publisher
from newsclip.stories.models import Relation
from newsclip.web.cards import queries as cards_queries
from newsclip.web.cards.queries import cards
from newsclip.web.templatetags.newsclip import date_words
from newsclip.web.tests.factories import NOON, Told, ferry

pytestmark = pytest.mark.django_db


@pytest.fixture
def rendered():
    """How many cards were rendered so far."""
    cards_queries._render.cache_clear()
    return lambda: cards_queries._render.cache_info().misses


def shown():
    return "".join(card.html() for card in cards(list(queries.newest())))


def test_a_card_is_rendered_once_however_often_it_is_shown(rendered):
    ferry()
    assert shown() == shown() == shown()
    assert rendered() == 1


def test_every_change_of_what_a_card_shows_is_seen_at_once(rendered):
    clip = ferry()
    before = [shown()]
    for change in ({"headline": "Ferry <b> refloated"}, {"summary": "It floats."}, {"reports": 9}, {"language": "de"}):
        type(clip).objects.update(**change)
        before.append(shown())
    reader = get_user_model().objects.create(username="mara")
    Vote.objects.create(reader=reader, story=clip.story, at=NOON)
    before.append(shown())
    Picture.objects.update(name="other.webp")
    before.append(shown())
    assert len(set(before)) == rendered() == 7
    assert "&lt;b&gt;" in before[1]


def test_one_more_publisher_in_the_story_changes_the_card(rendered):
    clip = ferry()
    before = shown()
    other = Told(7, told=(("Tide Gazette", "tide.example", "Ferry floats again", "The ferry floats again."),))
    other.story.memberships.update(story=clip.story)
    assert "4 articles" in shown()
    assert shown() != before


def test_how_long_ago_it_was_moves_on(rendered):
    ferry(at=timezone.now() - timedelta(minutes=5, seconds=1))
    assert "5 min ago" in shown()
    type(queries.newest().first()).objects.update(published=timezone.now() - timedelta(hours=3, seconds=1))
    assert "3 h ago" in shown()
    type(queries.newest().first()).objects.update(published=timezone.now())
    assert "just now" in shown()
    type(queries.newest().first()).objects.update(published=timezone.now() - timedelta(days=1, seconds=1))
    assert ">yesterday<" in shown()


def test_only_the_picture_at_the_head_of_a_page_is_loaded_first():
    ferry()
    (card,) = cards(list(queries.newest()))
    assert 'fetchpriority="high"' in card.eager()
    assert 'loading="lazy"' in card.html()


HOSTILE = """<script>alert("{0}")</script> & 'so' {{ user }} {headline} %s"""


def test_nothing_that_a_card_shows_becomes_markup():
    clip = ferry()
    hostile = {"headline": HOSTILE, "summary": HOSTILE, "category": HOSTILE[:40], "language": '"><b>'}
    type(clip).objects.update(**hostile)
    Picture.objects.update(name='"><i>.webp')
    Publisher.objects.update(name=HOSTILE)
    text = shown()
    assert text.count(escape(HOSTILE)) >= 3  # headline, summary, publishers
    assert escape(HOSTILE[:40]) in text
    tags = set(re.findall(r"<(\w+)", text))
    assert tags == {"article", "div", "img", "p", "a", "h2", "time", "span", "button"}


@pytest.mark.parametrize(("spoken", "words"), [("en", "3 articles"), ("de", "3 Artikel"), ("fr", "3 articles")])
def test_a_card_speaks_the_language_of_its_page_whichever_came_before(spoken, words):
    published = timezone.now() - timedelta(days=3)
    category = ferry(at=published).category
    for language in ("fr", "de", "en", spoken):
        with translation.override(language):
            text = shown()
    with translation.override(spoken):
        assert f">{gettext(category)}<" in text
        assert words in text
        assert date_words(published) in text


def test_thirty_cards_cost_as_many_queries_as_one(django_assert_max_num_queries):
    for place in range(30):
        ferry(place)
    with django_assert_max_num_queries(4):
        assert len(cards(list(queries.newest()))) == 30


@pytest.mark.parametrize("path", ["/", "/?order=new", "/?order=top&for=month", "/category/general", "/tag/sabine"])
def test_no_list_reads_the_document_of_a_clip_that_no_other_is_near(client, path):
    ferry(at=timezone.now() - timedelta(hours=1))
    with CaptureQueriesContext(connection) as asked:
        assert '<article class="card' in client.get(path).content.decode()
    assert [query["sql"] for query in asked if '"document"' in query["sql"]] == []


def test_of_clips_near_each_other_a_list_reads_some_documents_at_once_and_each_pair_one_time():
    made = [ferry(place, picture=False) for place in range(7)]
    pairs = list(combinations(made, 2))
    Relation.objects.bulk_create(Relation(story=one.story, other=other.story, score=-0.6) for one, other in pairs)

    def documents_read():
        with CaptureQueriesContext(connection) as asked:
            close_among(list(queries.newest()))
        return [query["sql"] for query in asked if '"document"' in query["sql"]]

    caches["process"].clear()
    reads = [len(documents_read()) for _ in range(4)]
    assert reads == [1, 1, 0, 0]  # 21 pairs


def test_a_publishers_name_leads_to_its_page_whatever_it_is_called(client):
    ferry()
    Publisher.objects.filter(domain="ledger.example").update(name="Ledger & <b>")
    Publisher.objects.exclude(domain="ledger.example").update(name="The same")
    told = re.search(r'<p class="card-tellers">(.*?)</p>', client.get("/").content.decode())[1]
    assert '<a href="/source/ledger.example">Ledger &amp; &lt;b&gt;</a>' in told
    assert told.count("The same") == 1
