"""Where people talk: the newest comment of each story, and the stories that most people talk about."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from newsclip.clips import queries as clips
from newsclip.community.models import Comment
from newsclip.community.ports import Muted
from newsclip.community.queries.comments import heard
from newsclip.community.queries.highlights import undoubted
from newsclip.community.rules.mutes import unheard_people

_LOOKED_AT = 500  # comments among which a reader who mutes finds the newest of each story


class Talk(NamedTuple):
    """How many people wrote how many comments about a story."""

    story: int
    people: int
    comments: int


class Newest(NamedTuple):
    """Of each story its newest comment that a reader's mutes leave, and for each hidden one its mute as "kind key"."""

    comments: list[Comment]
    hidden: list[str]


def newest_by_story() -> "QuerySet[Comment]":
    """Of each story with a listed clip its newest comment, the newest first; none that is held or removed, that more
    people find poor, or that flags of some weight are open on, and none that answers such a one or stands deeper.
    """
    later = _shown().filter(
        Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk")), story=OuterRef("story")
    )
    listed = clips.listed().filter(story=OuterRef("story"))
    return _newest_first(_shown().filter(Exists(listed), ~Exists(later)))


def unmuted_newest(rows: Iterable[Comment], mutes: Sequence[Muted]) -> Newest:
    """In place of rows of `newest_by_story` that these mutes hide the newest of the same story that they leave."""
    given = list(rows)
    if not mutes:
        return Newest(given, [])
    left, hidden = _heard(given, mutes)
    silent = {row.story_id for row in given} - {row.story_id for row in left}
    if silent:
        others = _heard(_newest_first(_shown().filter(story__in=silent))[:_LOOKED_AT], mutes)[0]
        left += {row.story_id: row for row in reversed(others)}.values()
    return Newest(sorted(left, key=lambda row: (row.at, row.pk), reverse=True), hidden)


def _heard(rows: Iterable[Comment], mutes: Sequence[Muted]) -> tuple[list[Comment], list[str]]:
    """What these mutes leave, also of what answers whom they hide, and for each hidden one its mute."""
    silent = unheard_people(mutes)
    left, hidden = heard(rows, mutes)
    answered = {row.pk: _answered(row) & silent for row in left}
    hidden = [*hidden, *(f"person {min(names)}" for names in answered.values() if names)]
    return [row for row in left if not answered[row.pk]], hidden


def _answered(row: Comment) -> set[str]:
    """Who wrote what the comment answers, and what that answers."""
    above = [row.parent, row.parent.parent if row.parent else None]
    return {one.reader.username for one in above if one and one.reader}


def newest_comments() -> "QuerySet[Comment]":
    """The newest comments on all stories with a listed clip that answer nobody, and are fit to be put forward."""
    listed = clips.listed().filter(story=OuterRef("story"))
    return _newest_first(_first_ones().filter(Exists(listed)))


def most_discussed(since: datetime, *, limit: int, mutes: Sequence[Muted] = ()) -> list[Talk]:
    """The stories that most people wrote about since then, each more than once; without people that mutes hide."""
    rows = _fit().filter(at__gte=since).exclude(reader=None).exclude(reader__username__in=unheard_people(mutes))
    counted = rows.order_by().values("story").annotate(people=Count("reader", distinct=True), comments=Count("pk"))
    most: Iterable[tuple[int, int, int]] = (
        counted.filter(comments__gt=1)
        .order_by("-people", "-comments", "-story")
        .values_list("story", "people", "comments")[:limit]
    )
    return [Talk(*one) for one in most]


def _fit() -> "QuerySet[Comment]":
    return undoubted(Comment.objects.filter(state=Comment.State.SHOWN, score__gte=0))


def _first_ones() -> "QuerySet[Comment]":
    return _fit().filter(parent=None)


def _shown() -> "QuerySet[Comment]":
    """Those that answer nobody, or answer one of these in their turn."""
    answered = _first_ones().filter(pk=OuterRef("parent"))
    return _fit().filter(Q(parent=None) | Exists(answered) | Exists(_second_ones().filter(pk=OuterRef("parent"))))


def _second_ones() -> "QuerySet[Comment]":
    return _fit().filter(Exists(_first_ones().filter(pk=OuterRef("parent"))))


def _newest_first(rows: "QuerySet[Comment]") -> "QuerySet[Comment]":
    return rows.select_related("reader", "parent__reader", "parent__parent__reader").order_by("-at", "-pk")
