"""Questions about sources. Read only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from newsclip.sources.models import Look, Publisher, Push, Source, Subscription

_LOOKS_OF_HEALTH = 20  # polls that tell how a source is
# Attempts a day for one publisher, of 10 CPU seconds as a rule: half a percent of the CPU time of two small cores.
MOST_OVERRUNS_OF_PUBLISHER = 20
_WELL = frozenset({"looked", "unchanged", "partly_read", "empty_feed"})


@dataclass(frozen=True, slots=True)
class Health:
    """How a source fared lately: its last polls, newest first, and the share of them that failed."""

    looks: tuple[Look, ...]
    failed: float


def names_of(publisher_ids: Iterable[int]) -> dict[int, str]:
    """The publishers' current names."""
    return dict(Publisher.objects.filter(pk__in=list(publisher_ids)).values_list("pk", "name"))


def resting(now: datetime) -> dict[Publisher, datetime]:
    """Publishers in cooldown because their texts exceeded limits too often, and until when."""
    often = Publisher.objects.filter(overruns__gte=MOST_OVERRUNS_OF_PUBLISHER).order_by("pk")
    found = {one: one.rests_until(now, most=MOST_OVERRUNS_OF_PUBLISHER) for one in often}
    return {one: until for one, until in found.items() if until}


def due(now: datetime) -> "QuerySet[Source]":
    """The sources to poll now, the longest overdue first."""
    active = Source.objects.filter(state=Source.State.ACTIVE, due_at__lte=now)
    return active.exclude(kind=Source.Kind.SUBMISSIONS).order_by("due_at", "pk")


def hubs_to_ask(now: datetime) -> "QuerySet[Subscription]":
    """Subscriptions to start, renew or end now, the longest overdue first."""
    return Subscription.objects.filter(due_at__lte=now).order_by("due_at", "pk")


def subscriptions() -> dict[int, str]:
    """The state of each source's subscription: "wanted", "asked", "live", "refused" or "ending"."""
    return dict(Subscription.objects.values_list("source_id", "state"))


def pushes() -> "QuerySet[Push]":
    """Unread pushes, the oldest first."""
    return Push.objects.order_by("pk")


def all_sources() -> "QuerySet[Source]":
    """All sources, followed now or earlier, with their publishers."""
    sources = Source.objects.exclude(kind=Source.Kind.SUBMISSIONS)
    return sources.select_related("publisher").order_by("publisher__name", "pk")


def by_publisher(domain: str) -> "QuerySet[Source]":
    """The sources of the outlet at this domain."""
    return all_sources().filter(publisher__domain=domain)


def health(source: Source) -> Health:
    """The outcome of the source's last polls."""
    looks = tuple(source.looks.order_by("-at", "-pk")[:_LOOKS_OF_HEALTH])
    failed = sum(look.code not in _WELL and not _only_waited(look) for look in looks)
    return Health(looks, failed / len(looks) if looks else 0.0)


def _only_waited(look: Look) -> bool:
    """The poll was postponed before the source was asked."""
    return look.code == "busy" and look.status is None
