"""What the pictures of the news show, as numbers: how a story grew, and how much was told of a topic day by day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

MONTH = 30  # days
_MOST_POINTS = 48  # as many as are told apart on a narrow page


@dataclass(frozen=True, slots=True)
class Point:
    """How many articles, and how many independent reports, had told a story by then."""

    at: datetime
    articles: int
    reports: int


def growth(told: Iterable[tuple[datetime, int]]) -> tuple[Point, ...]:
    """How a story grew, given when each article came and which report it belongs to; in order of time, thinned."""
    seen: set[int] = set()
    points: list[Point] = []
    for number, (at, report) in enumerate(sorted(told), start=1):
        seen.add(report)
        points.append(Point(at, number, len(seen)))
    if len(points) <= _MOST_POINTS:
        return tuple(points)
    last = len(points) - 1
    return tuple(points[round(place * last / (_MOST_POINTS - 1))] for place in range(_MOST_POINTS))


def by_day(counts: Mapping[date, int], *, today: date) -> tuple[tuple[date, int], ...]:
    """How many came out on each of the last 30 days, the oldest day first, days without any too."""
    days = (today - timedelta(days=back) for back in range(MONTH - 1, -1, -1))
    return tuple((one, counts.get(one, 0)) for one in days)
