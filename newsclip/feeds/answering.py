"""Feed responses, with conditional requests: an unchanged feed is answered 304 without being rendered.

By its ETag alone: what is taken out, and links to other clips, change a feed whose newest entry is as old as before.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag

from newsclip.feeds.channel import Channel
from newsclip.feeds.forms import atom, json_feed, rss

_FRESH_SECONDS = 60  # max-age of a feed
FORMS = {
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "rss": (rss, "application/rss+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
}


def answer(request: HttpRequest, form: str, channel: Channel) -> HttpResponseBase:
    write, kind = FORMS[form]
    etag = quote_etag(channel.etag)
    given = get_conditional_response(request, etag=etag)
    if given is None:
        given = HttpResponse(write(channel), content_type=kind)
    given["ETag"] = etag
    if channel.private:
        patch_cache_control(given, private=True, max_age=_FRESH_SECONDS)
        given["Referrer-Policy"] = "no-referrer"  # the address holds a token
        return given
    given["Access-Control-Allow-Origin"] = "*"
    if channel.hub:
        given["Link"] = f'<{channel.hub}>; rel="hub", <{channel.url}>; rel="self"'
    patch_cache_control(given, public=True, max_age=_FRESH_SECONDS)
    return given
