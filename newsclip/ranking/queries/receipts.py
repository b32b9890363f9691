"""The ranking rules in force, for people to read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from newsclip.clips.models import Clip
from newsclip.community.queries import full_value, full_weight_after
from newsclip.ranking.actions import in_force
from newsclip.ranking.models import Standing, Weights
from newsclip.ranking.queries.lists import front_page, front_page_receipts
from newsclip.ranking.rules import heat, learning, personal, trends, variety
from newsclip.ranking.rules.history import HISTORY, Change

_FIRST_PAGE = 30
VARIETY = "variety"


@dataclass(frozen=True, slots=True)
class Position:
    """Why a clip is where it is: `parts` sum to `points`, which decide; `place` counts from 1, 0 if it is below the
    page.
    """

    clip: Clip
    place: int
    points: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class RankingRules:
    """`signals`: (kind, points, maximum that counts or 0); `factors`: (factor, weight in force, shipped weight)."""

    signals: tuple[tuple[str, float, int], ...]
    hot_hours: float
    rising_hours: float
    trust_days: int
    valued_by: int
    factors: tuple[tuple[str, float, float], ...]
    slates: int
    enough: int
    trend_days: int
    repeat_share: int
    readers_a_source: int
    changes: tuple[Change, ...]


def front_page_now(now: datetime, order: str = "hot", since: datetime | None = None) -> list[Position]:
    """The first page of an order of ORDERS, best first, each place with its current parts."""
    found = []
    for place, (clip, row, varied) in enumerate(front_page_receipts(limit=_FIRST_PAGE, order=order, since=since), 1):
        parts, whole = _sum(row, now, order)
        if varied.times:
            parts[VARIETY] = whole * (varied.share - 1.0)
        found.append(Position(clip, place, whole * varied.share, parts))
    return found


def in_front(story_ids: Collection[int]) -> bool:
    """Whether one of these stories is on the front page."""
    first, _ = front_page(limit=_FIRST_PAGE)
    return any(clip.story_id in story_ids for clip in first)


def position(clip: Clip, now: datetime, order: str = "hot") -> Position | None:
    """The position of a clip below the first page."""
    row = Standing.objects.filter(clip=clip, shown=True).first()
    if row is None:
        return None
    parts, whole = _sum(row, now, order)
    return Position(clip, 0, whole, parts)


def _sum(row: Standing, now: datetime, order: str) -> tuple[dict[str, float], float]:
    """The stored receipt, decayed to `now` (all parts shrink alike), and its sum."""
    match order:
        case "rising":
            kept, whole = row.rising_receipt, heat.points(row.rising, now, heat.RISING)
            left = heat.left_of(row.counted_at, now, heat.RISING)
        case "top":
            kept, whole, left = row.total_receipt, row.total, 1.0
        case _:
            kept, whole, left = row.receipt, heat.points(row.hot, now), heat.left_of(row.counted_at, now)
    return {name: value * left for name, value in kept.items() if value}, whole


def in_words() -> RankingRules:
    known = in_force()
    return RankingRules(
        signals=tuple((kind, points, heat.MOST.get(kind, 0)) for kind, points in heat.WEIGHTS.items()),
        hot_hours=heat.HOT.total_seconds() / 3600,
        rising_hours=heat.RISING.total_seconds() / 3600,
        trust_days=full_weight_after().days,
        valued_by=round(full_value()),
        factors=tuple((name, round(known.in_force[name], 3), personal.DEFAULTS[name]) for name in personal.FACTORS),
        slates=known.slates,
        enough=learning.ENOUGH,
        trend_days=trends.DAYS,
        repeat_share=round(100 * variety.DISCOUNT),
        readers_a_source=trends.ACCOUNTS_A_SOURCE,
        changes=HISTORY[::-1],
    )


def weights(limit: int) -> list[Weights]:
    """The history of the weights of readers' own pages, newest first."""
    return list(Weights.objects.order_by("-at", "-pk")[:limit])
