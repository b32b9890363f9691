from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce, Least

from newsclip.clips.models import Hashtag
from newsclip.community import queries as community
from newsclip.db.cached_queries import CachedQuery
from newsclip.ranking.models import StoryTrend, TagReview, Trend
from newsclip.ranking.rules.trends import DAYS, LEAST_SOURCES, Mentions, trend, voices
from newsclip.sources.models import Source
from newsclip.stories.models import Membership

COUNT_EVERY = timedelta(minutes=5)  # counting takes long, and a trend lasts for hours
LOUDEST = 100  # hashtags kept: more than any page shows
LOUDEST_STORIES = 30  # stories kept: more than any page shows
_TRENDS_FROM = 300  # most mentioned today, whose usual is looked up
_DAY = timedelta(days=1)


def trending(*, limit: int) -> list[Trend]:
    """The current trends, best first, as last computed; hashtags on hold are left out at once."""
    return _trending(limit).objects()


@cache
def _trending(limit: int) -> CachedQuery[Trend]:
    def best(_: Collection[int]) -> "QuerySet[Trend]":
        found = Trend.objects.filter(score__gt=0).exclude(key__in=community.holds().values("key"))
        return found.order_by("-score", "key")[:limit]

    return CachedQuery(Trend, best)


def trending_stories(*, limit: int) -> list[StoryTrend]:
    """Trending stories, best first, as last computed."""
    return list(StoryTrend.objects.order_by("-score", "story")[:limit])


def to_review() -> list[TagReview]:
    """Hashtags that would trend and wait for a review."""
    return list(TagReview.objects.filter(allowed=None).order_by("at", "key"))


def are_due(now: datetime) -> bool:
    newest = Trend.objects.order_by("-at").values_list("at", flat=True).first()
    return newest is None or not timedelta(0) <= now - newest < COUNT_EVERY  # also if the clock was put back


@dataclass(slots=True)
class _Spoken:
    """Who mentioned something in one day: publishers with counts, accounts with weights."""

    sources: dict[str, int] = field(default_factory=dict)
    accounts: dict[int, float] = field(default_factory=dict)

    def told_by(self, domain: str) -> None:
        self.sources[domain] = self.sources.get(domain, 0) + 1

    def spoken_by(self, account: int, weight: float) -> None:
        self.accounts[account] = max(weight, self.accounts.get(account, 0.0))

    @property
    def heard(self) -> float:
        """The total weight of the accounts."""
        return sum(self.accounts.values())


type _Days = Mapping[Any, Mapping[int, _Spoken]]


def find_trends(*, now: datetime) -> list[Trend]:
    """Hashtags that more publishers and readers mention than usual, best first, not stored; without rejected ones."""
    today = _of_tags(_days(now, ages=[0]))
    refused = set(TagReview.objects.filter(allowed=False).values_list("key", flat=True)) | community.held_hashtags()
    keys = [key for key in _loud(today) if key not in refused][:_TRENDS_FROM]
    stories = Hashtag.objects.filter(key__in=keys).values("clip__story_id")
    before = _of_tags(_days(now, ages=range(1, DAYS + 1), among=stories), set(keys))
    best = _best(keys, today, before, _days_here(now))[:LOUDEST]
    names = dict(Hashtag.objects.filter(key__in=[key for key, *_ in best]).order_by("-pk").values_list("key", "name"))
    return [
        Trend(key=key, name=names.get(key, key), score=score, voices=sources, accounts=accounts, usual=usual, at=now)
        for key, score, sources, accounts, usual in best
    ]


def find_story_trends(*, now: datetime) -> list[StoryTrend]:
    """Stories that more publishers and readers mention than usual, best first, not stored."""
    today = _days(now, ages=[0])
    ids = _loud(today)[:_TRENDS_FROM]
    before = _days(now, ages=range(1, DAYS + 1), among=ids)
    return [
        StoryTrend(story_id=pk, score=score, sources=sources, accounts=accounts, usual=usual, at=now)
        for pk, score, sources, accounts, usual in _best(ids, today, before, _days_here(now))[:LOUDEST_STORIES]
    ]


def _loud(days: _Days) -> list[Any]:
    """What several publishers mention, most publishers first."""
    told = {one: len(spoken[0].sources) for one, spoken in days.items() if 0 in spoken}
    loud = (one for one, number in told.items() if number >= LEAST_SOURCES)
    return sorted(loud, key=lambda one: (-told[one], one))


def _best(wanted: Iterable[Any], today: _Days, before: _Days, days: int) -> list[tuple[Any, float, int, int, float]]:
    """(what, score, publishers, accounts, usual voices a day), the best first."""
    found = []
    for one in wanted:
        said, earlier = today[one][0], before.get(one, {})
        usual = [_voices(earlier.get(age)) for age in range(1, days + 1)]
        judged = trend(Mentions(said.sources, usual, said.heard))
        if judged.score > 0:
            found.append((one, judged.score, len(said.sources), len(said.accounts), judged.usual))
    return sorted(found, key=lambda row: (-row[1], row[0]))


def _voices(spoken: _Spoken | None) -> float:
    return voices(len(spoken.sources), spoken.heard) if spoken else 0


def _days(now: datetime, *, ages: Sequence[int], among: Any = None) -> dict[int, dict[int, _Spoken]]:
    """Story → age in days, 0 for the last 24 hours → who mentioned it; `among`: only these stories.

    An article counts when it was published, however late it was found: what a new source told last week is no talk of
    today. One that says it is newer than the moment it was found counts from then.
    """
    since, until = now - (ages[-1] + 1) * _DAY, now - ages[0] * _DAY
    found: dict[int, dict[int, _Spoken]] = defaultdict(lambda: defaultdict(_Spoken))
    told_at = Least("article__found_at", Coalesce("article__published", "article__found_at"))
    told = Membership.objects.filter(article__found_at__gt=since).annotate(told_at=told_at)
    told = told.filter(told_at__gt=since, told_at__lte=until)
    told = told.exclude(article__source__kind=Source.Kind.SUBMISSIONS)  # any reader can submit their own addresses
    told = told if among is None else told.filter(story_id__in=among)
    for story, domain, when in told.values_list("story_id", "article__publisher__domain", "told_at"):
        found[story][(now - when) // _DAY].told_by(domain)
    spoke = community.activity_between(since, until, among=among if among is not None else list(found))
    for story, account, when, weight in spoke:
        found[story][(now - when) // _DAY].spoken_by(account, weight)
    return found


def _of_tags(stories: _Days, wanted: set[str] | None = None) -> dict[str, dict[int, _Spoken]]:
    """The same by hashtag."""
    tags = Hashtag.objects.filter(clip__hidden=False, clip__story_id__in=list(stories))
    found: dict[str, dict[int, _Spoken]] = defaultdict(lambda: defaultdict(_Spoken))
    for key, story in tags.values_list("key", "clip__story_id"):
        for age, spoken in stories[story].items() if wanted is None or key in wanted else ():
            together = found[key][age]
            for account, weight in spoken.accounts.items():
                together.spoken_by(account, weight)
            for domain, number in spoken.sources.items():
                together.sources[domain] = together.sources.get(domain, 0) + number
    return found


def _days_here(now: datetime) -> int:
    """How many days before the last one this site has data for, at most the number used."""
    told = Membership.objects.filter(article__found_at__lte=now - _DAY, article__found_at__gt=now - (DAYS + 1) * _DAY)
    first = told.order_by("article__found_at").values_list("article__found_at", flat=True).first()
    return (now - first) // _DAY if first else 0
