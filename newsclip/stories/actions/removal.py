"""Remove articles from their stories for good."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from newsclip.stories.actions import grouping_lease
from newsclip.stories.actions.chaining import unchain
from newsclip.stories.actions.promote_copies import inherit, orphans
from newsclip.stories.actions.story_totals import changed
from newsclip.stories.models import Membership, Story, StoryEvent

_WORDS = {"shared", "stayed", "left"}  # keys of a receipt with words, see ports.Merge and ports.Split


@transaction.atomic
def leave(articles: Collection[int], *, why: str, now: datetime) -> list[Story]:
    """Remove these articles from their stories; nothing places them again. Returns the stories that they left."""
    grouping_lease.lock()
    left = list(Story.objects.filter(memberships__article__in=articles).distinct().order_by("pk"))
    for story in left:
        mine = Membership.objects.filter(story=story, article__in=articles)
        numbers = sorted(mine.values_list("article_id", flat=True))
        heirs = inherit(orphans(story, numbers))
        mine.delete()
        changed(story, "taken_down", {"articles": numbers, "why": why, "heirs": heirs}, now)
    return left


def forget_words(stories: Collection[int]) -> None:
    """Remove the shared terms from these stories' receipts and chains: some occurred only in one article."""
    unchain(stories)
    for event in StoryEvent.objects.filter(story__in=stories, detail__has_key="receipt"):
        kept = {name: value for name, value in event.detail["receipt"].items() if name not in _WORDS}
        StoryEvent.objects.filter(pk=event.pk).update(detail=event.detail | {"receipt": kept})
