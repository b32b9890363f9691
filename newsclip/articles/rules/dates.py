"""When the article was published and updated, with the publisher's UTC offset."""

import logging
import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

from newsclip.articles.rules.byline_area import BylineArea
from newsclip.articles.rules.head import Head
from newsclip.articles.rules.jsonld import text_of, types_of
from newsclip.articles.rules.visible_dates import date_ago, date_beside, date_in, on_the_shown_day
from newsclip.language.dates import parse_date

_METAS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date.published",
    "publishdate", "publish-date", "pubdate", "pub_date", "published-date", "article.published", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created",
    "dcterms.created", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article_date_original",
    "original-publish-date", "originalpublicationdate", "date", "created", "article.created", "publication_date",
    "publisheddate", "shareaholic:article_published_time", "bt:pubdate", "vr:published_time",
    "iso-8601-publish-date",
)  # fmt: skip
_MODIFIED_METAS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_MARKED = '[itemprop="datePublished"],time[pubdate],[property="datePublished"],[property="schema:datePublished"]'
_TIMES = "article time[datetime],main time[datetime],time[datetime],abbr.published[title],.published[title]"
_STAMPS = ("data-time", "data-timestamp")
_STAMPED = ",".join(f"[{name}]" for name in _STAMPS)
_MOST_TIMES = 4  # the article's own dates come first; later ones are of teasers and comments
_MIDNIGHT = time()
_FIRST_YEAR, _LAST_YEAR = 1995, 2100  # other numbers are not read as years
_ISO = re.compile(
    r"^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:(?:T|\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_IN_URL = re.compile(
    r"/(?P<year>20\d\d|199\d)(?:([/-])(?P<month>\d\d?)\2(?P<day>\d\d?)|(?P<month_day>\d{4}))(?:[/_-]|$)"
)


def read_published(head: Head, heading: Callable[[], BylineArea], asked: datetime | None) -> datetime | None:
    """The publication time: declared by the page, the most reliable sign first, else shown on it; None if there is
    none.

    "2 hours ago" counts only if `asked`, the time of the request, is known.
    """
    declared = _declared(head)
    if declared is None:
        shown = date_beside(heading()) or _from_elements(head, _STAMPED)
        return shown or (date_ago(heading(), asked) if asked else None)
    return on_the_shown_day(declared, _shown(head)) if declared.time() != _MIDNIGHT else declared


def _declared(head: Head) -> datetime | None:
    return (
        parse(head.article.get("datePublished"))
        or _from_things(head)
        or next((date for name in _METAS if name in head.metas and (date := parse(head.metas[name][0]))), None)
        or _from_elements(head, _MARKED)
        or parse(head.article.get("dateCreated"))
        or _from_elements(head, _TIMES)
        or _from_url(head.url)
        or _from_url(head.meta("og:url"))
    )


def read_updated(head: Head, heading: Callable[[], BylineArea]) -> datetime | None:
    """The time of the last update: declared by the page, else shown beside the heading."""
    declared = (
        parse(head.article.get("dateModified"))
        or parse(head.meta(*_MODIFIED_METAS))
        or _from_elements(head, '[itemprop="dateModified"],[property="dateModified"]')
    )
    return declared or (None if head.article else date_beside(heading(), of_update=True))


def guess_published(html: str, url: str) -> datetime | None:
    """A last resort: what htmldate finds in the whole page, to the day.

    The leading space stops htmldate from taking a page whose text looks like a URL for one and fetching it.
    """
    from htmldate import find_date  # noqa: PLC0415 — loading it takes longer than reading a page

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)  # it logs every empty page as an error
    try:
        return parse(find_date(" " + html, url=url or None, original_date=True, extensive_search=False))
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return None  # htmldate raises these on broken markup


def date_of(text: str) -> datetime | None:
    """A time as a page writes it, for readers or for machines."""
    return parse(text) or date_in(text)


def parse(value: Any) -> datetime | None:
    """A time in any format that publishers use. Without an offset it is UTC; a day is its midnight."""
    text = text_of(value) if not isinstance(value, int) else str(value)
    if not text or len(text) > 80:
        return None
    try:
        found = _iso(text) or parse_date(text)
    except (ValueError, OverflowError):
        return None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _iso(text: str) -> datetime | None:
    match = _ISO.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_offset(match[7] or "Z"))


def _offset(text: str) -> timezone:
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
    return timezone(-size if text[0] == "-" else size)


def _from_things(head: Head) -> datetime | None:
    for thing in head.linked.things:
        if thing.get("datePublished") and not any("Comment" in name for name in types_of(thing)):
            found = parse(thing["datePublished"])
            if found:
                return found
    return None


def _from_elements(head: Head, selector: str) -> datetime | None:
    for element in head.page.css(selector)[:_MOST_TIMES]:
        attributes = element.attributes
        given = next((attributes[key] for key in ("datetime", "content", *_STAMPS, "title") if attributes.get(key)), "")
        found = date_of(given or element.text())
        if found:
            return found
    return None


def _shown(head: Head) -> datetime | None:
    """The text of elements marked as the publication time."""
    texts = (element.text(separator=" ") for element in head.page.css(_MARKED)[:_MOST_TIMES])
    return next((shown for text in texts if (shown := date_in(text))), None)


def _from_url(url: str) -> datetime | None:
    match = _IN_URL.search(url)
    if match is None:
        return None
    month, day = match["month"], match["day"]
    if match["month_day"]:
        month, day = match["month_day"][:2], match["month_day"][2:]
    return parse(f"{match['year']}-{month}-{day}")
