"""Questions about sources. Read only."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from newsclip.sources.models import Look, Publisher, Push, Source, Subscription

_LAST_POLLS = 20
# Attempts a day for one publisher, of 10 CPU seconds as a rule: half a percent of the CPU time of two small cores.
MOST_OVERRUNS_OF_PUBLISHER = 20


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


def last_polls(source: Source) -> "QuerySet[Look]":
    """The last polls of the source, newest first."""
    return source.looks.order_by("-at", "-pk")[:_LAST_POLLS]
