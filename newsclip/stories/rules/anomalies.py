"""Anomalous articles: what is wrong with them (codes of kernel.reasons), and what is used instead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from newsclip.language.dates import FIRST
from newsclip.stories.ports import Telling
from newsclip.stories.rules.languages import LEAST, WORDS, language, share
from newsclip.stories.rules.terms import COMMON, terms

_AHEAD = timedelta(days=1)
_LONG = 150_000  # characters, about 25,000 words: an archive, or a live blog of weeks
_LOOKED_AT = 200
_HEADLINE = 3


def plausible(telling: Telling) -> Telling:
    """The article as it is placed: without a wrong clock, without a menu as its text; `odd` lists the corrections."""
    found = tuple(_oddities(telling))
    if not found:
        return telling
    published = None if "wrong_clock" in found else telling.published
    text = "" if "menu_text" in found else telling.text
    return replace(telling, published=published, text=text, odd=found)


def _oddities(telling: Telling) -> Iterator[str]:
    told, known = telling.published, telling.found
    if told and (told < FIRST or (known and told > known + _AHEAD)):
        yield "wrong_clock"
    if len(telling.text) > _LONG:
        yield "very_long"
    if _is_menu(telling):
        yield "menu_text"


def _is_menu(telling: Telling) -> bool:
    """Whether the text is not prose and holds no term of its headline: page furniture.

    Two fifths of the words of English prose are such as "the" and "of"; a menu has hardly any.
    """
    if share(telling.text, "en") >= LEAST or language(telling) != "en":
        return False  # the first words clear most texts
    words = telling.text.split(maxsplit=_LOOKED_AT)[:_LOOKED_AT]
    if len(words) < WORDS or sum(word.lower() in COMMON for word in words) >= LEAST * len(words):
        return False
    headline = set(terms(telling.title))
    return len(headline) >= _HEADLINE and not headline & set(terms(" ".join(words)))
