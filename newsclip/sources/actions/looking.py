"""Looking: ask the sources that are due, read what they show, plan the next look."""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db.models import Q

from newsclip.kernel.fetching import Answer, Ask, Failure, Fetch
from newsclip.sources.actions import seeing
from newsclip.sources.actions.following import ACCEPT
from newsclip.sources.actions.keeping import Sight, Take, keep
from newsclip.sources.models import Host, Robots, Source, Subscription
from newsclip.sources.ports import LookResult

_LOG = logging.getLogger(__name__)
_A_TRANSACTION = 50
_ENTRIES_A_TRANSACTION = 250
_HISTORY = timedelta(days=30)


def look(sources: Iterable[Source], *, fetch: Fetch, now: datetime, take: Take | None = None) -> Iterator[LookResult]:
    """Ask these sources, a claimed batch of them, and say of each what came of it.

    `take` stores what some sources show and says by source how many entries were new. It shares a transaction with
    what the sources remember of having shown it: a crash leads to another look, never to an entry that nobody stored.
    """
    asked = {source.url: source for source in sources if source.kind != Source.Kind.SUBMISSIONS}
    told = _told(asked.values())
    waiting: list[Sight] = []
    try:
        for ask, answer in fetch([_conditional(source) for source in asked.values()]):
            source = asked[ask.url]
            waiting.append(_see(source, answer, fetch, now, told.get(source.pk)))
            if _enough(waiting):
                ready, waiting = waiting, []
                yield from keep(ready, take, now)
        ready, waiting = waiting, []
        yield from keep(ready, take, now)
    except GeneratorExit:
        keep(waiting, take, now)
        raise
    _forget(now)


def _forget(now: datetime) -> None:
    """Drop what is known of hosts that nothing was asked of for a month. Looks go when the operator's settings say."""
    free = Q(held_until=None) | Q(held_until__lt=now)
    loud = Q(quiet_until=None) | Q(quiet_until__lt=now)
    Host.objects.filter(free, loud, asked_at__lt=now - _HISTORY).delete()
    Robots.objects.filter(until__lt=now).delete()


def make_due(now: datetime) -> int:
    """Every active source is due at once, except where the host asked us to stay away. Returns how many were not."""
    later = Source.objects.filter(state=Source.State.ACTIVE, due_at__gt=now).exclude(kind=Source.Kind.SUBMISSIONS)
    return later.exclude(outcome="busy").update(due_at=now)


def _enough(sights: list[Sight]) -> bool:
    return len(sights) >= _A_TRANSACTION or sum(len(s.result.entries) for s in sights) >= _ENTRIES_A_TRANSACTION


def _told(sources: Iterable[Source]) -> dict[int, datetime]:
    """Until when a hub tells us of these sources."""
    live = Subscription.objects.filter(source__in=list(sources), state=Subscription.State.LIVE)
    return {pk: until for pk, until in live.values_list("source_id", "expires_at") if until}


def _conditional(source: Source) -> Ask:
    return Ask(source.url, accept=ACCEPT, etag=source.etag, last_modified=source.last_modified)


def _see(source: Source, answer: Answer, fetch: Fetch, now: datetime, told: datetime | None) -> Sight:
    try:
        return seeing.see(source, answer, fetch=fetch, now=now, told=told)
    except Exception as error:
        _LOG.exception("source %s could not be read: %s", source.pk, source.url)
        failure = Failure(source.url, "internal_error", f"{type(error).__name__}: {error}"[:300])
        return seeing.see(source, failure, fetch=fetch, now=now, told=told)
