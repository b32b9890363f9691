"""The same article by two ways is one article."""

import pytest

from newsclip.articles.actions import admit, read
from newsclip.articles.models import Article
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
