"""What one reader reported and doubted, and the decisions that answered it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

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
    """By flag the action that closed it, as far as one is on the public log."""
    closed = [one for one in flags if one.closed_at]
    rows = Action.objects.filter(at__in=[one.closed_at for one in closed], key__in=[one.key for one in closed])
    found = {(row.target, row.key, row.at): row for row in rows.order_by("-pk")}
    decided = {one.pk: found.get((one.kind, one.key, one.closed_at)) for one in closed if one.closed_at}
    return {pk: row for pk, row in decided.items() if row}


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


def stories_with_doubts(flagged: Iterable[int]) -> set[int]:
    """Those of these stories in which one of those who flagged them doubts a sentence that the rules left."""
    wanted = set(flagged)
    if not wanted:
        return set()
    by = Flag.objects.filter(kind=Target.STORY, key__in=[str(pk) for pk in wanted], closed_at=None).values("reader")
    rows = Challenge.objects.filter(upheld=False, reader__in=by).exclude(why="")
    told_in = set(rows.values_list("clip__story", flat=True))
    return wanted & {*told_in, *stories.remaining(told_in).values()} if told_in else set()
