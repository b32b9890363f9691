"""What staff do with sources stands in the public log: deed and entry together, and nothing where nothing changes."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.community.models import Action, Target
from newsclip.community.ports import Order
from newsclip.sources import actions, queries
from newsclip.sources.models import Source
from newsclip.sources.ports import CatalogueEntry, FoundSource, PollResult

_LONGEST = 500  # characters of a reason


@transaction.atomic
def pause(staff: Reader, source: Source, *, now: datetime) -> None:
    """Stop polling it for a while. Raises Refused("not_allowed", "suspended")."""
    if actions.pause(_locked(source), now=now):
        _log(staff, Action.Kind.PAUSE_SOURCE, source, now)


@transaction.atomic
def resume(staff: Reader, source: Source, *, now: datetime) -> None:
    """Poll it again. Raises Refused("taken_down", "not_allowed", "suspended")."""
    if actions.resume(_locked(source), now=now):
        _log(staff, Action.Kind.RESUME_SOURCE, source, now)


@transaction.atomic
def end(staff: Reader, source: Source, *, now: datetime) -> None:
    """Stop following it; its articles stay. Raises Refused("not_allowed", "suspended")."""
    if actions.stop(_locked(source).url, now=now):
        _log(staff, Action.Kind.END_SOURCE, source, now)


@transaction.atomic
def follow(staff: Reader, found: Iterable[FoundSource], *, now: datetime) -> list[PollResult]:
    """Follow all of these. Raises Refused("taken_down", "not_allowed", "suspended")."""
    return _logged(staff, [actions.follow_found(one, now) for one in found], now)


@transaction.atomic
def import_opml(staff: Reader, opml: bytes, *, now: datetime, most: int) -> list[PollResult]:
    """Follow every feed of the list, at most so many. Raises Refused("not_opml", "not_allowed", "suspended")."""
    return _logged(staff, actions.import_opml(opml, now=now, most=most), now)


@transaction.atomic
def follow_listed(staff: Reader, entries: Iterable[CatalogueEntry], *, now: datetime) -> list[PollResult]:
    """Follow these entries of a catalogue. Raises Refused("not_allowed", "suspended")."""
    return _logged(staff, actions.follow_listed(entries, now=now), now)


def _logged(staff: Reader, results: list[PollResult], now: datetime) -> list[PollResult]:
    """The same results, each source that is new by them in the log."""
    added = [one.source_id for one in results if one.code == "added"]
    for source in queries.all_sources().filter(pk__in=added).order_by("pk"):
        _log(staff, Action.Kind.ADD_SOURCE, source, now)
    return results


def _locked(source: Source) -> Source:
    """As it is now, so that of two who do the same one does it."""
    return queries.all_sources().select_for_update(of=("self",)).get(pk=source.pk)


def _log(staff: Reader, kind: Action.Kind, source: Source, now: datetime) -> None:
    """Under the publisher's domain and name; the source's address stands for a reason, without a key in it."""
    said = source.url.partition("?")[0][:_LONGEST]
    publisher = source.publisher
    order = Order(kind, Target.DOMAIN, publisher.domain, said, publisher.name, leaves_flags=True)
    community.act(staff, order, now=now)
