"""Clips as lists show them: a constant number of queries, however many cards, and each card rendered once."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from newsclip.articles.models import Picture
from newsclip.clips.models import Clip, Correction
from newsclip.community import queries as community
from newsclip.db.cached_queries import CachedQuery
from newsclip.evidence.card_text import text_below
from newsclip.kernel.publication_times import is_day_only
from newsclip.stories.models import Membership
from newsclip.web.cards.buttons import follow_button, save_button, vote_button
from newsclip.web.cards.html import (
    CardData,
    CloseClip,
    PublisherName,
    acts,
    also,
    html,
    marks,
    tellers,
)
from newsclip.web.templatetags.newsclip import was_yesterday

_FACES_KEPT = 4000  # about 2 kB each
_HOUR, _DAY = 3600, 86_400
_WELL_AFTER, _LATELY = timedelta(minutes=30), timedelta(hours=12)


class Copy(NamedTuple):
    """A picture that is kept here."""

    name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Card:
    """`publishers`: who told the story, the first to tell it first. `mine`, `saved`, `followed`, `corrected`: as in
    CardData. `also`: clips close to this one that have no card of their own. `developed`: whether the newest article of
    the story is no copy.
    """

    clip: Clip
    picture: Copy | None
    publishers: tuple[PublisherName, ...]
    articles: int
    counts: community.StoryCounts
    corrected: bool = False
    mine: int | None = 0
    saved: bool = False
    followed: bool = False
    also: tuple[Clip, ...] = ()
    developed: bool = False

    def html(self) -> SafeString:
        return _render(self._face(eager=False))

    def eager(self) -> SafeString:
        """The same for the head of a page."""
        return _render(self._face(eager=True))

    def marked(self, headline: SafeString, summary: SafeString, found: SafeString) -> SafeString:
        """The same where headline and summary show what was searched for. Never kept: marks are HTML."""
        return html(self._face(eager=False)._replace(headline=headline, summary=summary), found)

    def summary(self) -> str:
        """What stands below the headline, without what that says."""
        return text_below(self.clip.headline, self.clip.summary)

    def acts(self) -> SafeString:
        """The buttons alone, for short items."""
        return acts(self._face(eager=False))

    def marks(self) -> SafeString:
        """The marks alone, for short items."""
        return marks(self._face(eager=False))

    def tellers(self) -> SafeString:
        """The publishers alone, for short items."""
        return tellers(self._face(eager=False))

    def close_clips(self) -> SafeString:
        """The links to clips close to this one, for short items."""
        return also(self._face(eager=False))

    def vote_button(self) -> SafeString:
        """A part of its HTML; of readers who may vote."""
        return vote_button(self.clip.story_id, self.counts.votes, self.mine or 0)

    def save_button(self) -> SafeString:
        """As vote_button."""
        return save_button(self.clip.story_id, saved=self.saved)

    def follow_button(self) -> SafeString:
        """As vote_button."""
        return follow_button(self.clip.story_id, self.counts.followers, followed=self.followed)

    def _face(self, *, eager: bool) -> CardData:
        clip, picture = self.clip, self.picture
        return CardData(
            get_language() or "", clip.pk, clip.version, clip.story_id, clip.slug, clip.category, clip.headline,
            clip.headline_judged,
            self.summary(), clip.language,
            clip.published, _age(clip.published, timezone.now()),
            picture.name if picture else "", (picture.width, picture.height) if picture else (0, 0),
            self.publishers, self.articles, clip.reports, self.counts, self.mine, self.saved, self.followed,
            eager,
            clip.disagreements > 0, self.corrected,
            tuple(
                CloseClip(one.pk, one.version, one.slug, one.headline, one.headline_judged, one.language)
                for one in self.also
            ),
            *self._newest(),
        )  # fmt: skip

    def _newest(self) -> tuple[datetime | None, tuple[str, int]]:
        """When the newest article came out, where a card tells that, and its age."""
        newest, now = self.clip.updated, timezone.now()
        if not self.developed or not is_worth_telling(self.clip.published, newest, now):
            return None, ("", 0)
        return newest, _age(newest, now)


@lru_cache(_FACES_KEPT)
def _render(face: CardData) -> SafeString:
    return html(face)


def is_worth_telling(first: datetime, newest: datetime, now: datetime) -> bool:
    """Whether the newest article came out lately, and well after the first, so that a card tells both times."""
    if is_day_only(newest) or now - newest >= _LATELY or newest - first < _WELL_AFTER:
        return False
    return _age(first, now) != _age(newest, now)


def _age(published: datetime, now: datetime) -> tuple[str, int]:
    passed = max(0, int((now - published).total_seconds()))
    if passed < _HOUR:
        return "minutes", passed // 60
    if passed < _DAY:
        return "hours", passed // _HOUR
    return "days", int(was_yesterday(published, now))


def _tellers(story_ids: Collection[int]) -> QuerySet[Membership, Any]:
    members = Membership.objects.filter(story__in=story_ids).order_by("article__published", "pk")
    return members.values_list("story_id", "article__publisher__name", "article__publisher__domain", "copy_of")


def _pictures_and_counts(clip_ids: Collection[int]) -> QuerySet[Clip, Any]:
    picture = Picture.objects.filter(url=OuterRef("image")).exclude(name="")
    copy = picture.values(copy=JSONObject(**{field: field for field in Copy._fields}))
    found = Clip.objects.filter(pk__in=clip_ids).order_by()
    put_right = Correction.objects.exclude(kind=Correction.Kind.MOVED)  # that says nothing against what the clip told
    corrected = Exists(put_right.filter(clip=OuterRef("pk")))
    return found.values_list("pk", Subquery(copy), corrected, *community.count_columns("story"))


_TELLERS, _BESIDE = CachedQuery(Membership, _tellers), CachedQuery(Clip, _pictures_and_counts)


class Tellers:
    """Who tells which story, asked for once for all that a page wants it for."""

    def __init__(self) -> None:
        self._told: dict[int, list[PublisherName]] = {}
        self._developed: dict[int, bool] = {}

    def names(self, story_ids: Collection[int]) -> dict[int, list[PublisherName]]:
        """The publisher of each article of each story, in the order of publication."""
        self._ask(story_ids)
        return {story: self._told[story] for story in story_ids}

    def developed(self, story_id: int) -> bool:
        """Whether the newest article of a story that was asked for is no copy of another."""
        return self._developed.get(story_id, False)

    def domains(self, story_ids: Collection[int]) -> dict[int, set[str]]:
        self._ask(story_ids)
        return {story: {one.domain for one in self._told[story]} for story in story_ids}

    def _ask(self, story_ids: Collection[int]) -> None:
        wanted = set(story_ids) - self._told.keys()
        if not wanted:
            return
        self._told.update({story: [] for story in wanted})
        for story, name, domain, copy_of in _TELLERS.rows(wanted):
            self._told[story].append(PublisherName(name, domain))
            self._developed[story] = copy_of is None


def cards(clips: Sequence[Clip], tellers: Tellers | None = None) -> list[Card]:
    """A card for each clip, in the same order."""
    tellers = tellers or Tellers()
    told = tellers.names([clip.story_id for clip in clips])
    beside = _beside([clip.pk for clip in clips])
    return [
        Card(
            clip, picture, each_name_once(told[clip.story_id]), len(told[clip.story_id]), counts, corrected,
            developed=tellers.developed(clip.story_id),
        )
        for clip, (picture, corrected, counts) in ((clip, beside[clip.pk]) for clip in clips)
    ]  # fmt: skip


def each_name_once(told: Sequence[PublisherName]) -> tuple[PublisherName, ...]:
    """The first of each name: a publisher may have several domains."""
    found: dict[str, PublisherName] = {}
    for one in told:
        found.setdefault(one.name, one)
    return tuple(found.values())


def _beside(clip_ids: Sequence[int]) -> dict[int, tuple[Copy | None, bool, community.StoryCounts]]:
    """For each clip its picture, if there is a copy of it here, whether it was corrected, and the story's numbers."""
    rows = _BESIDE.rows(clip_ids)
    return {
        pk: (Copy(**json.loads(kept)) if kept else None, bool(corrected), community.StoryCounts(*map(int, numbers)))
        for pk, kept, corrected, *numbers in rows
    }


def kept_pictures(urls: Sequence[str]) -> dict[str, Picture]:
    """The pictures of these addresses that have a copy here."""
    return {picture.url: picture for picture in Picture.objects.filter(url__in=urls).exclude(name="")}
