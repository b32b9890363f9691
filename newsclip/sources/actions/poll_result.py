"""From a response to a poll's outcome: pure except for fetching the parts of a sitemap index. Nothing is
stored here.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from newsclip.kernel.fetching import Answer, Failure, Fetch, Page, Request
from newsclip.kernel.poll_options import LIMITS, PollLimits
from newsclip.sources.actions.discovering import ACCEPT
from newsclip.sources.actions.hubs import Offer
from newsclip.sources.actions.store import PollOutcome
from newsclip.sources.models import Source
from newsclip.sources.ports import PollResult
from newsclip.sources.rules import schedule, websub
from newsclip.sources.rules.documents import read_document
from newsclip.sources.rules.poll_hints import PollHints
from newsclip.sources.rules.reading import Reading, merged
from newsclip.sources.rules.seen import Seen

_NOT_MODIFIED = 304
_SHOWN = ("looked", "partly_read")


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a source is polled. `told`: until when its hub pushes updates."""

    now: datetime
    told: datetime | None = None
    limits: PollLimits = LIMITS

    def pace(self, source: Source, *, paced: bool = False) -> schedule.Pace:
        """`paced`: what was read just now tells how often the source publishes."""
        is_new = schedule.is_new(added_at=source.added_at, paced=source.paced or paced, now=self.now)
        return schedule.Pace(
            source.interval, self.limits.of_source(source.least_interval, source.most_interval), is_new
        )


def see(source: Source, answer: Answer, *, fetch: Fetch, terms: Terms) -> PollOutcome:
    """Interpret the response. Parts of a sitemap index are fetched."""
    now = terms.now
    if isinstance(answer, Failure):
        return _failed(source, answer.code, answer.detail, terms=terms, wait=answer.wait)
    digest = sha256(answer.body).hexdigest()
    if answer.status == _NOT_MODIFIED or digest == source.body_digest:
        return _unchanged(source, answer, terms)
    reading = read(source, answer, now)
    if reading.parts:
        reading = _read_parts(source, reading, fetch, now)
        digest = ""
    if reading.code not in (*_SHOWN, "empty_feed"):
        return _failed(source, reading.code, reading.detail, terms=terms, status=answer.status)
    return _showed(source, answer, reading, digest, terms)


def read(source: Source, page: Page, now: datetime) -> Reading:
    """The entries of this document that the last poll did not show."""
    return read_document(page, source.kind, now, Seen.from_bytes(bytes(source.seen)))


def _read_parts(source: Source, index: Reading, fetch: Fetch, now: datetime) -> Reading:
    """Read the parts of a sitemap index. Nested indexes are not followed."""
    answers = fetch([Request(part, accept=ACCEPT) for part in index.parts])
    readings = [read(source, page, now) for _, page in answers if isinstance(page, Page)]
    return merged(readings) if readings else replace(index, code="feed_unreadable", detail="no part could be read")


def _failed(
    source: Source, code: str, detail: str, *, terms: Terms, status: int | None = None, wait: int | None = None
) -> PollOutcome:
    status = int(detail) if status is None and detail.isdigit() and len(detail) == 3 else status
    if code == "busy" and wait and status is None:  # not asked yet, which is no failure of the source
        plan = schedule.after_waiting(source.interval, source.failures, wait=wait, now=terms.now)
    else:
        plan = schedule.after_failure(terms.pace(source), source.failures, wait=wait, now=terms.now)
    changes = _planned(plan, code)
    if code == "gone":
        changes["state"] = Source.State.GONE
    return PollOutcome(source, PollResult(source.pk, source.url, code, detail, status), changes)


def _unchanged(source: Source, page: Page, terms: Terms) -> PollOutcome:
    wishes = PollHints.from_json(source.wishes).with_headers(page.headers)
    plan = schedule.after_unchanged(terms.pace(source), wishes=wishes, now=terms.now, pushed_until=terms.told)
    changes = _planned(plan, "unchanged") | _moved(source, page, terms.now)
    return PollOutcome(source, PollResult(source.pk, source.url, "unchanged", "", page.status), changes)


def _showed(source: Source, page: Page, reading: Reading, digest: str, terms: Terms) -> PollOutcome:
    """An empty feed is no failure: new sites and quiet sitemaps have one."""
    wishes, now, told = reading.wishes.with_headers(page.headers), terms.now, terms.told
    paced = schedule.tells_pace(reading.times)
    pace = terms.pace(source, paced=paced)
    if reading.shown:
        plan = schedule.after_success(pace, reading.times, wishes=wishes, now=now, pushed_until=told)
    else:
        plan = schedule.after_unchanged(pace, wishes=wishes, now=now, pushed_until=told)
    code = "unchanged" if reading.code == "looked" and not reading.entries else reading.code
    changes = _planned(plan, code) | _validators(page, digest) | _moved(source, page, now)
    changes |= {"seen": reading.seen.to_bytes(), "wishes": reading.wishes.to_json()}
    if paced and not source.paced:
        changes["paced"] = True
    if not source.title and reading.title:
        changes["title"] = reading.title
    if not source.language and reading.language:
        changes["language"] = reading.language
    result = PollResult(source.pk, source.url, code, reading.detail, page.status, reading.entries, shown=reading.shown)
    return PollOutcome(source, result, changes, _offer(page, reading))


def _offer(page: Page, reading: Reading) -> Offer:
    """The hub and topic from the headers, else from the document (WebSub, section 4)."""
    hub, topic = websub.links(page.headers.get("link", ""), page.url)
    hub, topic = hub or reading.hub, topic or reading.topic or page.url
    return Offer(hub, topic) if websub.is_safe(hub) else Offer()


def _planned(plan: schedule.Plan, code: str) -> dict[str, Any]:
    return {"due_at": plan.due_at, "interval": plan.interval, "failures": plan.failures, "outcome": code}


def _validators(page: Page, digest: str) -> dict[str, Any]:
    """The validators of the next conditional request. An index gets none: its parts change without it."""
    if not digest:
        return {}
    etag, modified = page.headers.get("etag", ""), page.headers.get("last-modified", "")
    return {
        "etag": etag if len(etag) <= 300 else "",
        "last_modified": modified if len(modified) <= 100 else "",
        "body_digest": digest,
    }


def _moved(source: Source, page: Page, now: datetime) -> dict[str, Any]:
    """Follow a permanent redirect once it has lasted a day: some are mistakes or captive portals.

    The source then takes its new address. If that one is followed already, this source ends.
    """
    if not page.moved or page.moved == source.url:
        return {"moved_to": "", "moved_since": None} if source.moved_to else {}
    if page.moved != source.moved_to or source.moved_since is None:
        return {"moved_to": page.moved, "moved_since": now}
    if now - source.moved_since < schedule.CONFIRMED_AFTER:
        return {}
    done = {"moved_to": "", "moved_since": None}
    if Source.objects.filter(url=page.moved).exists():
        return done | {"state": Source.State.GONE}
    return done | {"url": page.moved}
