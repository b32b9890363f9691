"""Moderators split and merge stories by hand; each time the public log says who did it, to what and why.

What the log does not take, as its reason is empty or too long, is not done.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.community.models import Action, Target
from newsclip.community.ports import Order
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import contributions
from newsclip.stories import actions
from newsclip.stories.models import Story, StoryEvent
from newsclip.stories.ports import Note


@transaction.atomic
def split(moderator: Reader, story: Story, articles: Sequence[int], *, why: str, now: datetime) -> Story:
    """The articles become a story of their own. Raises Refused("not_splittable", "not_allowed")."""
    apart = actions.split(articles, story, now=now, by=moderator.username, note=Note(why))
    _log(moderator, Action.Kind.SPLIT, story, why, now)
    return apart


@transaction.atomic
def merge(moderator: Reader, story: Story, into: Story, *, why: str, now: datetime) -> None:
    """The story becomes part of the other. Raises Refused("not_mergeable", "not_allowed").

    One that no article is left in cannot: it could not be taken back.
    """
    if not (story.articles and into.articles):
        raise Refused("not_mergeable", f"story {story.pk} into story {into.pk}")
    actions.merge(story, into, now=now, by=moderator.username, note=Note(why))
    _log(moderator, Action.Kind.MERGE, into, why, now, gone=str(story.pk))
    contributions.go_along(now=now)


@transaction.atomic
def undo(moderator: Reader, event: StoryEvent, *, why: str, now: datetime) -> Story:
    """Take back a split or a merge; the story that it happened to. Raises Refused("already_gone", "not_allowed", …)."""
    story = actions.undo(event, now=now, by=moderator.username, why=why)
    _log(moderator, Action.Kind.UNDO, story, why, now)
    contributions.go_along(now=now)
    return story


def _log(moderator: Reader, kind: Action.Kind, story: Story, why: str, now: datetime, *, gone: str = "") -> None:
    """What was done to a story stands in the public log, too, with the reason."""
    order = Order(kind, Target.STORY, str(story.pk), why, gone=gone)
    community.act(moderator, order, now=now)
