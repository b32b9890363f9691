"""Import and export of OPML feed lists."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from urllib.parse import quote, unquote

from newsclip.kernel.addresses import domain_of, normalize
from newsclip.kernel.reasons import Refused
from newsclip.sources.actions.following import follow, publisher_of
from newsclip.sources.models import Publisher, Source
from newsclip.sources.ports import CatalogueEntry, PollResult
from newsclip.sources.rules.opml import MOST_OUTLINES, Outline, is_whole, read_opml, write_opml


def import_opml(opml: bytes, *, now: datetime, most: int = MOST_OUTLINES) -> list[PollResult]:
    """Follow every feed of the list, at most so many; each line that fails carries its reason and stops nothing.

    The last result says if the list was not read to its end. Nothing is fetched: the first poll shows which feeds work.
    Raises Refused("not_opml").
    """
    found = read_opml(opml)
    results = [_follow(outline, now) for outline in found[:most]]
    whole = is_whole(opml, found) and len(found) <= most
    return results if whole else [*results, PollResult(0, "", "partly_listed")]


def follow_listed(entries: Iterable[CatalogueEntry], *, now: datetime) -> list[PollResult]:
    """Follow these entries of a catalogue. What it knows of a publisher is kept where nothing is known yet.

    Nothing is fetched: the first poll shows which of them work.
    """
    results = []
    for entry in entries:
        publisher = publisher_of(entry.home or entry.url, entry.publisher or entry.title)
        for name in ("owner", "country"):
            if getattr(entry, name):
                Publisher.objects.filter(pk=publisher.pk, **{name: ""}).update(**{name: getattr(entry, name)})
        home = entry.home if entry.home and domain_of(entry.home) == domain_of(entry.url) else ""
        title = entry.title or entry.publisher
        try:
            results.append(follow(entry.url, entry.kind, now, title=title, home=home, language=entry.language))
        except Refused as refused:
            results.append(PollResult(0, entry.url, refused.code, refused.detail))
    return results


def export_opml() -> str:
    """Everything that is followed, as OPML 2.0."""
    followed = Source.objects.filter(state=Source.State.ACTIVE).exclude(kind=Source.Kind.SUBMISSIONS)
    outlines = (Outline(source.url, source.title, source.home, source.kind) for source in followed.order_by("pk"))
    return write_opml(outlines, "What Newsclip follows")


def opml_of(domains: Iterable[str], site_url: str) -> str:
    """The feeds of these publishers, for another reader. Where an address may hold a key, our own feed stands in for
    it.
    """
    wanted = sorted(set(domains))
    feeds: dict[str, list[Outline]] = {domain: [] for domain in wanted}
    rows = Source.objects.filter(publisher__domain__in=wanted, kind=Source.Kind.FEED, state=Source.State.ACTIVE)
    for row in rows.select_related("publisher").order_by("pk"):
        if "?" not in row.url:
            feeds[row.publisher.domain].append(Outline(row.url, row.title or row.publisher.name, row.home))
    for domain, found in feeds.items():
        page = f"{site_url}/source/{quote(domain)}"
        found.extend([] if found else [Outline(f"{page}/feed.atom", domain, page)])
    return write_opml((one for found in feeds.values() for one in found), "What I follow")


def domains_in(opml: bytes, site_url: str) -> list[str]:
    """The publishers whose feeds the list names, in either form of `opml_of`. Raises Refused("not_opml")."""
    found: dict[str, None] = {}
    for outline in read_opml(opml):
        with suppress(Refused):
            url = normalize(outline.url)
            ours = url.removeprefix(f"{site_url}/source/")
            found[domain_of(url) if ours == url else unquote(ours.partition("/")[0])] = None
    return list(found)


def _follow(outline: Outline, now: datetime) -> PollResult:
    try:
        url = normalize(outline.url)
        return follow(url, outline.kind, now, title=outline.title, home=_home(outline, url))
    except Refused as refused:
        return PollResult(0, outline.url[:200], refused.code, refused.detail)


def _home(outline: Outline, url: str) -> str:
    """The site's address from the list, if the feed is on that site."""
    try:
        home = normalize(outline.home, base=url) if outline.home else ""
    except Refused:
        return ""
    return home if home and domain_of(home) == domain_of(url) else ""
