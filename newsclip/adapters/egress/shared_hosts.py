"""Politeness across workers: one worker at a time asks a host, and all share what it learns.

The state is in the database (sources.Host, sources.Robots), claimed by conditional updates; a worker that dies blocks a
host for a minute. Local hosts are not shared: they need no politeness.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import uuid4

from django.db.models import Q

from newsclip.adapters.egress.egress import Egress
from newsclip.adapters.egress.robots import Robots, parse_robots
from newsclip.kernel.addresses import host_of, is_local_name, normalize, origin_of
from newsclip.kernel.fetching import Answer, Failure, Request
from newsclip.kernel.reasons import Refused
from newsclip.sources import models

HOLD = timedelta(seconds=60)  # how long a host stays held by a worker that died
PATIENCE = 60.0  # seconds, as long as such a hold lasts
_RENEW = HOLD.total_seconds() / 3
_RELEASED_TOGETHER = 50  # hosts in one UPDATE
_FREE = ""
_GLANCE = 0.1  # seconds: each check is a query
type _Fetch = Callable[[Iterable[Request]], Iterator[tuple[Request, Answer] | None]]


@dataclass(frozen=True, slots=True)
class SharedHosts:
    """A Fetch (see newsclip.kernel.fetching) around this process's egress. `clock` is common to all workers."""

    egress: Egress
    clock: Callable[[], datetime]
    sleep: Callable[[float], None] = time.sleep

    def __call__(self, asks: Iterable[Request]) -> Iterator[tuple[Request, Answer]]:
        """As Fetch. Hosts in use by another worker come last, and are "busy" after PATIENCE."""
        with closing(self._answers(asks, self.egress, 1.0)) as answers:
            for found in answers:
                if found:
                    yield found

    def with_idle_periods(self, asks: Iterable[Request]) -> Iterator[tuple[Request, Answer] | None]:
        """As TellsOfLulls: waiting for another worker's host counts as idle too."""
        return self._answers(asks, self.egress.with_idle_periods, _GLANCE)

    def _answers(
        self, asks: Iterable[Request], fetch: "_Fetch", pause: float
    ) -> Generator[tuple[Request, Answer] | None]:
        lines: defaultdict[str, list[Request]] = defaultdict(list)
        for ask in asks:
            lines[_host(ask)].append(ask)
        waited = 0.0
        while lines and waited < PATIENCE:
            turn = _Turn(self, uuid4().hex)
            mine = turn.claim(lines)
            if mine:
                yield from turn.ask([ask for host in mine for ask in lines.pop(host)], fetch)
            else:
                before = self.clock()
                self.sleep(pause)
                yield None
                waited += max(pause, (self.clock() - before).total_seconds())
        for ask in (ask for line in lines.values() for ask in line):
            yield ask, Failure(ask.url, "busy", "another worker is asking this host", int(PATIENCE))


@dataclass(frozen=True, slots=True)
class _Turn:
    """The requests of one claim, signed by `holder`."""

    shared: SharedHosts
    holder: str

    def claim(self, hosts: Iterable[str]) -> list[str]:
        """Claim the hosts that nobody else holds, and load what is known of them."""
        named = [host for host in hosts if host != _FREE]
        free = [_FREE] if _FREE in hosts else []
        if not named:
            return free
        now = self.shared.clock()
        known = set(models.Host.objects.filter(name__in=named).values_list("name", flat=True))
        fresh = [models.Host(name=host) for host in named if host not in known]
        models.Host.objects.bulk_create(fresh, ignore_conflicts=True)
        nobody = Q(held_until=None) | Q(held_until__lte=now)
        models.Host.objects.filter(nobody, name__in=named).update(holder=self.holder, held_until=now + HOLD)
        rows = list(models.Host.objects.filter(name__in=named, holder=self.holder))
        for row in rows:
            self._learn(row, now)
        return free + [row.name for row in rows]

    def _learn(self, row: models.Host, now: datetime) -> None:
        memory, here = self.shared.egress.memory, time.monotonic()
        if row.asked_at:
            ago = (now - row.asked_at).total_seconds()
            memory.asked(row.name, here - min(ago, memory.since_asked(row.name, here)))
        if row.quiet_until and row.quiet_until > now:
            memory.wants_quiet(row.name, here + (row.quiet_until - now).total_seconds())

    def ask(self, asks: list[Request], fetch: "_Fetch") -> Iterator[tuple[Request, Answer] | None]:
        """Fetch, and release each host after its last request."""
        left = Counter(map(_host, asks))
        robots = _SharedRobots(self.shared, {origin_of(ask.url) for ask in asks if _host(ask) != _FREE})
        robots.load()
        done: list[str] = []
        renewed = time.monotonic()
        try:
            for found in fetch(asks):
                if found:
                    left[_host(found[0])] -= 1
                    if not left[_host(found[0])]:
                        done.append(_host(found[0]))
                if len(done) >= _RELEASED_TOGETHER or time.monotonic() - renewed > _RENEW:
                    self._release(done)
                    models.Host.objects.filter(holder=self.holder).update(held_until=self.shared.clock() + HOLD)
                    done, renewed = [], time.monotonic()
                yield found
        finally:
            self._release(list(left))
            robots.save()

    def _release(self, hosts: Iterable[str]) -> None:
        names, memory, now = [host for host in hosts if host != _FREE], self.shared.egress.memory, self.shared.clock()
        mine = models.Host.objects.filter(holder=self.holder)
        for host in names:
            quiet = memory.quiet_for(host, time.monotonic())
            if quiet:
                mine.filter(name=host).update(quiet_until=now + timedelta(seconds=quiet))
        if names:
            mine.filter(name__in=names).update(holder="", held_until=None, asked_at=now)


@dataclass(frozen=True, slots=True)
class _SharedRobots:
    """The shared robots.txt of these origins; failures are not shared, so that each worker retries."""

    shared: SharedHosts
    origins: set[str]

    def load(self) -> None:
        memory, here, now = self.shared.egress.memory.robots, time.monotonic(), self.shared.clock()
        wanted = [origin for origin in self.origins if memory.get(origin, here) is None]
        for row in models.Robots.objects.filter(origin__in=wanted, until__gt=now) if wanted else ():
            until = here + (row.until - now).total_seconds()
            memory.put(row.origin, Robots(parse_robots(row.text), None, until, row.text), here)
        self.origins.intersection_update(wanted)

    def save(self) -> None:
        """Store what was fetched meanwhile."""
        memory, here, now = self.shared.egress.memory.robots, time.monotonic(), self.shared.clock()
        found = {origin: memory.get(origin, here) for origin in self.origins}
        rows = [
            models.Robots(origin=origin, text=robots.text, until=now + timedelta(seconds=robots.until - here))
            for origin, robots in found.items()
            if robots and not robots.failure
        ]
        models.Robots.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["origin"], update_fields=["text", "until"]
        )


def _host(ask: Request) -> str:
    return _host_at(ask.url)


@lru_cache(maxsize=10_000)
def _host_at(url: str) -> str:
    """The host to claim, or _FREE for a local host or an invalid address."""
    try:
        host = host_of(normalize(url))
    except Refused:
        return _FREE
    return _FREE if is_local_name(host) or host == "127.0.0.1" else host
