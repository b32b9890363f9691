"""The three feed formats: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. All have the same content."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from newsclip.feeds.channel import Channel, Item, Link, in_json
from newsclip.kernel.markup import fit_for_xml
from newsclip.options import OPTIONS

NEVER = datetime(2026, 1, 1, tzinfo=UTC)


class _Ours(SyndicationFeed):
    """Common to Atom and RSS: the feed's date is given, and it names the hub."""

    link_name = "link"

    def latest_post_date(self) -> datetime:
        date: datetime = self.feed["date"]
        return date

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement(self.link_name, "", {"rel": "hub", "href": self.feed["hub"]})
        for one in self.feed["links"]:  # "prev" and "next" of a feed would be pages of it (RFC 5005)
            self._add_link(
                handler, replace(one, rel="related", title=f"{one.said}: {one.title}. {one.reason}".rstrip())
            )

    def add_links(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """To stories beside the item's own, and to reports of its own story in other languages."""
        for one in item["links"]:
            self._add_link(handler, one)
        for report in item["elsewhere"]:
            title = f"{report.title} ({report.publisher})"
            self._add_link(handler, Link("related", report.url, title, (), report.language))

    def _add_link(self, handler: SimplerXMLGenerator, one: Link) -> None:
        told = {"rel": one.rel, "href": one.url, "title": fit_for_xml(one.title)}
        language = {"hreflang": fit_for_xml(one.language)} if one.language else {}
        handler.addQuickElement(self.link_name, "", told | language)


class _Atom(_Ours, Atom1Feed):
    """Atom whose entries name their language, every article they rest on ("via"), and stories beside their own."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] else {}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for source in item["via"]:
            title = fit_for_xml(source["publisher"])
            handler.addQuickElement("link", "", {"rel": "via", "href": source["url"], "title": title})
        self.add_links(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


class _Rss(_Ours, Rss201rev2Feed):
    """RSS with complete descriptions, and Atom's links to stories beside each entry's own."""

    link_name = "atom:link"

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"description": item["content"]})
        self.add_links(handler, item)


def atom(channel: Channel) -> bytes:
    return _xml(channel, _Atom)


def rss(channel: Channel) -> bytes:
    return _xml(channel, _Rss)


def _xml(channel: Channel, kind: type[SyndicationFeed]) -> bytes:
    feed = kind(
        title=fit_for_xml(channel.title),
        link=channel.page_url,
        description=fit_for_xml(channel.title) if kind is _Rss else "",  # required in RSS
        feed_url=channel.url,
        author_name=OPTIONS.site_name,
        language=channel.language,
        date=channel.updated or NEVER,
        hub=channel.hub,
        links=channel.links,
    )
    for item in channel.items():
        feed.add_item(
            title=fit_for_xml(item.title),
            link=item.url,
            description=escape(fit_for_xml(item.summary)),  # Django writes summaries as HTML
            unique_id=item.id,
            unique_id_is_permalink=item.id == item.url,
            author_name=fit_for_xml(item.author) if item.author else None,
            pubdate=item.published,
            updateddate=item.updated,
            categories=[fit_for_xml(name) for name in item.tags],
            language=fit_for_xml(item.language),
            via=item.via,
            links=item.links,
            elsewhere=item.elsewhere,
            content=fit_for_xml(item.content),
        )
    return feed.writeString("utf-8").encode()


def json_feed(channel: Channel) -> bytes:
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.page_url,
        "feed_url": channel.url,
        "authors": [{"name": OPTIONS.site_name, "url": f"{OPTIONS.site_url}/"}],
        "language": channel.language,
        **({"hubs": [{"type": "WebSub", "url": channel.hub}]} if channel.hub else {}),
        **({"_newsclip": in_json(channel.links)} if channel.links else {}),
        "items": [_json_item(item) for item in channel.items()],
    }
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")


def _json_item(item: Item) -> dict[str, Any]:
    told = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "language": item.language,
        "content_html": item.content,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "tags": list(item.tags),
        "authors": [{"name": item.author}] if item.author else [],
    }
    return {name: value for name, value in told.items() if value} | item.more
