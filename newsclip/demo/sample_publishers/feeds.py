"""The publishers' feeds: RSS 2.0 and 0.91, RSS 1.0, Atom (RFC 4287), JSON Feed 1.1, and the news sitemap."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import Any

from newsclip.demo.sample_publishers import markup
from newsclip.demo.sample_publishers.archive import Article
from newsclip.demo.sample_publishers.publishers.publisher import Publisher, shorten

TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "rss091": "text/xml; charset=iso-8859-1",
    "rdf": "application/rdf+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
    "sitemap": "application/xml; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed, in any format."""

    url: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    author: str = ""
    section: str = "General"
    content: str = ""


def entries(publisher: Publisher, articles: Sequence[Article], now: datetime) -> list[Entry]:
    """The articles of a publisher and its entries that lead to no article, newest first."""
    found = [
        Entry(
            url=publisher.url(article),
            title=article.title,
            summary=shorten(article.summary, 240),
            published=article.published,
            updated=article.updated,
            author=markup.byline(article.authors),
            section=article.section,
            content=markup.prose(article.body),
        )
        for article in articles
    ]
    for odd in publisher.oddities:
        published = now - timedelta(hours=odd.hours_ago)
        found.append(Entry(publisher.base + odd.path, odd.title, "", published, published))
    return sorted(found, key=lambda entry: entry.published, reverse=True)


def feed(publisher: Publisher, found: Sequence[Entry]) -> bytes:
    """The publisher's feed in its own format."""
    write = {"rss": _rss, "rss091": _rss091, "rdf": _rdf, "atom": _atom, "json": _json, "sitemap": _sitemap}
    return write[publisher.feed](publisher, found)


def _rss(publisher: Publisher, found: Sequence[Entry]) -> bytes:
    items = "\n".join(
        f"<item><title>{escape(entry.title)}</title><link>{escape(entry.url)}</link>"
        f'<guid isPermaLink="true">{escape(entry.url)}</guid><pubDate>{format_datetime(entry.published)}</pubDate>'
        f"<dc:creator>{escape(entry.author)}</dc:creator><category>{escape(entry.section)}</category>"
        f"<atom:updated>{entry.updated.isoformat(timespec='seconds')}</atom:updated>"
        f"<description>{escape(entry.summary)}</description></item>"
        for entry in found
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>{escape(publisher.name)}</title><link>{publisher.base}/</link>"
        f"<description>{escape(publisher.tagline)}</description><language>en-gb</language><ttl>5</ttl>"
        f'<atom:link rel="self" type="application/rss+xml" href="{publisher.base}{publisher.feed_path}"/>\n'
        f"{items}\n</channel></rss>\n"
    ).encode()


def _rss091(publisher: Publisher, found: Sequence[Entry]) -> bytes:
    """RSS 0.91 has neither dates nor identifiers."""
    items = "\n".join(
        f"<item><title>{escape(entry.title)}</title><link>{escape(entry.url)}</link>"
        f"<description>{escape(entry.summary)}</description></item>"
        for entry in found
    )
    return (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<rss version="0.91"><channel>'
        f"<title>{escape(publisher.name)}</title><link>{publisher.base}/</link>"
        f"<description>{escape(publisher.tagline)}</description><language>en</language>\n{items}\n</channel></rss>\n"
    ).encode("iso-8859-1", "xmlcharrefreplace")


def _rdf(publisher: Publisher, found: Sequence[Entry]) -> bytes:
    order = "".join(f'<rdf:li rdf:resource="{escape(entry.url)}"/>' for entry in found)
    items = "\n".join(
        f'<item rdf:about="{escape(entry.url)}"><title>{escape(entry.title)}</title><link>{escape(entry.url)}</link>'
        f"<description>{escape(entry.summary)}</description><dc:subject>{escape(entry.section)}</dc:subject>"
        f"<dc:date>{entry.published.isoformat(timespec='seconds')}</dc:date></item>"
        for entry in found
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns="http://purl.org/rss/1.0/" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<channel rdf:about="{publisher.base}{publisher.feed_path}"><title>{escape(publisher.name)}</title>'
        f"<link>{publisher.base}/</link><description>{escape(publisher.tagline)}</description>"
        f"<items><rdf:Seq>{order}</rdf:Seq></items></channel>\n{items}\n</rdf:RDF>\n"
    ).encode()


def _atom(publisher: Publisher, found: Sequence[Entry]) -> bytes:
    latest = max((entry.updated for entry in found), default=None)
    items = "\n".join(
        f'<entry><id>{escape(entry.url)}</id><title type="text">{escape(entry.title)}</title>'
        f'<link rel="alternate" type="text/html" href="{escape(entry.url)}"/>'
        f"<published>{entry.published.isoformat(timespec='seconds')}</published>"
        f"<updated>{entry.updated.isoformat(timespec='seconds')}</updated>"
        f'<author><name>{escape(entry.author or publisher.name)}</name></author><category term="{entry.section}"/>'
        f'<summary type="text">{escape(entry.summary)}</summary>'
        f'<content type="html">{escape(entry.content)}</content></entry>'
        for entry in found
    )
    updated = latest.isoformat(timespec="seconds") if latest else "1970-01-01T00:00:00+00:00"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<id>{publisher.base}/</id><title>{escape(publisher.name)}</title>"
        f"<subtitle>{escape(publisher.tagline)}</subtitle><updated>{updated}</updated>"
        f'<link rel="self" href="{publisher.base}{publisher.feed_path}"/><link href="{publisher.base}/"/>\n'
        f"{items}\n</feed>\n"
    ).encode()


def _json(publisher: Publisher, found: Sequence[Entry]) -> bytes:
    items: list[dict[str, Any]] = [
        {
            "id": entry.url,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "content_text": entry.summary,
            "date_published": entry.published.isoformat(timespec="seconds"),
            "date_modified": entry.updated.isoformat(timespec="seconds"),
            "authors": [{"name": entry.author or publisher.name}],
            "tags": [entry.section],
        }
        for entry in found
    ]
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": publisher.name,
        "description": publisher.tagline,
        "home_page_url": f"{publisher.base}/",
        "feed_url": publisher.base + publisher.feed_path,
        "language": "en",
        "items": items,
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _sitemap(publisher: Publisher, found: Sequence[Entry]) -> bytes:
    items = "\n".join(
        f"<url><loc>{escape(entry.url)}</loc><lastmod>{entry.updated.isoformat(timespec='seconds')}</lastmod>"
        f"<news:news><news:publication><news:name>{escape(publisher.name)}</news:name>"
        "<news:language>en</news:language></news:publication>"
        f"<news:publication_date>{entry.published.isoformat(timespec='seconds')}</news:publication_date>"
        f"<news:title>{escape(entry.title)}</news:title></news:news></url>"
        for entry in found
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{items}\n</urlset>\n'
    ).encode()
