"""What a story's articles give beyond the clip, and which of them tell what it says."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import cast

from django.core.cache import caches

from newsclip.articles import queries as articles
from newsclip.clips.queries.cited_articles import cited_articles
from newsclip.evidence import coverage, verifier
from newsclip.evidence.coverage import Coverage
from newsclip.evidence.document import Document, Sentence, SourceArticle
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.spans import digest_of
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership, Story
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


def unknown_in(story: Story) -> tuple[Sentence, ...]:
    """What the story's sources say is not known, alone: a clip's page need not ask what each article added."""
    key = f"unknown-1:{story.pk}:{story.version}"
    found = caches["process"].get_or_set(key, lambda: _unknown(stories.members(story.pk)), _KEPT_SECONDS)
    return cast(tuple[Sentence, ...], found)


def coverage_of(story: Story, told: Document, muted: Collection[str] = ()) -> Coverage:
    """Which of the story's reports tell what this clip of it says; computed once for each version of both.

    `muted`: domains of publishers that tell nothing; `told` is the clip without them.
    """
    members = Membership.objects.filter(story=story.pk, article__publisher__domain__in=muted)
    silent = sorted(members.values_list("article", flat=True)) if muted else []
    said = digest_of(repr((sentences_and_quotations(told), silent)))
    key = f"coverage-2:{story.pk}:{story.version}:{said}"
    found = caches["process"].get_or_set(key, lambda: _covered(story, told, frozenset(silent)), _KEPT_SECONDS)
    return cast(Coverage, found)


def _covered(story: Story, told: Document, silent: frozenset[int]) -> Coverage:
    given = _given(stories.members(story.pk))
    rows = Membership.objects.filter(story=story.pk, article__in=[int(one.id) for one in given])
    begun = {str(pk) for pk in stories.beginning_of(list(rows.select_related("article__publisher"))).leads.values()}
    cited = {one.id: one for one in cited_articles(told)}
    heard = [one for one in given if int(one.id) not in silent]
    # sorted is stable: otherwise in the order of time
    return coverage.coverage(
        told,
        [
            replace(cited[one.id], report=one.report) if one.id in cited else one
            for one in sorted(heard, key=lambda one: one.id not in begun)
        ],
    )


def _given(members: StoryMembers) -> list[SourceArticle]:
    """The articles that are read of a story, as far as they may be shown, oldest first."""
    told = select_members(members.members)
    newest = articles.newest(member.article_id for member in told)
    return [
        SourceArticle(
            id=str(read.id), revision=read.revision, title=read.title, text=read.shown, url=read.url,
            publisher=read.publisher, published=read.published, report=str(member.report), domain=read.domain,
        )
        for member in told
        if (read := newest.get(member.article_id))
    ]  # fmt: skip


def _unknown(members: StoryMembers) -> tuple[Sentence, ...]:
    return tuple(unknowns(_given(members), members.language))


def _read(members: StoryMembers) -> StoryReading:
    given = _given(members)
    return StoryReading(
        tuple(novelty.added(given, members.language, verifier)), tuple(unknowns(given, members.language))
    )
