"""When an article counts as published, and when it is read again."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta

from newsclip.kernel.publication_times import is_day_only

CLOCKS_DIFFER = timedelta(hours=1)  # a server's clock or time zone may be this far ahead of ours
MOST_FAILURES = 5  # in a row, before an unread article is given up
_LOOKS = (timedelta(hours=1), timedelta(hours=4), timedelta(days=1), timedelta(days=3))
_FIRST_WAIT = timedelta(minutes=5)  # doubled with each failure: a short outage costs minutes
_LONGEST_WAIT = timedelta(days=1)  # a site that is back is read on the same day
_FOR_GOOD = frozenset((
    "gone", "taken_down", "robots", "address_not_public", "port_refused", "scheme_refused", "not_encrypted",
    "not_a_url", "credentials_refused", "too_large", "not_html", "unreadable_page", "unauthorized",
))  # fmt: skip
_BY_STATUS: Mapping[int, str] = {401: "unauthorized", 403: "unauthorized", 404: "not_found", 410: "gone", 429: "busy"}


def settle_published(
    *, page: datetime | None, entry: datetime | None, found: datetime, now: datetime
) -> tuple[datetime, bool]:
    """The best known publication time, never after `now`, and whether the page claimed a future one.

    If the page names only a day, the source's time on that day wins, else the time when we found it, if on that day.
    """
    in_future = page is not None and page > now + CLOCKS_DIFFER
    if page is not None and page.time() == time():  # midnight of the publisher's own clock: a day
        page = page.replace(tzinfo=UTC)
    usable = [when for when in (page, entry) if when is not None and when <= now + CLOCKS_DIFFER]
    if not usable:
        return min(found, now), in_future
    best = usable[0]
    if len(usable) == 2 and is_day_only(usable[0]) and abs(usable[1] - usable[0]) < timedelta(days=2):
        best = usable[1]
    if is_day_only(best) and timedelta() <= found - best < timedelta(days=1):
        best = found
    return min(best, now), in_future


def next_look(*, published: datetime, changed: datetime, now: datetime) -> datetime | None:
    """When to read an article again whose last change was seen at `changed`; None: never.

    One that was already older than the last check when it was found is not read again.
    """
    since = changed if changed - published < _LOOKS[-1] else published
    return next((since + wait for wait in _LOOKS if since + wait > now), None)


def next_try(failures: int, now: datetime, wait: int | None) -> datetime:
    """When to retry after this many failures in a row; `wait`: seconds that the host asked for."""
    doubled = min(_FIRST_WAIT * (1 << min(failures - 1, 20)), _LONGEST_WAIT)
    asked_for = timedelta(seconds=min(wait or 0, 7 * 86_400))
    return now + max(doubled, asked_for)


def is_final(code: str, failures: int) -> bool:
    """Whether to give up an article for this reason. If the host asks us to wait, we wait."""
    return code in _FOR_GOOD or (failures >= MOST_FAILURES and code != "busy")


def code_of_status(status: int) -> str:
    """The reason code of an HTTP status that brings no page."""
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 400 <= status < 500:
        return "client_error"
    return "server_error" if status >= 500 else "bad_answer"
