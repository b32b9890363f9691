"""Retention: delete what is older than the operator's limits, in bounded batches.

Evidence is never touched: the texts of a story with a clip, published or withdrawn, are always kept.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, Model, OuterRef

from newsclip.articles import actions as articles
from newsclip.articles.models import Revision
from newsclip.clips.models import Attempt, Clip
from newsclip.community.models import Notice, Reading, SourceSuggestion
from newsclip.db.batches import MOST, drop
from newsclip.options import KeepOptions
from newsclip.pipeline.ports import Outcome
from newsclip.ranking.models import Exploration
from newsclip.sources.models import Discovery, Look
from newsclip.stories.models import Membership, StoryActor, StoryProfile

_PROFILES = 240  # days: of a chain's stories, twice as long as two of them may lie apart
_DISCOVERIES = 90  # days: what is found at an address changes, who asks again has it looked for anew

type Forget = Callable[[str], None]


def tidy(keep: KeepOptions, *, forget: Forget, now: datetime, limit: int = MOST) -> Iterator[Outcome]:
    """One bounded round; repeat until it yields nothing. `forget` deletes a stored picture by name, here also
    those whose store was away when they were taken down.
    """
    rounds: tuple[tuple[str, int, Callable[[datetime], int]], ...] = (
        ("looks", keep.polls, lambda before: _older(Look, before, limit)),
        ("refused pages", keep.refused, lambda before: articles.forget_refused(before, limit)),
        ("texts", keep.texts, lambda before: _texts(before, limit)),
        ("notices", keep.notices, lambda before: _older(Notice, before, limit)),
        ("model attempts", keep.attempts, lambda before: _older(Attempt, before, limit)),
        ("explorations", keep.explorations, lambda before: _older(Exploration, before, limit)),
        ("readings", keep.readings, lambda before: _older(Reading, before, limit)),
        ("profiles", _PROFILES, lambda before: _older(StoryProfile, before, limit)),
        ("names in profiles", _PROFILES, lambda before: _older(StoryActor, before, limit)),
        ("discoveries", _DISCOVERIES, lambda before: _discoveries(before, limit)),
    )
    for name, days, go in rounds:
        gone = go(now - timedelta(days=days)) if days else 0
        if gone:
            yield Outcome("retention", name, "counted", count=gone)
    if gone := articles.delete_dropped_pictures(forget, limit):
        yield Outcome("retention", "pictures", "counted", count=gone)


def _older(model: type[Model], before: datetime, limit: int) -> int:
    return drop(model._default_manager.filter(at__lt=before).order_by("at"), limit=limit)


def _discoveries(before: datetime, limit: int) -> int:
    """Answers that nobody needs any more: a suggestion that is not decided yet rests on its own."""
    waiting = SourceSuggestion.objects.filter(discovery=OuterRef("pk"), state=SourceSuggestion.State.WAITING)
    old = Discovery.objects.filter(at__lt=before, done_at__isnull=False).exclude(Exists(waiting))
    return drop(old.order_by("at"), limit=limit)


def _texts(before: datetime, limit: int) -> int:
    """Texts of articles found before then, whose newest revision is older too, and whose story has no clip."""
    told = Membership.objects.filter(article=OuterRef("article"), story__in=Clip.objects.values("story"))
    newer = Revision.objects.filter(article=OuterRef("article"), at__gte=before)
    old = Revision.objects.filter(at__lt=before).exclude(Exists(told)).exclude(Exists(newer)).order_by("pk")
    numbers = set(old.values_list("article", flat=True)[:limit])
    images = Revision.objects.filter(article__in=numbers).exclude(image="").values_list("image", flat=True)
    shown = set(Clip.objects.filter(image__in=set(images)).values_list("image", flat=True))
    return articles.forget_texts(numbers, shown)
