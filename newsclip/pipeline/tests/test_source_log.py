"""What staff do with sources, and its entry in the public log: both or neither."""

from datetime import UTC, datetime

import pytest

from newsclip.accounts.models import Reader
from newsclip.community.models import Action
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import source_log
from newsclip.sources.models import Publisher, Source
from newsclip.sources.ports import FoundSource

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FEED = "https://gazette.example/feed.xml?key=k3"
FOUND = FoundSource(FEED, "feed", title="We are the best")


@pytest.fixture
def sten() -> Reader:
    return Reader.objects.create(username="sten", is_staff=True)


@pytest.fixture
def source() -> Source:
    publisher = Publisher.objects.create(domain="gazette.example", name="Gazette")
    return Source.objects.create(
        url=FEED, kind="feed", publisher=publisher, title="We are the best", added_at=NOW, due_at=NOW
    )


def logged() -> list[str]:
    return [one.kind for one in Action.objects.order_by("pk")]


def test_each_deed_is_logged_once_and_one_that_changes_nothing_is_not(sten, source):
    for deed in (source_log.resume, source_log.pause, source_log.pause, source_log.resume, source_log.resume):
        deed(sten, source, now=NOW)
    for _ in range(2):
        source_log.end(sten, source, now=NOW)
    assert logged() == ["pause_src", "resume_src", "end_source"]


def test_what_is_followed_already_is_not_logged_as_added(sten):
    for _ in range(2):
        source_log.follow(sten, [FOUND], now=NOW)
    assert logged() == ["add_source"]


@pytest.mark.parametrize("deed", [source_log.pause, source_log.end])
def test_what_cannot_be_logged_is_not_done(source, deed):
    with pytest.raises(Refused):
        deed(Reader.objects.create(username="mara"), source, now=NOW)
    assert Source.objects.get().state == "active"
    with pytest.raises(Refused):
        source_log.follow(Reader.objects.get(), [FoundSource("https://times.example/feed", "feed")], now=NOW)
    assert Source.objects.count() == 1


def test_the_log_has_the_address_of_the_source_and_no_words_of_its_publisher_nor_a_key(sten, source):
    source_log.pause(sten, source, now=NOW)
    assert Action.objects.get().reason == "https://gazette.example/feed.xml"
