"""The address of a clip: the words of its headline, without figures, which may be others tomorrow."""

import hashlib
import re
import unicodedata
from functools import cache

from newsclip.evidence.tokens import NUMBER_WORDS
from newsclip.language.pack import is_english, pack

_LONGEST, _FEWEST = 80, 3  # characters; words
_APOSTROPHES = re.compile(r"['’]")
# A figure belongs to a name in "F-16", "Ward 6-B" and "5G", and to an ordinal in "20th"; a year stays the same, but for
# one that counts something: "2000 homes", not "the 2031 games".
_JOINED = r"\d{1,9}(?:st|nd|rd|th|[ac-jln-z])\b"
_YEAR = r"(?:19|20)\d\d\b(?:(?<=the \d{4})|(?! (?:people|[a-z]{2,30}(?<!s)s)\b))"
_FIGURE = re.compile(rf"(?<![\w-])(?!{_JOINED}|{_YEAR})\d[\w.,]{{0,20}}+(?:-\d[\w.,]{{0,20}}+)?+(?!-[a-z])")
_SCALE = re.compile(r"\b(?:half )?an? (?=(?:dozen|hundred|thousand|million|billion|trillion)\b)")
_NO_CARDINALS = frozenset({"first", "second", "third", "half", "quarter", "double", "twice"})
_WORD = re.compile(r"[a-z0-9]+")
_NUMBERED = re.compile(r"(?:-\d{1,20}){0,2}")  # as two clips of one headline are told apart


def slug_of(headline: str, language: str = "en") -> str:
    """ASCII words joined by hyphens, at most 80 characters; "clip" where none is left.

    An address is for ever, and "nine injured" may be eleven an hour later: so it names no number, unless less than
    three words are left without.
    """
    text = _FIGURE.sub(" ", _plain(headline))
    words = _WORD.findall(_SCALE.sub("", text) if is_english(language) else text)
    lasting = [word for word in words if word not in _number_words(language)]
    return _joined(lasting) if len(lasting) >= _FEWEST else slug_with_figures(headline)


def slug_with_figures(headline: str) -> str:
    """As addresses were made before: those that are public stay."""
    return _joined(_WORD.findall(_plain(headline)))


def is_slug_of(slug: str, headline: str, language: str = "en") -> bool:
    """Whether it is the address that this headline gives, or gave; a number may follow it."""
    given = (slug_of(headline, language), slug_with_figures(headline))
    return any(slug.startswith(one) and _NUMBERED.fullmatch(slug, len(one)) for one in given)


@cache
def _number_words(language: str) -> frozenset[str]:
    """Cardinals as they stand in addresses; none in a language whose words for numbers nobody wrote down."""
    if is_english(language):
        return NUMBER_WORDS - _NO_CARDINALS
    known = pack(language).numbers
    return frozenset(map(_plain, known.words)) if known else frozenset()


def _plain(headline: str) -> str:
    text = unicodedata.normalize("NFKD", headline.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return _APOSTROPHES.sub("", text)


def _joined(words: list[str]) -> str:
    slug = "-".join(words)
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return slug or "clip"


def slug_without_words(slug: str) -> str:
    """What stands in the tables for an address whose words were taken down: it is found, and says nothing."""
    return "sha256-" + hashlib.sha256(slug.encode()).hexdigest()
