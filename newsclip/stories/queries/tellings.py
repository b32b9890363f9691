"""Who told a story first, and how often a publisher did. Read only."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from newsclip.articles import queries as articles
from newsclip.language.agency_credits import EDGE
from newsclip.stories.models import Membership
from newsclip.stories.ports import Beginning, PublisherTellings
from newsclip.stories.rules.first_telling import Telling, beginning


def beginning_of(rows: Sequence[Membership]) -> Beginning:
    """Who told first among these articles, which one story holds; their publishers are loaded with them."""
    ends = articles.ends([row.article_id for row in rows], EDGE)
    return beginning([_telling(row, *ends.get(row.article_id, ([], "", ""))) for row in rows])


def _telling(row: Membership, authors: Sequence[str], head: str, tail: str) -> Telling:
    article = row.article
    publisher = article.publisher.name or article.publisher.domain
    return Telling(
        row.article_id, row.report, publisher, article.published, article.found_at, tuple(authors), head, tail
    )


def tellings_of(publisher_id: int, since: datetime) -> PublisherTellings:
    """What this publisher told in stories since then, beside others."""
    recent = Membership.objects.filter(at__gte=since)
    mine = recent.filter(article__publisher=publisher_id)
    told_at = Coalesce("article__published", "article__found_at")
    others = Membership.objects.filter(story=OuterRef("story")).exclude(article__publisher=publisher_id)
    before = others.annotate(told_at=told_at).filter(told_at__lte=OuterRef("told_at"))
    first = Q(foremost=True, story__reports__gt=1, copy_of=None)
    told = mine.annotate(told_at=told_at, foremost=~Exists(before)).aggregate(
        stories=Count("story", distinct=True), first=Count("story", distinct=True, filter=first)
    )
    # Two questions: one with "or" would read all memberships, each is answered by the publisher's articles.
    copies = mine.filter(copy_of__isnull=False).exclude(copy_of__publisher=publisher_id)
    copied = recent.filter(copy_of__publisher=publisher_id).exclude(article__publisher=publisher_id)
    return PublisherTellings(**told, copies=copies.count(), copied=copied.count())
