"""Related clips, and why: see docs/why/vectors.md."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import cast

from django.core.cache import caches

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, Hashtag
from newsclip.clips.ports import Neighbour, VectorIndex
from newsclip.kernel.reasons import Refused
from newsclip.ranking.rules.shared_subject import shared_subject
from newsclip.stories import queries as stories

_MOST_NAMES = 3
_MOST_NEAR, _KEPT_SECONDS = 8, 24 * 3600
_MOST_OF_A_LIST = 20  # pairs whose documents a request for a list reads; the next ones read the others
_MOST_LOOKED_AT, _SHARED = 2_000, 2  # rows; hashtags in common, as one is often a place alone
# For news of a headline and two sentences: above this most pairs share a subject (docs/why/vectors.md). A question is
# shorter, and so less similar to anything.
_ALIKE, _ALIKE_TO_A_QUESTION = 0.5, 0.4


@dataclass(frozen=True, slots=True)
class Related:
    """A related clip, and why: `hashtags` in common, `likeness` by meaning (cosine); 0: not a reason.

    `shared`: what both tell of, where grouping almost made one story of both; `names` in common that few stories have.
    """

    clip: Clip
    hashtags: int = 0
    likeness: float = 0.0
    shared: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def is_close(self) -> bool:
        """Whether both tell of one matter."""
        return is_close(self.shared)

    @property
    def named(self) -> tuple[str, ...]:
        """The names that both have."""
        return tuple(dict.fromkeys(one for one in (*self.names, *self.shared) if not one.islower()))


def related(story_id: int, limit: int = 5, *, vectors: VectorIndex) -> list[Related]:
    """Clips like this story's, without its own: those close to it first, then those near it by names alone, all of
    them; then up to `limit` in all those with names in common that few stories have, then by meaning, then by two
    common hashtags.
    """
    clip = Clip.objects.filter(story=story_id).first()
    if clip is None:
        return []
    own = clip.pk
    near = near_to([clip])[own]
    alike = _alike(vectors.beside(own, limit=2 * limit), _ALIKE)
    shared = _sharing(own)
    named = _sharing_names(story_id)
    tagged = sorted(shared, key=lambda pk: (-shared[pk], -pk))
    best = list(dict.fromkeys([*named, *alike, *tagged]))
    first = [replace(one, hashtags=shared.get(one.clip.pk, 0), likeness=alike.get(one.clip.pk, 0.0)) for one in near]
    there = {one.clip.pk for one in near}
    rest = _listed([pk for pk in best if pk not in there], limit)
    others = (Related(one, shared.get(one.pk, 0), alike.get(one.pk, 0.0), names=named.get(one.pk, ())) for one in rest)
    return [*sorted(first, key=lambda one: not one.is_close), *islice(others, max(0, limit - len(first)))]


def _sharing_names(story_id: int) -> dict[int, tuple[str, ...]]:
    """By clip the names in common, the most first."""
    found = stories.sharing_names(story_id)
    clips_of = dict(Clip.objects.filter(story__in=list(found)).values_list("story_id", "pk"))
    return {clips_of[story]: names[:_MOST_NAMES] for story, names in found.items() if story in clips_of}


def near_to(shown: Sequence[Clip]) -> dict[int, list[Related]]:
    """For each of these clips those of stories near its own, or of its days with the same actors and matter, and what
    both tell of. As many questions for one clip as for many.

    Both ways: a clip is among the nearest of another only where that is among its own nearest.
    """
    own = {clip.story_id: clip for clip in shown}
    found: dict[int, list[Related]] = defaultdict(list)
    nearest, matters = _nearest(own)
    if not nearest:
        return found
    theirs, _ = _nearest({other for others in nearest.values() for other in others})
    pairs = [(one, other) for one, others in nearest.items() for other in others if one in theirs.get(other, ())]
    rows = clips.listed().select_related("story").filter(story__in={other for _, other in pairs}).defer("document")
    by_story = {clip.story_id: clip for clip in rows}
    asked = [(own[one], by_story[other]) for one, other in pairs if other in by_story]
    almost_one = [(one, other) for one, other in asked if (one.story_id, other.story_id) not in matters]
    told_by_both = _both_tell(almost_one, most=len(almost_one))
    for clip, there in asked:
        both = matters.get((clip.story_id, there.story_id)) or told_by_both.get((clip.pk, there.pk))
        if both:
            found[clip.pk].append(Related(there, shared=both))
    return found


def _nearest(story_ids: Collection[int]) -> tuple[dict[int, list[int]], dict[tuple[int, int], tuple[str, ...]]]:
    """For each of these stories others whose clips are listed, so many at most: first those that grouping almost made
    one with it, the nearest first, then those of one matter; and what pairs of the latter have in common.
    """
    matters = stories.of_one_matter(story_ids)
    pairs = list(dict.fromkeys([*stories.near(story_ids), *matters]))
    others = {other for _, other in pairs}
    listed = set(clips.listed().filter(story__in=others).values_list("story", flat=True)) if pairs else set()
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        if other in listed and len(found[one]) < _MOST_NEAR:
            found[one].append(other)
    return found, matters


def close_among(shown: Sequence[Clip]) -> dict[int, frozenset[int]]:
    """Which of these clips of a list tell of one matter: for each that does, the others."""
    found: dict[int, set[int]] = defaultdict(set)
    for one, other, _ in close_pairs(shown):
        found[one.pk].add(other.pk)
        found[other.pk].add(one.pk)
    return {pk: frozenset(others) for pk, others in found.items()}


def close_pairs(shown: Sequence[Clip]) -> list[tuple[Clip, Clip, tuple[str, ...]]]:
    """Each two of these clips of a list that tell of one matter, and what both tell of: first those that grouping
    almost made one story of, the nearest first.
    """
    own = {clip.story_id: clip for clip in shown}
    by_matter = {_once(pair): shared for pair, shared in stories.one_matter_among(own).items()}
    near = list(dict.fromkeys(_once(pair) for pair in stories.near_among(own)))
    almost_one = [(own[one], own[other]) for one, other in near if (one, other) not in by_matter]
    told = _both_tell(almost_one, most=_MOST_OF_A_LIST)
    by_nearness = {(one.story_id, other.story_id): told.get((one.pk, other.pk), ()) for one, other in almost_one}
    shared = by_nearness | by_matter
    ordered = dict.fromkeys([*near, *by_matter])
    return [(own[one], own[other], shared[one, other]) for one, other in ordered if is_close(shared[one, other])]


def _once(pair: tuple[int, int]) -> tuple[int, int]:
    """The same for either order."""
    return min(pair), max(pair)


def is_close(shared: Collection[str]) -> bool:
    """Whether what two clips share says that both tell of one matter: more than people and places that they name."""
    return any(one.islower() for one in shared)


def _both_tell(pairs: Sequence[tuple[Clip, Clip]], *, most: int) -> dict[tuple[int, int], tuple[str, ...]]:
    """What both of each two clips tell of; one question for the documents of those that are not known yet, of so many
    pairs at most. The others are left out.
    """
    keys = {(one.pk, other.pk): f"both-tell-1:{one.digest}:{other.digest}" for one, other in pairs}
    known = cast("dict[str, tuple[str, ...]]", caches["process"].get_many(keys.values()))
    new = [(one, other) for one, other in pairs if keys[one.pk, other.pk] not in known][:most]
    if new:
        wanted = {clip.pk for pair in new for clip in pair}
        read = {clip.pk: clip for clip in Clip.objects.filter(pk__in=wanted).only("document")}
        for one, other in new:
            known[keys[one.pk, other.pk]] = _shared(read[one.pk], read[other.pk]) if _are_in(read, one, other) else ()
        caches["process"].set_many(known, _KEPT_SECONDS)
    return {pair: known[key] for pair, key in keys.items() if key in known}


def _are_in(read: Collection[int], one: Clip, other: Clip) -> bool:
    return one.pk in read and other.pk in read


def _shared(one: Clip, other: Clip) -> tuple[str, ...]:
    try:
        return shared_subject(clips.document(one), clips.document(other))
    except Refused:  # what is stored is no document
        return ()


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
