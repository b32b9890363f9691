"""The clips of a chain of stories."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery

from newsclip.clips.models import Clip
from newsclip.clips.queries.listing import listed
from newsclip.stories import queries as stories
from newsclip.stories.models import ChainLink, Story
from newsclip.stories.ports import ChainStory


@dataclass(frozen=True, slots=True)
class ChainClip:
    """A clip of a chain: when its story began, and names and words in common with the next one towards the middle."""

    clip: Clip
    began: datetime
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClipChain:
    """The clips before and after that of a story, each in the order of time."""

    earlier: tuple[ChainClip, ...] = ()
    later: tuple[ChainClip, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.earlier or self.later)

    @property
    def clips(self) -> list[Clip]:
        return [one.clip for one in (*self.earlier, *self.later)]

    def only(self, shown: Iterable[Clip]) -> "ClipChain":
        """Of these clips alone, as they are given; what is left stays in order."""
        kept = {clip.pk: clip for clip in shown}
        earlier, later = (
            tuple(replace(one, clip=kept[one.clip.pk]) for one in side if one.clip.pk in kept)
            for side in (self.earlier, self.later)
        )
        return replace(self, earlier=earlier, later=later)


def chain_clips(story_id: int) -> ClipChain:
    """The chain as lists may show it: without what was withdrawn or taken out, and stories that have no clip."""
    found = stories.chain_of(story_id)
    there = [one.story for one in (*found.earlier, *found.later)]
    rows = listed().select_related("story").defer("document").filter(story__in=there) if there else []
    by_story = {clip.story_id: clip for clip in rows}
    return ClipChain(_with_clips(found.earlier, by_story), _with_clips(found.later, by_story))


def beside_in_chains(story_ids: Collection[int]) -> dict[int, ClipChain]:
    """By story what it goes on from, and the first and the newest that go on from it, in one step.

    Without those that are in no chain. Many may go on from one, and none of them takes the place of another's.
    """
    wanted = set(story_ids)
    after = ChainLink.objects.filter(earlier=OuterRef("pk"), later__in=listed().order_by().values("story"))
    ends = Story.objects.filter(pk__in=wanted).values_list(
        Subquery(after.order_by("later__started_at", "pk").values("pk")[:1]),
        Subquery(after.order_by("-later__started_at", "-pk").values("pk")[:1]),
    )
    of_ends = {pk for pair in ends for pk in pair if pk}
    both = ChainLink.objects.filter(Q(later__in=wanted) | Q(pk__in=of_ends))
    links = list(both.select_related("earlier", "later").order_by("later__started_at", "pk"))
    there = {pk for link in links for pk in (link.earlier_id, link.later_id)}
    rows = listed().select_related("story").defer("document").filter(story__in=there) if there else []
    by_story = {clip.story_id: clip for clip in rows}
    found: dict[int, ClipChain] = {}
    for link in links:
        shared = tuple(link.shared)
        if link.later_id in wanted:
            chain = found.get(link.later_id, ClipChain())
            told = _with_clips([ChainStory(link.earlier_id, link.earlier.started_at, shared)], by_story)
            found[link.later_id] = replace(chain, earlier=(*chain.earlier, *told))
        if link.pk in of_ends:
            chain = found.get(link.earlier_id, ClipChain())
            told = _with_clips([ChainStory(link.later_id, link.later.started_at, shared)], by_story)
            found[link.earlier_id] = replace(chain, later=(*chain.later, *told))
    return {pk: chain for pk, chain in found.items() if chain}


def _with_clips(found: Sequence[ChainStory], by_story: dict[int, Clip]) -> tuple[ChainClip, ...]:
    return tuple(ChainClip(by_story[one.story], one.began, one.shared) for one in found if one.story in by_story)
