"""The timeline: lines whose date can be told from their own words and the day their article was published."""

import re
from datetime import date, timedelta

from newsclip.clips.ports import Moment
from newsclip.clips.rules.cleaning import outside_quotes
from newsclip.clips.rules.extractive.desk import Desk
from newsclip.clips.rules.material import same_fact

_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
_MONTH = r"(?P<month>" + "|".join(f"{m[:3]}(?:{m[3:]})?" if m != "may" else "may" for m in _MONTHS) + r"|sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
_DATED = [
    re.compile(rf"\b{_MONTH} {_DAY}\b{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_DAY} (?:of )?{_MONTH}\b{_YEAR}", re.IGNORECASE),
]
_WEEKDAY = re.compile(rf"\b(?P<last>last |next )?(?P<name>{'|'.join(_DAYS)})\b", re.IGNORECASE)
_NEAR = re.compile(r"\b(?P<word>today|yesterday|tomorrow)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|to be|due|until|scheduled|next|expected|plans?|set to)\b", re.IGNORECASE)
_MOST = 6


def timeline(desk: Desk) -> tuple[Moment, ...]:
    """The dated lines by date, one telling each, at most six; empty where they do not span two days."""
    moments: list[tuple[str, tuple[int, int], int]] = []
    for i, line in enumerate(desk.lines):
        published = desk.readings[line.article].article.published
        when = (
            date_in(line.told.text, published.date()) if published and line.alone and i not in desk.outdated else None
        )
        if when:
            moments.append((when.isoformat(), line.key, i))
    kept: list[tuple[str, tuple[int, int], int]] = []
    for moment in sorted(moments, key=lambda m: m[1]):
        stems = desk.lines[moment[2]].stems
        if not any(same_fact(stems, desk.lines[other[2]].stems) for other in kept):
            kept.append(moment)
    kept = sorted(sorted(kept, key=lambda m: (-float(desk.prior[m[2]]), m[1]))[:_MOST])
    if len({when for when, _, _ in kept}) < 2:
        return ()
    return tuple(Moment(when, alone) for when, _, i in kept if (alone := desk.alone(i)))


def date_in(text: str, published: date) -> date | None:
    """The one day that the sentence names, as seen from the day of publication; None where it names none or two."""
    text = outside_quotes(text)
    found = {day for pattern in _DATED for m in pattern.finditer(text) if (day := _calendar(m, published, text))}
    if not found:
        found = {_weekday(m, published, text) for m in _WEEKDAY.finditer(text)}
        found |= {_near(m, published) for m in _NEAR.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _calendar(found: re.Match[str], published: date, text: str) -> date | None:
    month = next(n for n, name in enumerate(_MONTHS, 1) if found["month"].lower()[:3] == name[:3])
    try:
        if found["year"]:
            return date(int(found["year"]), month, int(found["day"]))
        day = date(published.year, month, int(found["day"]))
    except ValueError:
        return None
    ahead = bool(_AHEAD.search(text))
    if day > published + timedelta(days=1) and not ahead:
        return _in_year(day, published.year - 1)
    if day < published - timedelta(days=200) and ahead:
        return _in_year(day, published.year + 1)
    return day


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _weekday(found: re.Match[str], published: date, text: str) -> date:
    """The nearest such weekday: behind, unless the sentence looks ahead. "Last Monday" is never today."""
    back = (published.weekday() - _DAYS.index(found["name"].lower())) % 7
    word = (found["last"] or "").strip().lower()
    if word == "next" or (not word and _AHEAD.search(text)):
        return published + timedelta(days=7 - back if back or word else 0)
    return published - timedelta(days=back or (7 if word else 0))


def _near(found: re.Match[str], published: date) -> date:
    return published + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[found["word"].lower()])
