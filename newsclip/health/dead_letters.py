"""Dead letters: articles and stories that were set aside for exceeding limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from newsclip.articles import queries as articles
from newsclip.clips import queries as clips


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """`name`: an article's address or a story's ID; `code` is one of kernel.reasons."""

    kind: str
    name: str
    code: str
    detail: str
    at: datetime | None


def listed(limit: int) -> Iterator[DeadLetter]:
    """The latest articles, then the latest stories."""
    for article in articles.dead_letters().order_by("-pk")[:limit]:
        yield DeadLetter("article", article.url, article.dead_letter, article.detail, article.looked_at)
    for given in clips.dead_letters().order_by("-pk")[:limit]:
        yield DeadLetter("story", str(given.story_id), given.dead_letter, given.detail, given.at)


def counts() -> dict[str, int]:
    return {"article": articles.dead_letters().count(), "story": clips.dead_letters().count()}
