"""Fills days and dates into a sample article, so that its text matches the day on which it is served."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_PLACEHOLDER = re.compile(r"\{(\w+)([+-]\d+)?\}")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Two moments: the event, and the publication of the article about it."""

    happened: datetime
    published: datetime

    def fill(self, text: str) -> str:
        """The text with every placeholder replaced. Raises KeyError for an unknown placeholder, which is a defect."""
        return _PLACEHOLDER.sub(lambda found: self._value(found[1], int(found[2] or 0)), text)

    def _value(self, name: str, step: int) -> str:
        day = self.happened + timedelta(days=step)
        month = self.happened.month - 1 + step
        clock = self.published + timedelta(minutes=step)
        return {
            "day": f"{day:%A}",
            "date": f"{day.day} {day:%B}",
            "longdate": f"{day.day} {day:%B} {day.year}",
            "month": f"{self.happened.replace(day=1, month=month % 12 + 1):%B}",
            "year": str(self.happened.year + step),
            "clock": f"{clock:%H:%M}",
            "today": f"{self.published:%A}",
            "yesterday": f"{self.published - timedelta(days=1):%A}",
            "tomorrow": f"{self.published + timedelta(days=1):%A}",
        }[name]
