"""How many people took part in a story: the numbers that lists and clips show."""

from collections.abc import Collection
from typing import NamedTuple

from django.db.models import CharField, Count, F, OuterRef, Subquery, Sum
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from newsclip.community.models import Comment, Follow, Topic, Vote
from newsclip.stories.models import Story


class StoryCounts(NamedTuple):
    """`votes`: upvotes minus downvotes; `comments`: visible ones."""

    votes: int = 0
    comments: int = 0
    followers: int = 0


def count_columns(story: str) -> tuple[Combinable, Combinable, Combinable]:
    """The numbers of StoryCounts, for a query whose field `story` names the story."""
    votes = Vote.objects.filter(story=OuterRef(story)).order_by().values("story").annotate(n=Sum("value"))
    shown = Comment.objects.filter(story=OuterRef(story), state=Comment.State.SHOWN).order_by()
    comments = shown.values("story").annotate(n=Count("pk"))
    counted = {"reader__counts": True, "reader__is_active": True}  # neither closed nor discounted
    follows = Follow.objects.filter(kind=Topic.STORY, **counted, key=Cast(OuterRef(story), CharField())).order_by()
    followers = follows.values("key").annotate(n=Count("pk"))
    votes_n, comments_n, followers_n = (Coalesce(Subquery(one.values("n")), 0) for one in (votes, comments, followers))
    return votes_n, comments_n, followers_n


def counts_of(story_ids: Collection[int]) -> dict[int, StoryCounts]:
    """The numbers of each of these stories, in one query."""
    rows = Story.objects.filter(pk__in=story_ids).order_by().values_list(F("pk"), *count_columns("pk"))
    found = {pk: StoryCounts(*map(int, numbers)) for pk, *numbers in rows}
    return {pk: found.get(pk, StoryCounts()) for pk in story_ids}
