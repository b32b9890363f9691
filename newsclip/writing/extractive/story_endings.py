"""That what a story waited for, feared or fought is over: then what older reports tell as under way holds no more.

"The rescue will take a week longer" may stand beside any other news; beneath "All are out" it is false.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from newsclip.writing.candidates import Line, Reading
from newsclip.writing.cleaning import outside_quotes
from newsclip.writing.extractive.stale_lines import names_day_ahead, stale_patterns
from newsclip.writing.page_kinds import OPINION
from newsclip.writing.selection import Matrix

_TOP = 2  # lines of a report, which tell its news
_BEFORE = timedelta(hours=6)  # a report this much older did not know. Set by judgement: few stories have an ending
_TOLD_AGAIN = 0.5  # how alike a line of a later report is that tells the same: as in `Material.same`


def before_end(readings: Sequence[Reading]) -> tuple[bool, ...]:
    """For each article whether it came out hours before the last one whose title or top tells that it is over.

    Not where it tells so itself.
    """
    end, ends = _end(readings), [_tells_end(reading) for reading in readings]
    return tuple(_is_before(reading, end) and not over for reading, over in zip(readings, ends, strict=True))


def overtaken(readings: Sequence[Reading], lines: Sequence[Line], alike: Matrix) -> frozenset[int]:
    """The lines of such reports that tell what is under way, awaited or to come, and that no later one tells, too."""
    before, end = before_end(readings), _end(readings)
    if end is None or not any(before):
        return frozenset()
    later = [j for j, line in enumerate(lines) if not before[line.article]]
    pending = [i for i, line in enumerate(lines) if before[line.article] and _is_pending(line, readings, end)]
    return frozenset(i for i in pending if not any(alike[i, j] >= _TOLD_AGAIN for j in later))


def _end(readings: Sequence[Reading]) -> datetime | None:
    times = [reading.article.published for reading in readings if _tells_end(reading)]
    return max((time for time in times if time), default=None)


def _is_before(reading: Reading, end: datetime | None) -> bool:
    published = reading.article.published
    return end is not None and published is not None and end - published >= _BEFORE


def _tells_end(reading: Reading) -> bool:
    known = stale_patterns(reading.language[:2])
    if known is None or reading.kind in OPINION:
        return False
    top = (reading.article.title, *(line.told.text for line in reading.lines[:_TOP]))
    return any(known.endings.search(outside_quotes(said)) for said in top)


def _is_pending(line: Line, readings: Sequence[Reading], end: datetime) -> bool:
    reading = readings[line.article]
    known, told = stale_patterns(reading.language[:2]), line.told.text
    if known is None or names_day_ahead(told, reading, end.date()):
        return False
    return bool(known.pending.search(outside_quotes(told)))
