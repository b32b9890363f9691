"""Whether the writer may put a sentence under the day that it names: a finite verb tells it, and nothing takes it back.

The verifier asks the same by rules of its own (`verifier/happenings.py`).
"""

import re
from datetime import date
from functools import cache
from itertools import pairwise

from newsclip.language.days import Day, days, reader
from newsclip.language.pack import english, pack
from newsclip.language.pack_tables import DayWords
from newsclip.language.pattern_parts import any_of
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, tag_words

_PARTS = re.compile(r",\s|[;:–—]")
_ADDING = frozenset({"IN", "VBG", "VBN", "WDT", "WP", "WRB", "TO"})  # tags of how such a clause opens
_LEADS_IN = 2  # words before a day that opens its sentence: "On Monday, …"
_SAYING = frozenset({"said", "says", "told"})
_OWN = re.compile(r"['’]s?(?!\w)")


def took_place(text: str, published: date, language: str) -> bool:
    """Whether the one day that the sentence names is that of what its own clause tells as done.

    `text`: the journalist's own words; what stands in quotation marks is blank.
    """
    named, by, words = days(text, published, language), reader(language), pack(language).days
    if words is None or words.doubts is None or by is None or len(named) != 1:
        return False
    if named[0].first > published or _OWN.match(text, named[0].end):
        return False
    if _before_another(words).search(text, 0, named[0].start):
        return False
    clause, at = _around(text, named[0])
    if by.ahead.search(clause) or not by.behind.search(clause):
        return False
    said = re.findall(r"[^\W\d_]+", clause.lower())
    doubts = words.doubts.intersection(said)
    if language[:2] not in TAGGED_LANGUAGES:
        return not doubts and not (words.before_noun and re.compile(words.before_noun).match(text, named[0].end))
    if at < named[0].start and _is_aside(clause):
        return False
    return _is_told(clause, at) and not doubts - (_SAYING if _is_said_then(clause, at) else set())


@cache
def _before_another(words: DayWords) -> re.Pattern[str]:
    """Before the day of something else; English says so in all languages but those with words of their own."""
    return re.compile(
        rf"\b(?:{any_of(words.of_another or english(DayWords).of_another)})\s+(?:(?:the|early|late|on)\s+)*$",
        re.IGNORECASE,
    )


def _around(text: str, day: Day) -> tuple[str, int]:
    """The clause of the day and where the day begins in it; where it only opens the sentence, with the next clause."""
    begin = max((m.end() for m in _PARTS.finditer(text, 0, day.start)), default=0)
    end = _PARTS.search(text, day.end)
    if end and not begin and len(text[: day.start].split()) <= _LEADS_IN and not text[day.end : end.start()].strip():
        end = _PARTS.search(text, end.end())
    return text[begin : end.start() if end else len(text)], day.start - begin


def _is_aside(clause: str) -> bool:
    """Whether a clause inside the sentence only adds to it: ", in a paper put out on Monday,"."""
    tags = tag_words(clause)
    return bool(tags) and tags[0][1] in _ADDING


def _is_told(clause: str, at: int) -> bool:
    """Whether no infinitive has the day ("failed to sail on"), and no noun ("a report published on Monday said")."""
    tagged = [(word, tag) for word, tag, start in tag_words(clause) if start < at]
    tags = [tag for _, tag in tagged]
    if any(first == "TO" and second[:2] == "VB" for first, second in pairwise(tags)):
        return False
    if "n't" in clause or "n’t" in clause:
        return False
    led = [tag for word, tag in tagged if word.lower() not in {"on", "last", "early", "late"}]
    after = [tag for _, tag, start in tag_words(clause) if start > at]
    hangs = bool(led) and led[-1] in {"VBN", "VBD", "VBG"} and "VBD" in after
    return not hangs or _is_said_then(clause, at)


def _is_said_then(clause: str, at: int) -> bool:
    """ "The mayor said on Monday": the saying is what happened."""
    return bool(re.search(r"\b(?:said|told(?: \w+){1,2})(?: \w+ly)? (?:on |late |early )*$", clause[:at]))
