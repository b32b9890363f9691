"""Reads the document of a source by its kind."""

from datetime import datetime

from newsclip.kernel.fetching import Page
from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.rules.kinds import charset_of, kind_of
from newsclip.sources.rules.links import read_links
from newsclip.sources.rules.reading import Reading
from newsclip.sources.rules.seen import Seen
from newsclip.sources.rules.sitemaps import read_sitemap


def read_document(page: Page, kind: str, now: datetime, seen: Seen | None = None) -> Reading:
    """The entries that the last poll did not show, by the kind of the source; a feed may turn out a sitemap."""
    if kind == "page":
        by_kind = read_links
    else:
        by_kind = read_sitemap if "sitemap" in (kind, kind_of(page.body, page.headers)) else read_feed
    return by_kind(page.body, url=page.url, now=now, charset=charset_of(page.headers), seen=seen)
