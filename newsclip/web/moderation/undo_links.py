"""What the log offers to undo of what was done to stories: suggestions carried out, merges, splits and moves."""

from collections.abc import Collection

from django.db.models import Q

from newsclip.community import queries
from newsclip.community.models import Action, Suggestion
from newsclip.stories import queries as stories

_BY_SUGGESTION = (Action.Kind.APPLY, Action.Kind.CHANGE)
_BY_HAND = (Action.Kind.MERGE, Action.Kind.SPLIT, Action.Kind.MOVE)


def set_undo(done: Collection[Action]) -> None:
    """Set in each action the suggestion, or the event of a story, that can still be undone; `over` what was undone."""
    ideas = {one.detail["suggestion"]: one for one in done if one.kind in _BY_SUGGESTION and "suggestion" in one.detail}
    states = _states(ideas) if ideas else {}
    for pk, one in ideas.items():
        one.undo_suggestion = pk if states.get(pk) == Suggestion.State.APPLIED else 0
        one.over = states.get(pk) == Suggestion.State.UNDONE
    by_hand = {(int(one.key), one.at): one for one in done if one.kind in _BY_HAND}
    events = stories.undoable_at(by_hand) if by_hand else {}
    for key, one in by_hand.items():
        one.undo_event = events.get(key, 0)
        one.over = events.get(key) == 0


def _states(ideas: Collection[int]) -> dict[int, str]:
    """Of each of these suggestions; words that others replaced count as undone."""
    of = Q(story__in=Suggestion.objects.filter(pk__in=ideas).values("story"), state=Suggestion.State.APPLIED)
    by_story: dict[int, list[Suggestion]] = {}
    for row in Suggestion.objects.filter(of | Q(pk__in=ideas)):
        by_story.setdefault(row.story_id, []).append(row)
    for rows in by_story.values():
        queries.set_replaced(rows)
    found = (row for rows in by_story.values() for row in rows)
    return {row.pk: Suggestion.State.UNDONE if row.replaced_at else row.state for row in found}
