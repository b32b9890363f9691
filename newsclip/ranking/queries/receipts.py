"""The rules of ranking as they are in force, for people to read."""

from dataclasses import dataclass

from newsclip.community.queries import full_trust_after
from newsclip.ranking.actions import in_force
from newsclip.ranking.models import Weights
from newsclip.ranking.rules import heat, learning, personal, trends


@dataclass(frozen=True, slots=True)
class InForce:
    """`signals`: (what, points, most that count or 0); `factors`: (factor, weight in force, shipped weight)."""

    signals: tuple[tuple[str, float, int], ...]
    hot_hours: float
    rising_hours: float
    trust_days: int
    factors: tuple[tuple[str, float, float], ...]
    slates: int
    enough: int
    trend_days: int


def in_words() -> InForce:
    known = in_force()
    return InForce(
        signals=tuple((kind, points, heat.MOST.get(kind, 0)) for kind, points in heat.WEIGHTS.items()),
        hot_hours=heat.HOT.total_seconds() / 3600,
        rising_hours=heat.RISING.total_seconds() / 3600,
        trust_days=full_trust_after().days,
        factors=tuple((name, round(known.in_force[name], 3), personal.DEFAULTS[name]) for name in personal.FACTORS),
        slates=known.slates,
        enough=learning.ENOUGH,
        trend_days=trends.DAYS,
    )


def weights(limit: int) -> list[Weights]:
    """How the weights of readers' own pages changed, the newest first."""
    return list(Weights.objects.order_by("-at", "-pk")[:limit])
