"""Statistics for the staff page's charts and for Prometheus."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncDate

from newsclip.articles import queries as articles
from newsclip.articles.models import Article
from newsclip.clips import queries as clips
from newsclip.clips.models import Attempt, ClipVersion
from newsclip.community import queries as community
from newsclip.sources import queries as sources
from newsclip.sources.models import Look
from newsclip.stories.models import Membership

DAYS = 14
LATEST = 500  # clips that delays are measured on
BUCKETS = (5, 15, 30, 60, 180, 720)  # minutes


def backlog(now: datetime) -> dict[str, int]:
    """What each step would find to do now."""
    return {
        "sources": sources.due(now).count(),
        "articles": articles.to_read(now).count(),
        "pictures": articles.pictures_to_keep(now).count(),
        "clips": clips.count_to_write(now),
        "search": clips.to_index().count(),
        "votes": community.to_weigh().count(),
    }


def days(now: datetime) -> list[date]:
    """The last DAYS days in UTC, today last."""
    return [now.date() - timedelta(days=back) for back in reversed(range(DAYS))]


def looks_by_day(now: datetime) -> dict[date, tuple[int, int]]:
    """Polls that went well and polls that failed, by day."""
    since = datetime.combine(days(now)[0], datetime.min.time(), now.tzinfo)
    rows = Look.objects.filter(at__gte=since).annotate(day=TruncDate("at")).values("day")
    counted = rows.annotate(all=Count("pk"), well=Count("pk", filter=Q(code__in=sources.WENT_WELL))).order_by()
    found = {row["day"]: (row["well"], row["all"] - row["well"]) for row in counted}
    return {day: found.get(day, (0, 0)) for day in days(now)}


def delays(latest: int = LATEST) -> list[float]:
    """Seconds from publication to clip of the latest clips, in ascending order."""
    first = ClipVersion.objects.filter(version=1).order_by("-pk").values_list("at", "clip__published")[:latest]
    return sorted(max(0.0, (at - published).total_seconds()) for at, published in first if published)


def fresh_delays(now: datetime, latest: int) -> list[float]:
    """As `delays`, of the last day's clips whose earliest article came out while its source was followed: what a feed
    listed before says nothing about how fast this site is.
    """
    since = now - timedelta(days=1)
    versions = ClipVersion.objects.filter(version=1, at__gte=since).order_by("-pk").select_related("clip")[:latest]
    first = {version.clip.story_id: version.at for version in versions}
    rows = Membership.objects.filter(story__in=list(first)).order_by("-article__published")
    times = rows.values_list("story", "article__published", "article__source__added_at")
    earliest = {story: (published, added) for story, published, added in times if published}
    fresh = [first[story] - published for story, (published, added) in earliest.items() if published >= added]
    return sorted(max(0.0, delay.total_seconds()) for delay in fresh)


def median(values: Sequence[float]) -> float:
    return values[len(values) // 2] if values else 0.0


def by_bucket(seconds: Sequence[float]) -> list[tuple[int | None, int]]:
    """How many took at most this many minutes and more than the bucket before; None: longer than all."""
    counted: Counter[int | None] = Counter(next((b for b in BUCKETS if one <= 60 * b), None) for one in seconds)
    return [(bucket, counted[bucket]) for bucket in (*BUCKETS, None)]


def refusals() -> list[tuple[str, int]]:
    """Why pages were refused, the most frequent reason first."""
    rows = Article.objects.filter(state=Article.State.REFUSED).values_list("code")
    return list(rows.annotate(number=Count("pk")).order_by("-number", "code"))


def refused_today(now: datetime) -> int:
    """How many pages were refused since midnight, UTC."""
    midnight = datetime.combine(now.date(), datetime.min.time(), now.tzinfo)
    return Article.objects.filter(state=Article.State.REFUSED, looked_at__gte=midnight).count()


def cost_by_day(now: datetime) -> dict[date, Decimal]:
    """The language model's cost by day, in the currency of its prices."""
    since = datetime.combine(days(now)[0], datetime.min.time(), now.tzinfo)
    rows = Attempt.objects.filter(at__gte=since).annotate(day=TruncDate("at")).values("day")
    found = {row["day"]: row["cost"] for row in rows.annotate(cost=Sum("cost")).order_by()}
    return {day: found.get(day, Decimal(0)) for day in days(now)}
