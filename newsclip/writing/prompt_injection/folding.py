"""The letters that a reader sees, whatever letters stand there: look-alikes, unseen marks, digits."""

import re
import unicodedata
from collections.abc import Iterator

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_EMPHASIS = re.compile(r"[*_`~#]+")
_WORD = re.compile(r"\w+")
_MIXED = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
# Letters of Greek and Cyrillic that look as Latin ones do (Unicode's confusables, those of one letter for one).
_LOOK_ALIKE = str.maketrans(
    "аеорсухіјѕԁɡһкмтвнАВЕКМНОРСТХУІЈЅαοερνικτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdghkmtbhABEKMHOPCTXYIJSaoepviktuxABEZHIKMNOPTYX",
)
_DIGIT_INSIDE = re.compile(r"[a-z]\d{1,3}[a-z]|^\d[a-z]+\d", re.IGNORECASE)
_AS_LETTERS = str.maketrans("013457", "oieast")


def spellings(text: str) -> Iterator[str]:
    """The text as a reader sees it, then as it may be read as well: unseen marks as spaces, digits as letters."""
    seen = as_read(text)
    yield seen
    if _UNSEEN.search(text):
        yield as_read(_UNSEEN.sub(" ", text))
    if (spelt := _WORD.sub(_digits_as_letters, seen)) != seen:
        yield spelt


def as_read(text: str) -> str:
    """Without unseen marks and marks of emphasis; letters of full width and look-alikes as the Latin ones they seem."""
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    text = _WORD.sub(_in_one_script, text)
    return " ".join(_EMPHASIS.sub("", text).split())


def _in_one_script(word: re.Match[str]) -> str:
    return word[0].translate(_LOOK_ALIKE) if _MIXED.search(word[0]) else word[0]


def _digits_as_letters(word: re.Match[str]) -> str:
    return word[0].translate(_AS_LETTERS) if _DIGIT_INSIDE.search(word[0]) else word[0]
