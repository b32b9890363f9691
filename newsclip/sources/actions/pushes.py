"""Read what hubs pushed, in the same way as a polled document."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from newsclip.db import batches
from newsclip.kernel.fetching import Page
from newsclip.sources.actions.poll_result import read
from newsclip.sources.actions.store import HISTORY, Take, line_of
from newsclip.sources.models import Look, Push, Source
from newsclip.sources.ports import PollResult
from newsclip.sources.rules.reading import MOST_ENTRIES
from newsclip.sources.rules.seen import Seen


def read_pushes(pushes: Iterable[Push], *, now: datetime, take: Take) -> Iterator[PollResult]:
    """Read these claimed rows. A hub may send the whole document or only the new entries (WebSub, section 7)."""
    for push in pushes:
        with transaction.atomic():
            result = _taken(push, Source.objects.get(pk=push.source_id), take, now)
            push.delete()
        yield result


def _taken(push: Push, source: Source, take: Take, now: datetime) -> PollResult:
    page = Page(source.url, 200, bytes(push.body), {"content-type": push.content_type})
    reading = read(source, page, now)
    result = PollResult(source.pk, source.url, reading.code, "told by its hub", None, reading.entries, reading.shown)
    if reading.entries:
        result = replace(result, new=take([(source, reading.entries)]).get(source.pk, 0))
    seen = reading.seen.joined(Seen.from_bytes(bytes(source.seen)), MOST_ENTRIES)
    Source.objects.filter(pk=source.pk).update(seen=seen.to_bytes())
    batches.insert(Look, HISTORY, [line_of(result)], at=now)
    return result
