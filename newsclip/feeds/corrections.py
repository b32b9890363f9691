"""What was put right, as a feed: Atom, JSON Feed and RSS, asked for the way every list is."""

import json
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import format_html, format_html_join
from django.utils.http import http_date, quote_etag
from django.utils.safestring import SafeString

from newsclip.clips import queries
from newsclip.clips.models import Correction
from newsclip.feeds.channel import clip_url
from newsclip.kernel.markup import fit_for_xml
from newsclip.options import OPTIONS

_SHOWN = 50
_FRESH_SECONDS = 60
_TITLE = "Corrections"
_KINDS = {
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
}


def corrections(request: HttpRequest, form: str) -> HttpResponseBase:
    found = list(queries.corrections()[:_SHOWN])
    etag = quote_etag(sha256(f"{form} {[one.pk for one in found]}".encode()).hexdigest()[:32])
    modified = int(found[0].at.timestamp()) if found else None
    answer = get_conditional_response(request, etag=etag, last_modified=modified)
    if answer is None:
        body = _json(found) if form == "json" else _xml(found, form)
        answer = HttpResponse(body, content_type=_KINDS[form])
    answer["ETag"] = etag
    if modified is not None:
        answer["Last-Modified"] = http_date(modified)
    answer["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(answer, public=True, max_age=_FRESH_SECONDS)
    return answer


def _xml(found: list[Correction], form: str) -> bytes:
    kind: type[SyndicationFeed] = Atom1Feed if form == "atom" else Rss201rev2Feed
    feed = kind(
        title=fit_for_xml(f"{_TITLE} — {OPTIONS.site_name}"),
        link=f"{OPTIONS.site_url}/corrections",
        description="What clips no longer say, or say otherwise, and why.",
        feed_url=f"{OPTIONS.site_url}/corrections/feed.{form}",
        author_name=OPTIONS.site_name,
        language="en",
    )
    for one in found:
        feed.add_item(
            title=fit_for_xml(one.reason),
            link=clip_url(one.clip),
            description=fit_for_xml(_content(one)),
            unique_id=_id(one),
            unique_id_is_permalink=False,
            pubdate=one.at,
            updateddate=one.at,
            categories=[one.kind],
        )
    return feed.writeString("utf-8").encode()


def _json(found: list[Correction]) -> bytes:
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{_TITLE} — {OPTIONS.site_name}",
        "home_page_url": f"{OPTIONS.site_url}/corrections",
        "feed_url": f"{OPTIONS.site_url}/corrections/feed.json",
        "items": [
            {
                "id": _id(one),
                "url": clip_url(one.clip),
                "title": one.reason,
                "content_html": _content(one),
                "date_published": one.at.isoformat(),
                "tags": [one.kind],
                "_newsclip": {"clip": one.clip.slug, "version": one.version, "sentences": one.sentences},
            }
            for one in found
        ],
    }
    return json.dumps(body, ensure_ascii=False).encode()


def _id(one: Correction) -> str:
    return f"{OPTIONS.site_url}/corrections#correction-{one.pk}"


def _content(one: Correction) -> SafeString:
    pairs = format_html_join(
        "", "<li><del>{}</del> <ins>{}</ins></li>", ((pair["before"], pair["after"]) for pair in one.sentences)
    )
    listed = format_html("<ul>{}</ul>", pairs) if one.sentences else ""
    return format_html('<p>{}: <a href="{}">{}</a></p>{}', one.reason, clip_url(one.clip), one.clip.headline, listed)
