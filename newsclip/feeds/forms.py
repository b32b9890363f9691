"""The two forms of a feed: Atom (RFC 4287) and JSON Feed 1.1. Both tell the same."""

import json
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.xmlutils import SimplerXMLGenerator

from newsclip.clips.models import Clip
from newsclip.feeds.channel import Channel, clip_url, lead_source, sources_of
from newsclip.kernel.markup import fit_for_xml
from newsclip.options import OPTIONS

NEVER = datetime(2026, 1, 1, tzinfo=UTC)


class _Atom(Atom1Feed):
    """Atom whose feed has the date it is given, and whose entries name every article they rest on ("via")."""

    def latest_post_date(self) -> datetime:
        date: datetime = self.feed["date"]
        return date

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for source in item["via"]:
            title = fit_for_xml(source["publisher"])
            handler.addQuickElement("link", "", {"rel": "via", "href": source["url"], "title": title})
        handler.addQuickElement("content", item["content"], {"type": "html"})


def atom(channel: Channel) -> bytes:
    feed = _Atom(
        title=fit_for_xml(channel.title),
        link=channel.page_url,
        description="",
        feed_url=channel.url,
        author_name=OPTIONS.site_name,
        language="en",
        date=channel.updated or NEVER,
    )
    for clip in channel.clips:
        feed.add_item(
            title=fit_for_xml(clip.headline),
            link=clip_url(clip),
            description=escape(fit_for_xml(clip.summary)),  # the framework says that a summary is HTML
            unique_id=clip_url(clip),
            pubdate=clip.published,
            updateddate=clip.updated,
            categories=[fit_for_xml(name) for name in _categories(clip)],
            via=sources_of(clip),
            content=fit_for_xml(_content(clip)),
        )
    return feed.writeString("utf-8").encode()


def json_feed(channel: Channel) -> bytes:
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.page_url,
        "feed_url": channel.url,
        "authors": [{"name": OPTIONS.site_name, "url": f"{OPTIONS.site_url}/"}],
        "items": [_json_item(clip) for clip in channel.clips],
    }
    return json.dumps(body, ensure_ascii=False).encode()


def _json_item(clip: Clip) -> dict[str, Any]:
    item = {
        "id": clip_url(clip),
        "url": clip_url(clip),
        "external_url": lead_source(clip)["url"],
        "title": clip.headline,
        "summary": clip.summary,
        "content_html": _content(clip),
        "date_published": clip.published.isoformat(),
        "date_modified": clip.updated.isoformat(),
        "tags": _categories(clip),
        "_newsclip": {
            "about": f"{OPTIONS.site_url}/about",
            "document": f"{clip_url(clip)}.json",
            "reports": clip.reports,
            "sources": sources_of(clip),
        },
    }
    return item | ({"language": clip.language} if clip.language else {})


def _categories(clip: Clip) -> list[str]:
    return [clip.category, *[tag.removeprefix("#") for tag in clip.document["hashtags"]]]


def _content(clip: Clip) -> SafeString:
    rows = [(source["url"], source["title"], source["publisher"]) for source in sources_of(clip)]
    listed = format_html_join("", '<li><a href="{}">{}</a> ({})</li>', rows)
    return format_html(
        '<p>{}</p><p><a href="{}">The clip with its evidence</a>, from:</p><ul>{}</ul>',
        clip.summary, clip_url(clip), listed,
    )  # fmt: skip
