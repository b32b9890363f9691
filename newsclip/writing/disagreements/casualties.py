"""Dead, injured and missing whom independent reports count differently, in languages with the table `casualties`.

Each article must give one count of a kind. Two of them disagree where they tell of one event at nearly one time, no
number could be meant by both, and neither sentence has the other's number.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from newsclip.evidence.document import Claim, Disagreement, SourceArticle
from newsclip.evidence.tokens import UPPER
from newsclip.kernel.spans import Passage
from newsclip.language.content_words import content_stems
from newsclip.language.days import days, weekdays_of
from newsclip.language.pack import pack
from newsclip.language.tokens import WORD
from newsclip.language.whole_numbers import whole_numbers
from newsclip.writing.candidates import Line, Reading, passage
from newsclip.writing.casualties import KINDS, Count, counts

# as in English: `slots._GROWS`, `slots._STANDS`, `others._FACTOR`
_GROWS, _STANDS = timedelta(hours=2), timedelta(days=2)
_FACTOR = 3
_LEAD = 400  # characters that tell what the article is about
_FEWEST = 3  # stems in common; fewer may be chance, as in English


@dataclass(frozen=True, slots=True)
class _Given:
    """A count as one article gives it. `opening`: the words that tell what the article is about, and its sentence."""

    article: SourceArticle
    line: Line
    count: Count
    opening: str
    language: str

    @property
    def sentence(self) -> str:
        return self.line.span.of(self.article.text)

    @property
    def words(self) -> str:
        return self.sentence[self.count.start : self.count.end]

    @property
    def published(self) -> date | None:
        return self.article.published.date() if self.article.published else None


def disagreements(readings: Sequence[Reading], language: str) -> tuple[Disagreement, ...]:
    """One for each kind of people whom the articles of this language count differently; the dead first."""
    words = pack(language).casualties
    if words is None:
        return ()
    told = [reading for reading in readings if reading.language[:2] == language[:2] and reading.article.published]
    by_kind: dict[str, list[_Given]] = defaultdict(list)
    for reading in told:
        for kind, one in _given(reading).items():
            by_kind[kind].append(one)
    found = []
    for kind in KINDS:
        given = [one for one in by_kind[kind] if not _told_anew(one, by_kind[kind])]
        opposed = [one for one in given if any(_conflict(one, other) for other in given if other is not one)]
        claims = _claims(opposed)
        if len(claims) > 1:
            found.append(Disagreement(words.questions[kind], claims))
    return tuple(found)


def _given(reading: Reading) -> Mapping[str, _Given]:
    """The first count of each kind, where the article gives no other."""
    found: dict[str, list[_Given]] = defaultdict(list)
    lead = f"{reading.article.title} {reading.article.text[:_LEAD]}"
    for line in reading.lines:
        sentence = line.span.of(reading.article.text)
        for count in counts(sentence, reading.language):
            found[count.kind].append(_Given(reading.article, line, count, f"{lead} {sentence}", reading.language))
    return {
        kind: given[0]
        for kind, given in found.items()
        if all(a.count.quantity.agrees(b.count.quantity) for a, b in combinations(given, 2))
    }


def _told_anew(one: _Given, given: Sequence[_Given]) -> bool:
    """Whether its publisher gave a count in a later article, too."""
    return any(other.article.publisher == one.article.publisher and _is_later(other, one) for other in given)


def _is_later(a: _Given, b: _Given) -> bool:
    one, other = a.article.published, b.article.published
    return one is not None and other is not None and one > other


def _conflict(a: _Given, b: _Given) -> bool:
    if a.article.publisher == b.article.publisher or a.count.quantity.agrees(b.count.quantity):
        return False
    return _at_one_time(a, b) and _of_one_event(a, b) and not (_has_number_of(a, b) or _has_number_of(b, a))


def _at_one_time(a: _Given, b: _Given) -> bool:
    """Whether neither count may be what became of the other's: a higher one hours later is news."""
    early, late = (b, a) if _is_later(a, b) else (a, b)
    if early.article.published is None or late.article.published is None:
        return False
    apart = late.article.published - early.article.published
    grown = (late.count.quantity.middle > early.count.quantity.middle) != (a.count.kind == "missing")
    return apart <= _STANDS and not (grown and apart >= _GROWS)


def _of_one_event(a: _Given, b: _Given) -> bool:
    """Whether the articles begin with the same words, and the sentences name no other place or day."""
    less, more = sorted(one.count.quantity.middle for one in (a, b))
    first, second = (content_stems(one.opening, one.language) for one in (a, b))
    shared = first & second
    if more > _FACTOR * max(1.0, less) or len(shared) < _FEWEST:
        return False
    if _places(a) - {*WORD.findall(b.opening)} or _places(b) - {*WORD.findall(a.opening)}:
        return False
    on, at = _days(a), _days(b)
    weekdays, others = _weekdays(a), _weekdays(b)
    by_date = not on or not at or any(x <= w and v <= y for x, y in on for v, w in at)
    return by_date and (not weekdays or not others or bool(weekdays & others))


def _places(one: _Given) -> set[str]:
    """The places that the sentence names, by the words before them."""
    return {*place_pattern(one.language[:2]).findall(one.sentence)}


@cache
def place_pattern(language: str) -> re.Pattern[str]:
    words = pack(language).casualties
    before = "|".join(map(re.escape, sorted(words.places))) if words else "(?!)"
    return re.compile(rf"\b(?i:{before})(?: |(?<=['’]))(?P<place>[{UPPER}][\w’'-]+)")


def _days(one: _Given) -> list[tuple[date, date]]:
    return [(d.first, d.last) for d in days(one.sentence, one.published, one.language)] if one.published else []


def _weekdays(one: _Given) -> frozenset[int]:
    return weekdays_of(one.sentence, one.published, one.language) if one.published else frozenset()


def _has_number_of(one: _Given, other: _Given) -> bool:
    """Whether the sentence of the one has the number of the other, of whatever: "14 Tote, 12 von ihnen …"."""
    wanted = other.count.quantity.middle
    numbers = whole_numbers(one.sentence, one.language)
    return any(number.low <= wanted <= number.high for number in numbers if number.low == number.high)


def _claims(opposed: Sequence[_Given]) -> tuple[Claim, ...]:
    """One a value, in the order of the articles; each passage holds the value word for word."""
    told: list[tuple[_Given, list[Passage]]] = []
    for one in opposed:
        there = passage(one.article, one.line.span)
        same = next((held for held in told if held[0].count.quantity.agrees(one.count.quantity)), None)
        if same is None:
            told.append((one, [there]))
        elif same[0].words == one.words:
            same[1].append(there)
    return tuple(Claim(first.words, tuple(held)) for first, held in told)
