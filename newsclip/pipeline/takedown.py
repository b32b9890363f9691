"""What a publisher asked not to be shown goes, through all stages: article, story, clip, search, pictures."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from newsclip.articles import actions as articles
from newsclip.articles.models import Article
from newsclip.clips import actions as clips
from newsclip.clips.models import Clip
from newsclip.clips.ports import SearchIndex, VectorIndex
from newsclip.kernel.addresses import normalize
from newsclip.kernel.reasons import Refused
from newsclip.sources.models import Publisher
from newsclip.stories import actions as stories
from newsclip.stories.models import Story


@dataclass(frozen=True, slots=True)
class TakenDown:
    """How many articles, and the clips that they were in: some told from what is left, the others withdrawn."""

    articles: int
    rewritten: int
    withdrawn: int


type Forget = Callable[[str], None]


def take_down(
    what: str, *, reason: str, search: SearchIndex, vectors: VectorIndex, forget: Forget, now: datetime
) -> TakenDown:
    """Take down an article by its address, or all of a publisher by its domain; repeat it freely.

    At once: nobody waits for a worker. `forget` deletes a kept picture by its name, after all else is done, so that a
    crash in between leaves a file that nothing names. Raises Refused("unknown", "not_a_url").
    """
    with transaction.atomic():
        numbers, publishers = _meant(what)
        told = Clip.objects.filter(story__memberships__article__in=numbers).distinct()
        left = [clips.erase(clip, numbers, publishers=publishers, now=now) for clip in told]
        pictures = articles.take_down(numbers, reason=reason, now=now)
        without = stories.leave(numbers, why=reason, now=now)
        clips.nothing_to_write(story.pk for story in without)
        told_again = Clip.objects.filter(pk__in=[clip.pk for clip in left]).select_related("story")
        clips.index(told_again, index=search, vectors=vectors)
    for name in pictures:
        forget(name)
    withdrawn = sum(clip.state == Clip.State.WITHDRAWN for clip in left)
    return TakenDown(len(numbers), len(left) - withdrawn, withdrawn)


def _meant(what: str) -> tuple[Collection[int], str]:
    """The articles, and the name of their publisher."""
    publisher = Publisher.objects.filter(domain=what.strip().lower()).first()
    if publisher:
        return articles.take_down_publisher(publisher), publisher.name
    found = Article.objects.filter(url=normalize(what.strip())).select_related("publisher").first()
    if found is None:
        raise Refused("unknown", what)
    return [found.pk], found.publisher.name


@transaction.atomic
def limit_excerpts(domain: str, words: int | None) -> int:
    """Show at most so many words of each of this publisher's articles; how many stories are written anew for it.

    What is beyond the limit is shown no more from now on, also before the worker comes to write. Raises
    Refused("unknown").
    """
    publisher = Publisher.objects.filter(domain=domain.strip().lower()).first()
    if publisher is None:
        raise Refused("unknown", domain)
    Publisher.objects.filter(pk=publisher.pk).update(excerpt_words=words)
    told = Clip.objects.filter(story__memberships__article__publisher=publisher, state=Clip.State.PUBLISHED)
    return Story.objects.filter(pk__in=told.values("story")).update(version=F("version") + 1)
