"""What a story's articles give beyond the clip, and which of them tell what it says."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.core.cache import caches

from newsclip.articles import queries as articles
from newsclip.clips.queries.cited_articles import cited_articles
from newsclip.clips.queries.other_languages import by_language
from newsclip.evidence import coverage, verifier
from newsclip.evidence.coverage import Coverage
from newsclip.evidence.document import Document, Sentence, SourceArticle
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.spans import digest_of
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership, Story
from newsclip.stories.ports import Member, StoryMembers
from newsclip.writing import novelty
from newsclip.writing.select_articles import select_members
from newsclip.writing.unknowns import unknowns
from newsclip.writing.whole_sentences import whole_sentences_by_place

_KEPT_SECONDS = 24 * 3600
_MOST_LANGUAGES = 3  # in which it is read what each article added


@dataclass(frozen=True, slots=True)
class StoryReading:
    """What each later article added, and what the articles say is not known."""

    added: tuple[novelty.Added, ...]
    unknown: tuple[Sentence, ...]


def reading_of(story: Story, language: str = "") -> StoryReading:
    """What each later article of the story added to those of its language, and what the sources of one language say is
    not known; read once for each version. `language`: the clip's.
    """
    key = f"story-reading-7:{story.pk}:{story.version}:{digest_of(language)}"
    found = caches["process"].get_or_set(key, lambda: _read(stories.members(story.pk), language), _KEPT_SECONDS)
    return cast(StoryReading, found)


def unknown_in(story: Story, language: str = "") -> tuple[Sentence, ...]:
    """What the story's sources say is not known, alone: a clip's page need not ask what each article added."""
    key = f"unknown-3:{story.pk}:{story.version}:{digest_of(language)}"
    found = caches["process"].get_or_set(key, lambda: _unknown(stories.members(story.pk), language), _KEPT_SECONDS)
    return cast(tuple[Sentence, ...], found)


def coverage_of(story: Story, told: Document, muted: Collection[str] = ()) -> Coverage:
    """Which of the story's reports tell what this clip of it says; computed once for each version of both.

    `muted`: domains of publishers that tell nothing; `told` is the clip without them.
    """
    members = Membership.objects.filter(story=story.pk, article__publisher__domain__in=muted)
    silent = sorted(members.values_list("article", flat=True)) if muted else []
    said = digest_of(repr((told.headline, sentences_and_quotations(told), silent)))
    key = f"coverage-12:{story.pk}:{story.version}:{said}"
    found = caches["process"].get_or_set(key, lambda: _covered(story, told, frozenset(silent)), _KEPT_SECONDS)
    return cast(Coverage, found)


def _covered(story: Story, told: Document, silent: frozenset[int]) -> Coverage:
    members = stories.members(story.pk)
    spoken = by_language(members, told.language)
    given = _given(spoken[0][1]) if spoken else []
    rows = Membership.objects.filter(story=story.pk, article__in=[int(one.id) for one in given])
    begun = {str(pk) for pk in stories.beginning_of(rows).leads.values()}
    cited = {one.id: one for one in cited_articles(told)}
    heard = [one for one in given if int(one.id) not in silent]
    # sorted is stable: otherwise in the order of time
    read = [
        replace(cited[one.id], report=one.report) if one.id in cited else one
        for one in sorted(heard, key=lambda one: one.id not in begun)
    ]
    found = coverage.coverage(told, read, whole_sentences_by_place(read, told.language))
    others = {language: {m.report for m in told if m.article_id not in silent} for language, told in spoken[1:]}
    return replace(found, elsewhere=tuple((language, len(reports)) for language, reports in others.items() if reports))


def _given(members: Sequence[Member]) -> list[SourceArticle]:
    """The articles that are read of a story's members, as far as they may be shown, oldest first."""
    told = select_members(members)
    newest = articles.newest(member.article_id for member in told)
    return [
        SourceArticle(
            id=str(read.id), revision=read.revision, title=read.title, text=read.shown, url=read.url,
            publisher=read.publisher, published=read.published, report=str(member.report), domain=read.domain,
        )
        for member in told
        if (read := newest.get(member.article_id))
    ]  # fmt: skip


def _unknown(members: StoryMembers, language: str) -> tuple[Sentence, ...]:
    spoken = by_language(members, language)[:1]
    return tuple(sentence for own, told in spoken for sentence in unknowns(_given(told), own or members.language))


def _read(members: StoryMembers, language: str) -> StoryReading:
    spoken = [(own or members.language, _given(told)) for own, told in by_language(members, language)]
    new = [one for own, given in spoken[:_MOST_LANGUAGES] for one in novelty.added(given, own, verifier)]
    return StoryReading(tuple(new), tuple(one for own, given in spoken[:1] for one in unknowns(given, own)))
