"""How many clips came out when, and how many were corrected because of whom."""

from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate

from newsclip.articles.models import Article
from newsclip.clips.models import Clip, ClipArticle, Correction

_MOST = 500  # corrections that are looked at


def published_by_day(rows: "QuerySet[Clip]", *, since: datetime) -> dict[date, int]:
    """How many of these clips were published on each day (UTC) since then, days without any left out."""
    day = TruncDate("published", tzinfo=UTC)
    counted = rows.filter(published__gte=since).order_by().values_list(day).annotate(number=Count("pk"))
    return dict(counted)


def corrections_by(publisher_id: int, *, since: datetime) -> int:
    """How many corrections of clips came of what this publisher changed in its articles, or took away."""
    own = Article.objects.filter(publisher=publisher_id)
    kinds = [Correction.Kind.REVISED, Correction.Kind.TAKEN_BACK]
    clips = ClipArticle.objects.filter(article__in=own).values("clip")
    told = Correction.objects.filter(clip__in=clips, kind__in=kinds, at__gte=since).order_by("-at")
    named = [_articles_in(reasons) for reasons in told.values_list("reasons", flat=True)[:_MOST]]
    theirs = set(own.filter(pk__in=set().union(*named)).values_list("pk", flat=True))
    return sum(bool(articles & theirs) for articles in named)


def _articles_in(reasons: list[dict[str, Any]]) -> set[int]:
    who = (reason.get("params", {}).get("who") for reason in reasons)
    return {one["article"] for one in who if isinstance(one, dict) and isinstance(one.get("article"), int)}
