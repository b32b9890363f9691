"""A reader's own page: ranked by what they follow and read, filtered by mutes, with one place in
ten for exploration.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from django.db.models import QuerySet

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import one_by_one
from newsclip.clips import queries as clips_queries
from newsclip.clips.models import Clip, Hashtag
from newsclip.clips.ports import SearchIndex
from newsclip.community import queries as community
from newsclip.community.ports import Muted, Subject
from newsclip.kernel.rows import parse_row_id
from newsclip.ranking.actions import in_force
from newsclip.ranking.models import Exploration, LearningOff, Slate, Standing, TagStanding
from newsclip.ranking.queries.lists import clips_in_order, hottest_with_any_tag, sources_of
from newsclip.ranking.rules import heat
from newsclip.ranking.rules.personal import Candidate, RankedCandidate, ReaderProfile, factors, followed_first, order
from newsclip.stories.models import Membership

_HISTORY = 100  # clips read lately that make up a reader's taste
_CANDIDATES = 200  # the hottest clips; half as many of each other kind
_EXPLORE_EVERY = 10  # one place in ten
_OTHERS = 10  # places for what is not followed, however much is
_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PersonalPlace:
    """A clip on a reader's own page: its place with its parts, and its propensity (1: it was not randomized)."""

    clip: Clip
    placed: RankedCandidate
    candidate: Candidate
    chance: float = 1.0


class PersonalPage(list[PersonalPlace]):
    """A reader's own page. `hidden`: for each muted clip, the mute that hides it ("word ferry")."""

    hidden: tuple[str, ...] = ()


def for_you(
    reader: Reader,
    *,
    now: datetime,
    chance: Random,
    limit: int = 30,
    followed: int = 0,
    index: SearchIndex | None = None,
) -> PersonalPage:
    """The week's clips for the reader, without what they mute: first what they follow, the newest on top, then others.

    Every tenth place of the others explores. Of a reader whose reading is not used, there are no others. `followed`: so
    many that they follow are shown at most, where these may be more than `limit`; some others come after them.
    `index`: finds the names that they follow in sentences, too.
    """
    taste = _taste(reader, now)
    spoken = community.activity_of(taste.follows["person"], since=now - _FOR) if taste.follows["person"] else {}
    quoted = _quoted_or_tagged(taste.follows["name"])
    named = _named(taste.follows["name"], quoted, index, now)
    hottest = _candidate_ids(taste.follows["hashtag"], now, among=list(spoken))
    ids = list(dict.fromkeys([*hottest, *_newest_followed(taste.follows, now), *named]))
    clips = {clip.pk: clip for clip in clips_in_order(ids)}
    known = {
        pk: replace(
            one,
            people=frozenset(spoken.get(int(one.story), ())),
            names=frozenset(named.get(pk, ())),
            mentioned=_mentioned(clips.get(pk), named.get(pk, set()) - quoted.get(pk, set())),
        )
        for pk, one in candidates(ids, now=now).items()
    }
    mutes = community.mutes(reader, now=now)
    judged = {pk: hidden(clips[pk], known[pk], mutes) for pk in clips if pk in known}
    placed = order([known[pk] for pk, why in judged.items() if not why], taste, in_force().in_force)
    mine, others = followed_first(placed, {one.id: one.age for one in known.values()})
    shown = [(place, 1.0) for place in mine[: followed or limit]]
    if learns(reader):  # or else they asked for what they follow alone
        left = max(limit - len(shown), _OTHERS if followed else 0)
        shown += explore(others, limit=left, chance=chance)
    page = PersonalPage(PersonalPlace(clips[int(place.id)], place, known[int(place.id)], odds) for place, odds in shown)
    page.hidden = tuple(why for why in judged.values() if why)
    return page


def _quoted_or_tagged(followed: frozenset[str]) -> dict[int, set[str]]:
    """Clip → the names that the reader follows and it quotes or has a hashtag of, as written; the newest mentions."""
    found: dict[int, set[str]] = {}
    for row in clips_queries.mentions_followed(followed):
        found.setdefault(row.clip_id, set()).add(row.name)
    return found


def _named(
    followed: frozenset[str], quoted: Mapping[int, set[str]], index: SearchIndex | None, now: datetime
) -> dict[int, set[str]]:
    """Clip → the names in it that the reader follows, as written; of the clips with the newest mentions, and of the
    week's that have the name in a sentence.
    """
    newest = dict(islice(quoted.items(), _CANDIDATES // 2))
    said = clips_queries.naming_followed(followed, index, since=now - _FOR) if followed and index else {}
    return {pk: newest.get(pk) or said[pk] for pk in (*newest, *said)}


def _mentioned(clip: Clip | None, said: set[str]) -> frozenset[str]:
    """Which of the names that a sentence of this clip has are neither in its headline nor on its card."""
    told = f"{clip.headline}\n{clip.summary}" if clip else ""
    return frozenset(name for name in said if name not in told)


def _newest_followed(follows: Mapping[str, frozenset[str]], now: datetime) -> list[int]:
    """The week's newest clips of each kind of thing that is followed, also where they are not among the hottest."""
    recent = Standing.objects.filter(shown=True, published__gte=now - _FOR)
    told = Membership.objects.filter(article__publisher__domain__in=follows["source"]).values("story")
    tagged = TagStanding.objects.filter(key__in=follows["hashtag"], published__gte=now - _FOR)
    kinds: list[tuple[frozenset[str], QuerySet[Standing] | QuerySet[TagStanding]]] = [
        (follows["category"], recent.filter(clip__category__in=follows["category"])),
        (follows["source"], recent.filter(clip__story__in=told)),
        (follows["story"], recent.filter(clip__story__in=[parse_row_id(key) for key in follows["story"]])),
        (follows["hashtag"], tagged),
    ]
    rows = [found.order_by("-published", "-clip")[: _CANDIDATES // 2] for keys, found in kinds if keys]
    return [pk for found in rows for pk in found.values_list("clip_id", flat=True)]


def by_weights(weights: Mapping[str, float], *, now: datetime, limit: int) -> list[PersonalPlace]:
    """The week's clips by weights that somebody chose; no person's data is used or stored."""
    ids = _candidate_ids(frozenset(), now)
    known = candidates(ids, now=now)
    clips = {clip.pk: clip for clip in clips_in_order(ids)}
    placed = order([known[pk] for pk in clips if pk in known], ReaderProfile(), weights)
    return [PersonalPlace(clips[int(place.id)], place, known[int(place.id)]) for place in placed[:limit]]


def everything_of(reader: Reader) -> dict[str, Iterator[dict[str, Any]]]:
    """The reader's pending slates, their randomized places, and whether learning is on, for a data export."""
    return {
        "slate": one_by_one(Slate.objects.filter(reader=reader), "at", "shown"),
        "exploration": one_by_one(Exploration.objects.filter(reader=reader), "clip", "at", "place", "chance", "opened"),
        "learningoff": one_by_one(LearningOff.objects.filter(reader=reader), "at"),
    }


def as_slate(reader: Reader, chosen: Sequence[PersonalPlace], *, now: datetime) -> list[dict[str, Any]]:
    """What is stored of a page to learn from it: each clip's factors and its propensity."""
    taste = _taste(reader, now)
    return [
        {"clip": one.clip.pk, "factors": factors(one.candidate, taste), "chance": round(one.chance, 6)}
        for one in chosen
    ]


def as_randomized(chosen: Sequence[PersonalPlace]) -> list[dict[str, Any]]:
    """What is stored of a page that is not learnt from: each clip's propensity."""
    return [{"clip": one.clip.pk, "chance": round(one.chance, 6)} for one in chosen]


def _taste(reader: Reader, now: datetime) -> ReaderProfile:
    history = community.history(reader, limit=_HISTORY) if learns(reader) else []
    known = candidates(history, now=now)
    return ReaderProfile(community.follows(reader), tuple(known[pk] for pk in history if pk in known))


def learns(reader: Reader) -> bool:
    """Whether this reader's own page uses their reading history."""
    return not LearningOff.objects.filter(reader=reader).exists()


def explore(placed: Sequence[RankedCandidate], *, limit: int, chance: Random) -> list[tuple[RankedCandidate, float]]:
    """The first `limit`, with every tenth place given to a uniformly chosen one of those that would not be shown."""
    first, rest = list(placed[:limit]), list(placed[limit:])
    shown = [(place, 1.0) for place in first]
    for at in range(_EXPLORE_EVERY - 1, len(first), _EXPLORE_EVERY):
        if not rest:
            break
        odds = 1.0 / len(rest)
        shown[at] = (rest.pop(chance.randrange(len(rest))), odds)
    return shown


def hidden(clip: Clip, known: Candidate, mutes: Iterable[Muted], where: str = "lists") -> str:
    """The mute that hides this clip; "" if none does."""
    subject = Subject(clip.story_id, clip.headline, clip.summary, clip.category, known.hashtags, known.sources)
    return community.why_hidden(subject, mutes, where=where)


def unmuted(
    clips: Sequence[Clip], mutes: Sequence[Muted], *, now: datetime, where: str = "lists"
) -> tuple[list[Clip], list[str]]:
    """The clips that these mutes leave, and for each hidden one its mute."""
    if not mutes:
        return list(clips), []
    known = candidates([clip.pk for clip in clips], now=now)
    judged = [(clip, hidden(clip, known[clip.pk], mutes, where)) for clip in clips if clip.pk in known]
    return [clip for clip, why in judged if not why], [why for _, why in judged if why]


def _candidate_ids(hashtags: frozenset[str], now: datetime, among: Sequence[int] = ()) -> list[int]:
    """The week's hottest and newest clips, the hottest of these hashtags, and those of the stories `among`."""
    recent = Standing.objects.filter(shown=True, published__gte=now - _FOR)
    hot = recent.order_by("-hot", "-clip").values_list("clip_id", flat=True)[:_CANDIDATES]
    new = Standing.objects.filter(shown=True).order_by("-clip").values_list("clip_id", flat=True)[: _CANDIDATES // 2]
    followed = hottest_with_any_tag(hashtags, limit=_CANDIDATES // 2)
    spoken = Clip.objects.filter(story__in=among).order_by("-published", "-pk").values_list("pk", flat=True)
    return list(dict.fromkeys([*hot, *followed, *(spoken[: _CANDIDATES // 2] if among else ()), *new]))


def candidates(clip_ids: Sequence[int], *, now: datetime) -> dict[int, Candidate]:
    """The features of these clips, in four queries for any number of them."""
    clips = Clip.objects.filter(pk__in=clip_ids).values_list("pk", "story_id", "category", "published", "reports")
    hot = dict(Standing.objects.filter(clip_id__in=clip_ids, shown=True).values_list("clip_id", "hot"))
    tags: dict[int, set[str]] = {}
    for pk, key in Hashtag.objects.filter(clip_id__in=clip_ids).values_list("clip_id", "key"):
        tags.setdefault(pk, set()).add(key)
    rows = list(clips)
    sources = sources_of([row[1] for row in rows])
    return {
        pk: Candidate(
            id=str(pk),
            category=category,
            hashtags=frozenset(tags.get(pk, ())),
            sources=frozenset(sources.get(story, ())),
            story=str(story),
            heat=heat.points(hot[pk], now) if pk in hot else 0.0,
            age=max(0.0, (now - published) / timedelta(hours=1)),
            reports=reports,
        )
        for pk, story, category, published, reports in rows
    }
