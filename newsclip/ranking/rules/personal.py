"""A reader's own order: an additive model, so that every place can be explained truthfully.

The score is the sum of factor × weight, and each factor means something to a reader. The weights start as shipped and
are learnt on this site once enough was read (`learning.py`). On click logs such a model ranks almost as well as far
larger ones that cannot explain themselves: see docs/why/ranking.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log2

from newsclip.ranking.rules.variety import DISCOUNT, repeats_of

FACTORS = ("hot", "fresh", "reports", "followed", "category", "topics", "repeat", "read")
DEFAULTS: Mapping[str, float] = {
    "hot": 0.35,
    "fresh": 0.5,
    "reports": 0.25,
    "followed": 1.6,
    "category": 0.6,
    "topics": 0.8,
    "repeat": -0.3,
    "read": -3.0,
}
_FRESH_HOURS = 12.0  # half as fresh after half a day: news of the morning is old in the evening
_ENOUGH_HISTORY = 20  # clips read, before a taste counts in full; with fewer it is chance


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clip that may be shown. `heat`: current points; `age`: hours since publication; `sources`: its domains.

    `people`: those whom the reader follows who publicly discussed or collected it; `names`: those that the reader
    follows and the clip has; `mentioned`: those of them that it is not about: only a sentence further down has them.
    """

    id: str
    category: str = ""
    hashtags: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    story: str = ""
    heat: float = 0.0
    age: float = 0.0
    reports: int = 1
    people: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    mentioned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReaderProfile:
    """What is known of a reader: what they follow (kind → keys) and what they read, newest first."""

    follows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    history: Sequence[Candidate] = ()


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    """A candidate's place: `parts` sum to `score`; `because` names what the reader follows, if that matters;
    `only_mentions`: it is about none of this.
    """

    id: str
    score: float
    parts: Mapping[str, float]
    because: tuple[str, ...] = ()
    only_mentions: bool = False


def order(
    candidates: Iterable[Candidate], taste: ReaderProfile, weights: Mapping[str, float] = DEFAULTS
) -> list[RankedCandidate]:
    """Best first. Each category or source repeated from above lowers an item a little, which its parts show."""
    shares = _shares(taste)
    scored = [_place(one, taste, shares, weights) for one in candidates]
    by_id = {one.id: one for one, _ in scored}
    return _varied([placed for _, placed in scored], by_id)


def followed_first(
    placed: Iterable[RankedCandidate], ages: Mapping[str, float]
) -> tuple[list[RankedCandidate], list[RankedCandidate]]:
    """What the reader follows, the newest first, read or not, then what only mentions a name; and the others, in the
    order given.

    A score puts what was read, or is a day old, below what is followed by nobody: who follows something looks for all
    of it in one place. `ages`: hours since publication.
    """
    ranked = list(placed)
    followed = [one for one in ranked if one.because]
    return sorted(followed, key=lambda one: (one.only_mentions, ages[one.id], one.id)), [
        one for one in ranked if not one.because
    ]


def factors(one: Candidate, taste: ReaderProfile, shares: Mapping[str, float] | None = None) -> dict[str, float]:
    """The features of a candidate, by name."""
    known = shares if shares is not None else _shares(taste)
    trusted = min(1.0, len(taste.history) / _ENOUGH_HISTORY)
    likest = max((_overlap(one.hashtags, seen.hashtags) for seen in taste.history[:50]), default=0.0)
    return {
        "hot": log2(1.0 + max(0.0, one.heat)),
        "fresh": 1.0 / (1.0 + max(0.0, one.age) / _FRESH_HOURS),
        "reports": log2(max(1, one.reports)),
        "followed": float(min(2, len(_followed(one, taste)))),
        "category": trusted * known.get(one.category, 0.0),
        "topics": trusted * sum(known.get("#" + tag, 0.0) for tag in one.hashtags),
        "repeat": likest if likest > 0.8 else 0.0,
        "read": float(any(one.id == seen.id for seen in taste.history)),
    }


def _place(
    one: Candidate, taste: ReaderProfile, shares: Mapping[str, float], weights: Mapping[str, float]
) -> tuple[Candidate, RankedCandidate]:
    known = factors(one, taste, shares)
    parts = {name: round(known[name] * weights.get(name, 0.0), 6) for name in FACTORS if known[name]}
    because = tuple(_followed(one, taste))
    only_mentions = bool(because) and set(because) <= one.mentioned
    return one, RankedCandidate(one.id, round(sum(parts.values()), 6), parts, because, only_mentions)


def _followed(one: Candidate, taste: ReaderProfile) -> list[str]:
    """What the reader follows of this, by name."""
    follows = taste.follows
    found = [f"#{tag}" for tag in sorted(one.hashtags & follows.get("hashtag", frozenset()))]
    found += sorted(one.sources & follows.get("source", frozenset()))
    categories = {name.casefold() for name in follows.get("category", frozenset())}
    found += [one.category] if one.category.casefold() in categories else []
    found += sorted(one.names)
    found += sorted(one.people & follows.get("person", frozenset()))
    found += ["this story"] if one.story and one.story in follows.get("story", frozenset()) else []
    return found


def _shares(taste: ReaderProfile) -> dict[str, float]:
    """The share of each category and hashtag in what was read."""
    counted: dict[str, float] = {}
    for seen in taste.history:
        for name in (seen.category, *("#" + tag for tag in seen.hashtags)):
            counted[name] = counted.get(name, 0.0) + 1.0
    return {name: number / len(taste.history) for name, number in counted.items()}


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _varied(waiting: list[RankedCandidate], by_id: Mapping[str, Candidate]) -> list[RankedCandidate]:
    """Greedily take the best; a repeated category or sole source costs an item part of its lead.

    The lead is over the lowest item, so that the discount means the same for scores of any size.
    """
    if not waiting:
        return []
    least = min(placed.score for placed in waiting)
    seen: dict[str, int] = {}
    chosen = []
    while waiting:
        discounted = [(_discounted(placed, by_id[placed.id], seen, least), placed) for placed in waiting]
        lowered, best = min(discounted, key=lambda pair: (-pair[0].score, pair[1].id))
        waiting.remove(best)
        chosen.append(lowered)
        for name in _repeats(by_id[best.id]):
            seen[name] = seen.get(name, 0) + 1
    return chosen


def _discounted(placed: RankedCandidate, one: Candidate, seen: Mapping[str, int], least: float) -> RankedCandidate:
    times = sum(seen.get(name, 0) for name in _repeats(one))
    lost = round((placed.score - least) * (DISCOUNT**times - 1.0), 6)
    if not lost:
        return placed
    return replace(placed, score=round(placed.score + lost, 6), parts={**placed.parts, "variety": lost})


def _repeats(one: Candidate) -> tuple[str, ...]:
    return repeats_of(one.category, one.sources)
