"""Pictures of the news: how a story grew, who tells how much of it, and a topic's last thirty days.

Each is an image of its own, small and the same for everybody who mutes nobody. Pages say in words what it shows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import cast

from django.core.cache import caches
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.csp import csp_override

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, Hashtag
from newsclip.evidence.coverage import Coverage
from newsclip.kernel.publication_times import is_day_only
from newsclip.kernel.reasons import Refused
from newsclip.kernel.spans import digest_of
from newsclip.stories.models import Membership, Story
from newsclip.web import context_processors
from newsclip.web.charts import svg
from newsclip.web.charts.series import MONTH, Point, by_day, growth
from newsclip.web.pages.unmuted_clip import unmuted_clip
from newsclip.web.security_headers import CHART_CSP

_LEAST_ARTICLES, _LEAST_CLIPS = 3, 3  # less is told by the numbers alone
_LEAST_TIME = timedelta(hours=1)
_MOST_ARTICLES, _MOST_BARS = 10_000, 8
_KEPT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Month:
    """A topic's last thirty days: clips of each, of all, and the day with most."""

    days: tuple[tuple[date, int], ...]
    all: int
    busiest: date
    most: int


def growth_of(story: Story) -> tuple[Point, ...]:
    """How the story grew; () if it has too few articles, or all came within an hour."""
    rows = Membership.objects.filter(story=story).order_by("-pk")
    told = rows.values_list("article__published", "article__found_at", "report")[:_MOST_ARTICLES]
    points = growth((_when(at or found, found, story), report) for at, found, report in told)
    grew = len(points) >= _LEAST_ARTICLES and points[-1].at - points[0].at >= _LEAST_TIME
    return points if grew else ()


def _when(at: datetime, found: datetime, story: Story) -> datetime:
    """An article of which only the day is known came when it was found, or before that at the end of the story."""
    return max(story.started_at, min(found, max(at, story.last_at))) if is_day_only(at) else at


def month_of_tag(key: str) -> Month | None:
    """The last thirty days of the clips with a hashtag; None if they are too few."""
    return _month_of(f"tag {key}", lambda: clips.newest().filter(tags__key=key))


def month_of_category(name: str) -> Month | None:
    """The last thirty days of the clips of a category; None if they are too few."""
    return _month_of(f"category {name}", lambda: clips.by_category(name))


def _month_of(name: str, topic: "Callable[[], QuerySet[Clip]]") -> Month | None:
    """Counted once in five minutes. Ask for what exists only: each name takes a place in the cache."""
    counts = caches["process"].get_or_set(f"month-1:{digest_of(name)}", lambda: _counted(topic()), _KEPT_SECONDS)
    days = by_day(cast("dict[date, int]", counts), today=timezone.now().astimezone(UTC).date())
    busiest, most = max(days, key=lambda one: one[1])
    told = sum(number for _, number in days)
    return Month(days, told, busiest, most) if told >= _LEAST_CLIPS else None


def _counted(rows: "QuerySet[Clip]") -> dict[date, int]:
    return clips.published_by_day(rows, since=timezone.now() - timedelta(days=MONTH))


def tellers_of(request: HttpRequest, clip: Clip) -> list[tuple[str, int]]:
    """How many of the clip's facts each publisher tells, most first, as this reader hears it."""
    try:
        return told_by(unmuted_clip(request, clips.document(clip)).coverage(clip))
    except Refused:  # what is stored is no document
        return []


def told_by(covered: Coverage | None) -> list[tuple[str, int]]:
    """How many facts each publisher tells, most first; [] where one alone tells the story."""
    told = [one for one in _numbers(covered) if one[1]]
    return sorted(told, key=lambda one: -one[1])[:_MOST_BARS]


def without_facts(covered: Coverage | None) -> list[str]:
    """The publishers in whose words none of the facts was found, in the order of their reports."""
    return [publisher for publisher, number in _numbers(covered) if not number]


def _numbers(covered: Coverage | None) -> list[tuple[str, int]]:
    if covered is None or len(covered.tellers) < 2:
        return []
    told = [sum(place in fact.told_by for fact in covered.facts) for place in range(len(covered.tellers))]
    return [(teller.publisher, number) for teller, number in zip(covered.tellers, told, strict=True)]


@csp_override(CHART_CSP)
def story_growth(request: HttpRequest, story_id: int) -> HttpResponse:
    points = growth_of(get_object_or_404(Story, pk=story_id))
    if not points:
        raise Http404("Too little was told to draw it.")
    first, last = points[0].at, points[-1].at
    lines = (
        (gettext("articles"), [(one.at.timestamp(), one.articles) for one in points]),
        (gettext("independent reports"), [(one.at.timestamp(), one.reports) for one in points]),
    )
    written = _time if first.astimezone(UTC).date() == last.astimezone(UTC).date() else _short
    return _picture(svg.lines(lines, [(at.timestamp(), written(at)) for at in (first, last)]))


@csp_override(CHART_CSP)
def story_tellers(request: HttpRequest, story_id: int) -> HttpResponse:
    tellers = tellers_of(request, get_object_or_404(clips.listed().select_related("story"), story=story_id))
    if not tellers:
        raise Http404("Too few tell it to draw it.")
    return _picture(svg.bars(tellers))


@csp_override(CHART_CSP)
def tag_month(request: HttpRequest, key: str) -> HttpResponse:
    if key != key.lower():
        return redirect("web:tag_month", key.lower(), permanent=True)
    if not Hashtag.objects.filter(key=key).exists():
        raise Http404("No clip has this hashtag.")
    return _month(month_of_tag(key))


@csp_override(CHART_CSP)
def category_month(request: HttpRequest, slug: str) -> HttpResponse:
    name = context_processors.category_at(slug)
    if name is None:
        raise Http404("No clip has this category.")
    return _month(month_of_category(name))


def _month(month: Month | None) -> HttpResponse:
    if month is None:
        raise Http404("Too little was told to draw it.")
    marks = {place: _short(month.days[place][0]) for place in (0, len(month.days) // 2, len(month.days) - 1)}
    return _picture(svg.columns([number for _, number in month.days], marks))


def _picture(drawn: bytes) -> HttpResponse:
    return HttpResponse(drawn, content_type="image/svg+xml")


def _short(moment: date) -> str:
    at = moment.astimezone(UTC) if isinstance(moment, datetime) else moment
    return date_format(at, "j M")


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%H:%M}"
