"""Moderators split and merge stories, and move articles; the public log records who did it, to what and why.

An action that the log refuses, because its reason is empty or too long, is not carried out.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.community import queries as community_queries
from newsclip.community.models import Action, Suggestion, Target
from newsclip.community.ports import NO_REASON, Order
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import contributions
from newsclip.stories import actions
from newsclip.stories.models import Story, StoryEvent
from newsclip.stories.ports import Note

_SHAPES = (Suggestion.Kind.MERGE, Suggestion.Kind.SPLIT)
_UNDONE = {"merged": "merge", "split": "split"}


@transaction.atomic
def split(moderator: Reader, story: Story, articles: Sequence[int], *, why: str, now: datetime) -> Story:
    """Move the articles to a new story. Raises Refused("not_splittable", "not_allowed")."""
    apart = actions.split(articles, story, now=now, by=moderator.username, note=Note(why))
    _log(moderator, Action.Kind.SPLIT, story, why, now)
    return apart


@transaction.atomic
def merge(moderator: Reader, story: Story, into: Story, *, why: str, now: datetime) -> None:
    """Merge the story into the other. Raises Refused("not_mergeable", "not_allowed").

    An empty story cannot be merged: that could not be undone.
    """
    if not (story.articles and into.articles):
        raise Refused("not_mergeable", f"story {story.pk} into story {into.pk}")
    actions.merge(story, into, now=now, by=moderator.username, note=Note(why))
    _log(moderator, Action.Kind.MERGE, into, why, now, gone=str(story.pk))
    contributions.follow_merges(now=now)


@transaction.atomic
def move(moderator: Reader, story: Story, into: Story, articles: Sequence[int], *, why: str, now: datetime) -> None:
    """Move the articles to another story; if they are all of their story, the story is merged into the other.

    Raises Refused("not_splittable", "not_mergeable", "not_allowed").
    """
    if set(story.memberships.values_list("article", flat=True)) <= set(articles):
        merge(moderator, story, into, why=why, now=now)
        return
    if not into.articles:
        raise Refused("not_mergeable", f"into story {into.pk}")
    actions.move(articles, story, into, now=now, by=moderator.username, note=Note(why))
    _log(moderator, Action.Kind.MOVE, into, why, now, gone=str(story.pk))
    contributions.follow_merges(now=now)


@transaction.atomic
def keep_apart(moderator: Reader, story: Story, other: Story, *, why: str, now: datetime) -> Action | None:
    """Say that the two tell different events, so that nobody is asked again and grouping does not join them.

    Returns what was logged; None if it was said before.

    Raises Refused("not_mergeable", "not_allowed").
    """
    if story == other:
        raise Refused("not_mergeable", f"story {story.pk} and itself")
    if frozenset((story.pk, other.pk)) in community_queries.kept_apart([story.pk, other.pk]):
        return None
    done = community.act(moderator, _keeping(Action.Kind.KEEP_APART, story, why, gone=str(other.pk)), now=now)
    actions.keep_apart(story, other, now=now, by=moderator.username)
    return done


@transaction.atomic
def keep_in(moderator: Reader, story: Story, article: int, *, why: str, now: datetime) -> Action | None:
    """Say that the article belongs in its story, so that nobody is asked again. Returns what was logged; None if it was
    said before.

    Raises Refused("not_splittable", "not_allowed").
    """
    if not story.memberships.filter(article=article).exists():
        raise Refused("not_splittable", f"article {article} of story {story.pk}")
    if (story.pk, article) in community_queries.kept_in([story.pk]):
        return None
    return community.act(moderator, _keeping(Action.Kind.KEEP_IN, story, why, label=str(article)), now=now)


def _keeping(kind: Action.Kind, story: Story, why: str, *, gone: str = "", label: str = "") -> Order:
    """Nobody is asked for a reason, and none is made up in the moderator's name."""
    said, detail = why or NO_REASON, {"why": why}
    return Order(kind, Target.STORY, str(story.pk), said, label=label, gone=gone, leaves_flags=True, detail=detail)


@transaction.atomic
def undo_keep(moderator: Reader, kept: Action, *, why: str, now: datetime) -> None:
    """Let stories that were kept apart, or an article that was kept in, be proposed again.

    Raises Refused("already_gone", "not_allowed", "empty").
    """
    Action.objects.select_for_update().get(pk=kept.pk)  # once under concurrency
    if not community_queries.kept().filter(pk=kept.pk).exists():
        raise Refused("already_gone")
    label = community_queries.label_of_undo(kept)
    order = Order(Action.Kind.UNDO, Target.STORY, kept.key, why, label=label, gone=kept.gone, leaves_flags=True)
    community.act(moderator, order, now=now)


@transaction.atomic
def undo(moderator: Reader, event: StoryEvent, *, why: str, now: datetime) -> Story:
    """Undo a split or a merge; who suggested or reported it is told. Returns the story concerned.

    Raises Refused("already_gone", "not_allowed", …).
    """
    what = "move" if actions.is_of_move(event) else _UNDONE[event.kind]
    story = actions.undo(event, now=now, by=moderator.username, why=why)
    done = community.act(moderator, Order(Action.Kind.UNDO, Target.STORY, str(story.pk), why, label=what), now=now)
    contributions.follow_merges(now=now)
    community.reopen_regrouped(event.at, done, now=now)
    for idea in Suggestion.objects.filter(state=Suggestion.State.APPLIED, kind__in=_SHAPES, decided_at=event.at):
        Suggestion.objects.filter(pk=idea.pk).update(state=Suggestion.State.UNDONE)
        community.value([idea.reader_id], now=now)
        community.tell_of_undone_suggestion(idea, by=moderator, why=why, now=now)
    return story


def _log(moderator: Reader, kind: Action.Kind, story: Story, why: str, now: datetime, *, gone: str = "") -> None:
    """Record the action on the story in the public log, with the reason."""
    order = Order(kind, Target.STORY, str(story.pk), why, gone=gone)
    community.act(moderator, order, now=now)
