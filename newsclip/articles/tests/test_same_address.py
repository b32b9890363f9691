"""Addresses that lead to one page, however its feeds write them; and pages that say which address is theirs."""

import pytest

from newsclip.articles import actions
from newsclip.articles.models import Article
from newsclip.articles.tests.fakes import FakeFetch, make_source
from newsclip.sources.ports import Entry
from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.tests.fakes import NOW

pytestmark = pytest.mark.django_db


def admitted(*urls: str) -> list[str]:
    source = make_source()
    for url in urls:
        actions.admit(source, [Entry(url)], now=NOW)
    return [article.url for article in Article.objects.order_by("pk")]


def test_an_address_by_http_and_by_https_is_one_article():
    assert admitted("https://a.example/ferry", "http://a.example/ferry") == ["https://a.example/ferry"]


def test_addresses_that_differ_by_their_fragment_are_one_page_and_so_one_article():
    feed = b"".join(
        b"<item><title>Ferry %d</title><link>https://a.example/ferry#part-%d</link></item>" % (n, n) for n in (1, 2)
    )
    shown = read_feed(b"<rss version='2.0'><channel>%s</channel></rss>" % feed, url="https://a.example/feed", now=NOW)
    actions.admit(make_source(), shown.entries, now=NOW)
    assert Article.objects.get().url == "https://a.example/ferry"


def test_what_differs_by_more_is_not_one():
    urls = ["https://a.example/", "https://a.example/x", "https://a.example/x/y", "https://a.example/x?y=/",
            "https://a.example/x?y=", "https://www.a.example/x"]  # fmt: skip
    assert admitted(*urls) == urls


FERRY = (
    "<p>The ferry to Hollin sails again from Monday, the harbour master of Kelmouth said after a winter of work.</p>"
    "<p>It had been laid up since the storm of January, which tore off its ramp. Tickets cost as much as before.</p>"
)
MILL = (
    "<p>The mill of Ostrava burned down on Sunday night, and forty people had to leave their homes, the mayor said.</p>"
    "<p>Nobody was hurt. The mill had ground flour for the valley since 1870, and was to become a museum in May.</p>"
)


def read_both(canonical: str, *texts: str) -> list[str]:
    """The codes of two addresses whose pages name a canonical address."""
    fetch, addresses = FakeFetch(), ("https://quill.example/x?id=1", "https://quill.example/x?id=2")
    for url, text in zip(addresses, texts, strict=True):
        link = f'<link rel="canonical" href="{canonical or url}">'
        page = f"<title>Hollin today</title>{link}<article><h1>Hollin today</h1>{text}"
        fetch.serve(url, page.encode())
    actions.admit(make_source(), [Entry(url) for url in addresses], now=NOW)
    articles = list(Article.objects.order_by("pk"))
    return [result.code for result in actions.read(articles, fetch=fetch, now=NOW) if result]


def test_two_addresses_of_one_canonical_address_are_one_article_though_an_advertisement_differs():
    same = read_both(
        "https://quill.example/x",
        FERRY,
        f"{FERRY}<p>Hats and gloves from Kelmouth at half the price, until Saturday noon, in our own shop.</p>",
    )
    assert same == ["read", "same_article"]


def test_two_pages_that_each_name_their_own_address_are_two_articles_of_one_title():
    assert read_both("", FERRY, MILL) == ["read", "read"]


def test_two_pages_that_wrongly_name_one_address_and_tell_two_things_are_two_articles():
    assert read_both("https://quill.example/x", FERRY, MILL) == ["read", "read"]
