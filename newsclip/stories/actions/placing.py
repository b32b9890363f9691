"""Put read articles into the stories they tell."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db import transaction

from newsclip.articles import queries as articles
from newsclip.articles.models import Article
from newsclip.articles.ports import ReadArticle
from newsclip.leases import kept
from newsclip.stories import queries
from newsclip.stories.actions import turns
from newsclip.stories.actions.counting import changed
from newsclip.stories.actions.revising import revise
from newsclip.stories.actions.settling import bring_together, original_of, relate, reports, story_of, take_apart, when
from newsclip.stories.actions.synchronizing import catch_up, fill, telling
from newsclip.stories.actions.turns import Turn
from newsclip.stories.models import Membership, StoryEvent
from newsclip.stories.ports import Placement, PlaceResult, StoryIndex

HELD = timedelta(days=8)


def place(
    *, index: StoryIndex, now: datetime, limit: int, elapsed: Callable[[], float] = time.monotonic
) -> Iterator[PlaceResult]:
    """Place up to `limit` articles, the first published first, each in a transaction of its own.

    Yields nothing while another process has its turn. Stops when the turn was lost (its process stood still, its lease
    ran out and another took over): what is left is found by the next turn. `elapsed`: seconds, for the lease.
    """
    if not queries.to_place().exists():
        return
    turn = turns.take(now)
    if turn is None:
        return
    try:
        for result in kept(turn.held, _placed(index, turn, now, limit), now=now, elapsed=elapsed):
            if result is not None:
                yield result
    finally:
        turns.give_back(turn)


def _placed(index: StoryIndex, turn: Turn, now: datetime, limit: int) -> Iterator[PlaceResult | None]:
    """What came of each article; None while the index is filled, which may take longer than a lease."""
    waiting = list(queries.to_place().values_list("pk", flat=True)[:limit])
    texts = articles.newest(waiting)
    here = [texts[pk] for pk in waiting if pk in texts]
    if not here:
        return
    since = min([now, *(when(article) for article in here)]) - HELD
    yield from fill(index, since)
    for article in here:
        result = _place(article, index, turn, now)
        if result is None:
            return
        yield result
    index.forget(since)


def _place(article: ReadArticle, index: StoryIndex, turn: Turn, now: datetime) -> PlaceResult | None:
    with transaction.atomic():
        if turns.lock() != turn.number:
            return None
        catch_up(index)
        member = Membership.objects.filter(article=article.id).select_related("story").first()
        if member:
            event, code = revise(member, article, index, now)
        else:
            placement = index.place(telling(article))
            bring_together(placement.merges, now)
            event, code = _join(article, placement, now), "placed"
            take_apart(placement.split, now)
        Article.objects.filter(pk=article.id).update(placed_revision=article.revision)
        newest = StoryEvent.objects.latest("pk").pk
    index.synced = newest
    return PlaceResult(article.id, event.story_id, code)


def _join(article: ReadArticle, placement: Placement, now: datetime) -> StoryEvent:
    story, begun = story_of(article, placement)
    kind = "started" if begun else "joined"
    original = original_of(placement, story)
    report = original.report if original else reports(story) + 1
    Membership.objects.create(
        article_id=article.id,
        story=story,
        revision=article.revision,
        report=report,
        copy_of_id=original.article_id if original else None,
        at=now,
        receipt=dict(placement.receipt),
    )
    relate(story, placement)
    return changed(story, kind, {"articles": [article.id], "report": report}, now)
