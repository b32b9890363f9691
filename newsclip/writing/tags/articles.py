"""The articles that hashtags and categories are chosen for, and the clip that they are chosen for."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

IN_HEADLINE, _IN_SUMMARY = 3.0, 2.0  # what it weighs to be named there, beside the text below
_AGAIN = 2  # sentences below: what one alone names, the clip names in passing


class Tagged(Protocol):
    """What the tagger reads of an article; `evidence.document.SourceArticle` has it."""

    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def section(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Article:
    """An article that has nothing but its words."""

    title: str
    text: str
    section: str = ""
    url: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ClipText:
    """What a clip of the articles says: `lines` are the sentences below its summary, and who says them."""

    headline: str
    summary: str
    lines: Sequence[str] = ()

    def as_article(self, language: str) -> Article:
        return Article(self.headline, "\n".join((self.summary, *self.lines)), language=language)

    def prominence(self, names: Collection[str]) -> float:
        """How much what has these names counts in the clip: by its headline, its summary, or twice below; else 0."""
        if _names_one(names, self.headline):
            return IN_HEADLINE
        if _names_one(names, self.summary):
            return _IN_SUMMARY
        return 1.0 if sum(_names_one(names, line) for line in self.lines) >= _AGAIN else 0.0

    def has(self, names: Collection[str]) -> bool:
        """Whether the clip has one of the names at all."""
        return any(_names_one(names, text) for text in (self.headline, self.summary, *self.lines))


def _names_one(names: Collection[str], text: str) -> bool:
    """Whether the text has one of the names: "CDC vouchers" is "CDC Vouchers", but a single small word is no name."""
    lower = text.lower()
    return any(
        name.lower() in lower
        and re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", text, re.IGNORECASE if " " in name else re.NOFLAG)
        for name in names
    )
