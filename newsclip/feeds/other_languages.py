"""What other languages tell of the stories in a feed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.clips.queries import ToldElsewhere


@dataclass(frozen=True, slots=True)
class ForeignLink:
    """An article that began a report in a language that the clip is not in."""

    url: str
    title: str
    publisher: str
    language: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The reports of one other language; `more`: those that are not linked."""

    language: str
    links: tuple[ForeignLink, ...]
    more: int

    @property
    def mark(self) -> str:
        """Changes with every report."""
        return f"{self.language} {len(self.links) + self.more}"

    @property
    def for_json(self) -> dict[str, Any]:
        articles = [{"title": one.title, "url": one.url, "publisher": one.publisher} for one in self.links]
        return {"language": self.language, "articles": articles, "more": self.more}


def elsewhere_of(clips: Sequence[Clip], muted: Collection[str] = ()) -> dict[int, list[Elsewhere]]:
    """By clip (with documents) what other languages tell of its story, without what these publishers (domains) do."""
    return {pk: [_of(one) for one in told] for pk, told in queries.all_told_elsewhere(clips, muted).items()}


def _of(told: ToldElsewhere) -> Elsewhere:
    links = (
        ForeignLink(one.url, str(one), one.publisher.name or one.publisher.domain, told.language)
        for one in told.articles
    )
    return Elsewhere(told.language, tuple(links), told.more)


def elsewhere_in_html(told: Sequence[Elsewhere]) -> SafeString:
    """The reports with their titles in their own language; nothing where there are none."""
    if not told:
        return SafeString()
    rows = [(one.url, one.language, one.language, one.title, one.publisher) for part in told for one in part.links]
    listed = format_html_join("", '<li dir="auto"><a href="{}" lang="{}" hreflang="{}">{}</a> ({})</li>', rows)
    return format_html("<p>Also reported in other languages:</p><ul>{}</ul>", listed)
