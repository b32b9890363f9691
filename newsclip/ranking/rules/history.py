"""The history of the front page's weights. Changing one requires a line here; a test enforces it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from newsclip.ranking.rules import heat, variety


@dataclass(frozen=True, slots=True)
class Change:
    """What was in force from `since` on. `repeats`: the share of its points that a repeat leaves a clip."""

    since: date
    why: str
    signals: Mapping[str, float]
    hot_hours: float
    rising_hours: float
    repeats: float


_FIRST = {"told": 1.0, "report": 1.0, "vote": 1.0, "comment": 0.5, "read": 0.02}
HISTORY = (
    Change(date(2026, 11, 22), "the first weights", _FIRST, 6, 1, 1.0),
    Change(date(2026, 11, 24), "what repeats a category or its only publisher counts less", _FIRST, 6, 1, 0.95),
)


def in_force() -> tuple[Mapping[str, float], float, float, float]:
    """The values in the code: signals, half-lives in hours, the share that a repeat leaves."""
    hours = heat.HOT.total_seconds() / 3600, heat.RISING.total_seconds() / 3600
    return heat.WEIGHTS, *hours, variety.DISCOUNT
