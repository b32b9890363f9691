"""Sentences of a story's articles in their publishers' own words: what one added, what is not known."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.evidence.document import Sentence
from newsclip.kernel.spans import Passage
from newsclip.stories.models import Membership
from newsclip.web.pages.clip_document import Source, Words


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence in a publisher's own words, and the passage that it is."""

    words: Words
    passage: Passage


def facts_of(sentences: Sequence[Sentence], sources: Mapping[str, Source]) -> tuple[Fact, ...]:
    """These sentences, as far as their articles are among the sources (by article)."""
    there = [(sentence, sentence.evidence[0]) for sentence in sentences]
    return tuple(Fact(Words(sources[p.article], sentence.text), p) for sentence, p in there if p.article in sources)


def source_of(number: int, row: Membership) -> Source:
    """An article of a story; its publisher is loaded with it."""
    article = row.article
    return Source(
        number=number,
        article=str(article.pk),
        publisher=article.publisher.name or article.publisher.domain,
        domain=article.publisher.domain,
        title=str(article),
        url=article.url,
        published=article.published,
        report=str(row.report),
    )


def unknown_on(clip: Clip, muted: Collection[str]) -> tuple[Fact, ...]:
    """What the story's sources say is not known yet, without what the muted publishers (domains) say."""
    said = clips.unknown_in(clip.story, clip.language)
    if not said:
        return ()
    named = {int(one.evidence[0].article) for one in said}
    rows = Membership.objects.filter(story=clip.story_id, article__in=named).select_related("article__publisher")
    sources = {str(row.article_id): source_of(0, row) for row in rows if row.article.publisher.domain not in muted}
    return facts_of(said, sources)
