from datetime import UTC, datetime


def now() -> datetime:
    """The one place that asks what time it is."""
    return datetime.now(UTC)
