"""Who is named in a text, as the verifier reads it, apart from the names that the writer finds.

A run of capital words is taken for a person unless a word of it names a place, a body or a day; so is a last word of
one elsewhere, and what stands behind "Mr". One taken too many makes a speaker unclear, and no quotation wrong.
"""

import re
from functools import lru_cache

from newsclip.evidence.tokens import UPPER
from newsclip.language import quotation_marks
from newsclip.language.pack import english
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.verifier_tables.speech import PageWords
from newsclip.language.word_lists import (
    BODY_WORDS,
    GIVEN_NAMES,
    MONTHS,
    PERSON_TITLES,
    PLACE_OPENERS,
    PLACE_WORDS,
    WEEKDAYS,
)

_PAGES = english(PageWords)

type Named = tuple[int, int, str]  # where the name starts and ends, and the name

_CAPITAL = rf"[{UPPER}](?:\.|[\w’'\-]++)"  # a full stop belongs to an initial only
_PARTICLES = rf"(?:(?:{'|'.join(sorted(_PAGES.particles))}) ){{0,3}}"
_RUN = re.compile(rf"(?<![\w’'\-]){_CAPITAL}(?: {_PARTICLES}{_CAPITAL}){{1,5}}")
_TITLES = "|".join(sorted(title.capitalize() for title in _PAGES.titles))
_TITLED = re.compile(rf"\b(?:{_TITLES})\.? ({_CAPITAL})")
_WORD = re.compile(rf"(?<![\w’'\-]){_CAPITAL}")
_NO_PERSONS = BODY_WORDS | PLACE_WORDS | PLACE_OPENERS | WEEKDAYS | {month for month in MONTHS if len(month) > 3}


@lru_cache(maxsize=64)
def people(text: str) -> tuple[Named, ...]:
    """Who is named outside quotations, in the order of the text."""
    quoted = quotation_marks.inside(text)
    runs = [named for found in _RUN.finditer(text) if (named := _person(found))]
    known = {name.split()[-1] for _, _, name in runs} | {_bare(found[1]) for found in _TITLED.finditer(text)}
    inside = {at for start, end, _ in runs for at in range(start, end)}
    alone = [
        (found.start(), found.start() + len(_bare(found.group())), _bare(found.group()))
        for found in _WORD.finditer(text)
        if found.start() not in inside and _bare(found.group()) in known
    ]
    return tuple(sorted(named for named in (*runs, *alone) if not quoted[named[0]]))


def _person(run: re.Match[str]) -> Named | None:
    """The person that a run of capital words names, without a title or a word of the sentence before; None for none."""
    words, start = run.group(), run.start()
    while (first := words.split(" ", 1)[0]) and " " in words and _leads(first):
        start += len(first) + 1
        words = words[len(first) + 1 :]
    words = _bare(words)
    said = words.lower().split()
    return None if len(said) < 2 or set(said) & _NO_PERSONS else (start, start + len(words), words)


def _leads(word: str) -> bool:
    plain = word.strip(".").lower()
    if plain in GIVEN_NAMES:  # "Bill", "Mark"
        return False
    return plain in PERSON_TITLES or (len(plain) < 5 and is_common_word(plain) and plain.isalpha())


def _bare(name: str) -> str:
    """Without a possessive."""
    return re.sub(r"['’]s?$", "", name)
