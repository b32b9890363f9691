"""Stories of the same days that tell of one matter, though grouping did not make one of them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import timedelta

from django.db.models import Count

from newsclip.stories.models import StoryActor, StoryProfile
from newsclip.stories.rules import chains
from newsclip.stories.rules.chains import Actor, Profile

_MOST_APART = timedelta(days=3)  # how far apart they begin


def of_one_matter(story_ids: Collection[int]) -> dict[tuple[int, int], tuple[str, ...]]:
    """Pairs of one of these stories and another, and names and words of both. As many questions for one as for many."""
    own = list(StoryActor.objects.filter(story__in=story_ids))
    if not own:
        return {}
    first, last = min(one.at for one in own), max(one.at for one in own)
    known = StoryActor.objects.filter(
        key__in={one.key for one in own}, at__gte=first - chains.MOST, at__lte=last + chains.MOST
    )
    counted = dict(known.values_list("key").annotate(Count("pk")).filter(pk__count__lte=chains.NARROW))
    rows = list(known.filter(key__in=counted, at__gte=first - _MOST_APART, at__lte=last + _MOST_APART))
    profiles = _profiles(rows)
    pairs = _pairs(rows, story_ids)
    found = {pair: chains.one_matter(profiles[pair[0]], profiles[pair[1]], counted) for pair in pairs}
    return {pair: shared for pair, shared in found.items() if shared}


def _pairs(rows: Collection[StoryActor], story_ids: Collection[int]) -> list[tuple[int, int]]:
    """Those with two names in common, or as many as count so much, the most first."""
    holding: dict[str, list[StoryActor]] = defaultdict(list)
    for row in rows:
        holding[row.key].append(row)
    much: dict[tuple[int, int], float] = defaultdict(float)
    wanted = set(story_ids)
    for having in holding.values():
        for one in having:
            for other in having:
                near = one.story_id != other.story_id and abs(one.at - other.at) <= _MOST_APART
                if one.story_id in wanted and near:
                    much[one.story_id, other.story_id] += min(one.counts, other.counts)
    return sorted((pair for pair in much if much[pair] >= chains.ENOUGH), key=lambda pair: (-much[pair], pair))


def _profiles(rows: Collection[StoryActor]) -> dict[int, Profile]:
    """What these stories tell; of their names, these."""
    actors: dict[int, dict[str, Actor]] = defaultdict(dict)
    for row in rows:
        actors[row.story_id][row.key] = Actor(row.name, row.counts, row.leads, row.opens)
    told = StoryProfile.objects.filter(story__in=actors)
    return defaultdict(
        lambda: Profile({}, {}, ""),
        {
            row.story_id: Profile(
                actors[row.story_id],
                {term: (weight, word) for term, (weight, word) in row.words.items()},
                row.language,
                row.regular,
            )
            for row in told
        },
    )
