"""What web pages say beside an article, language by language: `pages/<code>.toml`.

A page is read before its language is known, so its words are looked for in all languages at once. A language whose
articles have no pack may have these words, and a list that it lacks is left out: nothing that it would find is found.
Patterns are alternatives of regular expressions without regard to case, words are plain.
"""

from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path

from newsclip.language.pack_file import read_pack
from newsclip.language.pack_tables import Names, Patterns, Words

PAGES = Path(__file__).parent / "pages"
_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class DateWords:
    """The day that a page shows: `ordinals` stand behind its figure, `of` behind that, `before_year` before the year.

    `year` and `month` are signs behind these figures; `at` stands before a clock time, `published` before the day of
    publication; `updated` opens the day of an update.
    """

    ordinals: Patterns = ()
    of: Patterns = ()
    before_year: Patterns = ()
    at: Patterns = ()
    year: Patterns = ()
    month: Patterns = ()
    published: Patterns = ()
    updated: Patterns = ()


@dataclass(frozen=True, slots=True)
class AgoWords:
    """A time told from now on: `before` "vor" 2 Stunden, 2 hours `after` "ago", `about` before the number, `one` for 1.

    `at` and `oclock` stand around a clock time of today or yesterday. `spaced`: a space parts unit and `after`.
    """

    minutes: Words = _NONE
    hours: Words = _NONE
    days: Words = _NONE
    before: Patterns = ()
    after: Patterns = ()
    about: Patterns = ()
    one: Words = _NONE
    today: Words = _NONE
    yesterday: Words = _NONE
    at: Patterns = ()
    oclock: Patterns = ()
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class BylineWords:
    """`by` opens a byline, `written_by` one at the heading alone; `before_date` stands between a name and a date.

    `ands` part two names, `ands_of_names` may also be inside one ("Ortega y Gasset"). `nobody` names nobody.
    `profiles` go on behind an author's name ("Jane Roe" is a reporter …), `about` opens that ("About the author").
    `bodies` end a word in the name of an author that is no person. `views` label an article at its heading as
    somebody's view, alone or before `by`.
    """

    by: Patterns = ()
    written_by: Patterns = ()
    before_date: Patterns = ()
    ands: Patterns = ()
    ands_of_names: Patterns = ()
    nobody: Patterns = ()
    about: Patterns = ()
    profiles: Patterns = ()
    bodies: Patterns = ()
    views: Patterns = ()


@dataclass(frozen=True, slots=True)
class LineWords:
    """Lines around an article that are not of it.

    `furniture`: whole short lines. `pleas`: how a line opens that begs or instructs the reader. `tails`: how a heading
    opens over what follows an article. `pictures` stand before the credit of one, with `in_brackets` where brackets are
    around it, with `sources` where a colon is behind. `counters` stand behind a figure that counts readers or time;
    `stamps` open a line with the time of a change.
    """

    furniture: Patterns = ()
    pleas: Patterns = ()
    tails: Patterns = ()
    pictures: Patterns = ()
    in_brackets: Patterns = ()
    sources: Patterns = ()
    counters: Patterns = ()
    stamps: Patterns = ()


@dataclass(frozen=True, slots=True)
class CorrectionNoteWords:
    """A publisher's note, in an article, that it corrected it: `labels` stand before a colon or in brackets, and before
    a dash where one of the words `of_itself` follows; `openings` are how the sentence opens, and `said` how that goes
    on to the words that it takes back, up to one of the `stops`. `instead` stands behind what is right, before what was
    wrong.
    """

    labels: Patterns = ()
    of_itself: Patterns = ()
    openings: Patterns = ()
    said: Patterns = ()
    stops: Patterns = ()
    instead: Patterns = ()


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """What a page shows in place of an article: `errors`, checks for `robots`, walls of `consent`, pay walls.

    Of a title: `login` asks to log in, `galleries` announces pictures, `videos` a film, `live` a page that grows.
    """

    errors: Patterns = ()
    robots: Patterns = ()
    consent: Patterns = ()
    paywall: Patterns = ()
    login: Patterns = ()
    galleries: Patterns = ()
    videos: Patterns = ()
    live: Patterns = ()


@dataclass(frozen=True, slots=True)
class PageWords:
    """One language. `name`: what English calls it. `months`: the names of each month, from January."""

    name: str
    months: Names = ()
    dates: DateWords = DateWords()
    ago: AgoWords = AgoWords()
    bylines: BylineWords = BylineWords()
    lines: LineWords = LineWords()
    corrections: CorrectionNoteWords = CorrectionNoteWords()
    notices: NoticeWords = NoticeWords()


@cache
def all_page_words() -> tuple[PageWords, ...]:
    """Those of every language."""
    return tuple(read_pack(path, PageWords) for path in sorted(PAGES.glob("*.toml")))


def in_any_language(field: str) -> list[str]:
    """The entries of a field ("lines.pleas") in every language, each once; of words the longest first."""
    lists = map(attrgetter(field), all_page_words())
    return list(dict.fromkeys(one for given in lists for one in _ordered(given)))


def _ordered(given: Words | Patterns) -> Patterns:
    return given if isinstance(given, tuple) else tuple(sorted(given, key=lambda word: (-len(word), word)))


@cache
def months() -> dict[str, int]:
    """The number of each month by its names in every language."""
    return {name: n for words in all_page_words() for n, names in enumerate(words.months, 1) for name in names}
