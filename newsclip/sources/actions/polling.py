"""Polling: fetch the sources that are due, read their entries, schedule the next poll."""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from django.db.models import Q

from newsclip.kernel.fetching import Answer, Failure, Fetch, Request, fetch_with_idle
from newsclip.kernel.poll_options import LIMITS, PollLimits
from newsclip.sources.actions import poll_result
from newsclip.sources.actions.discovering import ACCEPT
from newsclip.sources.actions.poll_result import Terms
from newsclip.sources.actions.store import PollOutcome, Take, keep
from newsclip.sources.models import Host, Robots, Source, Subscription
from newsclip.sources.ports import PollResult

_LOG = logging.getLogger(__name__)
_A_TRANSACTION = 50  # sources per transaction: other writers wait less
_ENTRIES_A_TRANSACTION = 250  # see CONTRIBUTING.md: transactions of at most 250 rows
_HISTORY = timedelta(days=30)  # after which an unused host is forgotten


class _HasParts(Exception):
    """Raised for a sitemap index whose parts must be fetched first."""

    def __init__(self, asks: Iterable[Request]) -> None:
        self.asks = list(asks)


def look(
    sources: Iterable[Source],
    *,
    fetch: Fetch,
    now: datetime,
    take: Take | None = None,
    limits: PollLimits = LIMITS,
) -> Iterator[PollResult | None]:
    """Poll a claimed batch of sources and yield the result of each.

    `take` stores entries and returns the number of new ones by source. It runs in the same transaction as the update of
    `seen`: after a crash a source is polled again, but no entry is lost. Yields None for idle periods, after storing
    what came before. `limits` are those of all sources that have none of their own.
    """
    asked = {source.url: source for source in sources if source.kind != Source.Kind.SUBMISSIONS}
    terms = _terms(asked.values(), now, limits)
    waiting: list[PollOutcome] = []
    try:
        for sight in _sights(asked, terms, fetch):
            waiting += [sight] if sight else []
            if sight is None or _enough(waiting):
                ready, waiting = waiting, []
                yield from keep(ready, take, now)
            if sight is None:
                yield None
        ready, waiting = waiting, []
        yield from keep(ready, take, now)
    except GeneratorExit:
        keep(waiting, take, now)
        raise
    _forget(now)


def _sights(asked: Mapping[str, Source], terms: Mapping[int, Terms], fetch: Fetch) -> Iterator[PollOutcome | None]:
    """Parts of sitemap indexes are fetched last, so that no source waits for another one's."""
    indexes: list[tuple[Source, Answer, list[Request]]] = []
    for found in fetch_with_idle(fetch, [_conditional(source) for source in asked.values()]):
        if found is None:
            yield None
            continue
        source, answer = asked[found[0].url], found[1]
        try:
            yield _see(source, answer, _later, terms[source.pk])
        except _HasParts as index:
            indexes.append((source, answer, index.asks))
    parts: dict[str, Answer] = {}
    for found in fetch_with_idle(fetch, {ask.url: ask for _, _, asks in indexes for ask in asks}.values()):
        if found is None:
            yield None
            continue
        parts[found[0].url] = found[1]
        whole = [index for index in indexes if all(ask.url in parts for ask in index[2])]
        indexes = [index for index in indexes if index not in whole]
        for source, answer, _ in whole:
            yield _see(source, answer, lambda asks: ((ask, parts[ask.url]) for ask in asks), terms[source.pk])


def _later(asks: Iterable[Request]) -> Iterator[tuple[Request, Answer]]:
    raise _HasParts(asks)


def _forget(now: datetime) -> None:
    """Forget hosts that were not asked for a month. Rows of Look expire by the operator's settings."""
    free = Q(held_until=None) | Q(held_until__lt=now)
    loud = Q(quiet_until=None) | Q(quiet_until__lt=now)
    Host.objects.filter(free, loud, asked_at__lt=now - _HISTORY).delete()
    Robots.objects.filter(until__lt=now).delete()


def make_due(now: datetime) -> int:
    """Make every active source due, unless its host asked us to stay away. Returns how many were not due before."""
    later = Source.objects.filter(state=Source.State.ACTIVE, due_at__gt=now).exclude(kind=Source.Kind.SUBMISSIONS)
    return later.exclude(outcome="busy").update(due_at=now)


def _enough(sights: list[PollOutcome]) -> bool:
    return len(sights) >= _A_TRANSACTION or sum(len(s.result.entries) for s in sights) >= _ENTRIES_A_TRANSACTION


def _terms(sources: Collection[Source], now: datetime, limits: PollLimits) -> dict[int, Terms]:
    """On what terms each of these sources is polled."""
    live = Subscription.objects.filter(source__in=list(sources), state=Subscription.State.LIVE)
    told = dict(live.values_list("source_id", "expires_at"))
    return {source.pk: Terms(now, told.get(source.pk), limits) for source in sources}


def _conditional(source: Source) -> Request:
    return Request(source.url, accept=ACCEPT, etag=source.etag, last_modified=source.last_modified)


def _see(source: Source, answer: Answer, fetch: Fetch, terms: Terms) -> PollOutcome:
    try:
        return poll_result.see(source, answer, fetch=fetch, terms=terms)
    except _HasParts:
        raise
    except Exception as error:
        _LOG.exception("source %s could not be read: %s", source.pk, source.url)
        failure = Failure(source.url, "internal_error", f"{type(error).__name__}: {error}"[:300])
        return poll_result.see(source, failure, fetch=fetch, terms=terms)
