"""What is kept longer than the operator wants goes, a bounded number of rows at a time.

What a clip rests on is never touched: the texts of a story that has a clip, published or withdrawn, are always kept.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from newsclip.articles import actions as articles
from newsclip.articles.models import Revision
from newsclip.clips.models import Attempt, Clip
from newsclip.community.models import Notice
from newsclip.options import KeepOptions
from newsclip.pipeline.ports import Outcome
from newsclip.ranking.models import Exploration
from newsclip.sources.models import Look
from newsclip.stories.models import Membership

MOST = 500  # rows of a kind at a time

type Forget = Callable[[str], None]


def tidy(keep: KeepOptions, *, forget: Forget, now: datetime, limit: int = MOST) -> Iterator[Outcome]:
    """One bounded round of it; repeat it until it yields nothing. `forget` deletes a kept picture by its name."""
    rounds: tuple[tuple[str, int, Callable[[datetime], int]], ...] = (
        ("looks", keep.looks, lambda before: _drop(Look.objects.filter(at__lt=before), limit)),
        ("refused pages", keep.refused, lambda before: articles.forget_refused(before, limit)),
        ("texts", keep.texts, lambda before: _texts(before, forget, limit)),
        ("notices", keep.notices, lambda before: _drop(Notice.objects.filter(at__lt=before), limit)),
        ("model attempts", keep.attempts, lambda before: _drop(Attempt.objects.filter(at__lt=before), limit)),
        ("explorations", keep.explorations, lambda before: _drop(Exploration.objects.filter(at__lt=before), limit)),
    )
    for name, days, drop in rounds:
        gone = drop(now - timedelta(days=days)) if days else 0
        if gone:
            yield Outcome("retention", name, "counted", count=gone)


def _drop(rows: "QuerySet[Any]", limit: int) -> int:
    found = rows.order_by("pk").values_list("pk", flat=True)[:limit]
    gone, _ = rows.model.objects.filter(pk__in=list(found)).delete()
    return int(gone)


def _texts(before: datetime, forget: Forget, limit: int) -> int:
    """Of articles that were found before then, whose newest text is older too, and whose story has no clip."""
    told = Membership.objects.filter(article=OuterRef("article"), story__in=Clip.objects.values("story"))
    newer = Revision.objects.filter(article=OuterRef("article"), at__gte=before)
    old = Revision.objects.filter(at__lt=before).exclude(Exists(told)).exclude(Exists(newer)).order_by("pk")
    numbers = set(old.values_list("article", flat=True)[:limit])
    images = Revision.objects.filter(article__in=numbers).exclude(image="").values_list("image", flat=True)
    shown = set(Clip.objects.filter(image__in=set(images)).values_list("image", flat=True))
    gone, pictures = articles.forget_texts(numbers, shown)
    for name in pictures:
        forget(name)
    return gone
