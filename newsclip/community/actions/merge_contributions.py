"""What readers and moderators did about a story goes along when it is merged into another, and back with it.

Where somebody did the same for both stories, the one for the remaining story counts; the other stays where it was,
counts for nothing there, and is in its place again when the merge is undone.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from newsclip.clips.models import Clip
from newsclip.community.actions.story_counts import recount
from newsclip.community.models import (
    Action,
    Carried,
    Collected,
    Flag,
    Follow,
    Mute,
    Reading,
    Restriction,
    Suggestion,
    Target,
    Topic,
    Vote,
)
from newsclip.stories import queries as stories

_AT_ONCE = 250  # rows of one statement
_OUT = "a story that a moderator took out became part of this one"


def _number(story_id: int) -> Mapping[str, Any]:
    return {"story": story_id}


def _key(story_id: int) -> Mapping[str, Any]:
    return {"key": str(story_id)}


@dataclass(frozen=True, slots=True)
class _Table:
    """A table whose rows go along. `once`: of the rows with the same values here, a story has one at most."""

    model: type[Model]
    once: tuple[str, ...]
    at: Callable[[int], Mapping[str, Any]] = _number
    only: Q = field(default_factory=Q)
    anew: Mapping[str, Any] = field(default_factory=dict)  # set in every row that goes along or back

    @property
    def name(self) -> str:
        return self.model.__name__

    def rows(self, story_id: int) -> "QuerySet[Any]":
        return self.model._default_manager.filter(self.only, **self.at(story_id))


_TABLES = (
    _Table(Vote, ("reader",), anew={"weight": None}),
    _Table(Collected, ("collection",)),
    _Table(Suggestion, ("kind", "wanted"), only=Q(state=Suggestion.State.OPEN)),
    _Table(Follow, ("reader", "kind"), _key, Q(kind__in=(Topic.STORY, Topic.CHAIN))),
    _Table(Mute, ("reader",), _key, Q(kind=Topic.STORY)),
    _Table(Flag, ("reader",), _key, Q(kind=Target.STORY)),
    _Table(Restriction, ("kind",), _key, Q(target=Target.STORY, kind__in=(Action.Kind.PIN, Action.Kind.LOCK))),
)
CARRIED = frozenset(table.model for table in _TABLES) | {Reading}


@transaction.atomic
def carry(story_id: int, *, now: datetime) -> None:
    """After a merge or its reversal, move what hangs on the story, and on stories merged into it before. Idempotent."""
    here, family = stories.story(story_id).pk, stories.parts(story_id)
    changed = {place for table in _TABLES for place in _carry(table, family, here)}
    _carry_readings(family, here)
    _close_doubles(family - {here}, here, now)
    _ask_no_more(family - {here}, here)
    _ask_about_removed(family - {here}, here, now)
    if changed:
        recount([here, *changed], now=now)


def _carry(table: _Table, family: Collection[int], here: int) -> set[int]:
    """Returns the stories where something left or came."""
    changed = set()
    back = Carried.objects.filter(table=table.name, story__in=family)
    for place in _elsewhere(table, back, here):
        came_back = table.rows(place).filter(pk__in=back.values("row"))
        if _move(table, _single(table, came_back, here), here):
            changed |= {place, here}
            changed |= _come_forth(table, stories.parts(place) - {place}, place)
    Carried.objects.filter(table=table.name, story=here).delete()
    return changed | _come_forth(table, set(family) - {here}, here)


def _elsewhere(table: _Table, back: "QuerySet[Carried]", here: int) -> list[int]:
    """The stories at which rows of these are, other than the one where they belong now."""
    [column] = table.at(here)
    rows = table.model._default_manager.filter(table.only, pk__in=back.values("row")).exclude(**table.at(here))
    return sorted({int(place) for place in rows.values_list(column, flat=True)})


def _come_forth(table: _Table, origins: Iterable[int], here: int) -> set[int]:
    """What was made for stories that are parts of this one now, and is still there."""
    changed = set()
    for origin in sorted(origins):
        moving = _single(table, _meant(table, origin, here), here)
        rows = [Carried(table=table.name, row=pk, story_id=origin) for pk in moving]
        Carried.objects.bulk_create(rows, batch_size=_AT_ONCE, ignore_conflicts=True)
        if _move(table, moving, here):
            changed |= {origin, here}
    return changed


def _meant(table: _Table, origin: int, here: int) -> "QuerySet[Any]":
    """Without wishes that two stories be merged which are one now."""
    rows = table.rows(origin)
    fulfilled = Q(kind=Suggestion.Kind.MERGE, wanted__story__in=list(stories.parts(here)))
    return rows.exclude(fulfilled) if table.model is Suggestion else rows


def _single(table: _Table, rows: "QuerySet[Any]", here: int) -> list[int]:
    """The rows that are not said of this story already."""
    taken = {_same(given) for given in table.rows(here).values_list(*table.once)}
    found = ((pk, _same(given)) for pk, *given in rows.order_by("pk").values_list("pk", *table.once))
    # A rule's flags name nobody: each is another one.
    return [pk for pk, same in found if same not in taken or (table.model is Flag and same == "[null]")]


def _same(given: Iterable[Any]) -> str:
    return json.dumps(list(given), sort_keys=True)


def _move(table: _Table, rows: Iterable[int], here: int) -> int:
    moved = 0
    for some in batched(rows, _AT_ONCE, strict=False):
        moved += table.model._default_manager.filter(pk__in=some).update(**table.at(here), **table.anew)
    return moved


def _carry_readings(family: Collection[int], here: int) -> None:
    """Who read the one story has read the other, as far as it went before they became one."""
    clip = Clip.objects.filter(story=here).only("pk", "version").first()
    if clip is None:
        return
    of_clips = dict(Clip.objects.filter(story__in=[*family, here]).values_list("story", "pk"))
    read = _Table(Reading, ("reader",), lambda story: {"clip": of_clips.get(story, 0)}, anew={"version": clip.version})
    back = Carried.objects.filter(table=read.name, story__in=family)
    there = Reading.objects.filter(pk__in=back.values("row")).exclude(clip=clip)
    _move(read, _single(read, there, here), here)
    Carried.objects.filter(table=read.name, story=here).delete()
    _come_forth(read, set(family) - {here}, here)


def _close_doubles(parts: Collection[int], here: int, now: datetime) -> None:
    """Flags of somebody whose flag on the remaining story waits for an answer, too: one is enough.

    A doubt about a sentence there is no answer to them.
    """
    waits = Flag.objects.filter(kind=Target.STORY, closed_at=None)
    asked = waits.filter(key=str(here)).exclude(reader=None).exclude(reason=Flag.Reason.DOUBT).values("reader")
    waits.filter(key__in=[str(part) for part in parts], reader__in=asked).update(closed_at=now)


def _ask_no_more(parts: Collection[int], here: int) -> None:
    """No moderator is to decide whether stories be merged that are one."""
    wishes = Suggestion.objects.filter(story=here, kind=Suggestion.Kind.MERGE, state=Suggestion.State.OPEN)
    wishes.filter(wanted__story__in=list(parts)).update(referred_at=None)


def _ask_about_removed(parts: Collection[int], here: int, now: datetime) -> None:
    """A removal does not go along, as it may be of one article among fifty: a moderator is asked to look."""
    removed = Restriction.objects.filter(target=Target.STORY, kind=Action.Kind.REMOVE)
    if not removed.filter(key__in=[str(part) for part in parts]).exists() or removed.filter(key=str(here)).exists():
        return
    asked = Flag.objects.filter(kind=Target.STORY, key=str(here), words=_OUT)
    if not asked.exists():
        Flag.objects.create(kind=Target.STORY, key=str(here), reason=Flag.Reason.HELD, words=_OUT, at=now)
