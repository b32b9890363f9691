"""Rows that one worker at a time may hold."""

from datetime import UTC, datetime, timedelta

import pytest

from newsclip.leases import claim, release
from newsclip.sources.models import Publisher, Source

NOW = datetime(2026, 11, 1, tzinfo=UTC)
LEASE = timedelta(minutes=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def sources():
    publisher = Publisher.objects.create(domain="a.example", name="A")
    for place in range(3):
        Source.objects.create(
            url=f"https://a.example/{place}", publisher=publisher, added_at=NOW, due_at=NOW, kind="feed"
        )
    return Source.objects.order_by("pk")


def test_two_workers_never_hold_the_same_row(sources):
    first = claim(sources, now=NOW, limit=2, lease=LEASE)
    second = claim(sources, now=NOW, limit=3, lease=LEASE)
    assert len(first) == 2
    assert len(second) == 1
    assert not {row.pk for row in first} & {row.pk for row in second}


def test_the_rows_of_a_dead_worker_are_free_when_its_lease_ends(sources):
    claim(sources, now=NOW, limit=3, lease=LEASE)
    assert claim(sources, now=NOW + LEASE - timedelta(seconds=1), limit=3) == []
    assert len(claim(sources, now=NOW + LEASE, limit=3)) == 3


def test_a_row_taken_between_the_question_and_the_claim_is_left_out(sources):
    class Raced(type(sources)):
        """Rows that another worker takes just after this one has seen them."""

        def __iter__(self):
            seen = list(super().__iter__())
            Source.objects.filter(pk=seen[0].pk).update(leased_until=NOW + LEASE)
            return iter(seen)

    raced = Raced(Source).order_by("pk")
    assert [row.pk for row in claim(raced, now=NOW, limit=3)] == [row.pk for row in sources[1:]]


def test_what_is_given_back_is_free_at_once(sources):
    held = claim(sources, now=NOW, limit=3, lease=LEASE)
    assert release(held) == 3
    assert len(claim(sources, now=NOW, limit=3)) == 3


def test_nobody_gives_back_what_another_worker_holds_by_now(sources):
    late = claim(sources, now=NOW, limit=3, lease=LEASE)
    claim(sources, now=NOW + LEASE, limit=3, lease=LEASE)
    assert release(late) == 0
