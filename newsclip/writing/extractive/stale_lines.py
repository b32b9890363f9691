"""Lines of a story's older articles that no longer hold: what lay ahead then, how things stood, what people made of it.

The latest news tells what came of it, or nothing did. What a recent article tells too, or a day still ahead, holds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from newsclip.language.days import days
from newsclip.language.pack import pack
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.section_types import fitting_type
from newsclip.writing import cleaning
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.page_kinds import OPINION
from newsclip.writing.selection import Matrix

OVERTAKEN = timedelta(days=1)  # before the latest. Set by judgement: no measurement is recorded
_TOLD_AGAIN = 0.5  # how alike a line of a recent article is that tells the same: as in `Material.same`
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")  # of "the 2030s", too


@dataclass(frozen=True, slots=True)
class _Patterns:
    ahead: re.Pattern[str]
    states: re.Pattern[str]
    reactions: re.Pattern[str]
    endings: re.Pattern[str]
    pending: re.Pattern[str]


@cache
def stale_patterns(language: str) -> _Patterns | None:
    """None where the language has no words for it. In the first three capitals count: "May" is a month."""
    words = pack(language).stale
    if words is None:
        return None
    ahead, states, reactions = (
        re.compile(rf"\b(?:{any_of(some)})(?!\w)") for some in (words.ahead, words.states, words.reactions)
    )
    endings, pending = (ignoring_case(rf"\b(?:{any_of(some)})(?!\w)") for some in (words.endings, words.pending))
    return _Patterns(ahead, states, reactions, endings, pending)


def stale(readings: Sequence[Reading], lines: Sequence[Line], alike: Matrix) -> frozenset[int]:
    """The lines that the latest news has overtaken. An opinion page overtakes nothing."""
    times = [reading.article.published for reading in readings]
    of_news = [time for time, reading in zip(times, readings, strict=True) if time and reading.kind not in OPINION]
    newest = max(of_news, default=None)
    if newest is None:
        return frozenset()
    old = [time is not None and newest - time >= OVERTAKEN for time in times]
    able = range(len(lines)) if any(old) else ()
    passing = {i for i in able if _is_passing(lines[i], readings[lines[i].article], newest.date())}
    recent = [i for i in passing if not old[lines[i].article]]
    found = []
    for i, line in enumerate(lines):
        published, language = times[line.article], readings[line.article].language
        if published is None or published.date() >= newest.date():
            continue
        gone = old[line.article] and i in passing and not any(alike[i, j] >= _TOLD_AGAIN for j in recent)
        if gone or _announced(line.told.text, published.date(), newest.date(), language):
            found.append(i)
    return frozenset(found)


def names_day_ahead(text: str, reading: Reading, newest: date) -> bool:
    """Whether it names a day or year that lies ahead of the newest article even now."""
    published = reading.article.published
    named = days(text, published.date(), reading.language) if published else []
    return any(day.first > newest for day in named) or any(int(year) > newest.year for year in _YEAR.findall(text))


def _announced(text: str, published: date, newest: date, language: str) -> bool:
    """Whether it names a day after its article's and before that of the latest one: no news any more."""
    named = days(cleaning.outside_quotes(text), published, language)
    return any(published < day.first < newest for day in named)


def _is_passing(line: Line, reading: Reading, newest: date) -> bool:
    """Whether it tells of what lay ahead or how things stood, but of no day or year that lies ahead even now.

    What it tells of a day that it names was so then, and remains so; only a plan made that day may have failed since.
    """
    text, language, published = line.told.text, reading.language, reading.article.published
    if names_day_ahead(text, reading, newest):
        return False
    named = days(text, published.date(), language) if published else []
    known, own = stale_patterns(language[:2]), cleaning.outside_quotes(text)
    if fitting_type("what_comes_next", [text], language) or (known and known.ahead.search(own)):
        return True
    stood = known is not None and bool(known.states.search(own) or known.reactions.search(own))
    return stood and not any(published and day.last <= published.date() for day in named)
