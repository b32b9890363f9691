"""Feeds of clip lists."""

from dataclasses import replace
from urllib.parse import quote

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.text import slugify

from newsclip import wiring
from newsclip.clips import queries
from newsclip.clips.models import Clip, Hashtag
from newsclip.feeds.answering import answer
from newsclip.feeds.channel import Channel, Item, of_clips
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.ranking.models import Trend
from newsclip.sources.models import Publisher

_SHOWN = 30
_LONGEST_SEARCH = 200  # characters


def front(request: HttpRequest, form: str) -> HttpResponseBase:
    clips, _ = ranking.front_page(limit=_SHOWN)
    return answer(request, form, of_clips(OPTIONS.site_name, "/", f"/feed.{form}", clips))


def category(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    name = next((name for name in ranking.categories() if slugify(name) == slug), None)
    if name is None:
        raise Http404("No clip has this category.")
    clips = _newest(queries.by_category(name))
    return answer(request, form, _channel(name, f"/category/{slug}", form, clips))


def tag(request: HttpRequest, key: str, form: str) -> HttpResponseBase:
    known = get_object_or_404(Hashtag.objects.filter(key=key.lower()).order_by()[:1])
    newest, _ = ranking.newest_with_tag(known.key, limit=_SHOWN)
    clips = _newest(queries.newest().filter(pk__in=[clip.pk for clip in newest]))
    return answer(request, form, _channel(f"#{known.name}", f"/tag/{quote(known.key)}", form, clips))


def source(request: HttpRequest, domain: str, form: str) -> HttpResponseBase:
    publisher = get_object_or_404(Publisher, domain=domain)
    clips = _newest(queries.by_publisher(domain))
    return answer(request, form, _channel(publisher.name, f"/source/{domain}", form, clips))


def search(request: HttpRequest, form: str) -> HttpResponseBase:
    words = request.GET.get("q", "").strip()[:_LONGEST_SEARCH]
    hits = wiring.search_index().search(words, limit=_SHOWN) if words else []
    clips = _newest(queries.newest().filter(pk__in=[hit.clip_id for hit in hits]))
    asked = f"q={quote(words)}"
    channel = of_clips(f"{words} — {OPTIONS.site_name}", f"/search?{asked}", f"/search/feed.{form}?{asked}", clips)
    return answer(request, form, replace(channel, told=False))


def trending(request: HttpRequest, form: str) -> HttpResponseBase:
    """Trending hashtags; one that trends again another day is a new entry."""
    found = ranking.trending(limit=_SHOWN)
    marks = [f"{one.key} {one.at.date()}" for one in found]
    newest = max((one.at for one in found), default=None)
    title = f"Trending — {OPTIONS.site_name}"
    return answer(
        request, form, Channel(title, "/trending", f"/trending/feed.{form}", marks, newest, lambda: _trends(found))
    )


def _trends(found: list[Trend]) -> list[Item]:
    pages = [f"{OPTIONS.site_url}/tag/{quote(one.key)}" for one in found]
    return [
        Item(
            id=f"{page}#{one.at:%Y-%m-%d}",
            url=page,
            title=f"#{one.name}",
            content=f"{one.voices} publishers tell of it today; on a usual day {one.usual:.1f}.",
            published=one.at,
            updated=one.at,
        )
        for one, page in zip(found, pages, strict=True)
    ]


def _newest(clips: "QuerySet[Clip]") -> list[Clip]:
    """With documents: entries name the sources."""
    return list(clips.defer(None)[:_SHOWN])


def _channel(title: str, page: str, form: str, clips: list[Clip]) -> Channel:
    return of_clips(f"{title} — {OPTIONS.site_name}", page, f"{page}/feed.{form}", clips)
