"""Lines whose year is a slip: what other articles put a year later or earlier, on the same day of the same month.

In January a writer's hand still puts last year's. A feast, a trial or an anniversary may well fall on one day of two
years: so the lines must tell of the same, and no article may name both days.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date

from newsclip.language.days import days
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.cleaning import outside_quotes
from newsclip.writing.selection import Matrix

_OF_THE_SAME = 2  # stems that both lines have besides the day
_LIKE = 0.2  # how alike they are at least


def slipped(readings: Sequence[Reading], lines: Sequence[Line], alike: Matrix) -> frozenset[int]:
    """The lines with such a year that fewer articles give; with both, where as many do."""
    named = defaultdict[date, set[int]](set)
    for i, line in enumerate(lines):
        for day in _dates(line, readings[line.article]):
            named[day].add(i)
    found: set[int] = set()
    for day, own in named.items():
        for other in _a_year_off(day, named):
            if _gives_way(day, other, named, lines):
                found.update(
                    i for i in own for j in named[other] if _tell_the_same(lines[i], lines[j], float(alike[i, j]))
                )
    return frozenset(found)


def _dates(line: Line, reading: Reading) -> frozenset[date]:
    """The days that the line names with their year."""
    published, text = reading.article.published, outside_quotes(line.told.text)
    if published is None:
        return frozenset()
    named = days(text, published.date(), reading.language)
    return frozenset(
        day.first for day in named if day.first == day.last and str(day.first.year) in text[day.start : day.end]
    )


def _tell_the_same(line: Line, other: Line, alike: float) -> bool:
    shared = {stem for stem in line.stems & other.stems if not stem[:1].isdigit()}
    return alike >= _LIKE and len(shared) > _OF_THE_SAME


def _a_year_off(day: date, named: Mapping[date, set[int]]) -> list[date]:
    """The same day of the year before and of the year after, where it is named."""
    years = (
        year for year in (day.year - 1, day.year + 1) if (day.month, day.day) != (2, 29) and MINYEAR <= year <= MAXYEAR
    )
    return [other for year in years if (other := day.replace(year=year)) in named]


def _gives_way(day: date, other: date, named: Mapping[date, set[int]], lines: Sequence[Line]) -> bool:
    """Whether no more articles name the day than the other one, and none names both."""
    own, others = ({lines[i].article for i in named[one]} for one in (day, other))
    return not own & others and len(own) <= len(others)
