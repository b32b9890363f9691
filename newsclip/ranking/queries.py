from collections import Counter
from datetime import datetime, timedelta
from math import isfinite

from django.db.models import Exists, OuterRef, Q, QuerySet

from newsclip.clips.models import Clip, Hashtag
from newsclip.community.models import Vote
from newsclip.ranking.models import Standing

TRENDING_FOR = timedelta(hours=48)
_LARGEST_ID = 2**63 - 1


def to_count() -> QuerySet[Clip]:
    """Clips whose standing is missing or behind: a newer version, or votes since it was counted."""
    standing = Standing.objects.filter(clip=OuterRef("pk"))
    current = standing.filter(clip_version=OuterRef("version"))
    voted = Vote.objects.filter(story=OuterRef("clip__story"), at__gt=OuterRef("counted_at"))
    return Clip.objects.filter(~Exists(current) | Q(Exists(standing.filter(Exists(voted))))).order_by("pk")


def front_page(*, limit: int = 30, before: str = "") -> tuple[list[Clip], str]:
    """Clips in order of heat, and the mark after which the next page starts ("" where this is the last).

    `before` is a mark given earlier; one that is not is taken as the beginning.
    """
    standings = Standing.objects.select_related("clip").order_by("-hot", "-clip")
    after = _read_mark(before)
    if after:
        heat, clip_id = after
        standings = standings.filter(Q(hot__lt=heat) | Q(hot=heat, clip__lt=clip_id))
    found = list(standings[: limit + 1])
    shown = found[:limit]
    mark = f"{shown[-1].hot!r}_{shown[-1].clip_id}" if len(found) > limit else ""
    return [standing.clip for standing in shown], mark


def standing(clip: Clip) -> Standing | None:
    return Standing.objects.filter(clip=clip).first()


def trending_hashtags(*, limit: int, now: datetime) -> list[tuple[str, int]]:
    """Hashtags of the last two days' clips by the number of independent reports behind them: (name, reports)."""
    recent = Hashtag.objects.filter(clip__updated__gte=now - TRENDING_FOR)
    names: dict[str, str] = {}
    weight: Counter[str] = Counter()
    for key, name, reports in recent.order_by("pk").values_list("key", "name", "clip__reports"):
        names.setdefault(key, name)
        weight[key] += reports
    best = sorted(weight.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return [(names[key], reports) for key, reports in best]


def _read_mark(mark: str) -> tuple[float, int] | None:
    heat, _, clip_id = mark.partition("_")
    try:
        hot, number = float(heat), int(clip_id)
    except ValueError:
        return None
    return (hot, number) if isfinite(hot) and number <= _LARGEST_ID else None
