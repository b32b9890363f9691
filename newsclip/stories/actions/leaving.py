"""Articles that leave their stories for good."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from newsclip.stories.actions import turns
from newsclip.stories.actions.counting import changed
from newsclip.stories.actions.inheriting import inherit, orphans
from newsclip.stories.models import Membership, Story


@transaction.atomic
def leave(articles: Collection[int], *, why: str, now: datetime) -> list[Story]:
    """These articles are told by no story any more, and nothing places them again. The stories that they left."""
    turns.lock()
    left = list(Story.objects.filter(memberships__article__in=articles).distinct().order_by("pk"))
    for story in left:
        mine = Membership.objects.filter(story=story, article__in=articles)
        numbers = sorted(mine.values_list("article_id", flat=True))
        heirs = inherit(orphans(story, numbers))
        mine.delete()
        changed(story, "taken_down", {"articles": numbers, "why": why, "heirs": heirs}, now)
    return left
