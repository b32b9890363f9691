"""Related clips, and why: see docs/why/vectors.md."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, Hashtag
from newsclip.clips.ports import Neighbour, VectorIndex

_MOST_LOOKED_AT, _SHARED = 2_000, 2  # rows; hashtags in common, as one is often a place alone
# For news of a headline and two sentences: above this most pairs share a subject (docs/why/vectors.md). A question is
# shorter, and so less similar to anything.
_ALIKE, _ALIKE_TO_A_QUESTION = 0.5, 0.4


@dataclass(frozen=True, slots=True)
class Related:
    """A related clip, and why: `hashtags` in common, `likeness` by meaning (cosine); 0: not a reason."""

    clip: Clip
    hashtags: int = 0
    likeness: float = 0.0


def related(story_id: int, limit: int = 5, *, vectors: VectorIndex) -> list[Related]:
    """Clips like this story's, without its own: by meaning, best first, then by two or more common hashtags."""
    own = Clip.objects.filter(story=story_id).values_list("pk", flat=True).first()
    if own is None:
        return []
    near = _alike(vectors.beside(own, limit=2 * limit), _ALIKE)
    shared = _sharing(own)
    best = [*near, *(pk for pk in sorted(shared, key=lambda pk: (-shared[pk], -pk)) if pk not in near)]
    return [Related(clip, shared.get(clip.pk, 0), near.get(clip.pk, 0.0)) for clip in _listed(best, limit)]


def alike(question: str, limit: int = 5, *, without: Collection[int], vectors: VectorIndex) -> list[Related]:
    """Clips whose meaning is close to a search query; `without` those found by words."""
    near = _alike(vectors.nearest(question, limit=2 * limit + len(without)), _ALIKE_TO_A_QUESTION)
    return [Related(clip, likeness=near[clip.pk]) for clip in _listed([pk for pk in near if pk not in without], limit)]


def _alike(neighbours: Iterable[Neighbour], least: float) -> dict[int, float]:
    return {one.clip_id: one.likeness for one in neighbours if one.likeness >= least}


def _sharing(clip_id: int) -> dict[int, int]:
    """How many hashtags other clips share with this one, if two or more; reads a bounded number of rows."""
    keys = list(Hashtag.objects.filter(clip=clip_id).values_list("key", flat=True))
    near = Hashtag.objects.filter(key__in=keys).exclude(clip=clip_id).order_by("-pk")
    shared = Counter(near.values_list("clip_id", flat=True)[:_MOST_LOOKED_AT])
    return {pk: number for pk, number in shared.items() if number >= _SHARED}


def _listed(best: list[int], limit: int) -> list[Clip]:
    """The first of these clips that are listed."""
    rows = clips.listed().select_related("story").defer("document").in_bulk(best[: 2 * limit])
    return [rows[pk] for pk in best if pk in rows][:limit]
