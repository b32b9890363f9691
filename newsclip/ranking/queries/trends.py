from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models.functions import TruncDate

from newsclip.clips.models import Hashtag
from newsclip.community import queries as community
from newsclip.ranking.models import TagReview, Trend
from newsclip.ranking.rules.trends import DAYS, LEAST_VOICES, Talk, trend
from newsclip.stories.models import Membership

COUNT_EVERY = timedelta(minutes=5)
_TRENDS_FROM = 300


LOUDEST = 100


def trending(*, limit: int) -> list[Trend]:
    """What trends, best first, as last counted; what a moderator holds is left out at once."""
    found = Trend.objects.filter(score__gt=0).exclude(key__in=community.holds().values("key"))
    return list(found.order_by("-score", "key")[:limit])


def to_review() -> list[TagReview]:
    """Hashtags that would trend, and that nobody looked at yet."""
    return list(TagReview.objects.filter(allowed=None).order_by("at", "key"))


def are_due(now: datetime) -> bool:
    newest = Trend.objects.order_by("-at").values_list("at", flat=True).first()
    return newest is None or now - newest >= COUNT_EVERY


def find_trends(*, now: datetime) -> list[Trend]:
    """Hashtags that more publishers tell of than usual, best first, not stored yet; none that a person refused."""
    today = _voices(now - timedelta(days=1), now)
    loud = sorted((key for key in today if len(today[key]) >= LEAST_VOICES), key=lambda key: (-len(today[key]), key))
    refused = set(TagReview.objects.filter(allowed=False).values_list("key", flat=True)) | community.held_hashtags()
    keys = [key for key in loud if key not in refused][:_TRENDS_FROM]
    before = _days_before(keys, now)
    found = [(key, trend(Talk(today[key], before[key]))) for key in keys]
    best = sorted((pair for pair in found if pair[1].score > 0), key=lambda pair: (-pair[1].score, pair[0]))[:LOUDEST]
    names = dict(Hashtag.objects.filter(key__in=[key for key, _ in best]).order_by("-pk").values_list("key", "name"))
    return [
        Trend(key=key, name=names.get(key, key), score=one.score, voices=one.now, usual=one.usual, at=now)
        for key, one in best
    ]


def _voices(since: datetime, until: datetime) -> dict[str, dict[str, int]]:
    """Hashtag → publisher → how many of its articles of that time are in clips with it."""
    told = Membership.objects.filter(article__found_at__gte=since, article__found_at__lt=until)
    rows = told.values_list("story_id", "article__publisher__domain")
    by_story: dict[int, list[str]] = defaultdict(list)
    for story, domain in rows:
        by_story[story].append(domain)
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    tags = Hashtag.objects.filter(clip__hidden=False, clip__story_id__in=list(by_story)).values_list(
        "key", "clip__story_id"
    )
    for key, story in tags:
        for domain in by_story[story]:
            found[key][domain] += 1
    return found


def _days_before(keys: Sequence[str], now: datetime) -> dict[str, list[int]]:
    """Distinct publishers a day before the last one, newest first, over the days that this site has been there."""
    end = now - timedelta(days=1)
    told = Membership.objects.filter(article__found_at__gte=end - timedelta(days=DAYS), article__found_at__lt=end)
    tags = Hashtag.objects.filter(key__in=keys).values_list("clip__story_id", "key")
    of_story: dict[int, list[str]] = defaultdict(list)
    for story, key in tags:
        of_story[story].append(key)
    rows = told.filter(story_id__in=list(of_story)).annotate(day=TruncDate("article__found_at"))
    voices: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for story, domain, day in rows.values_list("story_id", "article__publisher__domain", "day"):
        for key in of_story[story]:
            voices[key][(end.date() - day).days].add(domain)
    first = told.order_by("article__found_at").values_list("article__found_at", flat=True).first()
    days = min(DAYS, (end - first).days + 1) if first else 0
    return {key: [len(voices[key][age]) for age in range(days)] for key in keys}
