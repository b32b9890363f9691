"""What one reader reported and doubted, and the decisions that answered it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Case, OuterRef, Subquery, Value, When

from newsclip.accounts.models import Reader
from newsclip.community.models import Action, Challenge, Flag, Target
from newsclip.kernel.rows import parse_row_id
from newsclip.stories import queries as stories

if TYPE_CHECKING:
    from django.db.models import QuerySet


def reports_of(reader: Reader) -> "QuerySet[Flag]":
    """What a reader told a moderator, newest first; doubts are told apart (`doubts_of`)."""
    return Flag.objects.filter(reader=reader).exclude(reason=Flag.Reason.DOUBT).order_by("-at", "-pk")


def decisions_on(flags: Iterable[Flag]) -> dict[int, Action]:
    """By flag the action that closed it, as far as one is on the public log.

    A report may lie on another story since than it was decided on; to merge two closes those on either.
    """
    closed = [(one, one.closed_at) for one in flags if one.closed_at]
    by_time: dict[tuple[str, datetime], list[Action]] = {}
    for row in Action.objects.filter(at__in=[at for _, at in closed]).order_by("-pk"):
        by_time.setdefault((row.target, row.at), []).append(row)
    found = {one.pk: _closed_by(one, by_time.get((one.kind, at), [])) for one, at in closed}
    return {pk: row for pk, row in found.items() if row}


def _closed_by(flag: Flag, done: list[Action]) -> Action | None:
    about = [row for row in done if flag.key in (row.key, row.gone)]
    if about:
        return about[0]
    return done[0] if len(done) == 1 and flag.kind == Target.STORY else None


def undoings_of(decided: Collection[Action], ends: Mapping[str, str]) -> dict[int, Action]:
    """By action the later one that took it back; `ends`: the kind that does so, by its own kind.

    It is the first on the same thing after it, unless the act had run to its end by then. Reports are reopened of the
    newest dismissal alone.
    """
    wanted = {one.pk for one in decided if ends.get(one.kind)}
    if not wanted:
        return {}
    ended_by = Case(*(When(kind=kind, then=Value(end)) for kind, end in ends.items() if end))
    after = Action.objects.filter(target=OuterRef("target"), key=OuterRef("key"), pk__gt=OuterRef("pk")).order_by("pk")
    rows = Action.objects.filter(pk__in=wanted).annotate(
        ended_by=ended_by,
        end=Subquery(after.filter(kind=OuterRef("ended_by")).values("pk")[:1]),
        again=Subquery(after.filter(kind=OuterRef("kind")).values("pk")[:1]),
    )
    asked = list(rows.exclude(end=None).values_list("pk", "kind", "until", "end", "again"))
    later = Action.objects.in_bulk({end for *_, end, _ in asked})
    return {
        pk: later[end]
        for pk, kind, until, end, again in asked
        if not (until and until <= later[end].at) and not (kind == Action.Kind.DISMISS and again and again < end)
    }


def doubts_of(reader: Reader) -> "QuerySet[Challenge]":
    """The sentences that a reader doubted, newest first."""
    rows = Challenge.objects.filter(reader=reader).order_by("-at", "-pk")
    return rows.select_related("clip").defer("clip__document")


def waits_for_a_moderator(doubts: Iterable[Challenge], reader: Reader) -> set[int]:
    """Those of a reader's doubts of which no moderator has read yet why: they came with a flag, or after one."""
    flags = Flag.objects.filter(reader=reader, kind=Target.STORY, closed_at=None)
    opened = {parse_row_id(key): at for key, at in flags.values_list("key", "at")}
    found, given = set(), list(doubts)
    now_in = stories.remaining({one.clip.story_id for one in given}) if opened else {}
    for one in given:
        at = opened.get(now_in.get(one.clip.story_id, 0))
        if at and one.why and not one.upheld and at <= one.at:
            found.add(one.pk)
    return found


def dismissals_of(doubts: Iterable[Challenge]) -> dict[int, Action]:
    """By doubt the decision of a moderator who read it and left the sentence as it is: it closed the doubter's flag."""
    read = [one for one in doubts if one.why and one.upheld is False and one.reader_id]
    now_in = stories.remaining({one.clip.story_id for one in read}) if read else {}
    keys = {str(pk) for pk in now_in.values()}
    rows = Flag.objects.filter(kind=Target.STORY, key__in=keys, reader__in={one.reader_id for one in read})
    flags = {(one.reader_id, one.key): one for one in rows.exclude(closed_at=None)}
    decided = decisions_on(flags.values())
    found = {}
    for one in read:
        flag = flags.get((one.reader_id, str(now_in.get(one.clip.story_id))))
        done = decided.get(flag.pk) if flag else None
        if flag and done and done.kind == Action.Kind.DISMISS and not done.agrees and flag.at <= one.at <= done.at:
            found[one.pk] = done
    return found


def stories_with_doubts(flagged: Iterable[int]) -> set[int]:
    """Those of these stories in which one of those who flagged them doubts a sentence that the rules left."""
    wanted = set(flagged)
    if not wanted:
        return set()
    by = Flag.objects.filter(kind=Target.STORY, key__in=[str(pk) for pk in wanted], closed_at=None).values("reader")
    rows = Challenge.objects.filter(upheld=False, reader__in=by).exclude(why="")
    told_in = set(rows.values_list("clip__story", flat=True))
    return wanted & {*told_in, *stories.remaining(told_in).values()} if told_in else set()
