"""Takedowns at a publisher's request, through all stages: article, story, clip, search, pictures."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from newsclip.articles import actions as articles
from newsclip.articles.models import Article
from newsclip.articles.queries import known_at, pictures_to_delete
from newsclip.clips import actions as clips
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.clips.ports import SearchIndex, VectorIndex
from newsclip.community import actions as community
from newsclip.kernel.addresses import normalize
from newsclip.kernel.reasons import Refused
from newsclip.ranking import actions as ranking
from newsclip.sources.models import Publisher
from newsclip.stories import actions as stories
from newsclip.stories.models import Story
from newsclip.stories.ports import StoryIndex


@dataclass(frozen=True, slots=True)
class TakenDown:
    """How many articles, and their clips: some are rewritten from what is left, the others withdrawn.

    `pictures_left`: how many of their pictures the store did not delete; the worker tries again.
    """

    articles: int
    rewritten: int
    withdrawn: int
    pictures_left: int


@dataclass(frozen=True, slots=True)
class Indexes:
    """The stores that hold words outside the stages' tables."""

    search: SearchIndex
    vectors: VectorIndex
    stories: StoryIndex


type Forget = Callable[[str], None]


def take_down(what: str, *, reason: str, indexes: Indexes, forget: Forget, now: datetime) -> TakenDown:
    """Take down an article by its address, or all of a publisher by its domain. Idempotent.

    Runs at once, without a worker. `forget` deletes a stored picture by name, after everything else; what a crash
    or a store that is away leaves, the worker deletes. Raises Refused("unknown", "same_article").
    """
    with transaction.atomic():
        numbers, publisher = _meant(what)
        clips_before = queries.told_from(numbers)
        texts, tags = queries.words_for_search(clips_before, numbers)
        left = [_erase(clip, numbers, publisher, now) for clip in clips_before]
        clips.forget_answers_unused()
        stories.unlearn(indexes.stories, numbers)
        dropped = articles.take_down(numbers, reason=reason, now=now)
        without = stories.leave(numbers, why=reason, now=now)
        stories.forget_words({*(clip.story_id for clip in clips_before), *(story.pk for story in without)})
        clips.nothing_to_write(story.pk for story in without)
        told_again = Clip.objects.filter(pk__in=[clip.pk for clip in left]).select_related("story")
        clips.index(told_again, index=indexes.search, vectors=indexes.vectors)
        indexes.search.unlearn(texts, tags)
        ranking.forget_hashtags(tags)
    while articles.delete_dropped_pictures(forget, of=dropped):
        pass
    pictures_left = pictures_to_delete().filter(pk__in=dropped).count()
    withdrawn = sum(clip.state == Clip.State.WITHDRAWN for clip in left)
    return TakenDown(len(numbers), len(left) - withdrawn, withdrawn, pictures_left)


def _erase(clip: Clip, numbers: Collection[int], publisher: int, now: datetime) -> Clip:
    """Erase it from the clip, and from what people and webhooks were told, except for what the clip still says."""
    left = clips.erase(clip, numbers, publisher=publisher, now=now)
    still = queries.words_in(left)
    community.redact(left, lambda text: text not in still)
    return left


def _meant(what: str) -> tuple[Collection[int], int]:
    """The articles, and their publisher's ID."""
    publisher = Publisher.objects.filter(domain=what.strip().lower()).first()
    if publisher:
        return articles.take_down_publisher(publisher), publisher.pk
    try:
        found = known_at(normalize(what.strip()))
    except Refused:  # not an address, so a domain
        found = None
    if found is None:
        raise Refused("unknown", what)
    if found.code == "same_article":  # as its page says; of another host, it may be another publisher's
        raise Refused("same_article", found.detail)
    return [found.pk], found.publisher_id


def limit_excerpts(domain: str, words: int | None, *, search: SearchIndex, vectors: VectorIndex, now: datetime) -> int:
    """Show at most `words` words of each of this publisher's articles. Returns how many stories are rewritten.

    When it returns, nothing beyond the limit is shown any more, neither in clips that still wait for the worker nor in
    corrections, notices and challenges. Idempotent, clip by clip. Raises Refused("unknown").
    """
    publisher = Publisher.objects.filter(domain=domain.strip().lower()).first()
    if publisher is None:
        raise Refused("unknown", domain)
    Publisher.objects.filter(pk=publisher.pk).update(excerpt_words=words)
    theirs = Article.objects.filter(publisher=publisher).values_list("pk", flat=True)
    numbers = [clip.pk for clip in queries.told_from(theirs) if clip.code != "taken_down"]
    for number in numbers:
        _shorten(number, publisher, search, vectors, now)
    return len(numbers)


@transaction.atomic
def _shorten(number: int, publisher: Publisher, search: SearchIndex, vectors: VectorIndex, now: datetime) -> None:
    clip = Clip.objects.select_related("story").get(pk=number)
    if lost := clips.shorten(clip, publisher=publisher.pk, now=now):
        community.redact(clip, lost.__contains__)
        clips.index([clip], index=search, vectors=vectors)
    Story.objects.filter(pk=clip.story_id).update(version=F("version") + 1)
