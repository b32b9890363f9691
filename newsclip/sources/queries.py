"""Questions about sources. Read only."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from urllib.parse import urlsplit

from django.db.models import Count, Max, Q, QuerySet, Sum

from newsclip.kernel.addresses import domain_of
from newsclip.sources.models import Discovery, Look, Publisher, Push, Source, Subscription
from newsclip.sources.ports import FoundSource
from newsclip.sources.rules.catalogue import LARGEST_CATALOGUE, choose, read_catalogue

__all__ = ["LARGEST_CATALOGUE", "choose", "read_catalogue"]
_LAST_POLLS = 20
FAILING = "failing"
WENT_WELL = ("looked", "unchanged", "partly_read")  # of a poll
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


def found_at(looked: Discovery | None) -> list[FoundSource]:
    """What the worker found there. What a newer release tells more of it is left out: it may be at work already."""
    known = {field.name for field in fields(FoundSource)}
    rows = looked.found if looked else []
    return [FoundSource(**{name: value for name, value in row.items() if name in known}) for row in rows]


def discoveries() -> "QuerySet[Discovery]":
    """Addresses at which the worker has not looked for sources yet, the oldest first."""
    return Discovery.objects.filter(done_at=None).order_by("at", "pk")


def hubs_to_ask(now: datetime) -> "QuerySet[Subscription]":
    """Subscriptions to start, renew or end now, the longest overdue first."""
    return Subscription.objects.filter(due_at__lte=now).order_by("due_at", "pk")


def subscriptions() -> dict[int, str]:
    """The state of each source's subscription: "wanted", "asked", "live", "refused" or "ending"."""
    return dict(Subscription.objects.values_list("source_id", "state"))


def with_hubs(sources: "QuerySet[Source]") -> "QuerySet[Source]":
    """These sources with their subscriptions, for `is_told_by_hub`."""
    return sources.select_related("subscription")


def is_told_by_hub(source: Source) -> bool:
    """Whether a hub pushes what is new in it."""
    subscription = getattr(source, "subscription", None)
    return subscription is not None and subscription.state == Subscription.State.LIVE


def pushes() -> "QuerySet[Push]":
    """Unread pushes, the oldest first."""
    return Push.objects.order_by("pk")


def all_sources() -> "QuerySet[Source]":
    """All sources, followed now or earlier, with their publishers."""
    sources = Source.objects.exclude(kind=Source.Kind.SUBMISSIONS)
    return sources.select_related("publisher").order_by("publisher__name", "pk")


def looked_after() -> "QuerySet[Source]":
    """All sources that nobody removed, with their publishers."""
    return all_sources().exclude(state=Source.State.REMOVED)


def listed(state: str = "", words: str = "") -> "QuerySet[Source]":
    """The sources in this state, FAILING, or by default all; `words` are part of a name."""
    found = all_sources().order_by("publisher__name", "pk")
    if state == FAILING:
        found = found.filter(state=Source.State.ACTIVE, failures__gt=0)
    else:
        found = found.filter(state=state) if state else found
    part = Q(title__icontains=words) | Q(url__icontains=words) | Q(publisher__name__icontains=words)
    return found.filter(part) if words else found


def count_by_state() -> dict[str, int]:
    """How many sources are in each state, and FAILING of those that are active."""
    failing = Count("pk", filter=Q(state=Source.State.ACTIVE, failures__gt=0))
    rows = all_sources().order_by().values("state").annotate(all=Count("pk"), failing=failing)
    found = {row["state"]: row["all"] for row in rows}
    return found | {FAILING: sum(row["failing"] for row in rows)}


def new_entries(sources: Iterable[Source], since: datetime) -> dict[int, int]:
    """How many new entries each of these sources showed since then."""
    rows = Look.objects.filter(source__in=list(sources), at__gte=since).order_by().values_list("source")
    return dict(rows.annotate(number=Sum("new")))


def at_addresses(urls: Iterable[str]) -> dict[str, Source]:
    """The sources at these normalized addresses that are followed, or paused."""
    rows = all_sources().filter(url__in=list(urls), state__in=[Source.State.ACTIVE, Source.State.PAUSED])
    return {row.url: row for row in rows}


def of_domains(domains: Iterable[str]) -> list[Source]:
    """The sources of the publishers at these domains: what is followed first, what was removed last."""
    rows = all_sources().filter(publisher__domain__in=set(domains))
    states = list(Source.State)
    return sorted(rows, key=lambda row: (states.index(Source.State(row.state)), row.pk))


def followed_at(url: str) -> Source | None:
    """The source that is followed at this normalized address."""
    return all_sources().filter(url=url, state=Source.State.ACTIVE).first()


def followed_at_home(url: str) -> Source | None:
    """The first source that is followed of the publisher whose home page this normalized address is."""
    parts = urlsplit(url)
    if parts.path.strip("/") or parts.query:
        return None
    rows = all_sources().filter(publisher__domain=domain_of(url), state=Source.State.ACTIVE)
    return rows.exclude(kind=Source.Kind.SUBMISSIONS).order_by("pk").first()


def last_polls(source: Source) -> "QuerySet[Look]":
    """The last polls of the source, newest first."""
    return source.looks.order_by("-at", "-pk")[:_LAST_POLLS]


def last_worked(source_ids: Iterable[int]) -> dict[int, datetime]:
    """When each of these was last polled well, as far back as polls are kept."""
    rows = Look.objects.filter(source__in=list(source_ids), code__in=WENT_WELL).order_by()
    return dict(rows.values_list("source").annotate(at=Max("at")))


def last_poll() -> int:
    """The number of the last poll of any source; 0 if there was none."""
    return Look.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def polls_after(number: int) -> "QuerySet[Look]":
    """The polls after that one, with their sources."""
    return Look.objects.filter(pk__gt=number).select_related("source").order_by("pk")
