"""Every list of the site."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Path, Schema

from newsclip.api.auth import name_hidden, silent_publishers, unmuted, whoever_asks
from newsclip.api.schemas import FARTHEST, Cards, Limit, Line, Mark, Name, Skip, router
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, Hashtag
from newsclip.community import queries as community
from newsclip.community.models import Topic
from newsclip.kernel.reasons import in_sentences
from newsclip.ranking import queries as ranking
from newsclip.sources.models import Publisher
from newsclip.wiring import search_index

_OF_A_DAY = 200  # as on the page of a day


class Category(Schema):
    name: str
    """As `/api/categories/{name}/clips` takes it."""


class TrendingTag(Schema):
    """`voices`: publishers that tell of it today; `usual`: on a usual day."""

    hashtag: str
    voices: int
    usual: float


class Trending(Schema):
    hashtags: list[TrendingTag]
    stories: list[int]


class Corrected(Schema):
    """What a clip no longer says, or says otherwise: each sentence `before` and `after`.

    `reason` is in English words, `reasons` are what they were made of: codes, and parameters that refer by ids.
    """

    slug: str
    version: int
    kind: str
    reason: str
    reasons: list[dict[str, Any]]
    at: datetime
    sentences: list[dict[str, str]]


class Deed(Schema):
    """What a moderator did, to what and why.

    `change`: which words of a clip, from what to what, as they were; `may_appeal`: whether it concerns whoever asks,
    with a token.
    """

    id: int
    moderator: str
    kind: str
    target: str
    key: str
    label: str
    change: str
    reason: str
    until: datetime | None
    at: datetime
    may_appeal: bool


@router.get("/clips", response=Cards, summary="Clips in the order of the front page, or in another order")
def front_page(
    request: HttpRequest,
    response: HttpResponse,
    order: Literal["hot", "rising", "top"] = "hot",
    period: Literal["", "day", "week", "month"] = "",
    before: Mark = "",
    limit: Limit = 30,
) -> Cards:
    """`period` limits the order `top`."""
    since = timezone.now() - ranking.PERIODS[period] if period else None
    return unmuted(request, response, *ranking.front_page(limit=limit, before=before, order=order, since=since))


@router.get("/newest", response=Cards, summary="Clips by time of publication, newest first")
def newest(request: HttpRequest, response: HttpResponse, skip: Skip = 0, limit: Limit = 30) -> Cards:
    return _turned(request, response, list(clips.newest()[skip : skip + limit + 1]), skip, limit)


@router.get("/categories", response=list[Category], summary="Categories that have clips")
def categories(request: HttpRequest) -> list[Category]:
    return [Category(name=name) for name in ranking.categories()]


@router.get("/categories/{name}/clips", response=Cards, summary="Clips of a category, hottest first")
def of_category(
    request: HttpRequest, response: HttpResponse, name: Path[Name], before: Mark = "", limit: Limit = 30
) -> Cards:
    return unmuted(request, response, *ranking.hot_in_category(name, limit=limit, before=before))


@router.get("/hashtags/{name}/clips", response=Cards, summary="Clips with a hashtag, hottest first")
def of_hashtag(
    request: HttpRequest, response: HttpResponse, name: Path[Name], before: Mark = "", limit: Limit = 30
) -> Cards:
    known = get_object_or_404(Hashtag.objects.filter(key=name.lower().removeprefix("#"))[:1])
    return unmuted(request, response, *ranking.hot_with_tag(known.key, limit=limit, before=before))


@router.get(
    "/sources/{domain}/clips", response=Cards, summary="Clips of stories that a publisher reports, newest first"
)
def of_source(
    request: HttpRequest, response: HttpResponse, domain: Path[Name], skip: Skip = 0, limit: Limit = 30
) -> Cards:
    get_object_or_404(Publisher, domain=domain)
    return _turned(request, response, list(clips.by_publisher(domain)[skip : skip + limit + 1]), skip, limit)


@router.get("/search", response=Cards, summary="Clips that contain all the words")
def search(request: HttpRequest, response: HttpResponse, q: Line, skip: Skip = 0, limit: Limit = 30) -> Cards:
    hits = search_index().search(q, limit=limit + 1, skip=skip)
    known = clips.newest().in_bulk([hit.clip_id for hit in hits])
    return _turned(request, response, [known.get(hit.clip_id) for hit in hits], skip, limit, where="search")


def _turned(
    request: HttpRequest,
    response: HttpResponse,
    found: Sequence[Clip | None],
    skip: int,
    limit: int,
    *,
    where: str = "lists",
) -> Cards:
    """A page of what was found, which is one more than that where there is another page. None: hidden meanwhile."""
    more = len(found) > limit and skip + limit <= FARTHEST
    shown = [clip for clip in found[:limit] if clip is not None]
    return unmuted(request, response, shown, str(skip + limit) if more else "", where=where)


@router.get("/editions/{day}", response=Cards, summary="The news of one day, most reported and upvoted first")
def of_day(request: HttpRequest, response: HttpResponse, day: date) -> Cards:
    if day > timezone.now().astimezone(UTC).date() or day == date.min:
        raise Http404("There is no such day.")
    return unmuted(request, response, ranking.of_day(day, limit=_OF_A_DAY))


@router.get("/trending", response=Trending, summary="What is reported more than usual")
def trending(request: HttpRequest) -> Trending:
    found = [TrendingTag(hashtag=one.name, voices=one.voices, usual=one.usual) for one in ranking.trending(limit=60)]
    return Trending(hashtags=found, stories=[one.story_id for one in ranking.trending_stories(limit=30)])


@router.get("/corrections", response=list[Corrected], summary="Corrections, latest first")
def corrections(request: HttpRequest, response: HttpResponse, skip: Skip = 0, limit: Limit = 30) -> list[Corrected]:
    """With a token of scope `read`: no reasons of publishers that its owner mutes, and, as it is not kept whose words
    they were, no sentences; `Newsclip-Hidden` names the mutes that hid something: where sentences are left out, all of
    publishers.
    """
    rows, muted = list(clips.corrections()[skip : skip + limit]), silent_publishers(request)
    hidden = muted if any(one.sentences for one in rows) else clips.left_out_of(rows, muted)
    name_hidden(response, (f"{Topic.SOURCE} {domain}" for domain in sorted(hidden)))
    return [
        Corrected(
            slug=one.clip.slug, version=one.version, kind=one.kind, reason=in_sentences(one.told), reasons=one.reasons,
            at=one.at, sentences=[] if muted else one.sentences,
        )
        for one in clips.unmuted_corrections(rows, muted)
    ]  # fmt: skip


@router.get("/moderation", response=list[Deed], summary="Actions of moderators, latest first")
def moderation(request: HttpRequest, skip: Skip = 0, limit: Limit = 30) -> list[Deed]:
    done = community.named(community.log()[skip : skip + limit])
    reader = whoever_asks(request)
    mine = community.open_to_appeal(reader, done) if reader else ()
    return [
        Deed(
            id=one.pk, moderator=one.name, kind=one.kind, target=one.target, key=one.key, label=one.called,
            change=one.change, reason=one.reason, until=one.until, at=one.at, may_appeal=one.pk in mine,
        )
        for one in done
    ]  # fmt: skip
