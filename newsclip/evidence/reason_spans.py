"""Reasons of the verifier as they are stored: without words, with the places where these stand.

A text among the parameters becomes one of: {article, revision, part, start, end}, words of a revision (see `span_of`);
{start, end}, words of the sentence that the reason is about; None, words that stand in neither and are kept nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from newsclip.evidence.document import SourceArticle, by_revision
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage

_LONGEST = 300  # characters; the verifier names some words, and a hashtag or a headline in whole
_PARTS = re.compile(r"\w+|[$£€¥%°]")  # the rest are signs and spaces, which tokens leave out
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:T\S*)?|\d{4}-W\d\d")


def referring(reason: Reason, text: str, passages: Sequence[Passage], articles: Sequence[SourceArticle]) -> Reason:
    """The reason, its words given by their places: in a passage that is cited, else in `text`, else in an article."""
    places = _Places(text, passages, articles)
    return Reason(reason.code, {name: places.of(value) for name, value in reason.params.items()})


class _Places:
    def __init__(self, text: str, passages: Sequence[Passage], articles: Sequence[SourceArticle]) -> None:
        self._text, self._passages, self._articles = text, passages, articles

    def of(self, value: Any) -> Any:
        """Numbers, days and other reasons hold nobody's words."""
        if isinstance(value, list | tuple):
            return [self.of(one) for one in value]
        if not isinstance(value, str) or _DAY.fullmatch(value):
            return value
        pattern = _pattern(value)
        if pattern is None:
            return None
        cited = (_in(passage, words, pattern) for passage, words in self._cited())
        own = _find(pattern, self._text)
        read = (_in(passage, words, pattern) for passage, words in self._read())
        here = next(filter(None, cited), None) or (own and {"start": own[0], "end": own[1]})
        return here or next(filter(None, read), None)

    def _cited(self) -> Iterator[tuple[Passage, str]]:
        known = by_revision(self._articles)
        for one in self._passages:
            if article := known.get((one.article, one.revision)):
                yield one, one.span.of(article.title if one.part == "title" else article.text)

    def _read(self) -> Iterator[tuple[Passage, str]]:
        for one in self._articles:
            yield Passage(one.id, one.revision, 0, len(one.title), "", "title"), one.title
            yield Passage(one.id, one.revision, 0, len(one.text), ""), one.text


def _pattern(words: str) -> re.Pattern[str] | None:
    """Finds these words in any case, whatever signs and spaces stand between them; None where there are none."""
    parts = _PARTS.findall(words) if len(words) <= _LONGEST else []
    if not any(part.isalnum() for part in parts):
        return None
    return re.compile(r"\W{0,8}?".join(re.escape(part) for part in parts), re.IGNORECASE)


def _find(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    """Where it stands first as whole words."""
    for found in pattern.finditer(text):
        before, after = text[max(found.start() - 1, 0) : found.start() + 1], text[found.end() - 1 : found.end() + 1]
        if not any(len(edge) == 2 and edge.isalnum() for edge in (before, after)):
            return found.span()
    return None


def _in(passage: Passage, words: str, pattern: re.Pattern[str]) -> dict[str, Any] | None:
    found = _find(pattern, words)
    return span_of(passage, *found) if found else None


def span_of(passage: Passage, start: int, end: int) -> dict[str, Any]:
    """Words within a passage: {article, revision, part, start, end}, counted in the revision's title or text."""
    return {
        "article": int(passage.article) if passage.article.isdecimal() else passage.article,  # a filter's ids are any
        "revision": passage.revision,
        "part": passage.part,
        "start": passage.start + start,
        "end": passage.start + end,
    }
