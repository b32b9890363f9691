"""The days that a sentence names, as seen from the day its article was published. Nothing is guessed.

A weekday alone is resolved only where the words say whether it is past or to come: by a word such as "last" or
"dernier", or by the tense of the verb nearest to it. Weeks and months are named as the interval they are.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from newsclip.kernel.dates import MONTHS

_NAMES_OF_DAYS = """
    monday mon montag lundi lunes lunedì maandag segunda-feira
    tuesday tue tues dienstag mardi martes martedì dinsdag terça-feira
    wednesday wed mittwoch mercredi miércoles mercoledì woensdag quarta-feira
    thursday thu thurs donnerstag jeudi jueves giovedì donderdag quinta-feira
    friday fri freitag vendredi viernes venerdì vrijdag sexta-feira
    saturday sat samstag sonnabend samedi sábado sabato zaterdag
    sunday sun sonntag dimanche domingo domenica zondag
"""
_DAYS = {name: n for n, line in enumerate(_NAMES_OF_DAYS.strip().splitlines()) for name in line.split()}
_WEEKDAYS = [day for day in _DAYS if day not in {"mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun"}]
_SHIFTS = {
    "yesterday": -1, "last night": -1, "gestern": -1, "hier": -1, "ayer": -1, "ieri": -1, "ontem": -1, "gisteren": -1,
    "tomorrow": 1, "demain": 1, "mañana por la mañana": 1, "domani": 1, "amanhã": 1,
    "the day before yesterday": -2, "vorgestern": -2, "avant-hier": -2, "anteayer": -2,
    "the day after tomorrow": 2, "übermorgen": 2, "après-demain": 2, "pasado mañana": 2,
}  # fmt: skip
_WEEKS = {
    "last week": -1, "next week": 1, "letzte woche": -1, "vergangene woche": -1, "nächste woche": 1,
    "kommende woche": 1, "la semaine dernière": -1, "la semaine prochaine": 1, "la semana pasada": -1,
    "la próxima semana": 1, "la settimana scorsa": -1, "la prossima settimana": 1, "a semana passada": -1,
    "vorige week": -1, "volgende week": 1,
}  # fmt: skip
_ANY_MONTH = "|".join(sorted((name for name in MONTHS if len(name) > 2), key=len, reverse=True))
_MONTH = rf"(?P<month>{_ANY_MONTH})\b\.?"
_YEAR = r"(?:,? (?:de |del |of )?(?P<year>(?:18|19|20)\d\d)\b)?"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?"
_DATED = [
    re.compile(rf"(?<![\d.:,/])\b{_NUMBER} (?:of |de |di )?{_MONTH}{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.,]\d){_YEAR}", re.IGNORECASE),
    re.compile(r"(?<![\d/])(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<![\d/.])(?P<day>\d{1,2})\.\s?(?P<number>0?[1-9]|1[0-2])\.\s?(?P<year>(?:19|20)\d\d)"),
]
# months of one language that are words of another: "carried out 14 raids", "12 may attend", "march 5 miles"
_WORDS_TOO = frozenset({"out", "set", "may", "mar", "march", "ago", "mag", "gen", "dec", "des", "jun", "fer"})
_IN_MONTH = re.compile(rf"\b(?:in|im|en|em|nel|a) (?P<month>{_ANY_MONTH}) (?:de |del )?(?P<year>(?:19|20)\d\d)\b", re.I)
_BEFORE = (
    "last|next|this coming|past|letzten|vergangenen|kommenden|nächsten|afgelopen|el pasado|el próximo|scorso|prossimo|"
    "on|am|el|le"
)
_AFTER = "dernier|prochain|pasado|próximo|que viene|scorso|prossimo|passada|passado|próxima"
_NAME = rf"(?P<name>{'|'.join(_WEEKDAYS)})"
_WEEKDAY = re.compile(rf"\b(?:(?P<before>{_BEFORE}) )?{_NAME}\b(?: (?P<after>{_AFTER})\b)?", re.IGNORECASE)
_BACK = set("last past letzten vergangenen afgelopen dernier pasado scorso passada passado".split()) | {"el pasado"}  # noqa: SIM905
_ON = {"on", "am", "el", "le"}
_FORTH = (
    set("next kommenden nächsten prochain próximo prossimo próxima".split())  # noqa: SIM905
    | {"this coming", "que viene", "el próximo"}
)
_SHIFT = re.compile(rf"\b(?P<word>{'|'.join(sorted(_SHIFTS, key=len, reverse=True))})\b", re.IGNORECASE)
_WEEK = re.compile(rf"\b(?P<word>{'|'.join(_WEEKS)})\b(?! on\b)", re.IGNORECASE)
_AGO = re.compile(r"\b(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) days ago\b", re.IGNORECASE)
_COUNTS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}  # noqa: SIM905
_REPEATED = re.compile(
    r"\b(?:every|each|usually|always|normally|most|jeden|chaque|cada|ogni)\b(?: \w+){0,2}?"
    rf" (?:{'|'.join(_WEEKDAYS)})|\b(?:{'|'.join(_WEEKDAYS)})s\b|\b(?:{'|'.join(_WEEKDAYS)}) "
    rf"(?:or|to|through|und|bis|ou|o) (?:{'|'.join(_WEEKDAYS)})",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|hopes? to|aims? to|intends? to|going to|to be|due|until"
    r"|scheduled|expected|plan(?:s|ned)? to|set (?:to|for)|is to|are to|begins?|starts?|"
    r"opens?|wird|werden|soll|sera|será|sarà)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|said|told|began|ran|fell|rose|won|lost|met|took|came|went|found|left|made|held|saw|gave|broke"
    r"|hit|struck|sank|shut|closed|died|put|set|cut|drew|flew|fled|led|read|sent|spoke|stood|swept|threw|wrote"
    r"|(?!(?:need|feed|seed|speed|indeed|exceed|breed|shed|expected|scheduled|planned)\b)[a-z]{2,}ed|wurden?|war|waren|hatte|sagte)\b"
)
# "the September 11 attacks", "post-Sept. 11": a name of what happened in some year, unless that is just now
_NAMES_AN_EVENT = re.compile(r"(?:\b(?:the|a|an|this|that|his|her|its|their|our) |\w[-–])$", re.IGNORECASE)
_SENTENCES = re.compile(r"[;:]|, and | but | because | that ")
_CLAUSES = re.compile(r"[;:,]| but | because | that ")
_LONGEST_YEARS = 200
_JUST_NOW = timedelta(days=31)
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


def days(text: str, published: date) -> list[Day]:
    """The days that the sentence names, in order. Fuller forms hold: "on Monday, 2 March" is one day."""
    dated = [day for pattern in _DATED for m in pattern.finditer(text) if (day := _calendar(m, published, text))]
    dated += [day for m in _IN_MONTH.finditer(text) if (day := _month(m))]
    found = dated[:]
    if not _REPEATED.search(text):
        found += [day for m in _WEEKDAY.finditer(text) if (day := _weekday(m, published, text))]
    found += [_moved(m, _SHIFTS[_plain(m["word"])], published) for m in _SHIFT.finditer(text)]
    found += [_moved(m, -_number(m["number"]), published) for m in _AGO.finditer(text)]
    found += [_week(m, published) for m in _WEEK.finditer(text)]
    return _apart(sorted(found, key=lambda day: (day.start, -day.end)), dated)


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
    return " ".join(words.lower().split())


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


def _calendar(found: re.Match[str], published: date, text: str) -> Day | None:
    """The day with its year; without one, the nearest such day."""
    given = found.groupdict()
    name = given.get("month") or ""
    if name in _WORDS_TOO and not found["year"] and text[found.end("month") : found.end("month") + 1] != ".":
        return None
    month = int(given["number"]) if given.get("number") else MONTHS[_plain(found["month"])]
    day = int(found["day"])
    if found["year"]:
        there = _day(int(found["year"]), month, day)
        near = there if there and abs(there.year - published.year) <= _LONGEST_YEARS else None
    elif _NAMES_AN_EVENT.search(text, 0, found.start()):
        near = _nearest(month, day, published, behind=None)
        near = near if near and abs(near - published) <= _JUST_NOW else None
    else:
        near = _nearest(month, day, published, behind=_tense(text, *found.span()))
    return Day(found.start(), found.end(), near, near) if near else None


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


def _month(found: re.Match[str]) -> Day | None:
    year, month = int(found["year"]), MONTHS[_plain(found["month"])]
    return Day(found.start(), found.end(), date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _moved(found: re.Match[str], days_: int, published: date) -> Day:
    day = published + timedelta(days=days_)
    return Day(found.start(), found.end(), day, day)


def _week(found: re.Match[str], published: date) -> Day:
    """The week from Monday to Sunday (ISO 8601) before or after the one of publication."""
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=_WEEKS[_plain(found["word"])])
    return Day(found.start(), found.end(), monday, monday + timedelta(days=6))


def _weekday(found: re.Match[str], published: date, text: str) -> Day | None:
    """The nearest such weekday behind or ahead, as the words say; none where they do not say, or say only the name."""
    before, after = _plain(found["before"] or ""), _plain(found["after"] or "")
    back = (published.weekday() - _DAYS[found["name"].lower()]) % 7
    behind: bool | None
    if {before, after} & _BACK:
        behind, back = True, back or 7
    elif {before, after} & _FORTH:
        # "next Friday" said on a Monday may be this week's or the one after
        if before == "next" and back != 0:
            return None
        behind = False
    else:
        behind = _tense(text, found.start(), found.end()) if before in _ON else None
    if behind is None:
        return None
    day = published - timedelta(days=back) if behind else published + timedelta(days=(7 - back) % 7)
    start = found.start("name")
    return Day(start, found.end(), day, day)


def _tense(text: str, start: int, end: int) -> bool | None:
    """Whether what happens on the day is told as past, by the verbs nearest to it; None where they do not agree."""
    for marks in (_CLAUSES, _SENTENCES):
        left = max((m.end() for m in marks.finditer(text, 0, start)), default=0)
        right = marks.search(text, end)
        clause = text[left : right.start() if right else len(text)]
        ahead, behind = bool(_AHEAD.search(clause)), bool(_BEHIND.search(clause))
        if ahead or behind:
            return behind if ahead != behind else None
    return None
