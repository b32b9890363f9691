"""Two workers at one page: the lease of the first ended, or the queue told the second of the same claim."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsclip.articles import queries
from newsclip.articles.actions import read
from newsclip.articles.models import Article
from newsclip.articles.rules import extract
from newsclip.articles.tests.fakes import NOW, FakeFetch, found
from newsclip.db.leases import claim
from newsclip.kernel.fetching import Page
from newsclip.kernel.reasons import Refused

pytestmark = pytest.mark.django_db
URL = "https://quill.example/culture/night-library"


@pytest.fixture
def both() -> tuple[Article, Article]:
    """The row as each of the two has it."""
    found(URL)
    (first,) = claim(queries.to_read(NOW), now=NOW, limit=1)
    return first, Article.objects.get()


def reads(article: Article, fetch: FakeFetch, extracting: Callable[..., object] = extract) -> list[str]:
    return [one.code for one in read([article], fetch=fetch, now=NOW, extract=extracting) if one]  # type: ignore[arg-type]


def serving() -> FakeFetch:
    fetch = FakeFetch()
    fetch.serve(URL, "clean")
    return fetch


def is_kept_once() -> bool:
    article = Article.objects.get()
    return (article.state, article.revisions, article.texts.count(), article.published is not None) == (
        "read", 1, 1, True,
    )  # fmt: skip


def test_what_the_first_kept_stays_if_the_second_comes_later(both: tuple[Article, Article]) -> None:
    first, second = both
    assert reads(first, serving()) == ["read"]
    assert reads(second, serving()) == ["unchanged"]
    assert is_kept_once()


def test_what_the_first_kept_stays_if_the_second_finds_nothing(both: tuple[Article, Article]) -> None:
    first, second = both
    reads(first, serving())
    gone = FakeFetch()
    gone.answers[URL] = Page(URL, 404)
    assert reads(second, gone) == ["unchanged"]
    assert is_kept_once()


def test_what_the_first_keeps_while_the_second_extracts_stays(both: tuple[Article, Article]) -> None:
    first, second = both

    def extracting(*words: object, **more: object) -> object:
        reads(first, serving())
        return extract(*words, **more)  # type: ignore[arg-type]

    assert reads(second, serving(), extracting) == ["unchanged"]
    assert is_kept_once()


@pytest.mark.parametrize("error", [Refused("not_html", ""), RuntimeError("broken")], ids=["refused", "broken"])
def test_what_the_first_keeps_stays_if_the_second_cannot_extract_it(
    both: tuple[Article, Article], error: Exception
) -> None:
    first, second = both

    def extracting(*_words: object, **_more: object) -> object:
        reads(first, serving())
        raise error

    assert reads(second, serving(), extracting) == ["unchanged"]
    assert is_kept_once()


def test_what_the_first_keeps_stays_if_the_second_finds_no_article(both: tuple[Article, Article]) -> None:
    first, second = both

    def extracting(*words: object, **more: object) -> object:
        reads(first, serving())
        return replace(extract(*words, **more), kind="gallery")  # type: ignore[arg-type]

    assert reads(second, serving(), extracting) == ["unchanged"]
    assert is_kept_once()
