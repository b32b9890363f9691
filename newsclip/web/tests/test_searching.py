"""The page of a search: what it finds and why, what it corrects, and what it offers where it finds nothing."""

import re
from html import unescape

import pytest
from django.core.management.color import no_style
from django.db import connection
from django.utils import timezone
from lxml import html

from newsclip import wiring
from newsclip.adapters import spell_suggest
from newsclip.articles.models import Revision
from newsclip.clips import actions, queries
from newsclip.clips.models import Clip
from newsclip.web.pages import pagination
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _as_on_a_young_site(db):
    """PostgreSQL does not give numbers of clips back: behind 2,000 of them rare words are learnt no more."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Clip]):
            cursor.execute(statement)


@pytest.fixture
def clip(monkeypatch):
    # A clip is early by its number, which PostgreSQL goes on counting from test to test.
    monkeypatch.setattr(spell_suggest, "_EARLY", 10**9)
    found = factories.ferry()
    tell()
    return found


def tell() -> None:
    actions.index(list(queries.to_index()), index=wiring.search_index(), vectors=wiring.vector_index())


def body(client, **asked: str) -> str:
    answer = client.get("/search", asked)
    assert answer.status_code == 200, asked
    return answer.content.decode()


def test_a_search_for_a_hashtag_can_be_followed_and_any_other_names_what_can(client, clip, django_user_model):
    tag = clip.tags.order_by("key").first()
    assert f'href="/tag/{tag.key}"' in body(client, q="ferry rocks")
    client.force_login(django_user_model.objects.create(username="mara"))
    assert f'name="key" value="{tag.key}"' in body(client, q=f"#{tag.name}")


def words_of(shown: str, path: str) -> list[str]:
    """The words of the elements at this path."""
    return [" ".join(one.text_content().split()) for one in html.fromstring(shown).cssselect(path)]


def test_it_shows_what_it_found_and_marks_the_words(client, clip):
    shown = body(client, q="ferries aboard")
    assert words_of(shown, ".card-title") == [clip.headline]
    assert words_of(shown, ".card-title mark") == ["Ferry", "aboard"]
    assert not words_of(shown, ".card-found")


def test_what_is_found_in_the_text_is_shown_with_its_sentence(client, clip):
    (found,) = words_of(body(client, q="Sabine inspections"), ".card-found")
    assert "passed its last inspection in March" in found
    assert words_of(body(client, q="inspections"), ".card-found mark") == ["inspection"]


def test_what_is_found_in_a_quotation_is_shown_with_its_speaker(client, clip):
    shown = body(client, q="osgood")
    (found,) = words_of(shown, ".card-found")
    assert found == "“The hull is sound and there is no sign of a leak” — Piet Osgood, harbour master"
    assert words_of(shown, ".card-found mark") == ["Osgood"]


def test_what_is_found_in_the_title_of_an_article_is_shown_with_its_publisher(client, clip):
    assert words_of(body(client, q="empty stranded"), ".card-found") == [
        "Lifeboats empty stranded ferry in fog — Northern Ledger"
    ]


def test_marks_make_html_of_no_words(client):
    factories.ferry(headline="<script>alert(1)</script> ferry <mark>x</mark>")
    tell()
    for words in ("ferry", "script", "<mark>x</mark>", "tag:sabine"):
        shown = body(client, q=words)
        assert "&lt;script&gt;" in shown.replace("<mark>", "").replace("</mark>", "")
        assert "<script>alert" not in shown
        assert "<mark>x</mark> —" not in shown


def test_what_was_likely_meant_is_shown_and_exact_words_are_a_click_away(client, clip):
    shown = body(client, q="inspektion ferrry")
    assert words_of(shown, ".list-note")[0].startswith(
        "Showing results for inspection ferry instead of inspektion ferrry."
    )
    assert words_of(shown, ".card-title") == [clip.headline]
    assert 'href="/search/feed.atom?q=inspection%20ferry"' in shown
    (exact,) = re.findall(r'href="\?q=([^"]*exact=1)"', shown)
    shown = client.get(f"/search?q={unescape(exact)}").content.decode()
    assert not words_of(shown, ".card-title")
    assert "Did you mean inspection ferry?" in words_of(shown, ".search-nearest p")


def test_what_was_asked_is_told_as_words(client, clip):
    shown = body(client, q="lifebaots<")
    assert "instead of lifebaots<." in words_of(shown, ".list-note")[0]
    assert "lifebaots<." not in shown


def test_each_filter_is_a_chip_that_takes_it_away(client, clip):
    shown = body(client, q='ferry category:general "marrow point" #sabine after:2026-11-24 source:ledger.example')
    chips = html.fromstring(shown).cssselect(".chips a")
    assert [one.text_content().split("×")[0].strip() for one in chips] == [
        "Category: general", "Side by side: marrow point", "Hashtag: sabine", "On or after: 2026-11-24",
        "Source: Northern Ledger",
    ]  # fmt: skip
    without = client.get(f"/search{chips[0].get('href')}").content.decode()
    assert len(html.fromstring(without).cssselect(".chips a")) == 4
    assert words_of(without, ".card-title") == [clip.headline]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("category", ["Sports", "Science & Technology", "Business"])
def test_each_example_that_the_page_prints_finds_something(client, language, category):
    clip = factories.ferry(category=category)
    tell()
    client.cookies["django_language"] = language
    shown = html.fromstring(body(client, q=""))
    examples = shown.cssselect(".search-help dt a")
    assert len(examples) == 6
    for one in examples:
        found = client.get(f"/search{one.get('href')}").content.decode()
        assert words_of(found, ".card-title") == [clip.headline], one.text_content()


def test_where_nothing_is_found_the_nearest_is_offered(client, clip):
    shown = body(client, q="ferry zeppelin inspektion")
    assert "No clip contains all these words" in shown
    assert "ferry inspection" in words_of(shown, ".search-nearest .chips a")
    assert "#Sabine" in words_of(shown, ".search-nearest .chips a")
    assert clip.headline in " ".join(words_of(shown, ".search-nearest .plain a"))
    assert words_of(shown, ".search-help h2") == ["Search tips"]


def test_a_category_that_is_misspelt_is_offered_by_its_name(client):
    factories.ferry(category="Environment")
    tell()
    shown = body(client, q="category:enviroment ferry")
    assert words_of(shown, ".search-nearest .chips a")[:2] == ["category:environment ferry", "ferry"]


def test_a_site_without_clips_has_its_page_of_search(client):
    assert "Type something" in body(client)
    assert "No clip contains all these words" in body(client, q="zeppelin")


def test_a_page_holds_so_many_clips_and_the_field_so_many_letters(client, monkeypatch):
    monkeypatch.setattr(pagination, "PAGE", 2)
    for place in range(3):
        factories.index(factories.ferry(place, picture=False))
    assert body(client, q="ferry").count('<article class="card') == 2
    assert f'value="{"x" * 200}"' in body(client, q="x" * 300)


def test_a_page_of_results_takes_few_queries_however_many_there_are(client, django_assert_max_num_queries):
    for place in range(20):
        factories.ferry(place, picture=False)
    tell()
    with django_assert_max_num_queries(18):  # three of them are PostgreSQL's, around the search
        assert body(client, q="osgood").count("card-found") == 20


@pytest.mark.parametrize("page", ["0", "00", "-1", "x", "9" * 30, "9" * 5000, "²"])
def test_no_page_number_makes_it_fail(client, page):
    factories.index(factories.ferry())
    assert client.get("/search", {"q": "ferry", "page": page}).status_code == 200


@pytest.mark.parametrize(
    "typed",
    ['"' * 10_000, '"a' * 5000, "\x00" * 50, "ferry\x00", "…—!?" * 50, "🚋🌊" * 50, "\u202eעברית مرحبا", "x" * 200,
     "ferry " * 5000, "e" + "\u0301" * 5000, "tag:" * 200, "category:x " * 100, "a b c d e f g h i j k l m n o p"],
)  # fmt: skip
def test_no_question_is_too_odd_for_a_page(client, clip, typed, django_assert_max_num_queries):
    with django_assert_max_num_queries(120):
        assert client.get("/search", {"q": typed}).status_code == 200
    assert client.get("/search/feed.atom", {"q": typed}).status_code == 200
    assert client.get("/api/search", {"q": typed}).status_code in {200, 422}


def test_what_no_database_takes_is_left_out_of_the_question(client, clip):
    page = client.get("/search", {"q": "osgood\0 tag:a\0b source:Led\0ger"}).context
    assert page["words"] == "osgood tag:ab source:Ledger"
    assert [part.value for part in page["filters"]] == ["ab", "Northern Ledger"]


def test_a_hidden_clip_is_neither_result_nor_example_nor_offered(client, clip):
    Clip.objects.update(hidden=True)
    for words in ("", "osgood", "zeppelin osgood"):
        shown = body(client, q=words)
        assert clip.headline not in shown
        assert "ledger.example" not in shown


@pytest.mark.parametrize("source", ['"Northern Ledger"', '"northern ledger"', "Ledger", "ledger.example"])
def test_a_publisher_is_found_by_its_name(client, clip, source):
    assert words_of(body(client, q=f"ferry source:{source}"), ".card-title") == [clip.headline]


def test_a_publisher_is_called_by_its_name_in_the_tips_and_above_what_it_tells(client, clip):
    tips = words_of(body(client, q=""), ".search-help dt a")
    assert 'source:"Marrow Harbour Times"' in tips
    headed = body(client, q="source:ledger.example")
    assert words_of(headed, "h1") == ["Northern Ledger"]
    assert words_of(body(client, q="ferry source:ledger.example"), "h1") == ["ferry"]


def test_two_publishers_of_one_name_are_told_apart_by_their_domains(client, clip):
    factories.publisher("Marrow Harbour Times", "times.example")
    assert "source:harbourtimes.example" in words_of(body(client, q=""), ".search-help dt a")


def test_days_have_names(client):
    clip = factories.ferry(at=timezone.now())
    tell()
    assert words_of(body(client, q="ferry after:yesterday"), ".card-title") == [clip.headline]
    assert words_of(body(client, q="ferry before:yesterday"), ".card-title") == []
    client.cookies["django_language"] = "de"
    assert words_of(body(client, q="ferry after:gestern"), ".card-title") == [clip.headline]


def test_days_and_publishers_are_offered_to_tap_until_one_is_chosen(client):
    clip = factories.ferry(at=timezone.now())
    tell()
    shown = html.fromstring(body(client, q="ferry"))
    offered = {one.text_content(): one.get("href") for one in shown.cssselect(".narrowers a")}
    assert list(offered)[:3] == ["Today", "Last 3 days", "Last 7 days"]
    assert {"Marrow Harbour Times", "Northern Ledger", "Radio Kelling"} <= set(offered)
    for address in offered.values():
        assert words_of(client.get(f"/search{address}").content.decode(), ".card-title") == [clip.headline]
    narrowed = client.get(f"/search{offered['Northern Ledger']}").content.decode()
    assert words_of(narrowed, ".narrowers a") == ["Today", "Last 3 days", "Last 7 days"]
    assert "Source: Northern Ledger" in words_of(narrowed, ".chips a")[0]


@pytest.mark.parametrize("typed", ["source:Nothern-Ledger", "Ledger"])
def test_a_publisher_is_offered_by_a_part_of_its_name_or_one_that_is_misspelt(client, typed):
    clip = factories.ferry(at=timezone.now())
    tell()
    shown = html.fromstring(body(client, q=typed))
    offered = {one.text_content(): one.get("href") for one in shown.cssselect(".narrowers a")}
    found = client.get(f"/search{offered['Northern Ledger']}").content.decode()
    assert words_of(found, ".card-title") == [clip.headline]


def test_the_help_keeps_the_words_that_were_searched_for(client, clip):
    shown = body(client, q="ferry")
    assert words_of(shown, "details.search-help summary") == ["Search tips"]
    assert 'value="ferry"' in shown


def test_it_says_how_many_clips_were_found_and_which_names_have_a_page(client, clip):
    list(actions.name([clip]))
    shown = body(client, q="varga")
    assert words_of(shown, ".list-head .kicker") == ["Search·1 clip"]
    assert words_of(shown, ".search-names")[0].startswith("All clips that name: Ilse Varga")
    assert words_of(shown, ".narrow #narrow") == ["Narrow it down"]


def test_the_hashtag_that_was_searched_for_leads_to_its_page_for_strangers_too(client, clip):
    assert '<a href="/tag/sabine">#Sabine</a>' in body(client, q="sabine")


def test_a_capitalised_word_that_an_article_has_is_not_taken_for_another(client, clip):
    assert "instead of" in body(client, q="Harbout")
    row = Revision.objects.first()
    Revision.objects.filter(pk=row.pk).update(text=f"{row.text} Ottmar Harbout saw it.")
    assert "instead of" not in body(client, q="Harbout")
    assert "instead of" in body(client, q="harbout"), "in small letters it is no name"
