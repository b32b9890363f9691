"""Following: an address becomes one or more sources."""

from datetime import datetime

from django.db import transaction

from newsclip.kernel.addresses import domain_of, normalize
from newsclip.kernel.fetching import Fetch, Page, Request
from newsclip.kernel.reasons import Refused
from newsclip.sources.actions import hubs
from newsclip.sources.models import Publisher, Source
from newsclip.sources.ports import Entry, PollResult
from newsclip.sources.rules import discovery, kinds
from newsclip.sources.rules.documents import read_document

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, "
    "*/*;q=0.5"
)
_SUBMISSIONS = "submissions:"
_NOTHING = "Nothing is followed from this."
_READS = ("looked", "partly_read", "empty_feed")


def add(url: str, *, fetch: Fetch, now: datetime) -> list[PollResult]:
    """Follow what is at this address: a feed, a news sitemap, the feeds of a site's page, or the page's own links.

    A lone article comes back as an entry of the submissions source, for the caller to admit. A new source is due at
    once. Raises Refused if nothing there can be followed.
    """
    url = normalize(url)
    followed = Source.objects.filter(url=url).first()
    if followed:
        return [_again(followed, now)]
    page = _ask(url, fetch)
    match kinds.kind_of(page.body, page.headers):
        case "feed":
            return [_follow_document(page, Source.Kind.FEED, now)]
        case "sitemap":
            return [_follow_document(page, Source.Kind.SITEMAP, now)]
        case "page":
            return _follow_page(page, fetch, now)
        case _:
            raise Refused("no_feed_found", page.headers.get("content-type", ""))


def publisher_of(url: str, name: str = "") -> Publisher:
    """The outlet at this address, created if new. A name that is only the domain is replaced by the first
    better one.
    """
    domain = domain_of(url)
    name = name.strip()[:200]
    publisher, _ = Publisher.objects.get_or_create(domain=domain, defaults={"name": name or domain})
    if name and publisher.name == domain != name:
        Publisher.objects.filter(pk=publisher.pk, name=domain).update(name=name)
        publisher.name = name
    return publisher


def submission(now: datetime) -> Source:
    """The one source of articles that readers submit. It is never polled."""
    publisher, _ = Publisher.objects.get_or_create(domain="submissions", defaults={"name": "Submissions"})
    source, _ = Source.objects.get_or_create(
        url=_SUBMISSIONS,
        defaults={
            "kind": Source.Kind.SUBMISSIONS,
            "publisher": publisher,
            "title": "Submitted articles",
            "added_at": now,
            "due_at": now,
        },
    )
    return source


def follow(url: str, kind: str, now: datetime, *, title: str = "", home: str = "", language: str = "") -> PollResult:
    """Follow this normalized address; the code is "already_followed" if it is followed already."""
    publisher = publisher_of(home or url, title)
    with transaction.atomic():
        source, new = Source.objects.get_or_create(
            url=url,
            defaults={
                "kind": kind,
                "publisher": publisher,
                "title": title[:300],
                "home": home,
                "language": language[:12],
                "added_at": now,
                "due_at": now,
            },
        )
    return PollResult(source.pk, url, "added") if new else _again(source, now)


def stop(url: str, *, now: datetime) -> bool:
    """Stop polling this source. Returns whether it was followed. Its articles stay."""
    source = Source.objects.filter(url=url, state=Source.State.ACTIVE).exclude(kind=Source.Kind.SUBMISSIONS).first()
    if source is None:
        return False
    hubs.end(source, now)
    return bool(Source.objects.filter(pk=source.pk).update(state=Source.State.PAUSED, leased_until=None))


def _again(source: Source, now: datetime) -> PollResult:
    """A paused or gone source is followed again on request."""
    revived = Source.objects.filter(pk=source.pk).exclude(state=Source.State.ACTIVE)
    if revived.update(state=Source.State.ACTIVE, due_at=now, failures=0, leased_until=None):
        return PollResult(source.pk, source.url, "added")
    return PollResult(source.pk, source.url, "already_followed")


def _ask(url: str, fetch: Fetch) -> Page:
    for _, answer in fetch([Request(url, accept=ACCEPT)]):
        if isinstance(answer, Page):
            return answer
        raise Refused(answer.code, f"{answer.detail} {_NOTHING}".strip())
    raise Refused("connection_failed", _NOTHING)


def _follow_document(page: Page, kind: Source.Kind, now: datetime) -> PollResult:
    """Follow the document itself, under its new address after a permanent redirect."""
    reading = read_document(page, kind, now)
    if reading.code not in _READS:
        raise Refused(reading.code, reading.detail)
    home = reading.home if reading.home and domain_of(reading.home) == domain_of(page.url) else ""
    return follow(page.url, kind, now, title=reading.title, home=home, language=reading.language)


def _follow_page(page: Page, fetch: Fetch, now: datetime) -> list[PollResult]:
    found = discovery.read_page(page.body, page.url)
    if found.is_article:
        entry = Entry(page.url, title=found.title, language=found.language)
        return [PollResult(submission(now).pk, page.url, "added", entries=(entry,))]
    if found.feeds:
        return [_follow_named(feed, title, found, page, now) for feed, title in found.feeds]
    guessed = _guessed(page, fetch)
    if guessed:
        return [_follow_document(guessed, Source.Kind.FEED, now)]
    try:
        return [_follow_document(page, Source.Kind.PAGE, now)]
    except Refused as refused:
        raise Refused("no_feed_found") from refused


def _follow_named(feed: str, title: str, found: discovery.FoundPage, page: Page, now: datetime) -> PollResult:
    publisher_of(page.url, found.name or title or found.title)
    home = page.url if domain_of(feed) == domain_of(page.url) else ""
    return follow(feed, Source.Kind.FEED, now, title=title or found.title, home=home, language=found.language)


def _guessed(page: Page, fetch: Fetch) -> Page | None:
    """A feed at one of the usual paths."""
    places = [Request(normalize(place, base=page.url), accept=ACCEPT) for place in discovery.COMMON_PLACES]
    for _, answer in fetch(places):
        if isinstance(answer, Page) and kinds.kind_of(answer.body, answer.headers) == "feed":
            return answer
    return None
