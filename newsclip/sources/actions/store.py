"""Store poll outcomes: entries, rows, and one history line each, in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from newsclip.db import batches
from newsclip.sources.actions.hubs import Offer, note_hubs
from newsclip.sources.models import Look, Source
from newsclip.sources.ports import Entry, PollResult

type Take = Callable[[Sequence[tuple[Source, Sequence[Entry]]]], Mapping[int, int]]

# Every poll changes these columns; the others seldom change, and another process may be writing them.
_ALWAYS = (
    "due_at", "interval", "failures", "outcome", "etag", "last_modified", "body_digest", "seen", "wishes", "moved_to",
    "moved_since", "looked_at", "leased_until",
)  # fmt: skip


HISTORY = ("source_id", "code", "detail", "status", "shown", "new")


@dataclass(frozen=True, slots=True)
class PollOutcome:
    """The outcome of one poll: the result, the row's new values, and the hub that the source names.

    `offer` is None if the document was not read, so that nothing is known of hubs.
    """

    source: Source
    result: PollResult
    changes: dict[str, Any]
    offer: Offer | None = None


def keep(sights: Sequence[PollOutcome], take: Take | None, now: datetime) -> list[PollResult]:
    """Store these outcomes. Returns their results with the number of new entries."""
    if not sights:
        return []
    with transaction.atomic():
        shown = [(sight.source, sight.result.entries) for sight in sights if sight.result.entries]
        new = take(shown) if take and shown else {}
        results = [replace(sight.result, new=new.get(sight.source.pk, 0)) for sight in sights]
        _keep_sources(sights, now)
        note_hubs({sight.source.pk: sight.offer for sight in sights if sight.offer is not None}, now)
        batches.insert(Look, HISTORY, map(line_of, results), at=now)
    return results


def _keep_sources(sights: Sequence[PollOutcome], now: datetime) -> None:
    for sight in sights:
        source, changes = sight.source, {"looked_at": now, "leased_until": None} | sight.changes
        for name in _ALWAYS:
            setattr(source, name, changes.pop(name, getattr(source, name)))
        if changes:
            Source.objects.filter(pk=source.pk).update(**changes)
    batches.update([sight.source for sight in sights], _ALWAYS)


def line_of(result: PollResult) -> tuple[Any, ...]:
    """One line of the source's history, in the order of HISTORY."""
    return result.source_id, result.code, result.detail[:500], result.status, result.shown, result.new
