"""What readers can know of a publisher: what is followed there, and what became of it. Counts, no ratings."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.core.cache import caches
from django.utils.translation import gettext, gettext_lazy

from newsclip.articles import queries as articles
from newsclip.articles.ports import NotedCorrection, PublisherArticles
from newsclip.clips import queries as clips
from newsclip.kernel.reasons import Explanation, explain
from newsclip.kernel.spans import digest_of
from newsclip.sources import queries
from newsclip.sources.models import Publisher, Source
from newsclip.stories import queries as stories
from newsclip.stories.ports import PublisherTellings
from newsclip.web.sources.source_words import KINDS

DAYS = 90
_MINUTE, _HOUR = 60, 3600
_KEPT_SECONDS = 300
_SHOWN = 5  # corrections that it printed
_STOPPED = {
    Source.State.PAUSED: gettext_lazy("paused"),
    Source.State.GONE: gettext_lazy("no longer there"),
    Source.State.REMOVED: gettext_lazy("no longer read"),
}


@dataclass(frozen=True, slots=True)
class FollowedSource:
    """A source in words: its kind, and how often it is asked, or why it is not."""

    source: Source
    kind: Any
    pace: str


@dataclass(frozen=True, slots=True)
class SourceCard:
    """`followed`: its sources, also those of before; `since`: when the first that is followed now was added; `noted`:
    how many articles say that it corrected them; `notes`: what the latest of them say.
    """

    followed: tuple[FollowedSource, ...]
    since: datetime | None
    articles: PublisherArticles
    clips: int
    tellings: PublisherTellings
    corrections: int
    more_corrections: bool
    noted: int
    notes: tuple[NotedCorrection, ...]
    days: int = DAYS

    @property
    def not_read(self) -> list[tuple[Explanation, int]]:
        """Why articles were refused, and how many for each reason."""
        return [(explain(code), number) for code, number in self.articles.reasons]

    @property
    def stopped(self) -> str:
        """In words, that none of its sources is read now; "" where one is, or there never was any."""
        states = {one.source.state for one in self.followed}
        if not states or Source.State.ACTIVE in states:
            return ""
        if Source.State.PAUSED in states:
            return gettext("Paused: nothing new of this publisher is read at the moment. What was read stays.")
        return gettext("No longer read: nothing new of this publisher arrives. What was read stays.")


@dataclass(frozen=True, slots=True)
class _Counts:
    """Numbers alone: they are kept for a while, and what is taken down has to go at once."""

    articles: PublisherArticles
    clips: int
    tellings: PublisherTellings
    corrections: tuple[int, bool]
    noted: int


def source_card(publisher: Publisher, *, now: datetime) -> SourceCard:
    """The card; its numbers are counted once in five minutes. What has words is asked anew: sources and notes."""
    key = f"source-card-7:{digest_of(publisher.domain)}"
    counts = cast("_Counts", caches["process"].get_or_set(key, lambda: _counted(publisher, now), _KEPT_SECONDS))
    rows = list(queries.with_hubs(queries.listed().filter(publisher=publisher)))
    return SourceCard(
        followed=tuple(FollowedSource(row, KINDS[row.kind], _pace(row)) for row in rows),
        since=min((row.added_at for row in rows if row.state == Source.State.ACTIVE), default=None),
        articles=counts.articles,
        clips=counts.clips,
        tellings=counts.tellings,
        corrections=counts.corrections[0],
        more_corrections=counts.corrections[1],
        noted=counts.noted,
        notes=tuple(articles.noted_corrections(publisher.pk, since=now - timedelta(days=DAYS), limit=_SHOWN)),
    )


def _counted(publisher: Publisher, now: datetime) -> _Counts:
    since = now - timedelta(days=DAYS)
    return _Counts(
        articles.articles_of_publisher(publisher.pk),
        clips.by_publisher(publisher.domain).count(),
        stories.tellings_of(publisher.pk, since),
        clips.corrections_by(publisher.pk, since=since),
        articles.count_noted_corrections(publisher.pk, since=since),
    )


def _pace(source: Source) -> str:
    if source.state != Source.State.ACTIVE:
        return str(_STOPPED[Source.State(source.state)])
    if queries.is_told_by_hub(source):
        return gettext("tells us at once what is new")
    if source.interval < 2 * _HOUR:
        return gettext("we look about every %(count)d minutes") % {"count": round(source.interval / _MINUTE)}
    return gettext("we look about every %(count)d hours") % {"count": round(source.interval / _HOUR)}
