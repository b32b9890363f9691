"""Addresses that lead to one page, however its feeds write them."""

import pytest

from newsclip.articles import actions
from newsclip.articles.models import Article
from newsclip.articles.tests.fakes import make_source
from newsclip.sources.ports import Entry
from newsclip.sources.tests.fakes import NOW

pytestmark = pytest.mark.django_db


def admitted(*urls: str) -> list[str]:
    source = make_source()
    for url in urls:
        actions.admit(source, [Entry(url)], now=NOW)
    return [article.url for article in Article.objects.order_by("pk")]


@pytest.mark.parametrize("urls", [("https://a.example/ferry", "https://a.example/ferry/"),
                                  ("https://a.example/ferry/", "http://a.example/ferry")])  # fmt: skip
def test_an_address_with_and_without_its_last_slash_is_one_article(urls):
    assert admitted(*urls) == [urls[0]]


def test_both_in_one_document_are_one_article():
    actions.admit(make_source(), [Entry("https://a.example/x/"), Entry("https://a.example/x")], now=NOW)
    assert Article.objects.get().url == "https://a.example/x/"


def test_what_differs_by_more_is_not_one():
    urls = ["https://a.example/", "https://a.example/x", "https://a.example/x/y", "https://a.example/x?y=/",
            "https://a.example/x?y=", "https://www.a.example/x"]  # fmt: skip
    assert admitted(*urls) == urls
