from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip, Hashtag
from newsclip.community import actions as community_actions
from newsclip.community import queries as community
from newsclip.db.batches import drop, in_batches
from newsclip.ranking.models import (
    Exploration,
    LearningOff,
    Slate,
    Standing,
    StoryTrend,
    TagReview,
    TagStanding,
    Trend,
    Weights,
)
from newsclip.ranking.rules import heat, learning
from newsclip.ranking.rules.heat import MOST, Signal
from newsclip.ranking.rules.learning import BEGINNING, Learned
from newsclip.stories import queries as stories

# A slate is learnt from once its reader has had time to open what it showed.
LEARN_AFTER = timedelta(minutes=30)
# Read this many times the maximum that counts: most accounts weigh half or less.
_READ = 2


def count(clip: Clip, *, now: datetime) -> Standing:
    """Recompute the scores of the clip's story with their receipt. Idempotent.

    Unchanged columns are not written: SQLite rewrites every index of a column named in the UPDATE, changed or not.
    """
    with transaction.atomic():
        community_actions.counted(clip.story_id)
        signals = _signals(clip)
        in_all = heat.receipt(signals, now, None)
        known = {
            "category": clip.category,
            "published": clip.published,
            "shown": not clip.hidden,
            "clip_version": clip.version,
        }
        scores = {
            "hot": heat.heat(signals),
            "rising": heat.heat(signals, heat.RISING),
            "total": sum(in_all.values()),
            "receipt": heat.receipt(signals, now),
            "rising_receipt": heat.receipt(signals, now, heat.RISING),
            "total_receipt": in_all,
            "counted_at": now,
        }
        standing = Standing(clip=clip, **known, **scores)
        if not Standing.objects.filter(clip=clip, **known).update(**scores):
            Standing.objects.bulk_create(
                [standing], update_conflicts=True, unique_fields=["clip"], update_fields=[*known, *scores]
            )
        _keep_tags(clip, standing.hot if standing.shown else heat.LONG_AGO)
        if clip.ranked_version != clip.version:
            Clip.objects.filter(pk=clip.pk).update(ranked_version=clip.version)
    return standing


def _keep_tags(clip: Clip, hot: float) -> None:
    keys = clip.tags.values_list("key", flat=True)
    rows, wanted = TagStanding.objects.filter(clip=clip), dict.fromkeys(keys, clip.published)
    if dict(rows.values_list("key", "published")) == wanted:
        rows.update(hot=hot)
        return
    rows.exclude(key__in=wanted).delete()
    TagStanding.objects.bulk_create(
        [TagStanding(clip=clip, key=key, hot=hot, published=clip.published) for key in sorted(wanted)],
        update_conflicts=True,
        unique_fields=["clip", "key"],
        update_fields=["hot", "published"],
    )


def _signals(clip: Clip) -> list[Signal]:
    return [
        *_reports(clip.story_id),
        *[Signal("vote", at, amount) for at, amount in community.weighed_votes_on(clip.story_id)],
        *[Signal("comment", at, amount) for at, amount in community.participants(clip.story_id)],
        *[Signal("read", at, amount) for at, amount in community.readings(clip.pk, limit=_READ * MOST["read"])],
    ]


def _reports(story_id: int) -> list[Signal]:
    """A report that only readers' links brought has the weight of its submitters."""
    told = stories.reports_of(story_id)
    by_links = [number for number, one in enumerate(told) if one.links]
    brought = community.brought(story_id, [told[number].links for number in by_links]) if by_links else []
    amounts = dict(zip(by_links, brought, strict=True))
    return [
        Signal("told" if number == 0 else "report", one.at, amounts.get(number, 1.0)) for number, one in enumerate(told)
    ]


def remember_slate(reader: Reader, shown: list[dict[str, Any]], *, now: datetime) -> None:
    """Store what a reader's own page showed until it is learnt from; not for suspended readers."""
    if not community.is_suspended(reader, now=now) and not LearningOff.objects.filter(reader=reader).exists():
        Slate.objects.create(reader=reader, shown=shown, at=now)


def remember_randomized(reader: Reader, lots: list[dict[str, Any]], *, now: datetime) -> None:
    """Store the randomized places that an API client was shown: whether they were opened is known later.

    `lots`: all that was shown, see queries.as_randomized. Nothing is stored if no place was randomized.
    """
    if any(one["chance"] < 1 for one in lots):
        remember_slate(reader, lots, now=now)


def switch_learning(reader: Reader, *, on: bool, now: datetime) -> None:
    """Whether a reader's own page uses their reading history, and may be learnt from."""
    if on:
        LearningOff.objects.filter(reader=reader).delete()
    else:
        LearningOff.objects.get_or_create(reader=reader, defaults={"at": now})
        forget(reader)


def learn(*, now: datetime, limit: int = 50) -> Iterator[Weights]:
    """Learn from the slates that are due, then delete them except for their randomized places. Each
    slate counts once.
    """
    for slate in Slate.objects.filter(at__lt=now - LEARN_AFTER).order_by("at", "pk")[:limit]:
        opened = community.opened_since(slate.reader, slate.at)
        with transaction.atomic():
            if not Slate.objects.filter(pk=slate.pk).delete()[0]:
                continue
            _keep_explorations(slate, opened)
            taught = [one for one in slate.shown if "factors" in one]
            before = in_force()
            after = learning.learn(
                before, [one["factors"] for one in taught], [one["clip"] in opened for one in taught]
            )
            if after is not before:
                yield _keep(after, now)


def _keep_explorations(slate: Slate, opened: Collection[int]) -> None:
    """Store the propensity of randomized places beyond the slate's life: evaluating exploration needs it later."""
    lots = [(place, one) for place, one in enumerate(slate.shown, start=1) if one["chance"] < 1]
    there = set(Clip.objects.filter(pk__in=[one["clip"] for _, one in lots]).values_list("pk", flat=True))
    Exploration.objects.bulk_create(
        Exploration(
            reader_id=slate.reader_id,
            clip_id=one["clip"],
            at=slate.at,
            place=place,
            chance=one["chance"],
            opened=one["clip"] in opened,
        )
        for place, one in lots
        if one["clip"] in there
    )


def in_force() -> Learned:
    newest = Weights.objects.order_by("-at", "-pk").first()
    return Learned(newest.weights, newest.squares, newest.slates) if newest else BEGINNING


def _keep(known: Learned, now: datetime) -> Weights:
    """One row per day: people read the history of weights."""
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    row, _ = Weights.objects.update_or_create(
        at=day,
        defaults={
            "weights": _rounded(known.weights),
            "squares": _rounded(known.squares),
            "slates": known.slates,
            "reason": f"learnt from {known.slates} pages that readers chose from",
        },
    )
    return row


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 9) for name, value in values.items()}


def keep_trends(trends: Sequence[Trend], *, now: datetime) -> None:
    """Replace the trending hashtags. A row without a name stores when they were computed."""
    counted = Trend(key="", name="", score=0, voices=0, usual=0, at=now)
    with transaction.atomic():
        Trend.objects.exclude(key__in=[one.key for one in trends]).delete()
        Trend.objects.bulk_create(
            [*trends, counted],
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["name", "score", "voices", "accounts", "usual", "at"],
        )


def keep_story_trends(trends: Sequence[StoryTrend]) -> None:
    """Replace the trending stories."""
    with transaction.atomic():
        StoryTrend.objects.exclude(story__in=[one.story_id for one in trends]).delete()
        StoryTrend.objects.bulk_create(
            trends,
            update_conflicts=True,
            unique_fields=["story"],
            update_fields=["score", "sources", "accounts", "usual", "at"],
        )


@transaction.atomic
def forget_hashtags(names: Iterable[str]) -> None:
    """Delete trends, ranks and reviews of those of these hashtags that no clip has any more."""
    keys = {name.removeprefix("#").lower() for name in names}
    gone = keys - set(Hashtag.objects.filter(key__in=keys).values_list("key", flat=True))
    for model in (Trend, TagReview, TagStanding):
        model._default_manager.filter(key__in=gone).delete()


def only_reviewed(trends: Sequence[Trend], *, now: datetime) -> list[Trend]:
    """The trends whose hashtag a person approved; the others are queued for review."""
    waiting = [TagReview(key=one.key, at=now) for one in trends]
    TagReview.objects.bulk_create(waiting, ignore_conflicts=True)
    allowed = set(
        TagReview.objects.filter(key__in=[one.key for one in trends], allowed=True).values_list("key", flat=True)
    )
    return [one for one in trends if one.key in allowed]


def forget(reader: Reader) -> None:
    """Reset a reader: delete what their own page showed, in small transactions."""
    for model in (Slate, Exploration):
        in_batches(partial(drop, model._default_manager.filter(reader=reader)))


def review(key: str, *, allowed: bool, now: datetime) -> None:
    """Whether a hashtag may be shown as a trend."""
    TagReview.objects.update_or_create(key=key.lower(), defaults={"allowed": allowed, "at": now})
