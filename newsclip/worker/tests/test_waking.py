"""A clock that was ahead and is put right: what was planned by it does not wait for its years."""

from datetime import UTC, datetime, timedelta

import pytest

from newsclip.articles.models import Article
from newsclip.ranking.models import Trend
from newsclip.ranking.queries import are_due
from newsclip.sources import queries
from newsclip.sources.models import Host, Look, Publisher, Source
from newsclip.worker.loop import wake

NOW = datetime(2026, 11, 1, tzinfo=UTC)
YEARS = timedelta(days=3650)
pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    """Looked at by a clock that was ten years ahead."""
    publisher = Publisher.objects.create(domain="a.example", name="A")
    then = NOW + YEARS
    source = Source.objects.create(
        url="https://a.example/feed", publisher=publisher, added_at=NOW, kind="feed", looked_at=then,
        due_at=then + timedelta(hours=1),
    )  # fmt: skip
    Look.objects.create(source=source, at=then, code="looked")
    Host.objects.create(name="a.example", asked_at=then, quiet_until=then, held_until=then, holder="x")
    Article.objects.create(
        url="https://a.example/1", source=source, publisher=publisher, found_at=then, due_at=then, published=then
    )
    return source


def woken(now):
    return [outcome.count for outcome in wake(None, now)]


def test_its_sources_are_asked_now_and_once(source):
    assert woken(NOW) == [1]
    assert list(queries.due(NOW)) == [source]
    assert woken(NOW) == []
    assert not Look.objects.filter(at__gt=NOW).exists()


def test_its_hosts_are_free(source):
    woken(NOW)
    host = Host.objects.get()
    assert (host.holder, host.asked_at, host.held_until, host.quiet_until) == ("", None, None, None)


def test_what_it_found_is_read_now_and_is_not_of_the_future(source):
    woken(NOW)
    article = Article.objects.get()
    assert article.due_at == article.found_at == article.published == NOW


def test_a_clock_that_is_right_wakes_nobody(source):
    assert woken(NOW + YEARS) == []
    assert Article.objects.get().due_at == NOW + YEARS


@pytest.mark.parametrize(("after", "due"), [(timedelta(seconds=1), False), (-YEARS, True), (timedelta(days=1), True)])
def test_trends_are_counted_again_when_the_clock_is_put_back(after, due):
    Trend.objects.create(key="x", name="X", score=1, voices=2, usual=1, at=NOW)
    assert are_due(NOW + after) == due
