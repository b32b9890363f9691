"""Put read articles into the stories they tell."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from newsclip.articles import queries as articles
from newsclip.articles.ports import ReadArticle
from newsclip.stories import queries
from newsclip.stories.actions import turns
from newsclip.stories.actions.by_hand import merge
from newsclip.stories.actions.counting import changed
from newsclip.stories.actions.synchronizing import catch_up, fill, telling
from newsclip.stories.models import Membership, Story, StoryEvent
from newsclip.stories.ports import Merge, Placement, PlaceResult, StoryIndex
from newsclip.stories.rules.languages import language

HELD = timedelta(days=5)


def place(*, index: StoryIndex, now: datetime, limit: int) -> Iterator[PlaceResult]:
    """Place up to `limit` articles, the first published first, each in a transaction of its own.

    Yields nothing while another process has its turn. Stops when the turn was lost (its lease ran out and another
    process took over): what is left is found by the next turn.
    """
    turn = turns.take(now)
    if turn is None:
        return
    try:
        waiting = list(queries.to_place().values_list("pk", flat=True)[:limit])
        texts = articles.newest(waiting)
        here = [texts[pk] for pk in waiting if pk in texts]
        if not here:
            return
        since = min([now, *(_when(article) for article in here)]) - HELD
        fill(index, since)
        for article in here:
            result = _place(article, index, turn, now)
            if result is None:
                return
            yield result
        index.forget(since)
    finally:
        turns.give_back(turn)


def _place(article: ReadArticle, index: StoryIndex, turn: int, now: datetime) -> PlaceResult | None:
    with transaction.atomic():
        if turns.lock() != turn:
            return None
        catch_up(index)
        member = Membership.objects.filter(article=article.id).select_related("story").first()
        if member:
            event, code = _revise(member, article, now), "revised"
        else:
            placement = index.place(telling(article))
            for found in placement.merges:
                _merge(found, now)
            event, code = _join(article, placement, now), "placed"
    index.synced = event.pk
    return PlaceResult(article.id, event.story_id, code)


def _revise(member: Membership, article: ReadArticle, now: datetime) -> StoryEvent:
    member.revision = article.revision
    member.save(update_fields=["revision"])
    return changed(member.story, "revised", {"articles": [article.id], "revision": article.revision}, now)


def _merge(found: Merge, now: datetime) -> None:
    """Two stories turned out to be one; where people have merged them already, nothing is left to do."""
    gone, into = (queries.story(Story.objects.get(key=key).pk) for key in (found.gone, found.into))
    if gone != into:
        merge(gone, into, now=now, receipt=found.receipt)


def _join(article: ReadArticle, placement: Placement, now: datetime) -> StoryEvent:
    story = Story.objects.filter(key=placement.story).first()
    kind = "joined" if story else "started"
    if story is None:
        story = _start(article, placement.story)
    story = queries.story(story.pk)
    original = _original(placement, story)
    report = original.report if original else _reports(story) + 1
    Membership.objects.create(
        article_id=article.id,
        story=story,
        revision=article.revision,
        report=report,
        copy_of_id=original.article_id if original else None,
        at=now,
        receipt=dict(placement.receipt),
    )
    return changed(story, kind, {"articles": [article.id], "report": report}, now)


def _start(article: ReadArticle, key: str) -> Story:
    when = _when(article)
    return Story.objects.create(key=key, started_at=when, last_at=when, language=language(telling(article)))


def _original(placement: Placement, story: Story) -> Membership | None:
    """The member whose report this article repeats. One that staff moved elsewhere does not count."""
    if placement.report == placement.id:
        return None
    return Membership.objects.filter(article=int(placement.report), story=story).first()


def _reports(story: Story) -> int:
    return Membership.objects.filter(story=story).aggregate(most=Max("report"))["most"] or 0


def _when(article: ReadArticle) -> datetime:
    return article.published or article.found_at
