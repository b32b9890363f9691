from collections.abc import Callable
from datetime import UTC, datetime

type Clock = Callable[[], datetime]


def now() -> datetime:
    """The one place that asks what time it is."""
    return datetime.now(UTC)
