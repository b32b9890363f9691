"""Every list of the site as a feed; asked again with what it answered before, it answers 304 without rendering."""

from urllib.parse import quote

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.utils.text import slugify

from newsclip import wiring
from newsclip.clips import queries
from newsclip.clips.models import Clip, Hashtag
from newsclip.feeds.channel import Channel
from newsclip.feeds.forms import atom, json_feed
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.sources.models import Publisher

_SHOWN = 30
_FRESH_SECONDS = 60
_LONGEST_SEARCH = 200
_FORMS = {
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
}


def front(request: HttpRequest, form: str) -> HttpResponseBase:
    clips, _ = ranking.front_page(limit=_SHOWN)
    return _answer(request, form, Channel(OPTIONS.site_name, "/", f"/feed.{form}", clips))


def category(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    name = next((name for name in ranking.categories() if slugify(name) == slug), None)
    if name is None:
        raise Http404("No clip has this category.")
    clips = _newest(queries.by_category(name))
    return _answer(request, form, _channel(name, f"/category/{slug}", form, clips))


def tag(request: HttpRequest, key: str, form: str) -> HttpResponseBase:
    known = Hashtag.objects.filter(key=key.lower()).first()
    if known is None:
        raise Http404("No clip has this hashtag.")
    clips = _newest(queries.by_tag(known.key))
    return _answer(request, form, _channel(f"#{known.name}", f"/tag/{quote(known.key)}", form, clips))


def source(request: HttpRequest, domain: str, form: str) -> HttpResponseBase:
    publisher = get_object_or_404(Publisher, domain=domain)
    clips = _newest(queries.by_publisher(domain))
    return _answer(request, form, _channel(publisher.name, f"/source/{domain}", form, clips))


def search(request: HttpRequest, form: str) -> HttpResponseBase:
    words = request.GET.get("q", "").strip()[:_LONGEST_SEARCH]
    hits = wiring.search_index().search(words, limit=_SHOWN) if words else []
    clips = _newest(queries.newest().filter(pk__in=[hit.clip_id for hit in hits]))
    asked = f"q={quote(words)}"
    channel = Channel(f"{words} — {OPTIONS.site_name}", f"/search?{asked}", f"/search/feed.{form}?{asked}", clips)
    return _answer(request, form, channel)


def _newest(clips: "QuerySet[Clip]") -> list[Clip]:
    """With their documents: entries name the sources."""
    return list(clips.defer(None)[:_SHOWN])


def _channel(title: str, page: str, form: str, clips: list[Clip]) -> Channel:
    return Channel(f"{title} — {OPTIONS.site_name}", page, f"{page}/feed.{form}", clips)


def _answer(request: HttpRequest, form: str, channel: Channel) -> HttpResponseBase:
    write, kind = _FORMS[form]
    etag = quote_etag(channel.etag)
    modified = int(channel.updated.timestamp()) if channel.updated else None
    answer = get_conditional_response(request, etag=etag, last_modified=modified)
    if answer is None:
        answer = HttpResponse(write(channel), content_type=kind)
    answer["ETag"] = etag
    if modified is not None:
        answer["Last-Modified"] = http_date(modified)
    answer["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(answer, public=True, max_age=_FRESH_SECONDS)
    return answer
