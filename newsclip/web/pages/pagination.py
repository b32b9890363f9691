"""Lists, newest first, a page at a time; a page begins where the one before ended, whatever came since."""

from datetime import UTC, datetime

from django.db.models import Model, Q, QuerySet

PAGE = 30


def page_of[Row: Model](
    rows: "QuerySet[Row]", before: str = "", size: int = PAGE, by: str = "published"
) -> tuple[list[Row], str]:
    """One page of these rows, the newest by this field first, and the mark of the next page ("" after the last).

    A mark that is none of ours is taken as the beginning.
    """
    after = _read_mark(before)
    if after:
        at, number = after
        rows = rows.filter(**{f"{by}__lte": at}).filter(Q(**{f"{by}__lt": at}) | Q(pk__lt=number))
    found = list(rows[: size + 1])
    shown = found[:size]
    mark = f"{getattr(shown[-1], by).isoformat()}_{shown[-1].pk}" if len(found) > size else ""
    return shown, mark


def _read_mark(mark: str) -> tuple[datetime, int] | None:
    at, _, clip_id = mark.partition("_")
    try:
        when = datetime.fromisoformat(at)
        return (when.astimezone(UTC), int(clip_id)) if when.tzinfo else None
    except (ValueError, OverflowError):  # the first year, east of Greenwich, began before the calendar
        return None
