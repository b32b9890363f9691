"""What is tagged."""

from dataclasses import dataclass
from typing import Protocol


class Tagged(Protocol):
    """What is tagged; a SourceArticle of clips.ports is one."""

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
