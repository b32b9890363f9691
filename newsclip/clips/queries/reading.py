"""What a story's articles give beyond the clip."""

from dataclasses import dataclass
from typing import cast

from django.core.cache import caches

from newsclip.articles import queries as articles
from newsclip.evidence import verifier
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.stories import queries as stories
from newsclip.stories.models import Story
from newsclip.stories.ports import StoryMembers
from newsclip.writing import novelty
from newsclip.writing.select_articles import select_members
from newsclip.writing.unknowns import unknowns

_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class StoryReading:
    """What each later article added, and what the articles say is not known."""

    added: tuple[novelty.Added, ...]
    unknown: tuple[Sentence, ...]


def reading_of(story: Story) -> StoryReading:
    """What each later article of the story added, and what its sources say is not known; read once for each version."""
    key = f"story-reading-5:{story.pk}:{story.version}"
    found = caches["process"].get_or_set(key, lambda: _read(stories.members(story.pk)), _KEPT_SECONDS)
    return cast(StoryReading, found)


def _read(members: StoryMembers) -> StoryReading:
    told = select_members(members.members)
    newest = articles.newest(member.article_id for member in told)
    given = [
        SourceArticle(
            id=str(read.id), revision=read.revision, title=read.title, text=read.shown, url=read.url,
            publisher=read.publisher, published=read.published, report=str(member.report),
        )
        for member in told
        if (read := newest.get(member.article_id))
    ]  # fmt: skip
    return StoryReading(
        tuple(novelty.added(given, members.language, verifier)), tuple(unknowns(given, members.language))
    )
