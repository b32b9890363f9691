"""Anomalous articles: what is wrong with them (codes of kernel.reasons), and what is used instead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from newsclip.language.dates import FIRST
from newsclip.stories.ports import IncomingArticle
from newsclip.stories.rules.languages import LEAST, UNTOLD, WORDS, language, share
from newsclip.stories.rules.terms import common_words, story_words, terms

_AHEAD = timedelta(days=1)  # time zones and embargoes; a date further ahead of the poll is wrong
_LONG = 150_000  # characters, about 25,000 words: an archive, or a live blog of weeks
_LOOKED_AT = 200  # words: what an article is about stands at its beginning
_HEADLINE = 3  # terms; a shorter headline may share none with an honest text


def plausible(incoming: IncomingArticle) -> IncomingArticle:
    """The article as it is placed: without a wrong clock, without a menu as its text; `odd` lists the corrections."""
    found = tuple(_oddities(incoming))
    if not found:
        return incoming
    published = None if "wrong_clock" in found else incoming.published
    text = "" if "menu_text" in found else incoming.text
    return replace(incoming, published=published, text=text, odd=found)


def _oddities(incoming: IncomingArticle) -> Iterator[str]:
    told, known = incoming.published, incoming.found
    if told and (told < FIRST or (known and told > known + _AHEAD)):
        yield "wrong_clock"
    if len(incoming.text) > _LONG:
        yield "very_long"
    if _is_menu(incoming):
        yield "menu_text"


def _is_menu(incoming: IncomingArticle) -> bool:
    """Whether the text is not prose and holds no term of its headline: page furniture.

    Two fifths of the words of English prose are such as "the" and "of"; a menu has hardly any.
    """
    if share(incoming.text, UNTOLD) >= LEAST or not story_words(spoken := language(incoming)):
        return False  # the first words clear most texts
    words = incoming.text.split(maxsplit=_LOOKED_AT)[:_LOOKED_AT]
    if len(words) < WORDS or sum(map(common_words(spoken).__contains__, map(str.lower, words))) >= LEAST * len(words):
        return False
    headline = set(terms(incoming.title))
    return len(headline) >= _HEADLINE and not headline & set(terms(" ".join(words)))
