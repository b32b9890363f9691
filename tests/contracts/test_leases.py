"""Rows that one worker at a time may hold."""

from datetime import UTC, datetime, timedelta

import pytest

from newsclip.db.leases import LEASE, claim, held, kept, release
from newsclip.sources.models import Publisher, Source

NOW = datetime(2026, 11, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
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
    first = claim(sources, now=NOW, limit=2, lease=MINUTE)
    second = claim(sources, now=NOW, limit=3, lease=MINUTE)
    assert len(first) == 2
    assert len(second) == 1
    assert not {row.pk for row in first} & {row.pk for row in second}


def test_the_rows_of_a_dead_worker_are_free_when_its_lease_ends(sources):
    claim(sources, now=NOW, limit=3, lease=MINUTE)
    assert claim(sources, now=NOW + MINUTE - timedelta(seconds=1), limit=3) == []
    assert len(claim(sources, now=NOW + MINUTE, limit=3)) == 3


def test_a_row_taken_between_the_question_and_the_claim_is_left_out(sources):
    class Raced(type(sources)):
        """Rows that another worker takes just after this one has seen them."""

        def __iter__(self):
            seen = list(super().__iter__())
            Source.objects.filter(pk=seen[0].pk).update(leased_until=NOW + MINUTE)
            return iter(seen)

    raced = Raced(Source).order_by("pk")
    assert [row.pk for row in claim(raced, now=NOW, limit=3)] == [row.pk for row in sources[1:]]


def test_what_is_given_back_is_free_at_once(sources):
    held = claim(sources, now=NOW, limit=3, lease=MINUTE)
    assert release(held) == 3
    assert len(claim(sources, now=NOW, limit=3)) == 3


def test_nobody_gives_back_what_another_worker_holds_by_now(sources):
    late = claim(sources, now=NOW, limit=3, lease=MINUTE)
    claim(sources, now=NOW + MINUTE, limit=3, lease=MINUTE)
    assert release(late) == 0


def test_a_worker_that_takes_long_keeps_what_it_has_not_come_to(sources):
    seconds = iter([0.0, 1.0, LEASE.total_seconds() / 2, LEASE.total_seconds() / 2])
    with held(sources, now=NOW, limit=3) as rows:
        results = kept(rows, ["first", "second"], now=NOW, elapsed=lambda: next(seconds))
        assert next(results) == "first"
        rows[0].leased_until = None
        Source.objects.filter(pk=rows[0].pk).update(leased_until=None)
        assert next(results) == "second"
        others = claim(sources, now=NOW + LEASE, limit=3)
        assert [row.pk for row in others] == [rows[0].pk]


def test_nobody_renews_what_another_worker_holds_by_now(sources):
    seconds = iter([0.0, LEASE.total_seconds() / 2, LEASE.total_seconds() / 2])
    late = claim(sources, now=NOW, limit=3)
    [theirs, *_] = claim(sources, now=NOW + LEASE, limit=1)
    assert list(kept(late, ["late"], now=NOW, elapsed=lambda: next(seconds))) == ["late"]
    assert Source.objects.get(pk=theirs.pk).leased_until == theirs.leased_until


def test_a_lease_from_a_clock_that_was_years_ahead_holds_nobody_up(sources):
    claim(sources, now=NOW + timedelta(days=4000), limit=3, lease=MINUTE)
    assert len(claim(sources, now=NOW, limit=3, lease=MINUTE)) == 3
