"""What a value answers where it stands: the thing that it counts or measures beside it, and how large that is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from newsclip.evidence.verifier.disagreements.casualty_counts import PLURALS, counted
from newsclip.evidence.verifier.disagreements.topics import Matter
from newsclip.evidence.verifier.disagreements.value_mentions import Line
from newsclip.language.days import days
from newsclip.language.pack import english
from newsclip.language.quantities import quantities
from newsclip.language.tokens import WORD, stem
from newsclip.language.verifier_tables.values import ValueWords
from newsclip.language.word_lists import MONTHS, SPEECH_VERBS

_VALUES = english(ValueWords)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_MONEY = re.compile(rf"[$£€¥]|\b(?:{'|'.join(_VALUES.money)})s?\b")
_PERCENT = re.compile(r"%|\bper ?cent\b")
_TERM = re.compile(r"\b(year|month|week|day)s?$")
_MEASURED = 0.12  # magnitudes of agencies differ by a tenth
_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d\d))? ?([ap])?\.?m?\.?")
_NEARLY = 5  # minutes
_AT = {word: row[0] for row in _VALUES.places for word in row}
_MEASURES = _VALUES.measures | {word.replace("'", "’") for word in _VALUES.measures}
_MONTHS = re.compile(rf"(?:{'|'.join(sorted({month[:3] for month in MONTHS}))})[a-z]*")


@dataclass(frozen=True, slots=True)
class Answer:
    """`key` is the slot as far as the words beside the value tell it; the value lies in [low, high], or is `words`."""

    line: Line
    key: str
    low: float = 0
    high: float = 0
    words: tuple[str, ...] = ()

    def agrees(self, other: "Answer") -> bool:
        """Whether both could mean one value."""
        if self.words:
            return bool({*self.words} & {*other.words})
        return self.low <= other.high and other.low <= self.high


def answer(line: Line, matter: Matter) -> Answer | None:
    """What the value says of such a matter here; None where it is said of something else."""
    return _READERS[matter.kind](line, matter) if matter.kind in _READERS else None


def _number(line: Line, key: str | None) -> Answer | None:
    number = line.quantity
    return Answer(line, key, number.low, number.high) if number and key is not None else None


def _is_bare(line: Line) -> bool:
    """Whether the value is a number alone that counts what stands beside it."""
    behind = " ".join(line.after[:1]).lower()
    return (
        line.quantity is not None
        and not _YEAR.fullmatch(line.value)
        and not _MONEY.search(f"{line.value} {behind}".lower())
        and not _PERCENT.search(f"{line.value} {behind}".lower())
        and line.text[line.end : line.end + 1] not in {"-", "–"}
    )


def _toll(line: Line, matter: Matter) -> Answer | None:
    before = [word.lower() for word in line.before[-3:]]
    of_more = before[-2:] == ["of", "the"] and before[0] != "all"
    whom = counted(line, matter.state) if _is_bare(line) and not of_more else None
    named = {stem(word) for word in matter.words}
    return _number(line, whom) if whom is not None and (not whom or whom in named) else None


def _count(line: Line, matter: Matter) -> Answer | None:
    """The noun behind the number is what is asked for."""
    wanted = {stem(word) for word in matter.words or ("people",)}
    measured = {word.lower() for word in (*line.before[-1:], *line.after[:3])} & _MEASURES
    for word in line.after[:3]:
        if not WORD.fullmatch(word):
            return None
        if stem(word.lower()) in wanted and (word.endswith("s") or word.lower() in PLURALS) and not measured:
            return _number(line, stem(word.lower())) if _is_bare(line) else None
        if word.lower() not in _VALUES.small:
            return None
    return None


def _sum(line: Line, _: Matter) -> Answer | None:
    """A sum of money with its unit, and for how long it is paid."""
    unit = _MONEY.search(line.value.lower())
    behind = [word.lower() for word in line.after[:2]]
    if unit is None or not line.ends:
        return None
    rated = (
        behind[:1]
        and behind[0] in _VALUES.per
        and (behind[0].endswith("ly") or behind[-1] in _VALUES.periods | {"apiece"})
    )
    return _number(line, f"{unit.group().rstrip('s')} {' '.join(behind) if rated else ''}".strip())


def _share(line: Line, _: Matter) -> Answer | None:
    return _number(line, "%") if _PERCENT.search(line.value.lower()) else None


def _term(line: Line, _: Matter) -> Answer | None:
    unit = _TERM.search(line.value.lower())
    beside = [word.lower() for word in line.after[:4]]
    joined = line.before[-1:] and line.before[-1].lower() == "and"
    told = _VALUES.sentenced & {word.lower() for word in line.clause}
    return _number(line, unit[1]) if unit and not joined and told and _VALUES.jail & {*beside} else None


def _magnitude(line: Line, _: Matter) -> Answer | None:
    before = [word.lower() for word in line.before[-5:]]
    told = "magnitude" in before or re.match(r"[ -]magnitude\b", line.text[line.end :])
    if not told or line.quantity is None or re.match(r",\d", line.text[line.end :]):
        return None
    middle = line.quantity.middle
    return Answer(line, "", middle - _MEASURED, middle + _MEASURED)


def _vote(line: Line, _: Matter) -> Answer | None:
    sides = sorted(str(q[0].middle) for word in re.split(r"[\s–-]", line.value) if (q := quantities(word)))
    beside = {word.lower() for word in (*line.before, *WORD.findall(line.value), *line.after)}
    dated = line.after and _MONTHS.fullmatch(line.after[0].lower())
    before = line.before[-1:] and line.before[-1].lower()
    if len(sides) != 2 or dated or before == "from" or not (before == "by" or beside & _VALUES.votes):
        return None
    return Answer(line, "", words=("-".join(sides),))


def _clock(line: Line, _: Matter) -> Answer | None:
    told = _CLOCK.fullmatch(line.value.lower())
    if told is None or not (told[2] or told[3]) or _is_of_saying(line):
        return None
    minutes = int(told[1]) % 12 * 60 + int(told[2] or 0)
    return Answer(line, "", minutes - _NEARLY / 2, minutes + _NEARLY / 2)


def _day(line: Line, _: Matter) -> Answer | None:
    """A day on which something is told to be, not one that only names something else: "after the fair of 3 May"."""
    if line.published is None or _is_of_saying(line):
        return None
    before = line.before[-1].lower() if line.before else ""
    if before not in _VALUES.on | {",", "("}:
        return None
    told = [
        d for d in days(line.text, line.published, "en", doubtful=True) if d.start < line.end and line.start < d.end
    ]
    if len(told) != 1 or told[0].start < line.start - 3:
        return None
    return Answer(line, "", told[0].first.toordinal(), told[0].last.toordinal())


def _is_of_saying(line: Line) -> bool:
    """Whether the day or time is that at which somebody said something."""
    return bool(SPEECH_VERBS & {word.lower() for word in line.left()[-5:]}) and "that" not in line.left()[-4:]


def _place(line: Line, _: Matter) -> Answer | None:
    before = [word.lower() for word in line.before if word.lower() != "the"][-1:]
    said = bool(SPEECH_VERBS & {word.lower() for word in line.after[:2]})
    if not before or before[0] not in _AT or said or not line.ends or not line.value[:1].isupper():
        return None
    return Answer(line, _AT[before[0]], words=tuple(w.lower() for w in WORD.findall(line.value)))


def _age(line: Line, matter: Matter) -> Answer | None:
    """The age stands beside the name: "Ilse Brandt, 29,", "the 29-year-old Ilse Brandt", "Brandt is 29 years old"."""
    number = line.value.lower().removesuffix("-year-old")
    name = _named_behind(line) if number != line.value.lower() else _named_before(line)
    if not number.isdigit() or not name or not {w.lower() for w in name} & {*matter.words}:
        return None
    return Answer(line, " ".join(name), float(number), float(number))


def _named_before(line: Line) -> list[str]:
    before = list(line.before)
    behind = " ".join(line.after[:2]).lower()
    aged = False
    while before and before[-1].lower() in _VALUES.before_age:
        aged = before.pop().lower() in _VALUES.aged or aged
    ends = not behind or not behind[0].isalnum() or behind.split()[0] in _VALUES.behind_age
    return _name(reversed(before)) if (ends and aged) or behind == "years old" else []


def _named_behind(line: Line) -> list[str]:
    after = list(line.after[:8])
    while after and after[0].islower() and len(line.after) - len(after) < 4:
        after.pop(0)
    return _name(iter(after))


def _name(words: Iterable[str]) -> list[str]:
    """The words at the front that are written as names are."""
    return list(takewhile(lambda word: word[:1].isupper(), words))


_READERS = {
    "toll": _toll, "count": _count, "sum": _sum, "share": _share, "term": _term, "magnitude": _magnitude,
    "vote": _vote, "clock": _clock, "day": _day, "place": _place, "age": _age,
}  # fmt: skip
