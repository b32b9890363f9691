"""The days that a sentence names, as seen from the day its article was published. Nothing is guessed.

A weekday alone is resolved only where the words say whether it is past or to come: by a word such as "last" or
"dernier", or by the tense of the verb nearest to it. Weeks and months are named as the interval they are.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from newsclip.language.pack import pack
from newsclip.language.pack_tables import DayWords, Names
from newsclip.language.pattern_parts import any_of, ignoring_case

_YEAR = r"(?:,? (?:{between})?(?P<year>(?:18|19|20)\d\d)\b|,? (?P<years_off>{years})\b)?"
_NUMERIC = (
    re.compile(r"(?<![\d/])(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<![\d/.])(?P<day>\d{1,2})\.\s?(?P<number>0?[1-9]|1[0-2])\.\s?(?P<year>(?:19|20)\d\d)"),
)
_SENTENCES = re.compile(r"[;:]|, and | but | because | that ")
_CLAUSES = re.compile(r"[;:,]| but | because | that ")
_LONGEST_YEARS = 200  # news may look back so far; beyond, a number is no year
_LONGEST = 2_000  # characters of a sentence; each day is read with all words around it
_JUST_NOW = timedelta(days=31)  # a day without a year is of this month or the last
_DAY_AFTER = 6  # days back to last week's
_IN_FULL = 5  # letters of a weekday that is no short form
_NEAR, _FAR = timedelta(days=90), timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a week or a month that the words at `[start, end)` name: from `first` to `last`."""

    start: int
    end: int
    first: date
    last: date

    @property
    def iso(self) -> str:
        """ISO 8601: a date, or the interval from a date to a date."""
        return self.first.isoformat() + ("" if self.first == self.last else f"/{self.last.isoformat()}")


@dataclass(frozen=True, slots=True)
class _Language:
    """How one language's days are read."""

    words: DayWords
    months: dict[str, int]
    weekdays: dict[str, int]
    dated: tuple[re.Pattern[str], ...]
    in_month: re.Pattern[str]
    weekday: re.Pattern[str]
    repeated: re.Pattern[str]
    shift: re.Pattern[str]
    week: re.Pattern[str]
    ahead: re.Pattern[str]
    behind: re.Pattern[str]
    ago: re.Pattern[str]
    determined: re.Pattern[str]
    of_no_year: re.Pattern[str]


def days(text: str, published: date, language: str, *, doubtful: bool = False) -> list[Day]:
    """The days that the sentence names in its language, in order. Fuller forms hold: "on Monday, 2 March" is one day.

    `doubtful`: also the weekday after publication, told as past: of last week, or the page's date is a day early.
    In a language whose words are not known: figures alone (2026-03-02, 2.3.2026). None where the text is no sentence.
    """
    if len(text) > _LONGEST:
        return []
    by = reader(language)
    dated = [day for m in _found(_NUMERIC, text) if (day := _calendar(m, published, text, by))]
    if by is None:
        return _apart(sorted(dated, key=lambda day: (day.start, -day.end)), dated)
    dated += [day for m in _found(by.dated, text) if (day := _calendar(m, published, text, by))]
    dated += [day for m in by.in_month.finditer(text) if (day := _month(m, by))]
    found = dated[:]
    if not by.repeated.search(text):
        named = (_weekday(m, published, text, by, doubtful=doubtful) for m in by.weekday.finditer(text))
        found += [day for day in named if day]
    found += [_moved(m, by.words.shifts[_plain(m["word"])], published) for m in by.shift.finditer(text)]
    found += [_moved(m, -_number(m["number"], by), published) for m in by.ago.finditer(text)]
    found += [_week(m, published, by) for m in by.week.finditer(text)]
    return _apart(sorted(found, key=lambda day: (day.start, -day.end)), dated)


def weekdays_of(text: str, published: date, language: str) -> frozenset[int]:
    """The days of the week (Monday is 0) that the text names in full or by days that are read, past or to come."""
    by = reader(language)
    if by is None or len(text) > _LONGEST:
        return frozenset()
    named = (found["name"].lower() for found in by.weekday.finditer(text))
    read = (day.first.weekday() for day in days(text, published, language) if day.first == day.last)
    return frozenset(by.weekdays[name] for name in named if len(name) >= _IN_FULL) | frozenset(read)


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    return (m for pattern in patterns for m in pattern.finditer(text))


@cache
def reader(language: str) -> _Language | None:
    """How the days of a language (ISO 639-1) are read; None where its words are not known."""
    words = pack(language).days
    if words is None:
        return None
    months, weekdays = _numbered(words.months, 1), _numbered(words.weekdays, 0)
    month, weekday = (rf"(?P<{kind}>{_any(names)})" for kind, names in (("month", months), ("name", weekdays)))
    year = _YEAR.replace("{between}", rf"(?:{any_of(words.between)}) |of " if words.between else "of ")
    year = year.replace("{years}", _any(words.years).replace("'", "['’]"))
    between = rf"(?:(?:{any_of(words.between)}) )?" if words.between else ""
    ordinals, counts = any_of(words.ordinals), any_of(words.counts)
    dated = (
        rf"(?<![\d.:,/])\b(?P<day>\d{{1,2}})(?:{ordinals}|\.)? {between}{month}\b\.?{year}",
        rf"\b{month}\b\.? (?P<day>\d{{1,2}})(?:{ordinals})?\b(?![:.,]\d){year}",
    )
    before, behind = any_of((*words.back, *words.forth, *words.on)), any_of((*words.back, *words.forth))
    return _Language(
        words, months, weekdays,
        tuple(map(ignoring_case, dated)),
        ignoring_case(rf"\b(?:{any_of(words.before_month)}) {month} {between}(?P<year>(?:19|20)\d\d)\b"),
        ignoring_case(rf"\b(?:(?P<before>{before}) )?{weekday}\b(?: (?P<after>{behind})\b)?"),
        ignoring_case(rf"\b(?:{any_of(words.every)})\b(?: \w+){{0,2}}? (?:{_any(weekdays)})|\b(?:{_any(weekdays)})s\b"
                 rf"|\b(?:{_any(weekdays)}) (?:{any_of(words.ranges)}) (?:{_any(weekdays)})"),
        ignoring_case(rf"\b(?P<word>{_any(words.shifts)})\b"),
        ignoring_case(rf"\b(?P<word>{_any(words.weeks)})\b(?! on\b)"),
        ignoring_case(rf"\b(?:{any_of(words.ahead)})\b"),
        re.compile(rf"\b(?:{any_of(words.behind)})\b"),
        ignoring_case(rf"\b(?P<number>\d{{1,3}}|{counts}) (?:{any_of(words.ago)})\b"),
        ignoring_case(rf"(?:\b(?:{any_of(words.determiners)}) |\w[-–])$"),
        ignoring_case(rf",? (?:{any_of((*(words.told_years or ()), *(words.other_years or ())))})\b"),
    )  # fmt: skip


def _numbered(names: Names, first: int) -> dict[str, int]:
    return {name: n for n, each in enumerate(names, first) for name in each}


def _any(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


def _apart(found: list[Day], dated: list[Day]) -> list[Day]:
    """Without those inside others, and without a weekday that stands beside its own date ("Monday, 2 March")."""
    kept: list[Day] = []
    for day in found:
        inside = any(o is not day and o.start <= day.start and day.end <= o.end for o in found)
        beside = day not in dated and any(-3 <= o.start - day.end <= 7 for o in dated)
        if not inside and not beside:
            kept.append(day)
    return kept


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _number(word: str, by: _Language) -> int:
    return int(word) if word.isdigit() else (by.words.counts or {})[word.lower()]


def _calendar(found: re.Match[str], published: date, text: str, by: _Language | None) -> Day | None:
    """The day with its year; without one, the nearest such day; none in a year that was told before ("that year")."""
    given = found.groupdict()
    name = given.get("month") or ""
    if by and _is_of_no_year(found, text, by):
        return None
    if (
        by
        and name in (by.words.other_words or ())
        and not found["year"]
        and text[found.end("month") : found.end("month") + 1] != "."
    ):
        return None
    month = int(given["number"]) if by is None or given.get("number") else by.months[_plain(found["month"])]
    day = int(found["day"])
    if found["year"]:
        there = _day(int(found["year"]), month, day)
        near = there if there and abs(there.year - published.year) <= _LONGEST_YEARS else None
    elif by and given.get("years_off"):
        near = _day(published.year + by.words.years[_plain(found["years_off"])], month, day)
    elif by and by.determined.search(text, 0, found.start()):
        near = _nearest(month, day, published, behind=None)
        near = near if near and abs(near - published) <= _JUST_NOW else None
    else:
        near = _nearest(month, day, published, behind=_tense(text, *found.span(), by))
    return Day(found.start(), found.end(), near, near) if near else None


def _is_of_no_year(found: re.Match[str], text: str, by: _Language) -> bool:
    """Whether what stands behind the day and its month is no year, though it may begin like one ("cette année-là")."""
    year_from = found.start("years_off") if found.groupdict().get("years_off") else found.end()
    return any(by.of_no_year.match(text, at) for at in (year_from - 1, found.end()))


def _nearest(month: int, day: int, published: date, *, behind: bool | None) -> date | None:
    """The last such day where it is told as past, the next where as to come; else only one that is near."""
    options = [d for years in (-1, 0, 1) if (d := _day(published.year + years, month, day))]
    if behind is None:
        options = [d for d in options if abs(d - published) <= _NEAR]
    else:
        options = [d for d in options if ((d <= published) == behind or d == published) and abs(d - published) <= _FAR]
    return min(options, key=lambda d: abs(d - published), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(found: re.Match[str], by: _Language) -> Day | None:
    year, month = int(found["year"]), by.months[_plain(found["month"])]
    return Day(found.start(), found.end(), date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _moved(found: re.Match[str], days_: int, published: date) -> Day:
    day = published + timedelta(days=days_)
    return Day(found.start(), found.end(), day, day)


def _week(found: re.Match[str], published: date, by: _Language) -> Day:
    """The week from Monday to Sunday (ISO 8601) before or after the one of publication."""
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=by.words.weeks[_plain(found["word"])])
    return Day(found.start(), found.end(), monday, monday + timedelta(days=6))


def _weekday(found: re.Match[str], published: date, text: str, by: _Language, *, doubtful: bool) -> Day | None:
    """The nearest such weekday behind or ahead, as the words say; none where they do not say, or say only the name."""
    before, after = _plain(found["before"] or ""), _plain(found["after"] or "")
    back = (published.weekday() - by.weekdays[found["name"].lower()]) % 7
    behind: bool | None
    if {before, after} & set(by.words.back):
        behind, back = True, back or 7
    elif {before, after} & set(by.words.forth):
        # "next Friday" said on a Monday may be this week's or the one after
        if before == "next" and back != 0:
            return None
        behind = False
    else:
        behind = _tense(text, found.start(), found.end(), by) if before in by.words.on else None
        if behind and back == _DAY_AFTER and not doubtful:
            return None
    if behind is None:
        return None
    day = published - timedelta(days=back) if behind else published + timedelta(days=(7 - back) % 7)
    start = found.start("name")
    return Day(start, found.end(), day, day)


def _tense(text: str, start: int, end: int, by: _Language | None) -> bool | None:
    """Whether what happens on the day is told as past, by the verbs nearest to it; None where they do not agree."""
    if by is None:
        return None
    for marks in (_CLAUSES, _SENTENCES):
        left = max((m.end() for m in marks.finditer(text, 0, start)), default=0)
        right = marks.search(text, end)
        clause = text[left : right.start() if right else len(text)]
        ahead, behind = bool(by.ahead.search(clause)), bool(by.behind.search(clause))
        if ahead or behind:
            return behind if ahead != behind else None
    return None
