"""Place read articles into stories."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db import transaction

from newsclip.articles import actions as articles_actions
from newsclip.articles import queries as articles
from newsclip.articles.models import Article
from newsclip.articles.ports import ReadArticle
from newsclip.db.leases import kept, trying
from newsclip.kernel.reasons import Refused
from newsclip.stories import queries
from newsclip.stories.actions import grouping_lease
from newsclip.stories.actions.agency_reports import unite
from newsclip.stories.actions.apply_placement import apply_merges, move_and_split, original_of, relate, story_of, when
from newsclip.stories.actions.grouping_lease import Turn
from newsclip.stories.actions.revisions import revise
from newsclip.stories.actions.story_totals import changed, grown, reports
from newsclip.stories.actions.sync_index import catch_up, fill, incoming
from newsclip.stories.models import Membership, StoryEvent
from newsclip.stories.ports import GroupingTrial, IncomingArticle, Placement, PlaceResult, StoryIndex
from newsclip.stories.rules.languages import language

HELD = timedelta(days=8)  # a day more than the window, online_clustering.WINDOW_DAYS
# Characters. The rules' time grows with the text (tests/pathological), so shorter texts are tried only after they ended
# a worker: trying each would cost 8 % of intake's CPU; the budget for limits is 5 % (`make bench-limits`).
_SHORT = 6_000


def no_trial(_: IncomingArticle, /) -> None:
    """A GroupingTrial without limits."""


def place(
    *,
    index: StoryIndex,
    now: datetime,
    limit: int,
    trial: GroupingTrial = no_trial,
    elapsed: Callable[[], float] = time.monotonic,
) -> Iterator[PlaceResult]:
    """Place up to `limit` articles, oldest first, each in its own transaction.

    Yields nothing while another process has the lease. Stops when the lease is lost (the process stalled and another
    one took over); the next turn finds the rest. `elapsed`: seconds, for the lease. An article that exceeds limits in
    the `trial`, or kills the worker, is tried twice and then set aside. The trial runs for long texts and for articles
    whose placement was interrupted before.
    """
    if not queries.to_place().exists():
        return
    turn = grouping_lease.take(now)
    if turn is None:
        return
    try:
        for result in kept(turn.held, _placed(index, trial, turn, now, limit), now=now, elapsed=elapsed):
            if result is not None:
                yield result
    finally:
        grouping_lease.give_back(turn)


def _placed(
    index: StoryIndex, trial: GroupingTrial, turn: Turn, now: datetime, limit: int
) -> Iterator[PlaceResult | None]:
    """The result of each article; None while the index loads, which may take longer than a lease."""
    waiting = list(queries.to_place().values_list("pk", flat=True)[:limit])
    texts = articles.newest(waiting)
    here = [texts[pk] for pk in waiting if pk in texts]
    if not here:
        return
    since = min([now, *(when(article) for article in here)]) - HELD
    yield from fill(index, since)
    for article in here:
        result = _tried(article, index, trial, turn, now)
        if result is None:
            return
        yield result
    index.forget(since)


def _tried(
    article: ReadArticle, index: StoryIndex, trial: GroupingTrial, turn: Turn, now: datetime
) -> PlaceResult | None:
    row = Article.objects.get(pk=article.id)
    if row.is_spent:
        return _set_aside(row, Refused("worker_killed"), now)
    wants_trial = row.tries or len(article.text) > _SHORT
    with trying(row):
        try:
            if wants_trial:
                trial(incoming(article))
        except Refused as refused:
            return _set_aside(row, refused, now) if row.is_spent else PlaceResult(row.pk, 0, refused.code)
        try:
            placed = _place(article, index, turn, now)
        except Exception:
            _take_back(row)
            raise
        if placed is None:
            _take_back(row)
        return placed


def _take_back(row: Article) -> None:
    """A try that ended without a crash, by an error or a lost lease, does not count."""
    Article.objects.filter(pk=row.pk).update(tries=row.tries - 1)


def _set_aside(row: Article, refused: Refused, now: datetime) -> PlaceResult:
    articles_actions.set_aside(row, refused.code, refused.detail, now=now)
    return PlaceResult(row.pk, 0, refused.code)


def _place(article: ReadArticle, index: StoryIndex, turn: Turn, now: datetime) -> PlaceResult | None:
    with transaction.atomic():
        if grouping_lease.lock() != turn.number:
            return None
        catch_up(index)
        member = Membership.objects.filter(article=article.id).select_related("story").first()
        if member:
            event, code = revise(member, article, index, now)
        else:
            placement = index.place(incoming(article))
            apply_merges(placement.merges, now)
            event, code = _join(article, placement, now), "placed"
            move_and_split(placement, now)
        Article.objects.filter(pk=article.id).update(placed_revision=article.revision, tries=0)
        newest = StoryEvent.objects.latest("pk").pk
    index.synced = newest
    return PlaceResult(article.id, event.story_id, code)


def _join(article: ReadArticle, placement: Placement, now: datetime) -> StoryEvent:
    story, begun = story_of(article, placement)
    original = original_of(placement, story)
    report = original.report if original else reports(story) + 1
    member = Membership(
        article_id=article.id,
        story=story,
        revision=article.revision,
        report=report,
        copy_of_id=original.article_id if original else None,
        at=now,
        language=language(incoming(article)),
        receipt=dict(placement.receipt),
    )
    if not begun:
        unite(member)
    member.save()
    relate(story, placement)
    if begun:
        return changed(story, "started", {"articles": [article.id], "report": member.report}, now)
    return grown(story, member, when(article), now)
