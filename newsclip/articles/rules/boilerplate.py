"""Boilerplate: lines that a publisher repeats in its articles, learnt from its other articles and removed.

A line counts as boilerplate if it occurs in several articles on different subjects. Background that articles on one
subject share stays: their titles have words in common.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_NEEDED = 3  # other articles
_SHORTEST, _LONGEST = 15, 400  # characters
_MOST = 0.3  # share of the text
_TELLING_WORD = re.compile(r"\w{4,}")


type Words = frozenset[str]


class ArticleLines(NamedTuple):
    """Another article of the publisher: its title and all its lines, including removed ones."""

    title: str
    lines: frozenset[str]


def article_lines(title: str, text: str, left_out: Iterable[str] = ()) -> ArticleLines:
    return ArticleLines(title, frozenset(_plain(line) for line in (*text.split("\n\n"), *left_out)))


def without_boilerplate(
    title: str,
    text: str,
    others: Sequence[ArticleLines],
    *,
    before: ArticleLines | None = None,
    learnt: Iterable[str] = (),
) -> tuple[str, tuple[str, ...]]:
    """The text without lines repeated in the others, and these lines.

    `before` is the last revision and `learnt` what was removed from it: what was kept then stays, so that new knowledge
    never looks like a change by the publisher. If too much would be removed, nothing is.
    """
    lines = text.split("\n\n")
    gone = {_plain(line) for line in learnt}
    shown = before.lines - gone if before else frozenset[str]()
    own, held = _telling_words(title), [(_telling_words(other.title), other.lines) for other in others]
    removed = [line for line in lines if _plain(line) not in shown and _is_repeated(line, own, held, gone)]
    if not removed or sum(map(len, removed)) > _MOST * len(text):
        return text, ()
    left_out = set(removed)
    return "\n\n".join(line for line in lines if line not in left_out), tuple(removed)


def _is_repeated(line: str, own: Words, others: Sequence[tuple[Words, frozenset[str]]], gone: set[str]) -> bool:
    plain = _plain(line)
    if plain in gone:
        return True
    if not _SHORTEST <= len(line) <= _LONGEST:
        return False
    return _apart([own, *(words for words, lines in others if plain in lines)]) > _NEEDED


def _telling_words(title: str) -> Words:
    return frozenset(_TELLING_WORD.findall(title.lower()))


def _apart(titles: Sequence[Words]) -> int:
    """How many of these titles are on different subjects: share no informative word."""
    known: set[str] = set()
    count = 0
    for words in titles:
        if words and not words & known:
            known |= words
            count += 1
    return count


def _plain(line: str) -> str:
    return " ".join(line.lower().split())
