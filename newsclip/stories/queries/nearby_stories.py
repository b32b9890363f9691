"""Stories of the same days that tell of one matter, though grouping did not make one of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from newsclip.stories.models import Relation, Story, StoryActor, StoryProfile
from newsclip.stories.rules import chains, scoring
from newsclip.stories.rules.chains import Actor, Profile

_MOST_APART = timedelta(days=3)  # how far apart they begin


def of_one_matter(story_ids: Collection[int]) -> dict[tuple[int, int], tuple[str, ...]]:
    """Pairs of one of these stories and another, and names and words of both. As many questions for one as for many."""
    own = list(StoryActor.objects.filter(story__in=story_ids))
    if not own:
        return {}
    known, counted = _known(own, {one.key for one in own})
    first, last = _days_of(own)
    near = known.filter(key__in=counted, at__gte=first - _MOST_APART, at__lte=last + _MOST_APART)
    return _of_one_matter(list(near), story_ids, counted)


def one_matter_among(story_ids: Collection[int]) -> dict[tuple[int, int], tuple[str, ...]]:
    """The same of pairs of these stories alone; one question, where no two of them share a name."""
    own = list(StoryActor.objects.filter(story__in=story_ids))
    keys = _keys_of_several(own)
    if not keys:
        return {}
    counted = _known(own, keys)[1]
    return _of_one_matter([one for one in own if one.key in counted], story_ids, counted)


def share_no_name(one: int, other: int) -> bool:
    """Whether both stories tell names in one language, and not one of them is the same."""
    rows = StoryActor.objects.filter(story__in=(one, other)).values_list("story", "key")
    keys: dict[int, set[str]] = {one: set(), other: set()}
    for story, key in rows:
        keys[story].add(key)
    languages = set(StoryProfile.objects.filter(story__in=(one, other)).values_list("language", flat=True))
    return all(keys.values()) and keys[one].isdisjoint(keys[other]) and len(languages) < 2


def _days_of(rows: Collection[StoryActor]) -> tuple[datetime, datetime]:
    return min(one.at for one in rows), max(one.at for one in rows)


def _known(own: Collection[StoryActor], keys: Collection[str]) -> tuple[QuerySet[StoryActor], dict[str, int]]:
    """Who has these names around the days of these stories, and how many have each, if few do."""
    first, last = _days_of(own)
    known = StoryActor.objects.filter(key__in=keys, at__gte=first - chains.MOST, at__lte=last + chains.MOST)
    return known, dict(known.values_list("key").annotate(Count("pk")).filter(pk__count__lte=chains.NARROW))


def _of_one_matter(
    rows: Collection[StoryActor], story_ids: Collection[int], counted: Mapping[str, int]
) -> dict[tuple[int, int], tuple[str, ...]]:
    profiles = _profiles(rows)
    pairs = _pairs(rows, story_ids)
    found = {pair: chains.one_matter(profiles[pair[0]], profiles[pair[1]], counted) for pair in pairs}
    return {pair: shared for pair, shared in found.items() if shared}


def near_among(story_ids: Collection[int]) -> list[tuple[int, int]]:
    """Pairs of these stories of which an article of one almost joined the other, the nearest first; both ways.

    One question, for pages that are asked for again and again: it sees stories merged into these, but none into those.
    """
    parts = Story.objects.filter(Q(pk__in=story_ids) | Q(merged_into__in=story_ids)).order_by().values("pk")
    rows = Relation.objects.filter(story__in=parts, other__in=parts).order_by("-score", "pk")
    columns = rows.values_list("score", "story", "other", "story__merged_into", "other__merged_into")
    near = (row[1:] for row in columns if scoring.is_near(row[0], scoring.shipped()))
    pairs = [(into or one, into_other or other) for one, other, into, into_other in near]
    return list(dict.fromkeys(pair for one, other in pairs if one != other for pair in ((one, other), (other, one))))


def _keys_of_several(rows: Collection[StoryActor]) -> set[str]:
    counted = Counter(one.key for one in rows)
    return {key for key, number in counted.items() if number > 1}


def _pairs(rows: Collection[StoryActor], story_ids: Collection[int]) -> list[tuple[int, int]]:
    """Those that may have enough names in common, those with the most first."""
    holding: dict[str, list[StoryActor]] = defaultdict(list)
    for row in rows:
        holding[row.key].append(row)
    both: dict[tuple[int, int], list[tuple[Actor, Actor]]] = defaultdict(list)
    wanted = set(story_ids)
    for having in holding.values():
        for one in having:
            for other in having:
                near = one.story_id != other.story_id and abs(one.at - other.at) <= _MOST_APART
                if one.story_id in wanted and near:
                    both[one.story_id, other.story_id].append((_actor(one), _actor(other)))
    much = {pair: chains.names_in_common(names) for pair, names in both.items()}
    enough = (pair for pair, names in both.items() if chains.may_be_of_one_matter(names))
    return sorted(enough, key=lambda pair: (-much[pair], pair))


def _actor(row: StoryActor) -> Actor:
    return Actor(row.name, row.counts, row.leads, row.opens)


def _profiles(rows: Collection[StoryActor]) -> dict[int, Profile]:
    """What these stories tell; of their names, these."""
    actors: dict[int, dict[str, Actor]] = defaultdict(dict)
    for row in rows:
        actors[row.story_id][row.key] = _actor(row)
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
