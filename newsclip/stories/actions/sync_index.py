"""Bring a story index up to date with the tables."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import batched

from django.db.models import Max, Q

from newsclip.articles import queries as articles
from newsclip.articles.ports import ReadArticle
from newsclip.stories.actions import grouping_lease
from newsclip.stories.models import KEPT_APART, Membership, StoryEvent
from newsclip.stories.ports import IncomingArticle, StoryIndex
from newsclip.stories.rules.agency_reports import is_retold

_BATCH = 250
_DECIDED = ("split", "merged", KEPT_APART)
_MOST = 100_000  # articles, about 200 MB: one wrong clock must not load a whole archive


def incoming(article: ReadArticle) -> IncomingArticle:
    return IncomingArticle(
        id=str(article.id),
        title=article.title,
        text=article.text,
        published=article.published,
        language=article.language,
        publisher=article.publisher,
        found=article.found_at,
        owner=article.owner,
    )


def fill(index: StoryIndex, since: datetime) -> Iterator[None]:
    """Load the articles published (or found) since then into a new index, in the order of their placement.

    Yields regularly, so that the lease can be renewed: a full window takes minutes.
    """
    if index.synced:
        return
    newest = StoryEvent.objects.aggregate(newest=Max("pk"))["newest"] or 0
    recent = Q(article__published__gte=since) | Q(article__published=None, article__found_at__gte=since)
    last = Membership.objects.filter(recent).order_by("-pk").values_list("article_id", flat=True)[:_MOST]
    for ids in batched(reversed(last), _BATCH):
        remember(index, ids)
        yield
    lately = Q(at__gte=since) | Q(kind=KEPT_APART, story__last_at__gte=since)
    for event in StoryEvent.objects.filter(lately, kind__in=_DECIDED).select_related("story"):
        _settle(index, event)
    index.synced = newest


def catch_up(index: StoryIndex) -> None:
    """Apply what other processes and people did since: placements, merges and splits."""
    new = StoryEvent.objects.filter(pk__gt=index.synced).select_related("story").order_by("pk")
    for event in new:
        if event.kind == "taken_down":
            for article_id in event.detail["articles"]:
                index.drop(str(article_id))
        remember(index, event.detail.get("articles", []))
        remember(index, event.detail.get("heirs", []))
        _settle(index, event)
        index.synced = event.pk


def unlearn(index: StoryIndex, article_ids: Iterable[int]) -> None:
    """Remove all words of these articles' revisions from the index. Call before the revisions are erased."""
    grouping_lease.lock()
    for row in articles.every_revision(article_ids):
        index.unlearn(incoming(row))


def _settle(index: StoryIndex, event: StoryEvent) -> None:
    """The index must not merge again what people split or kept apart, nor split what they merged."""
    if event.kind in _DECIDED and "receipt" not in event.detail and event.story.key:
        index.settle(event.story.key)


def remember(index: StoryIndex, article_ids: Iterable[int]) -> None:
    """Tell the index where these articles are by the tables, and which of them started their reports."""
    for ids in batched(article_ids, _BATCH):
        texts = articles.newest(ids)
        for member, key in _with_report_keys(ids):
            if member.article_id in texts and member.story.key:
                index.remember(incoming(texts[member.article_id]), story=member.story.key, report=key)


def _with_report_keys(article_ids: Iterable[int]) -> Iterator[tuple[Membership, str]]:
    """Memberships with the article that started their report, in the order of their placement.

    What tells a report anew has words of its own, which the index holds as those of a report.
    """
    members = list(Membership.objects.filter(article__in=article_ids).select_related("story").order_by("pk"))
    first: dict[tuple[int, int], int] = {}
    shared = Membership.objects.filter(story__in={member.story_id for member in members}).order_by("pk")
    rows = shared.values_list("story_id", "report", "article_id", "copy_of")
    for story_id, report, article_id, _ in sorted(rows, key=lambda row: row[-1] is not None):  # originals first
        first.setdefault((story_id, report), article_id)
    for member in members:
        began = member.article_id if is_retold(member.receipt) else first[member.story_id, member.report]
        yield member, str(began)
