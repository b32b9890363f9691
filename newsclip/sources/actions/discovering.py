"""Discovering: which sources there are at an address. Nothing is followed by it."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime, timedelta

from newsclip.kernel.addresses import domain_of, normalize
from newsclip.kernel.fetching import Fetch, Page, Request
from newsclip.kernel.reasons import Refused
from newsclip.sources.models import Discovery, Source
from newsclip.sources.ports import Entry, FoundSource
from newsclip.sources.rules import discovery, kinds
from newsclip.sources.rules.documents import read_document
from newsclip.sources.rules.reading import Reading

_LOG = logging.getLogger(__name__)
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, "
    "*/*;q=0.5"
)
_NOTHING = "Nothing is followed from this."
_READS = ("looked", "partly_read", "empty_feed")
_GOOD_FOR = timedelta(minutes=10)  # whoever asks again meanwhile gets the same answer
_KEPT_FOR = timedelta(days=90)


def discover(url: str, *, fetch: Fetch, now: datetime) -> list[FoundSource] | Entry:
    """The sources at this normalized address: a feed, a news sitemap, the feeds that a page names, or the page's own
    links. A lone article comes back as an entry. Raises Refused if nothing there can be followed.
    """
    page = _ask(url, fetch)
    match kinds.kind_of(page.body, page.headers):
        case "feed":
            return [_document(page, Source.Kind.FEED, now)]
        case "sitemap":
            return [_document(page, Source.Kind.SITEMAP, now)]
        case "page":
            return _of_page(page, fetch, now)
        case _:
            raise Refused("no_feed_found", page.headers.get("content-type", ""))


def look_for_sources(url: str, *, now: datetime) -> Discovery:
    """Have the worker look which sources there are at this address. Asks nobody. Raises Refused("not_a_url", …)."""
    url = normalize(url)
    recent = Discovery.objects.filter(url=url, at__gt=now - _GOOD_FOR).order_by("-pk").first()
    return recent or Discovery.objects.create(url=url, at=now)


def answer_discoveries(waiting: Iterable[Discovery], *, fetch: Fetch, now: datetime) -> Iterator[Discovery]:
    """Look at these claimed addresses, one after the other; each row then says what was found, or why nothing."""
    for row in waiting:
        _answer(row, fetch, now)
        row.done_at, row.leased_until = now, None
        row.save(update_fields=["code", "detail", "found", "done_at", "leased_until"])
        yield row
    Discovery.objects.filter(at__lt=now - _KEPT_FOR, done_at__isnull=False).delete()


def _answer(row: Discovery, fetch: Fetch, now: datetime) -> None:
    try:
        found = discover(row.url, fetch=fetch, now=now)
        row.code = "one_article" if isinstance(found, Entry) else "sources_found"
        row.found = [] if isinstance(found, Entry) else [asdict(source) for source in found]
    except Refused as refused:
        row.code, row.detail = refused.code, refused.detail[:500]
    except Exception as error:
        _LOG.exception("address could not be read: %s", row.url)
        row.code, row.detail = "internal_error", f"{type(error).__name__}: {error}"[:300]


def _ask(url: str, fetch: Fetch) -> Page:
    for _, answer in fetch([Request(url, accept=ACCEPT)]):
        if isinstance(answer, Page):
            return answer
        raise Refused(answer.code, f"{answer.detail} {_NOTHING}".strip())
    raise Refused("connection_failed", _NOTHING)


def _document(page: Page, kind: Source.Kind, now: datetime) -> FoundSource:
    """The document itself, under its new address after a permanent redirect."""
    reading = read_document(page, kind, now)
    if reading.code not in _READS:
        raise Refused(reading.code, reading.detail)
    return FoundSource(
        page.url,
        kind,
        reading.title,
        _home(reading, page),
        reading.language,
        entries=None if reading.parts else reading.shown,
    )


def _home(reading: Reading, page: Page) -> str:
    return reading.home if reading.home and domain_of(reading.home) == domain_of(page.url) else ""


def _of_page(page: Page, fetch: Fetch, now: datetime) -> list[FoundSource] | Entry:
    found = discovery.read_page(page.body, page.url)
    if found.is_article:
        return Entry(page.url, title=found.title, language=found.language)
    if found.feeds:
        return [_named(feed, title, found, page) for feed, title in found.feeds]
    guessed = _guessed(page, fetch)
    if guessed:
        return [_document(guessed, Source.Kind.FEED, now)]
    try:
        return [_document(page, Source.Kind.PAGE, now)]
    except Refused as refused:
        raise Refused("no_feed_found") from refused


def _named(feed: str, title: str, found: discovery.FoundPage, page: Page) -> FoundSource:
    home = page.url if domain_of(feed) == domain_of(page.url) else ""
    name = found.name or title or found.title
    return FoundSource(
        feed, Source.Kind.FEED, title or found.title, home, found.language, site=page.url, publisher=name
    )


def _guessed(page: Page, fetch: Fetch) -> Page | None:
    """A feed at one of the usual paths."""
    places = [Request(normalize(place, base=page.url), accept=ACCEPT) for place in discovery.COMMON_PLACES]
    for _, answer in fetch(places):
        if isinstance(answer, Page) and kinds.kind_of(answer.body, answer.headers) == "feed":
            return answer
    return None
