"""The history of the front page's weights. Changing one requires a line here; a test enforces it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


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
