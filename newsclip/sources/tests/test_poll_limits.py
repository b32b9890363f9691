"""A new source is asked again soon, and how often any is asked has limits."""

from datetime import timedelta

import pytest

from newsclip.db.leases import claim
from newsclip.kernel.poll_options import PollLimits
from newsclip.sources import actions, queries
from newsclip.sources.models import Source
from newsclip.sources.tests.fakes import NOW, Web, item, rss

pytestmark = pytest.mark.django_db
FEED = "https://gazette.example/feed.xml"


@pytest.fixture
def web() -> Web:
    web = Web()
    web.put(FEED, rss(item("/a"), item("/b")))
    actions.add(FEED, fetch=web, now=NOW)
    return web


def look(web: Web, now=NOW, **more):
    return list(actions.look(claim(queries.due(now), now=now, limit=10), fetch=web, now=now, **more))


def source() -> Source:
    return Source.objects.get(url=FEED)


def minutes_to_the_second_entry(web: Web, published: int) -> int:
    """How many minutes after its publication a source's second entry is seen, by a worker that never sleeps."""
    web.put(FEED, rss(item("/a")))
    for minute in range(24 * 60):
        now = NOW + timedelta(minutes=minute)
        if minute == published:
            web.put(FEED, rss(item("/b"), item("/a")))
        if any(entry.url.endswith("/b") for result in look(web, now) for entry in result.entries):
            return minute - published
    return 24 * 60


@pytest.mark.parametrize("published", [1, 9, 60, 600])
def test_the_second_entry_of_a_new_source_is_seen_within_ten_minutes(web, published):
    assert minutes_to_the_second_entry(web, published) <= 10


def test_a_source_that_says_how_long_to_wait_is_not_asked_sooner_while_it_is_new(web):
    web.put(FEED, rss(item("/a"), head="<ttl>60</ttl>"))
    look(web)
    assert source().due_at == NOW + timedelta(hours=1)


def test_a_source_has_limits_of_its_own(web):
    actions.limit_polls(source(), least=None, most=120, now=NOW)
    look(web, limits=PollLimits(300, 3600))
    assert source().due_at == NOW + timedelta(minutes=2)


def test_the_pace_of_a_source_with_three_dates_is_known(web):
    web.put(FEED, rss(*(item(f"/{day}", when=f"Mon, 0{day} Mar 2026 10:00:00 GMT") for day in (1, 2, 3))))
    look(web)
    assert source().paced
    assert source().due_at > NOW + timedelta(hours=1)


def test_more_frequent_polls_are_not_moved_before_what_a_busy_host_asked_for(web):
    web.fail(FEED, "busy", "429", wait=7200)
    look(web)
    actions.limit_polls(source(), least=None, most=600, now=NOW)
    assert source().due_at == NOW + timedelta(hours=2)
