"""Spans of text, and passages: spans of one revision that anyone can check."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Part = Literal["text", "title"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one revision of one article.

    `part` says whether the offsets count in the revision's text or in its title: a headline is the publisher's words
    too. `digest` is `digest_of` the words, so that a changed revision is noticed.
    """

    article: str
    revision: int
    start: int
    end: int
    digest: str
    part: Part = "text"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def digest_of(words: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the words in UTF-8."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
