"""Relative times, as date elements show them: "2 hours ago", "gestern, 14:05"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache

from newsclip.articles.rules.page_patterns import alternatives
from newsclip.language.page_words import AgoWords, all_page_words, in_any_language
from newsclip.language.pattern_parts import ignoring_case

_LONGEST, _MOST_DAYS = 80, 31  # characters of a line that is only a date; older pages show the date itself
_UNITS = {"minutes": 60, "hours": 3600, "days": 86_400}


@dataclass(frozen=True, slots=True)
class AgoPatterns:
    """`told`: "2 hours ago", `unspaced`: the same without spaces, `day`: "yesterday, 14:05". Seconds by unit word."""

    told: re.Pattern[str]
    unspaced: re.Pattern[str]
    day: re.Pattern[str]
    seconds: dict[str, int]
    one: frozenset[str]
    days: dict[str, int]


@cache
def ago_patterns() -> AgoPatterns:
    """Those of all languages in one."""
    known = [words.ago for words in all_page_words()]
    spaced, close = [words for words in known if words.spaced], [words for words in known if not words.spaced]
    starts = rf"(?:^|[|•·,;–—-]\s*|\b(?:{alternatives('dates.published')})\s*:?\s+)"
    days = {word: n for n, name in enumerate(("today", "yesterday")) for word in in_any_language(f"ago.{name}")}
    return AgoPatterns(
        ignoring_case(
            rf"{starts}(?:(?P<before>{alternatives('ago.before')})\s+)?(?:(?:{alternatives('ago.about')})\s+)?"
            r"(?P<count>\d{1,4}|[^\W\d]{1,5})\s*"
            rf"(?P<unit>[^\W\d]{{1,8}})\.?(?:\s+(?P<after>{_or(words.after for words in spaced)}))?\W*$"
        ),
        re.compile(
            rf"(?P<count>\d{{1,4}})\s*(?P<unit>{_or(map(_units, close))})"
            rf"\s*(?:{_or(words.after for words in close)})\W*$"
        ),
        ignoring_case(
            rf"{starts}(?P<day>{'|'.join(days)})(?:[\s,|–-]+(?:{alternatives('ago.at')})?\s*"
            r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)\s*(?P<half>[ap]\.?m\b)?"
            rf"(?:\s*(?:{alternatives('ago.oclock')}))?)?\W*$"
        ),
        {word: seconds for name, seconds in _UNITS.items() for word in in_any_language(f"ago.{name}")},
        frozenset(in_any_language("ago.one")),
        days,
    )


def _units(words: AgoWords) -> list[str]:
    """The longest first: "分钟" before "分"."""
    return sorted(words.minutes | words.hours | words.days, key=len, reverse=True)


def _or(lists: Iterable[Iterable[str]]) -> str:
    return "|".join(dict.fromkeys(one for given in lists for one in given))


def ago(text: str, now: datetime) -> datetime | None:
    """The time that this text names relative to `now`; None if it names none, or one weeks away.

    A day without a clock time is its midnight. A clock time is in the zone of `now` and never after it.
    """
    text = " ".join(text.replace("’", "'").split())
    if len(text) > _LONGEST:
        return None
    found = _span(text)
    if found is not None:
        return now - found if found < timedelta(days=1) else _midnight(now - found)
    named = ago_patterns().day.search(text)
    return _clock(named, now) if named else None


def _span(text: str) -> timedelta | None:
    known = ago_patterns()
    unspaced = known.unspaced.search(text)
    if unspaced:
        seconds = int(unspaced["count"]) * known.seconds[unspaced["unit"]]
    else:
        told = known.told.search(text)
        if told is None or not (told["before"] or told["after"]):
            return None
        count, unit = told["count"].lower(), known.seconds.get(told["unit"].lower())
        if unit is None or not (count.isdigit() or count in known.one):
            return None
        seconds = unit * (int(count) if count.isdigit() else 1)
    return timedelta(seconds=seconds) if seconds <= _MOST_DAYS * 86_400 else None


def _clock(named: re.Match[str], now: datetime) -> datetime | None:
    day = _midnight(now - timedelta(days=ago_patterns().days[named["day"].lower()]))
    if not named["hour"]:
        return day
    hour, minute, half = int(named["hour"]), int(named["minute"]), (named["half"] or "").lower()
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    if hour > 23 or minute > 59:
        return None
    return min(day + timedelta(hours=hour, minutes=minute), now)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time(), tzinfo=moment.tzinfo)
