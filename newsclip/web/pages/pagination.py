"""Lists of clips, newest first, a page at a time; a page begins where the one before ended, whatever came since."""

from datetime import UTC, datetime

from django.db.models import Q, QuerySet

from newsclip.clips.models import Clip

PAGE = 30


def page_of(clips: "QuerySet[Clip]", before: str = "", size: int = PAGE) -> tuple[list[Clip], str]:
    """One page of these clips (in the order of clips.queries.newest), and the mark of the next one ("" after the last).

    A mark that is none of ours is taken as the beginning.
    """
    after = _read_mark(before)
    if after:
        at, clip_id = after
        clips = clips.filter(published__lte=at).filter(Q(published__lt=at) | Q(pk__lt=clip_id))
    found = list(clips[: size + 1])
    shown = found[:size]
    mark = f"{shown[-1].published.isoformat()}_{shown[-1].pk}" if len(found) > size else ""
    return shown, mark


def _read_mark(mark: str) -> tuple[datetime, int] | None:
    at, _, clip_id = mark.partition("_")
    try:
        when = datetime.fromisoformat(at)
        return (when.astimezone(UTC), int(clip_id)) if when.tzinfo else None
    except (ValueError, OverflowError):  # the first year, east of Greenwich, began before the calendar
        return None
