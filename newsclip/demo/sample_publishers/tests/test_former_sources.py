"""A demo whose publishers are served on another port follows each of them once."""

from datetime import UTC, datetime

import pytest

from newsclip.demo.former_sources import stop_former_sources
from newsclip.sources import queries
from newsclip.sources.models import Publisher, Source

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
FEED = "http://tidewater.localhost:{}/feed"


@pytest.fixture
def followed():
    publisher = Publisher.objects.create(name="Tidewater", domain="tidewater.localhost")
    for port in (8070, 8071):
        Source.objects.create(
            publisher=publisher, url=FEED.format(port), kind=Source.Kind.FEED, added_at=NOW, due_at=NOW
        )


def test_what_another_port_served_is_followed_no_more(followed):
    assert stop_former_sources([FEED.format(8071)], now=NOW) == [FEED.format(8070)]
    assert [one.url for one in queries.all_sources().filter(state=Source.State.ACTIVE)] == [FEED.format(8071)]
    assert stop_former_sources([FEED.format(8071)], now=NOW) == [], "and not twice"
