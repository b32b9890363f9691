"""Looking: ask the sources that are due, read what they show, plan the next look."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from newsclip.kernel.fetching import Answer, Ask, Failure, Fetch, Page
from newsclip.sources.actions.following import ACCEPT
from newsclip.sources.models import Look, Source
from newsclip.sources.ports import Entry, LookResult
from newsclip.sources.rules import schedule
from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.rules.kinds import charset_of, kind_of
from newsclip.sources.rules.reading import Reading, merged
from newsclip.sources.rules.sitemaps import read_sitemap

type Take = Callable[[Source, Sequence[Entry]], int]

_NOT_MODIFIED = 304
_SHOWN = ("looked", "partly_read")


@dataclass(frozen=True, slots=True)
class _Seen:
    """One look at one source: what came, what was read of it, and what the row is to become."""

    source: Source
    result: LookResult
    changes: dict[str, Any]


def look(sources: Iterable[Source], *, fetch: Fetch, now: datetime, take: Take | None = None) -> Iterator[LookResult]:
    """Ask these sources, a claimed batch of them, and say of each what came of it.

    `take` stores a source's entries and says how many were new. It is called before the source remembers what it
    showed: a crash between the two leads to another look, never to an entry that nobody stored.
    """
    asked = {source.url: source for source in sources if source.kind != Source.Kind.SUBMISSIONS}
    for ask, answer in fetch([_conditional(source) for source in asked.values()]):
        seen = _see(asked[ask.url], answer, fetch, now)
        new = take(seen.source, seen.result.entries) if take and seen.result.entries else 0
        _keep(seen, new, now)
        yield seen.result


def make_due(now: datetime) -> int:
    """Every active source is due at once, except where the host asked us to stay away. Returns how many were not."""
    later = Source.objects.filter(state=Source.State.ACTIVE, due_at__gt=now).exclude(kind=Source.Kind.SUBMISSIONS)
    return later.exclude(outcome="busy").update(due_at=now)


def _conditional(source: Source) -> Ask:
    return Ask(source.url, accept=ACCEPT, etag=source.etag, last_modified=source.last_modified)


def _see(source: Source, answer: Answer, fetch: Fetch, now: datetime) -> _Seen:
    if isinstance(answer, Failure):
        return _failed(source, answer.code, answer.detail, now=now, wait=answer.wait)
    digest = sha256(answer.body).hexdigest()
    if answer.status == _NOT_MODIFIED or digest == source.body_digest:
        return _unchanged(source, answer, now)
    reading = _read(source, answer, now)
    if reading.parts:
        reading = _read_parts(source, reading, fetch, now)
        digest = ""
    if reading.code == "empty_feed":
        return _empty(source, answer, reading, digest, now)
    if reading.code not in _SHOWN:
        return _failed(source, reading.code, reading.detail, now=now, status=answer.status)
    return _showed(source, answer, reading, digest, now)


def _read(source: Source, page: Page, now: datetime) -> Reading:
    sitemap = source.kind == Source.Kind.SITEMAP or kind_of(page.body, page.headers) == "sitemap"
    read = read_sitemap if sitemap else read_feed
    return read(page.body, url=page.url, now=now, charset=charset_of(page.headers))


def _read_parts(source: Source, index: Reading, fetch: Fetch, now: datetime) -> Reading:
    """The parts of a sitemap index. A part that is an index itself is not followed further."""
    answers = fetch([Ask(part, accept=ACCEPT) for part in index.parts])
    readings = [_read(source, page, now) for _, page in answers if isinstance(page, Page)]
    return merged(readings) if readings else replace(index, code="feed_unreadable", detail="no part could be read")


def _failed(
    source: Source, code: str, detail: str, *, now: datetime, status: int | None = None, wait: int | None = None
) -> _Seen:
    plan = schedule.after_failure(source.interval, source.failures, wait=wait, now=now)
    changes = _planned(plan, code)
    if code == "gone":
        changes["state"] = Source.State.GONE
    status = int(detail) if status is None and detail.isdigit() and len(detail) == 3 else status
    return _Seen(source, LookResult(source.pk, source.url, code, detail, status), changes)


def _unchanged(source: Source, page: Page, now: datetime) -> _Seen:
    plan = schedule.after_unchanged(source.interval, asked_pause=schedule.max_age(page.headers), now=now)
    return _Seen(source, LookResult(source.pk, source.url, "unchanged", "", page.status), _planned(plan, "unchanged"))


def _empty(source: Source, page: Page, reading: Reading, digest: str, now: datetime) -> _Seen:
    """An empty feed is no fault: a new site has one, and a quiet sitemap."""
    plan = schedule.after_unchanged(source.interval, asked_pause=schedule.max_age(page.headers), now=now)
    changes = _planned(plan, "empty_feed") | _validators(page, digest)
    return _Seen(source, LookResult(source.pk, source.url, "empty_feed", reading.detail, page.status), changes)


def _showed(source: Source, page: Page, reading: Reading, digest: str, now: datetime) -> _Seen:
    pause = max(reading.ttl, schedule.max_age(page.headers))
    plan = schedule.after_success(source.interval, reading.entries, asked_pause=pause, now=now)
    changes = _planned(plan, reading.code) | _validators(page, digest) | _moved(source, page)
    if not source.title and reading.title:
        changes["title"] = reading.title
    if not source.language and reading.language:
        changes["language"] = reading.language
    result = LookResult(source.pk, source.url, reading.code, reading.detail, page.status, reading.entries)
    return _Seen(source, result, changes)


def _planned(plan: schedule.Plan, code: str) -> dict[str, Any]:
    return {"due_at": plan.due_at, "interval": plan.interval, "failures": plan.failures, "outcome": code}


def _validators(page: Page, digest: str) -> dict[str, Any]:
    """What makes the next ask conditional. An index is asked in full: its parts change without it."""
    if not digest:
        return {}
    etag, modified = page.headers.get("etag", ""), page.headers.get("last-modified", "")
    return {
        "etag": etag if len(etag) <= 300 else "",
        "last_modified": modified if len(modified) <= 100 else "",
        "body_digest": digest,
    }


def _moved(source: Source, page: Page) -> dict[str, Any]:
    """After a permanent redirect the source lives at its new address; where that is followed, this one is done."""
    if not page.moved or page.moved == source.url:
        return {}
    if Source.objects.filter(url=page.moved).exists():
        return {"state": Source.State.GONE}
    return {"url": page.moved}


def _keep(seen: _Seen, new: int, now: datetime) -> None:
    result = seen.result
    with transaction.atomic():
        Source.objects.filter(pk=seen.source.pk).update(looked_at=now, leased_until=None, **seen.changes)
        Look.objects.create(
            source=seen.source,
            at=now,
            code=result.code,
            detail=result.detail[:500],
            status=result.status,
            shown=len(result.entries),
            new=new,
        )
