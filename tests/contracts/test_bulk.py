"""Rows stored many at a time are as if the framework had stored each of them."""

from datetime import UTC, datetime

import pytest

from newsclip.db import batches
from newsclip.sources.models import Look, Publisher, Source

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def source() -> Source:
    publisher = Publisher.objects.create(domain="wexholm.example", name="Wexholm Gazette")
    return Source.objects.create(
        url="https://wexholm.example/feed", kind="feed", publisher=publisher, added_at=NOON, due_at=NOON
    )


def test_what_is_not_given_is_the_same_for_all_or_the_fields_default(source):
    batches.insert(Look, ("source_id", "code"), [(source.pk, "looked"), (source.pk, "timeout")], at=NOON)
    first, second = Look.objects.order_by("pk")
    assert (first.at, first.code, first.detail, first.status, first.new) == (NOON, "looked", "", None, 0)
    assert (second.at, second.code) == (NOON, "timeout")


def test_a_row_that_is_there_stays_as_it_is():
    Publisher.objects.create(domain="wexholm.example", name="Wexholm Gazette")
    batches.insert(
        Publisher, ("domain", "name"), [("wexholm.example", "Another"), ("velland.example", "Radio Velland")]
    )
    assert list(Publisher.objects.order_by("pk").values_list("name", flat=True)) == ["Wexholm Gazette", "Radio Velland"]


def test_rows_are_changed_in_the_fields_named_alone(source):
    source.seen, source.wishes, source.looked_at, source.title = b"\0\1", {"ttl": 60}, NOON, "not stored"
    batches.update([source], ("seen", "wishes", "looked_at"))
    source.refresh_from_db()
    assert (bytes(source.seen), source.wishes, source.looked_at, source.title) == (b"\0\1", {"ttl": 60}, NOON, "")


def test_no_rows_are_no_work():
    batches.insert(Look, ("source_id",), [])
    batches.update([], ("title",))
    assert not Look.objects.exists()


def test_who_goes_on_and_on_rests_as_long_as_it_took_and_never_for_long():
    left, rests = [1, 1, 0], []
    times = iter([0.0, 0.01, 0.02, 5.0, 6.0])
    batches.in_batches(lambda: left.pop(0), clock=lambda: next(times), pause=rests.append)
    assert (left, rests) == ([], [0.01, 0.05])
