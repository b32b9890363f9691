"""Reads the sample articles from `events/*.toml` and fills in their dates. The package describes the format."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from newsclip.demo.sample_publishers.dates import Calendar

type Kind = Literal["article", "live", "stub", "video", "gallery"]

_EVENTS = Path(__file__).parent / "events"


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published. `body` is its paragraphs; `publisher` is a label, `event` a file's name.

    `image` names a file of `pictures`. `copy_of` is the slug of the wire text that this repeats. `correction` is the
    note under a corrected article, else "".
    """

    event: str
    publisher: str
    slug: str
    published: datetime
    updated: datetime
    title: str
    authors: tuple[str, ...]
    section: str
    body: tuple[str, ...]
    kind: Kind = "article"
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    copy_of: str = ""
    correction: str = ""

    @property
    def summary(self) -> str:
        """The first paragraph of prose, for the feed."""
        return next((part for part in self.body if not part.startswith(("## ", "- ", "["))), self.title)


@dataclass(frozen=True, slots=True)
class Archive:
    """Every article, newest first, and the corrected versions by slug."""

    articles: tuple[Article, ...]
    corrected: dict[str, Article]


def load(now: datetime) -> Archive:
    """The archive as of `now` (with an offset)."""
    articles, corrected = [], {}
    for event, table in _tables():
        happened = now - timedelta(hours=table["happened"])
        for article, row in _articles(event, table, happened, now):
            articles.append(article)
            if "corrected_body" in row:
                corrected[article.slug] = _corrected(article, row, happened)
    return Archive(tuple(sorted(articles, key=lambda article: article.published, reverse=True)), corrected)


@cache
def _tables() -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple((path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(_EVENTS.glob("*.toml")))


def _articles(
    event: str, table: dict[str, Any], happened: datetime, now: datetime
) -> Iterator[tuple[Article, dict[str, Any]]]:
    rows = {row["slug"]: row for row in table["article"]}
    for row in table["article"]:
        published = now - timedelta(hours=row["hours_ago"])
        calendar = Calendar(happened, published)
        text = _copied(rows[row["copy_of"]], row) if "copy_of" in row else row["body"]
        yield (
            Article(
                event=event,
                publisher=row["publisher"],
                slug=row["slug"],
                published=published,
                updated=published,
                title=calendar.fill(row["title"]),
                authors=tuple(row.get("authors", ())),
                section=row["section"],
                body=_paragraphs(calendar.fill(text)),
                kind=row.get("kind", "article"),
                image=row.get("image", ""),
                image_alt=row.get("image_alt", ""),
                image_credit=row.get("image_credit", ""),
                copy_of=row.get("copy_of", ""),
            ),
            row,
        )


def _copied(original: dict[str, Any], row: dict[str, Any]) -> str:
    """The wire text with this paper's `edits`, cut to `keep` paragraphs, with its `credit` line at the end."""
    text: str = original["body"]
    for old, new in row.get("edits", ()):
        if old not in text:
            raise ValueError(f"{row['slug']}: the wire's text does not say {old!r}")
        text = text.replace(old, new)
    parts = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join([*parts[: row.get("keep", len(parts))], row["credit"]])


def _corrected(article: Article, row: dict[str, Any], happened: datetime) -> Article:
    calendar = Calendar(happened, article.published)
    return replace(
        article,
        title=calendar.fill(row.get("corrected_title", row["title"])),
        body=_paragraphs(calendar.fill(row["corrected_body"])),
        correction=calendar.fill(row["correction"]),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))
