"""Discovering: which sources there are at an address. Nothing is followed by it."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from newsclip.kernel.addresses import domain_of, normalize
from newsclip.kernel.fetching import Answer, Fetch, Page, Request, fetch_with_idle
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
_LATEST = 3  # titles of entries that are shown
_GOOD_FOR = timedelta(minutes=10)  # whoever asks again meanwhile gets the same answer


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that is no article: the feeds that it names are read next, or those that may be there are tried."""

    page: Page
    says: discovery.FoundPage

    @property
    def asks(self) -> list[Request]:
        named = [address for address, _ in self.says.feeds]
        tried = [*self.says.linked, *(normalize(place, base=self.page.url) for place in discovery.COMMON_PLACES)]
        return [Request(address, accept=ACCEPT) for address in named or dict.fromkeys(tried)]


def discover(url: str, *, fetch: Fetch, now: datetime) -> list[FoundSource] | Entry:
    """The sources at this normalized address: a feed, a news sitemap, the feeds that a page names, or the page's own
    links. A lone article comes back as an entry. Raises Refused if nothing there can be followed.
    """
    for _, answer in fetch([Request(url, accept=ACCEPT)]):
        found = _named_by(answer, now)
        if isinstance(found, _Page):
            asks = [] if found.says.feeds else found.asks  # what is added at once is polled soon
            return _found_on(found, {ask.url: answer for ask, answer in fetch(asks)}, now)
        return found
    raise Refused("connection_failed", _NOTHING)


def look_for_sources(url: str, *, now: datetime) -> Discovery:
    """Have the worker look which sources there are at this address. Asks nobody. Raises Refused("not_a_url", …)."""
    url = normalize(url)
    recent = Discovery.objects.filter(url=url, at__gt=now - _GOOD_FOR).order_by("-pk").first()
    return recent or Discovery.objects.create(url=url, at=now)


def answer_discoveries(waiting: Sequence[Discovery], *, fetch: Fetch, now: datetime) -> Iterator[Discovery | None]:
    """Look at these claimed addresses, all hosts at once; each row then says what was found, or why nothing.

    Yields None for idle periods, as a slow host must not hold up other work.
    """
    rows: dict[str, list[Discovery]] = {}
    for row in waiting:
        rows.setdefault(row.url, []).append(row)
    pages: dict[str, _Page] = {}
    for asked in fetch_with_idle(fetch, [Request(url, accept=ACCEPT) for url in rows]):
        if asked is None:
            yield None
            continue
        url, found = asked[0].url, _outcome(partial(_named_by, asked[1], now), asked[0].url)
        if isinstance(found, _Page):
            pages[url] = found
        else:
            yield from _answered(rows.pop(url), found, now)
    yield from _read_all(pages, rows, fetch, now)


def _read_all(
    pages: Mapping[str, _Page], rows: Mapping[str, list[Discovery]], fetch: Fetch, now: datetime
) -> Iterator[Discovery | None]:
    places = {ask.url: ask for page in pages.values() for ask in page.asks}
    answers: dict[str, Answer] = {}
    for asked in fetch_with_idle(fetch, places.values()) if places else ():
        if asked is None:
            yield None
        else:
            answers[asked[0].url] = asked[1]
    for url, page in pages.items():
        yield from _answered(rows[url], _outcome(partial(_found_on, page, answers, now), url), now)


type _Found = list[FoundSource] | Entry | Refused


def _outcome[Found](find: Callable[[], Found], url: str) -> Found | Refused:
    try:
        return find()
    except Refused as refused:
        return refused
    except Exception as error:
        _LOG.exception("address could not be read: %s", url)
        return Refused("internal_error", f"{type(error).__name__}: {error}"[:300])


def _answered(rows: Iterable[Discovery], found: _Found, now: datetime) -> Iterator[Discovery]:
    for row in rows:
        if isinstance(found, Refused):
            row.code, row.detail = found.code, found.detail[:500]
        elif isinstance(found, Entry):
            row.code = "one_article"
        else:
            row.code, row.found = "sources_found", [asdict(source) for source in found]
        row.done_at, row.leased_until = now, None
        row.save(update_fields=["code", "detail", "found", "done_at", "leased_until"])
        yield row


def _named_by(answer: Answer, now: datetime) -> list[FoundSource] | Entry | _Page:
    """What is there by this answer alone."""
    if not isinstance(answer, Page):
        raise Refused(answer.code, f"{answer.detail} {_NOTHING}".strip())
    match kinds.kind_of(answer.body, answer.headers):
        case "feed":
            return [_document(answer, Source.Kind.FEED, now)]
        case "sitemap":
            return [_document(answer, Source.Kind.SITEMAP, now)]
        case "page":
            return _of_page(answer)
        case _:
            raise Refused("no_feed_found", answer.headers.get("content-type", ""))


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
        latest=tuple(entry.title for entry in reading.entries if entry.title)[:_LATEST],
    )


def _home(reading: Reading, page: Page) -> str:
    return reading.home if reading.home and domain_of(reading.home) == domain_of(page.url) else ""


def _of_page(page: Page) -> Entry | _Page:
    says = discovery.read_page(page.body, page.url)
    return Entry(page.url, title=says.title, language=says.language) if says.is_article else _Page(page, says)


def _found_on(page: _Page, answers: Mapping[str, Answer], now: datetime) -> list[FoundSource]:
    """The feeds that a page names; else one that it links to or that is at a usual place; else its own links."""
    if page.says.feeds:
        found = [_named(feed, title, page, answers.get(feed), now) for feed, title in page.says.feeds]
        return list({one.url: one for one in found}.values())
    for ask in page.asks:
        feed = _feed(answers.get(ask.url), now)
        if feed:
            return [feed]
    try:
        return [_document(page.page, Source.Kind.PAGE, now)]
    except Refused as refused:
        raise Refused("no_feed_found") from refused


def _named(feed: str, title: str, page: _Page, answer: Answer | None, now: datetime) -> FoundSource:
    """What the page says of a feed, and what the feed itself shows, where it could be read."""
    says, site = page.says, page.page.url
    read = _feed(answer, now) or FoundSource(feed, Source.Kind.FEED)
    return replace(
        read,
        title=title or says.title,
        home=site if domain_of(feed) == domain_of(site) else "",
        language=says.language or read.language,
        site=site,
        publisher=says.name or title or says.title,
    )


def _feed(answer: Answer | None, now: datetime) -> FoundSource | None:
    """The feed that this answer is; None if it is none that can be read."""
    if not isinstance(answer, Page) or kinds.kind_of(answer.body, answer.headers) != "feed":
        return None
    try:
        return _document(answer, Source.Kind.FEED, now)
    except Refused:
        return None
