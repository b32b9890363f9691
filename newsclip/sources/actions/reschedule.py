"""After the clock was ahead: polls planned for a time far in the future become due now."""

from datetime import datetime, timedelta

from django.db.models import Q

from newsclip.sources.models import Host, Look, Robots, Source, Subscription

CLOCKS_DIFFER = timedelta(minutes=5)  # tolerated between machines
_LONGEST_PLAN = timedelta(days=90)  # longer plans come from a wrong clock: a WebSub lease at most


def has_future_polls(now: datetime) -> bool:
    """Whether a source has a poll dated later than now."""
    return Look.objects.filter(at__gt=now + CLOCKS_DIFFER).exists()


def wake(now: datetime) -> int:
    """Make every source that was polled "later than now" due. Returns how many."""
    ahead = now + CLOCKS_DIFFER
    Host.objects.filter(Q(asked_at__gt=ahead) | Q(held_until__gt=ahead)).update(
        asked_at=None, held_until=None, quiet_until=None, holder=""
    )
    Robots.objects.filter(until__gt=now + _LONGEST_PLAN).delete()
    Subscription.objects.filter(due_at__gt=now + _LONGEST_PLAN).update(due_at=now)
    woken = Source.objects.filter(looked_at__gt=ahead).update(due_at=now, looked_at=now)
    Look.objects.filter(at__gt=ahead).update(at=now)
    return woken
