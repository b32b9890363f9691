"""The same article by two ways is one article."""

import pytest

from newsclip.articles.actions import admit, read
from newsclip.articles.models import Article
from newsclip.articles.queries import known_at
from newsclip.articles.tests.fakes import NOW, FakeFetch, make_source
from newsclip.sources.ports import Entry

pytestmark = pytest.mark.django_db
PAGE = "https://quill.example/2026/bridge"
AMP = "https://amp.quill.example/2026/bridge"
PRINT = "https://quill.example/print?id=7"
HTTP = "http://quill.example/2026/bridge"
PARAGRAPHS = "".join(
    f"<p>The bridge of Fernby, closed for {n} years, opened on Monday before a crowd of some {n}00 people, who "
    f"had waited since the early morning to be among the first to walk across it again.</p>"
    for n in range(3, 8)
)


def html(note: str = "") -> bytes:
    head = f'<title>Bridge opens</title><meta property="og:type" content="article"><link rel="canonical" href="{PAGE}">'
    return f"<!doctype html>{head}<article><h1>Bridge opens</h1>{PARAGRAPHS}<p>{note}</p></article>".encode()


def take_in(*urls: str) -> list[tuple[str, str]]:
    """Each found by a source of its own and read before the next one is."""
    fetch = FakeFetch()
    for url in urls:
        fetch.serve(url, html("Read on a phone, this page is a little shorter than elsewhere." if url == AMP else ""))
        admit(make_source(f"https://quill.example/feed/{url}"), [Entry(url)], now=NOW)
        list(read(Article.objects.filter(state="found"), fetch=fetch, now=NOW))
    return list(Article.objects.order_by("pk").values_list("state", "code"))


@pytest.mark.parametrize("other", [AMP, PRINT])
def test_an_amp_or_print_page_is_its_article_whichever_comes_first(other):
    assert take_in(PAGE, other) == [("read", "read"), ("refused", "same_article")]
    Article.objects.all().delete()
    assert take_in(other, PAGE) == [("read", "read"), ("refused", "same_article")]


def test_an_address_by_http_and_by_https_is_one():
    assert take_in(PAGE, HTTP) == [("read", "read")]


def test_a_page_that_an_amp_cache_shows_is_its_publishers_article():
    cached = "https://quill-example.cdn.ampproject.org/c/s/quill.example/2026/bridge"
    assert take_in(PAGE, cached) == [("read", "read"), ("refused", "same_article")]
    Article.objects.all().delete()
    assert take_in(cached, PAGE) == [("read", "read")]
    assert Article.objects.values_list("url", "publisher__domain").get() == (PAGE, "quill.example")


@pytest.mark.parametrize("feed", ["https://thief.example/feed", "https://quill.example/feed"])
def test_nobody_takes_over_another_outlets_article_by_naming_its_address(feed):
    fetch = FakeFetch()
    for url in ("https://thief.example/mine", PAGE):
        fetch.serve(url, html())
        admit(make_source(feed), [Entry(url)], now=NOW)
        list(read(Article.objects.filter(state="found"), fetch=fetch, now=NOW))
    told = Article.objects.order_by("pk").values_list("url", "state", "publisher__domain")
    assert list(told) == [
        ("https://thief.example/mine", "read", "thief.example"),
        (PAGE, "read", "quill.example"),
    ]


def test_a_page_of_the_same_site_with_other_words_takes_over_nothing_either():
    fetch = FakeFetch()
    fetch.serve(
        PRINT, html().replace(b"bridge of Fernby", b"shop of a neighbour").replace(b"people, who", b"rings; who")
    )
    fetch.serve(PAGE, html())
    for url in (PRINT, PAGE):
        admit(make_source(), [Entry(url)], now=NOW)
        list(read(Article.objects.filter(state="found"), fetch=fetch, now=NOW))
    assert list(Article.objects.order_by("pk").values_list("state", flat=True)) == ["read", "read"]


def test_an_article_found_through_a_redirect_lives_where_it_led_to():
    fetch, short = FakeFetch(), "https://short.example/x"
    fetch.serve(short, html(), at=PAGE)
    fetch.serve(PAGE, html())
    for url in (short, PAGE, short):
        admit(make_source("https://short.example/feed"), [Entry(url)], now=NOW)
        list(read(Article.objects.filter(state="found"), fetch=fetch, now=NOW))
    told = Article.objects.order_by("pk").values_list("url", "state")
    assert list(told) == [(PAGE, "read"), (short, "refused")]


def test_a_page_that_later_leads_to_another_outlet_stays_its_publishers():
    fetch, url = FakeFetch(), "https://thief.example/mine"
    fetch.serve(url, html())
    admit(make_source("https://thief.example/feed"), [Entry(url)], now=NOW)
    list(read(Article.objects.all(), fetch=fetch, now=NOW))
    fetch.serve(url, html("The mayor cut a ribbon, and the band of the fire brigade played until late."), at=PAGE)
    list(read(Article.objects.all(), fetch=fetch, now=NOW))
    assert Article.objects.values_list("url", "publisher__domain", "revisions").get() == (url, "thief.example", 2)


@pytest.mark.parametrize(
    ("alias", "leads"),
    [
        ("https://letters.example/2026/bridge?print=1", True),
        ("https://www.letters.example/amp/bridge", True),
        ("https://amp.letters.example/2026/bridge", True),
        ("https://jan.letters.example/copied", False),
    ],
)
def test_an_address_leads_to_the_article_that_its_page_names_only_on_one_host(alias, leads):
    source, url = make_source(), "https://letters.example/2026/bridge"
    rows = {"source": source, "publisher": source.publisher, "found_at": NOW}
    Article.objects.create(url=url, state="read", **rows)
    Article.objects.create(url=alias, state="refused", code="same_article", detail=url, **rows)
    assert known_at(alias).url == (url if leads else alias)
