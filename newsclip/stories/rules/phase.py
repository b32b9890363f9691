"""The phases of a story."""

from datetime import datetime, timedelta
from typing import Literal

NEW = timedelta(hours=12)  # after half a day of reports a story goes on
QUIET = timedelta(days=2)  # one day without reports may be a Sunday

type Phase = Literal["new", "developing", "quiet"]


def phase(started_at: datetime, last_at: datetime, now: datetime) -> Phase:
    """Quiet: no article for two days. Developing: an article after its first twelve hours. New: neither."""
    if now - last_at >= QUIET:
        return "quiet"
    return "developing" if last_at - started_at >= NEW else "new"
