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
_WEEKDAY = re.compile(rf"\bon (?P<name>{'|'.join(_DAYS)})\b", re.IGNORECASE)
_NEAR = re.compile(r"\b(?P<word>yesterday|tomorrow)\b", re.IGNORECASE)
_REPEATED = re.compile(r"\b(?:every|each|usually|always|normally|or)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|due|until|scheduled|next|expected|plans?|set|to)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"\b(?:was|were|had|said|told|began|ran|fell|rose|won|lost|met|took|came|went|found|left|made|held|saw|gave|broke"
    r"|hit|closed|[a-z]{3,}ed)\b"
)
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
    """The one day that the sentence names, as seen from the day of publication.

    None where it names none, or two, or where the day would have to be guessed.
    """
    text = outside_quotes(text)
    found = {day for pattern in _DATED for m in pattern.finditer(text) if (day := _calendar(m, published))}
    if not found and not _REPEATED.search(text):
        found = {day for m in _WEEKDAY.finditer(text) if (day := _weekday(m, published, text))}
        found |= {_near(m, published) for m in _NEAR.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _calendar(found: re.Match[str], published: date) -> date | None:
    """Without a year, the nearest such day."""
    month = next(n for n, name in enumerate(_MONTHS, 1) if found["month"].lower()[:3] == name[:3])
    day = int(found["day"])
    if found["year"]:
        return _day(int(found["year"]), month, day)
    near = [_day(published.year + years, month, day) for years in (-1, 0, 1)]
    return min((d for d in near if d), key=lambda d: abs(d - published), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(found: re.Match[str], published: date, text: str) -> date | None:
    """The nearest such weekday, ahead or behind as the verbs say; None where they do not say."""
    back = (published.weekday() - _DAYS.index(found["name"].lower())) % 7
    ahead, behind = bool(_AHEAD.search(text)), bool(_BEHIND.search(text))
    if ahead == behind:
        return None
    return published + timedelta(days=(7 - back) % 7) if ahead else published - timedelta(days=back)


def _near(found: re.Match[str], published: date) -> date:
    return published + timedelta(days={"yesterday": -1, "tomorrow": 1}[found["word"].lower()])
