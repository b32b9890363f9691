"""Whether a text tells, in other words, nothing that another text does not tell: docs/why/grouping.md has the measures.

Each sentence is compared with every two adjacent ones of the other text, by the weight of the terms that stand there. A
quotation, a name or a number of its own is reporting of its own, however alike the rest is.
"""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from newsclip.language.agency_credits import credited_in
from newsclip.language.days import days
from newsclip.language.names import find_names
from newsclip.language.pack import is_english
from newsclip.language.quantities import Quantity, quantities
from newsclip.language.quotations.marks import quoted
from newsclip.language.tokens import sentences
from newsclip.language.whole_numbers import whole_numbers
from newsclip.stories.rules.chains import idf
from newsclip.stories.rules.terms import terms

type Terms = frozenset[str]

TOLD = 0.7  # of the weight of its sentences; .65 to .75 give the same on the pairs that were measured
_QUOTED = 0.8  # of a quotation's weight: words may be left out of it
_LOOKED_AT = 12_000  # characters
_MOST_SENTENCES = 120  # of each: bounds the comparisons
_FEWEST_TERMS = 3  # of a sentence
_FEWEST_SENTENCES = 3  # that have so many: of a headline and a line nobody can say whether they are retold
_DAYS_NEAR = 7  # a weekday names one of these
_QUOTATION = 5  # words: what is shorter is a name or a term


@dataclass(frozen=True, slots=True)
class ComparedText:
    """What of a text is compared: the terms of each sentence, of each quotation, of each name, and its numbers."""

    language: str
    sentences: tuple[Terms, ...]
    quotations: tuple[Terms, ...]
    names: tuple[Terms, ...]
    numbers: frozenset[float]
    every: Terms


def compared_text(title: str, text: str, language: str, published: datetime | None) -> ComparedText:
    """The beginning of a text as it is compared. Its title tells for it, but is compared with nothing.

    Days around its publication count as no numbers: one writes "on Friday", another the date.
    """
    text = _without_credits(text[:_LOOKED_AT])
    lines = [span.of(text) for span in sentences(text)][:_MOST_SENTENCES]
    told = tuple(frozenset(terms(line, language)) for line in lines)
    quotations = (one.span.of(text) for one in quoted(text))
    numbers = (one.low for line in (title, *lines) for one in _numbers(line, language, published and published.date()))
    return ComparedText(
        language=language,
        sentences=told,
        quotations=tuple(frozenset(terms(one, language)) for one in quotations if len(one.split()) >= _QUOTATION),
        names=tuple({frozenset(terms(name.text, language)) for name in find_names(text, language)}),
        numbers=frozenset(number for number in numbers if number > 1),
        every=frozenset(terms(title, language)).union(*told),
    )


def _without_credits(text: str) -> str:
    """Without a first and a last line that say whose the text is."""
    lines = text.strip().split("\n")
    for place in (0, -1):
        if len(lines) > 1 and credited_in(lines[place].strip()):
            lines.pop(place)
    return "\n".join(lines)


def share_told(one: ComparedText, other: ComparedText, given: Terms = frozenset()) -> float:
    """How much of the first text the second tells, in [0, 1]; 0 if the first has something of its own.

    `given`: terms that are nobody's reporting, such as those of the agency and of both publishers.
    """
    if one.language != other.language or not one.sentences or not other.sentences:
        return 0.0
    known = other.every | given
    if not all(name <= known for name in one.names) or not one.numbers <= other.numbers:
        return 0.0
    if any(_share(words, known, one.language) < _QUOTED for words in one.quotations):
        return 0.0
    rows = [words for words in one.sentences if len(words) >= _FEWEST_TERMS]
    if len(rows) < _FEWEST_SENTENCES:
        return 0.0
    beside = [first | second for first, second in pairwise((*other.sentences, frozenset()))]
    weights = [_weight(words, one.language) for words in rows]
    told = (max(_weight(words & there, one.language) for there in beside) for words in rows)
    return sum(told) / sum(weights)


def _numbers(line: str, language: str, published: date | None) -> list[Quantity]:
    found = quantities(line) if is_english(language) else whole_numbers(line, language)
    near = days(line, published, language) if published and found else ()
    near = [day for day in near if abs((day.first - published).days) <= _DAYS_NEAR] if published else ()
    return [one for one in found if not any(day.start <= one.start < day.end for day in near)]


def _share(words: Terms, known: Terms, language: str) -> float:
    return _weight(words & known, language) / _weight(words, language) if words else 1.0


def _weight(words: Terms, language: str) -> float:
    return sum(idf(word, language) for word in words)
