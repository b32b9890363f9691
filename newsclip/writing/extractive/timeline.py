"""The timeline: lines whose day can be told from their own words and the day their article was published."""

from datetime import date

from newsclip.evidence.document import FEWEST_DAYS, Moment
from newsclip.language.days import days
from newsclip.language.years_told import is_of_another_year
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.cleaning import outside_quotes
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive.dated_sentences import took_place
from newsclip.writing.extractive.material import Material, ToldSoFar

_MOST, _MOST_A_DAY = 6, 2
_ALIKE_THAT_DAY = 0.4  # half or double: nothing (docs/why/writer.md, "How much the limits matter")
_ABOUT = 2  # stems that a day has of what is told: pages carry other news, too


def timeline(material: Material, told: ToldSoFar) -> tuple[Moment, ...]:
    """What the dated lines tell by day, where that is three days or more; else nothing. `told`: as `moments` has it."""
    found = moments(material, told)
    return found if len({moment.when for moment in found}) >= FEWEST_DAYS else ()


def moments(material: Material, told: ToldSoFar) -> tuple[Moment, ...]:
    """The dated lines by date, one telling each, at most six and two a day, none of which the like is told.

    `told`: all that the clip tells, its headline included.
    """
    found: list[tuple[str, tuple[int, int], int]] = []
    seen = frozenset[str]().union(*told.stems)
    for i, line in enumerate(material.lines):
        reading = material.readings[line.article]
        published, language = reading.article.published, reading.language
        able = published and line.apart and i not in material.unfit and material.on_topic(i)
        able = able and (not seen or len(line.stems & seen) >= _ABOUT)
        when = day_of(line.told.text, published.date(), language) if able and published else ""
        dated = when and published and tells_that_day(line.told.text, published.date(), language)
        dated = dated and not _may_be_of_another_year(line, reading)
        if dated and not told.tells(material, i):
            found.append((when, line.key, i))
    kept: list[tuple[str, tuple[int, int], int]] = []
    for moment in sorted(found, key=lambda m: m[1]):
        if not any(_again(material, moment, other) for other in kept):
            kept.append(moment)
    chosen: list[tuple[str, tuple[int, int], int]] = []
    for moment in sorted(kept, key=lambda m: (-float(material.prior[m[2]]), m[1])):
        if len(chosen) < _MOST and sum(moment[0] == other[0] for other in chosen) < _MOST_A_DAY:
            chosen.append(moment)
    return tuple(Moment(when, alone) for when, _, i in sorted(chosen) if (alone := material.alone(i)))


def _again(
    material: Material, moment: tuple[str, tuple[int, int], int], other: tuple[str, tuple[int, int], int]
) -> bool:
    i, j = moment[2], other[2]
    return material.same(i, j) or (moment[0] == other[0] and float(material.alike[i, j]) >= _ALIKE_THAT_DAY)


def tells_that_day(text: str, published: date, language: str) -> bool:
    """Whether the day that the sentence names is that of what it tells, not of what it only mentions."""
    outside = outside_quotes(text)
    return took_place(outside, published, language) and not any(
        clip_patterns().of_another.search(outside, 0, day.start) or clip_patterns().named_by_day.match(outside, day.end)
        for day in days(outside, published, language)
    )


def _may_be_of_another_year(line: Line, reading: Reading) -> bool:
    """Whether its article may mean a day of another year than the words of the line alone say."""
    if reading.article.published is None:
        return False
    text, published = outside_quotes(line.told.text), reading.article.published.date()
    before = reading.article.text[: line.span.start]
    found = days(text, published, reading.language)
    return any(is_of_another_year(day, text, before, published, reading.language) for day in found)


def day_of(text: str, published: date, language: str) -> str:
    """The one day, week or month that the sentence names outside quotations, in ISO 8601; "" where none, or two."""
    found = {day.iso for day in days(outside_quotes(text), published, language)}
    return found.pop() if len(found) == 1 else ""
