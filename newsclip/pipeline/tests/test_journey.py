"""Steps of the journey that are told to stop in the middle."""

from contextlib import closing
from datetime import UTC, datetime

import pytest

from newsclip.articles.models import Article
from newsclip.kernel.fetching import Failure
from newsclip.pipeline.journey import read_articles
from newsclip.sources.models import Publisher, Source
from newsclip.wiring import Tools

NOW = datetime(2026, 11, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def three_articles():
    publisher = Publisher.objects.create(domain="a.example", name="A")
    source = Source.objects.create(
        url="https://a.example/feed", publisher=publisher, added_at=NOW, due_at=NOW, kind="feed"
    )
    for place in range(3):
        Article.objects.create(
            url=f"https://a.example/{place}", source=source, publisher=publisher, found_at=NOW, due_at=NOW
        )


def tools(fetch) -> Tools:
    return Tools(
        fetch=fetch,
        **dict.fromkeys(
            ["encode_picture", "pictures", "stories", "writer", "search", "vectors", "extract", "gate", "trial"]
        ),
    )


def test_a_step_that_is_stopped_gives_back_what_it_has_not_come_to(three_articles):
    asked = tools(lambda asks: ((ask, Failure(ask.url, "timeout")) for ask in asks))
    with closing(read_articles(asked, NOW)) as outcomes:
        assert next(outcomes).code == "timeout"
    assert list(Article.objects.exclude(leased_until=None)) == []
    assert len(list(read_articles(asked, NOW))) == 2


def test_what_was_met_by_an_unexpected_fault_is_not_tried_again_at_once(three_articles):
    def breaks(asks):
        for ask in asks:
            raise RuntimeError(ask.url)
            yield

    with pytest.raises(RuntimeError):
        list(read_articles(tools(breaks), NOW))
    assert list(read_articles(tools(breaks), NOW)) == []
