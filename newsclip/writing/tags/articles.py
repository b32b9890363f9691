"""The articles that hashtags and categories are chosen for."""

from dataclasses import dataclass
from typing import Protocol


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
