"""How many clips came out when, and how many were corrected because of whom."""

from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from newsclip.articles.models import Article
from newsclip.clips.models import Clip, ClipArticle, Correction

_MOST = 500  # corrections that are looked at


def published_by_day(rows: "QuerySet[Clip]", *, since: datetime) -> dict[date, int]:
    """How many of these clips were published on each day (UTC) since then, days without any left out."""
    day = TruncDate("published", tzinfo=UTC)
    counted = rows.filter(published__gte=since).order_by().values_list(day).annotate(number=Count("pk"))
    return dict(counted)


def corrections_by(publisher_id: int, *, since: datetime) -> tuple[int, bool]:
    """How many corrections of clips came of what this publisher changed in its articles, or took back; and whether
    there may be more, as only so many are looked at.
    """
    own = Article.objects.filter(publisher=publisher_id)
    kinds = [Correction.Kind.REVISED, Correction.Kind.TAKEN_BACK]
    # A clip no longer has the articles that were taken down; its correction names the publisher alone.
    of_theirs = Q(clip__in=ClipArticle.objects.filter(article__in=own).values("clip"))
    taken_down = Q(reasons__0__params__who__publisher=publisher_id)
    told = Correction.objects.filter(of_theirs | taken_down, kind__in=kinds, at__gte=since).order_by("-at")
    looked_at = list(told.values_list("reasons", flat=True)[: _MOST + 1])
    named = [_named_in(reasons, "article") for reasons in looked_at[:_MOST]]
    theirs = set(own.filter(pk__in=set().union(*named)).values_list("pk", flat=True))
    number = sum(
        bool(articles & theirs) or publisher_id in _named_in(reasons, "publisher")
        for articles, reasons in zip(named, looked_at, strict=False)
    )
    return number, len(looked_at) > _MOST


def _named_in(reasons: list[dict[str, Any]], what: str) -> set[int]:
    who = (reason.get("params", {}).get("who") for reason in reasons)
    return {one[what] for one in who if isinstance(one, dict) and isinstance(one.get(what), int)}
