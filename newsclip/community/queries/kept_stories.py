"""What moderators said stays as it is: stories kept apart, and articles kept in. What was undone says nothing."""

from collections.abc import Iterable

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from newsclip.community.models import Action, Target
from newsclip.stories import queries as stories

KEEPS = (Action.Kind.KEEP_APART, Action.Kind.KEEP_IN)


def label_of_undo(kept: Action) -> str:
    """The label of the action that undoes this one: a story may have many."""
    return f"{kept.kind} {kept.pk}"


def kept() -> "QuerySet[Action]":
    """The actions that keep stories as they are and that nobody undid."""
    label = Concat(OuterRef("kind"), Value(" "), Cast(OuterRef("pk"), CharField()), output_field=CharField())
    undone = Action.objects.filter(kind=Action.Kind.UNDO, target=Target.STORY, key=OuterRef("key"), label=label)
    return Action.objects.filter(~Exists(undone), kind__in=KEEPS, target=Target.STORY)


def kept_apart(story_ids: Iterable[int]) -> frozenset[frozenset[int]]:
    """The pairs of one of these stories and another that a moderator said tell different events.

    What was merged into either is kept apart with it.
    """
    into = stories.parts_of(set(story_ids))
    keys = [str(pk) for pk in into]
    rows = kept().filter(Q(key__in=keys) | Q(gone__in=keys), kind=Action.Kind.KEEP_APART)
    found = [(int(key), int(other)) for key, other in rows.values_list("key", "gone")]
    into |= stories.remaining({end for pair in found for end in pair} - into.keys())
    return frozenset(frozenset((into[one], into[other])) for one, other in found if into[one] != into[other])


def kept_in(story_ids: Iterable[int]) -> frozenset[tuple[int, int]]:
    """Each of these stories and an article that a moderator said belongs in it."""
    keys = [str(pk) for pk in story_ids]
    rows = kept().filter(kind=Action.Kind.KEEP_IN, key__in=keys)
    return frozenset((int(key), int(article)) for key, article in rows.values_list("key", "label"))


def is_kept(story_ids: Iterable[int]) -> bool:
    """Whether a moderator keeps one of these stories as it is."""
    keys = [str(pk) for pk in stories.parts_of(set(story_ids))]
    return kept().filter(Q(key__in=keys) | Q(kind=Action.Kind.KEEP_APART, gone__in=keys)).exists()
