"""The patterns by which a page is read, compiled of its words in every language (`newsclip/language/page_words.py`)."""

import dataclasses
import re
from dataclasses import dataclass
from functools import cache

from newsclip.language.dates import ZONES
from newsclip.language.pack import in_all_languages
from newsclip.language.pack_tables import DayWords
from newsclip.language.page_words import AgoWords, in_any_language, months
from newsclip.language.pattern_parts import ignoring_case


@dataclass(frozen=True, slots=True)
class PagePatterns:
    """Named as the fields that they are made of; `several`: what parts two names, `credit_label`: before a credit."""

    by: re.Pattern[str]
    byline: re.Pattern[str]
    before_date: re.Pattern[str]
    several: re.Pattern[str]
    ands: re.Pattern[str]
    nobody: re.Pattern[str]
    about: re.Pattern[str]
    profiles: re.Pattern[str]
    bodies: re.Pattern[str]
    views: re.Pattern[str]
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    year_first: re.Pattern[str]
    clock: re.Pattern[str]
    updated: re.Pattern[str]
    furniture: re.Pattern[str]
    pleas: re.Pattern[str]
    tails: re.Pattern[str]
    credit_start: re.Pattern[str]
    credit_end: re.Pattern[str]
    credit_in_brackets: re.Pattern[str]
    credit_words: re.Pattern[str]
    credit_label: re.Pattern[str]
    counters: re.Pattern[str]
    stamps: re.Pattern[str]
    errors: re.Pattern[str]
    robots: re.Pattern[str]
    consent: re.Pattern[str]
    paywall: re.Pattern[str]
    login: re.Pattern[str]
    galleries: re.Pattern[str]
    videos: re.Pattern[str]
    live: re.Pattern[str]


@cache
def page_patterns() -> PagePatterns:
    return PagePatterns(**_bylines(), **_dates(), **_lines(), **_notices())


def alternatives(*fields: str) -> str:
    """All entries of these fields in every language, as one alternation."""
    return "|".join(one for field in fields for one in in_any_language(field))


def _bylines() -> dict[str, re.Pattern[str]]:
    by, ands = alternatives("bylines.by"), alternatives("bylines.ands")
    return {
        "by": ignoring_case(rf"^\s*(?:{by}|{alternatives('bylines.written_by')})\s*:?\s+"),
        "byline": ignoring_case(rf"(?:{by})\s+[^\W\d_][^.!?]{{3,}}$"),
        "before_date": ignoring_case(
            rf"[\s,(]+(?:{'|'.join(months())}|{alternatives('bylines.before_date')})\.?[\s,:]*$|[\s,:(]+$"
        ),
        "several": re.compile(
            rf"\s{{0,9}}(?:;|,|\s\|\s|\s{{1,9}}(?:{ands}|{alternatives('bylines.ands_of_names')}|&)\s{{1,9}})\s{{0,9}}"
        ),
        "ands": re.compile(rf" (?:{ands}) "),
        "nobody": ignoring_case(rf"^(?:https?:|www\.|@|null|n/a|{alternatives('bylines.nobody')})|\S@\S"),
        "about": ignoring_case(rf"^\W{{0,5}}(?:{alternatives('bylines.about')})"),
        "profiles": ignoring_case(alternatives("bylines.profiles")),
        "bodies": ignoring_case(rf"(?:{alternatives('bylines.bodies')})s?\b"),
        "views": ignoring_case(rf"({alternatives('bylines.views')})(\s(?:{by})\b[^.!?]{{0,60}})?\s?:?$"),
    }


def _dates() -> dict[str, re.Pattern[str]]:
    of, year = alternatives("dates.of"), alternatives("dates.before_year")
    ordinals, at = alternatives("dates.ordinals"), alternatives("dates.at")
    return {
        "day_first": ignoring_case(
            rf"\b(?P<day>\d{{1,2}})(?:\.|{ordinals})?\s+(?:(?:{of})\s+)?(?P<month>[^\W\d_]{{3,12}})\.?,?\s+"
            rf"(?:(?:{year})\s+)?(?P<year>\d{{4}})\b"
        ),
        "month_first": ignoring_case(
            rf"\b(?P<month>[^\W\d_]{{3,12}})\.?\s+(?P<day>\d{{1,2}})(?:{ordinals})?,?\s+(?P<year>\d{{4}})\b"
        ),
        "year_first": re.compile(
            rf"(?<![\w-])(?P<year>\d{{4}})\s*(?:[-/.]|{alternatives('dates.year')})\s*(?P<month>\d{{1,2}})\s*"
            rf"(?:[-/.]|{alternatives('dates.month')})\s*(?P<day>\d{{1,2}})(?!\d)"
        ),
        "clock": ignoring_case(
            rf"[\s,|–-]{{1,4}}(?:(?:{at})\s+)?(\d{{1,2}})[:.](\d\d)(?::\d\d)?\s*([ap])?\.?m?\.?\s*"
            r"(?:(?:GMT|UTC)\s*([+-]\d{1,2}))?"
        ),
        "updated": ignoring_case(rf"\W{{0,20}}+(?:{alternatives('dates.updated')})"),
    }


def _lines() -> dict[str, re.Pattern[str]]:
    pictures, sources = alternatives("lines.pictures"), alternatives("lines.sources")
    return {
        "furniture": ignoring_case(rf"^(?:{alternatives('lines.furniture')})$"),
        "pleas": ignoring_case(alternatives("lines.pleas")),
        "tails": ignoring_case(rf"^(?:{alternatives('lines.tails')})"),
        "credit_start": ignoring_case(rf"(?:{pictures}|{sources})\s*:\s*.{{0,80}}$|©\s"),
        "credit_end": ignoring_case(r"(?:getty images|/reuters|/ap photo|/afp|\(ap\)|shutterstock|\bdpa\b)\s?\)?\s?$"),
        "credit_in_brackets": ignoring_case(
            rf"\((?:{pictures}|{alternatives('lines.in_brackets')})s?\s*(?:credit|source|by)?\s*[:/][^)]*\)\s*$"
        ),
        "credit_words": ignoring_case(
            rf"(?:{pictures}|{sources})s?(?:\s+(?:credit|by))?\s*[:/]\s*([^()\[\]]{{2,120}})"
            r"|©\s*([^()\[\]]{2,120})|\bphoto(?:graph)? by ([^()\[\]]{2,120})"
        ),
        "credit_label": ignoring_case(rf"^(?:{pictures}|©|\(c\))\s*(?:by|credit)?\s*[:/]?\s*"),
        "counters": ignoring_case(
            rf"(?:[\W_]*+\d[\d.,:]{{0,20}}+\s{{0,9}}+[km]?\s?(?:{alternatives('lines.counters')})\b)++[\W_]*+"
        ),
        "stamps": _stamps(),
    }


def _stamps() -> re.Pattern[str]:
    """A line that tells a time, with words of times and zones alone, whether or not it says of what."""
    fields = (
        "dates.of", "dates.before_year", "dates.ordinals", "dates.at", "dates.published", "bylines.before_date",
    )  # fmt: skip
    times = [f"ago.{one.name}" for one in dataclasses.fields(AgoWords) if one.name not in {"spaced", "about"}]
    weekdays = {name for table in in_all_languages(DayWords) for names in table.weekdays for name in names}
    days = "|".join(map(re.escape, sorted({*months(), *weekdays}, key=len, reverse=True)))
    dated = "|".join((days, *filter(None, map(alternatives, times)), r"[ap]\.?m", *ZONES))
    words = "|".join((dated, *filter(None, map(alternatives, fields)), alternatives("ago.about"), "h"))
    signs = "|".join(filter(None, map(alternatives, ("dates.year", "dates.month"))))
    opens = rf"\W*+(?:(?:{alternatives('lines.stamps')})(?!\w)|(?:{alternatives('dates.updated')})\w*+)"
    figures = r"\d[:h]\d\d|\d{4}[-/.]\d\d?[-/.]\d|\d[-/.]\d\d?[-/.]\d\d"  # a clock time or a day
    tells_time = rf"(?=\D{{0,40}}\d)(?=.{{0,60}}?(?:(?<![^\W\d_])(?:{dated})(?![^\W\d_])|\d\s?(?:{signs})|{figures}))"
    only_times = rf"(?:[\W\d]++|(?:{signs})|(?:{words})(?![^\W\d_]))*+"
    return ignoring_case(rf"(?:{opens}|{tells_time}){only_times}")


def _notices() -> dict[str, re.Pattern[str]]:
    names = ("errors", "robots", "consent", "paywall", "login", "galleries", "videos", "live")
    return {name: ignoring_case(alternatives(f"notices.{name}")) for name in names}
