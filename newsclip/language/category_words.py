"""Words of each category of news, one file a language (`packs/categories/<code>.toml`), for those without themes.

A word of four letters and more also begins others ("regering" in "regeringens"); a shorter one stands by itself, unless
a sign of its script is a syllable. Chinese and Japanese words may stand anywhere.
"""

import re
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

from newsclip.language import unspaced

FOLDER = Path(__file__).parent / "packs" / "categories"
_SYLLABLES = "\u1100"  # the first sign of Korean; those of Chinese and Japanese come later
_BEGINS_OTHERS = 4
_LETTER = r"\w\u0900-\u0dff"  # the vowel signs of Indian scripts are none for `re`
_START, _GOES_ON = re.compile(rf"(?<![{_LETTER}])\w"), re.compile(rf"[{_LETTER}]")


@cache
def category_words(language: str) -> dict[str, str]:
    """The category of each word; none where the language has no such file."""
    file = FOLDER / f"{language[:2]}.toml"
    if not language[:2].isalpha() or not file.is_file():
        return {}
    known = tomllib.loads(file.read_text(encoding="utf-8"))
    return {word: category for category, words in known.items() for word in words}


def words_told(text: str, language: str) -> dict[str, set[str]]:
    """The words of each category that the text has."""
    known, low = category_words(language), text.lower()
    if not known:
        return {}
    anywhere = language[:2] in unspaced.LANGUAGES
    starts = range(len(low)) if anywhere else (found.start() for found in _START.finditer(low))
    told = defaultdict[str, set[str]](set)
    for at in starts:
        for end in (at + many for many in _lengths(language)):
            if _is_told(low, at, end, known):
                told[known[low[at:end]]].add(low[at:end])
    return told


def _is_told(text: str, start: int, end: int, known: dict[str, str]) -> bool:
    if text[start:end] not in known:
        return False
    begins = end - start >= _BEGINS_OTHERS or text[start] >= _SYLLABLES
    return begins or not _GOES_ON.match(text, end)


@cache
def _lengths(language: str) -> tuple[int, ...]:
    return tuple(sorted({len(word) for word in category_words(language)}))
