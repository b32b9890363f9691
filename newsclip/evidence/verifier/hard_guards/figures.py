"""Figures and days: each value stands in the passages, each day is one of theirs."""

import re
from datetime import date

from newsclip.evidence.tokens import calendar_words, tokens
from newsclip.evidence.verifier.hard_guards.readings import Compared
from newsclip.evidence.verifier.source import figures
from newsclip.kernel.reasons import Reason
from newsclip.language.days import days

_ONE = 1.0  # "one of its officers"
_FIRST_YEAR = 1900


def fault(compared: Compared) -> Reason | None:
    """The first day or figure that no passage has."""
    told, strange = _days(compared)
    if strange:
        return Reason("date_not_said", {"said": strange})
    outside = list(compared.text)
    for start, end in told:
        outside[start:end] = " " * (end - start)
    held = frozenset[float]({_ONE}).union(*(figures(_spelt(text, compared)) for text in compared.texts))
    lost = figures(_spelt("".join(outside), compared)) - held - _years(compared)
    return Reason("figure_not_said", {"said": f"{min(lost):g}"}) if lost else None


def _spelt(text: str, compared: Compared) -> str:
    """Short magnitudes in full: "20mil" as "20 million"."""
    for full, *shorter in compared.guarded.magnitudes:
        text = re.sub(rf"(?<=\d)\s?(?:{'|'.join(map(re.escape, shorter))})\b", f" {full}", text)
    return text


def _days(compared: Compared) -> tuple[list[tuple[int, int]], str]:
    """Where the sentence names days that the passages name, too; and the first that they do not, "" for none."""
    known: list[tuple[int, int]] = []
    wrong = _calendar_word(compared)
    if wrong or not compared.published:
        return known, wrong
    for published in dict.fromkeys(moment.date() for moment in compared.published):
        held = {(day.first, day.last) for text in compared.texts for day in days(text, published, compared.language)}
        known += [
            (day.start, day.end)
            for day in days(compared.text, published, compared.language)
            if any(_within((first, last), (day.first, day.last)) for first, last in held)
        ]
    return known, ""


def _within(inner: tuple[date, date], outer: tuple[date, date]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _calendar_word(compared: Compared) -> str:
    """A weekday, month or "yesterday" that no passage has, and that is not of the days around publication."""
    held = {word for text in compared.texts for word in tokens(text)}
    held |= {word for day in compared.published for word in (day.strftime("%B").lower(), day.strftime("%A").lower())}
    short = {word[:3] for word in held}
    known = calendar_words(compared.language)
    return next((w for w in tokens(compared.text) if w in known and w not in held and w[:3] not in short), "")


def _years(compared: Compared) -> frozenset[float]:
    """The years of publication, which "last year" and "Monday" leave out."""
    years = {float(one.year) for one in compared.published}
    before = {year - 1 for year in years} if compared.guarded.year_before & _words(compared) else set[float]()
    return frozenset(year for year in years | before if year > _FIRST_YEAR)


def _words(compared: Compared) -> set[str]:
    low = " ".join(" ".join(tokens(text)) for text in compared.texts)
    return {phrase for phrase in compared.guarded.year_before if phrase in low}
