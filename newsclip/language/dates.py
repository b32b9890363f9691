"""Dates as feeds and pages write them, read into one kind: an aware datetime in UTC."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsclip.language.page_words import months

_ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
FIRST = datetime(1993, 1, 1, tzinfo=UTC)  # what says an earlier moment is a clock that stands wrong
_LONGEST = 100  # characters; no date is longer
_DIGIT = re.compile(r"\d")
_EPOCH = re.compile(r"\d{9,10}(\d{3})?")
ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2,
         "BST": 1, "IST": 5.5, "JST": 9, "AEST": 10, "AEDT": 11, "GMT": 0, "UTC": 0}  # fmt: skip
_ZONE_WORD = re.compile(r"\s*\b([A-Z]{3,4})\s*$")
_NAMED_ZONE = re.compile(r"\s*\b([A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+)\s*$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOISE = re.compile(
    r"\(.*?\)|\bat\b|,| - |(?<=\d)(st|nd|rd|th)\b|^\s*[^\W\d]{2,9}\.?,?\s+(?=\d+\s+[^\W\d]|[^\W\d]{3})", re.IGNORECASE
)
_LOOSE = tuple(
    f"{day}{clock}"
    for day in ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d")
    for clock in ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", " %I:%M%p", " %H:%M:%S %z", " %H:%M %z")
)


def parse_date(text: str) -> datetime | None:
    """The moment that `text` names (RFC 822, ISO 8601 and what feeds write instead); None where it names none.

    A date without a zone counts as UTC. What is before FIRST or after 9998 is a slip of the pen, and gives None.
    """
    text = text.strip()[:_LONGEST]
    if not _DIGIT.search(text):
        return None
    for read in (_iso, _in_named_zone, _rfc822, _epoch, _loose):
        moment = read(text)
        if moment is not None:
            return _in_utc(moment)
    return None


def _iso(text: str) -> datetime | None:
    if not text[:4].isdigit() or "-" not in text[:8]:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    shape = re.match(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*([+-]\d\d:?\d\d|Z)?", text)
    try:
        return datetime.fromisoformat(f"{shape[1]}T{shape[2]}{shape[3] or ''}") if shape else None
    except ValueError:
        return None


def _in_named_zone(text: str) -> datetime | None:
    """ "Fri, 31 Mar 2023 20:19:00 America/Los_Angeles": by the zone's own rules (IANA time zone database)."""
    named = _NAMED_ZONE.search(text) if "/" in text else None
    if named is None:
        return None
    moment = _rfc822(text[: named.start()]) or _loose(text[: named.start()])
    try:
        return moment.replace(tzinfo=ZoneInfo(named[1])) if moment else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return moment


def _rfc822(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _epoch(text: str) -> datetime | None:
    if not _EPOCH.fullmatch(text):
        return None
    return datetime.fromtimestamp(int(text[:10] if len(text) > 10 else text), UTC)


def _loose(text: str) -> datetime | None:
    zone = _ZONE_WORD.search(text)
    known = zone and ZONES.get(zone[1])
    if zone and known is not None:
        text = text[: zone.start()]
    text = re.sub(r"([ap])\.m\.", r"\1m", text, flags=re.IGNORECASE)
    plain = " ".join(_NOISE.sub(" ", text).replace(".", " " if text.count(".") == 1 else ".").split())
    plain = _WORD.sub(_in_english, plain)
    for shape in (one for one in _LOOSE if one.count(" ") == plain.count(" ")):  # each try is costly
        try:
            moment = datetime.strptime(plain, shape)  # noqa: DTZ007
        except ValueError:
            continue
        return moment - timedelta(hours=known) if known and moment.tzinfo is None else moment
    return None


def _in_english(word: re.Match[str]) -> str:
    month = months().get(word[0].lower())
    return _ENGLISH[month - 1] if month else word[0]


def _in_utc(moment: datetime) -> datetime | None:
    try:
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None
    return moment if moment >= FIRST and moment.year < 9999 else None
