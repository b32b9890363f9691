"""Following: an address becomes one or more sources."""

from datetime import datetime, timedelta

from django.db import transaction

from newsclip.kernel.addresses import domain_of, normalize
from newsclip.kernel.fetching import Fetch
from newsclip.kernel.poll_options import LONGEST, SHORTEST
from newsclip.kernel.reasons import Refused
from newsclip.sources.actions import hubs
from newsclip.sources.actions.discovering import discover
from newsclip.sources.models import Publisher, Source
from newsclip.sources.ports import Entry, FoundSource, PollResult

_SUBMISSIONS = "submissions:"
_COUNTRY = 2  # letters


def add(url: str, *, fetch: Fetch, now: datetime) -> list[PollResult]:
    """Follow what is at this address: a feed, a news sitemap, the feeds of a site's page, or the page's own links.

    A lone article comes back as an entry of the submissions source, for the caller to admit. A new source is due at
    once. Raises Refused if nothing there can be followed, or its publisher was taken down.
    """
    url = normalize(url)
    followed = Source.objects.filter(url=url).select_related("publisher").first()
    if followed:
        _may_be_read(followed.publisher)
        return [_again(followed, now)]
    found = discover(url, fetch=fetch, now=now)
    if isinstance(found, Entry):
        return [PollResult(submission(now).pk, found.url, "added", entries=(found,))]
    return [follow_found(source, now) for source in found]


def follow_found(found: FoundSource, now: datetime) -> PollResult:
    """Follow a source that was found at an address. The publisher is called as its page calls itself."""
    if found.site:
        publisher_of(found.site, found.publisher)
    return follow(found.url, found.kind, now, title=found.title, home=found.home, language=found.language)


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
    """Follow this normalized address; the code is "already_followed" if it is followed already.

    Raises Refused("taken_down").
    """
    publisher = publisher_of(home or url, title)
    _may_be_read(publisher)
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
    """Stop following this source. Returns whether it was followed. Its articles stay."""
    kept = Source.objects.filter(url=url).exclude(kind=Source.Kind.SUBMISSIONS)
    source = kept.exclude(state=Source.State.REMOVED).first()
    return source is not None and _end(source, Source.State.REMOVED, now)


def pause(source: Source, *, now: datetime) -> bool:
    """Stop polling this source for a while; it stays in the list. Returns whether it was polled until now."""
    return source.state == Source.State.ACTIVE and _end(source, Source.State.PAUSED, now)


def resume(source: Source, *, now: datetime) -> bool:
    """Poll this source again, from now on. Returns whether it was not polled. Raises Refused("taken_down")."""
    _may_be_read(source.publisher)
    return _again(source, now).code == "added"


def look_now(source: Source, *, now: datetime) -> bool:
    """Let the next turn poll it, however soon after the last. Returns whether it is polled at all."""
    return bool(Source.objects.filter(pk=source.pk, state=Source.State.ACTIVE).update(due_at=now))


def rename(source: Source, title: str) -> None:
    """Call a source so; where nothing is given, as its document calls itself, from the next poll on."""
    Source.objects.filter(pk=source.pk).update(title=title.strip()[:300])


def limit_polls(source: Source, *, least: int | None, most: int | None, now: datetime) -> None:
    """Let this source be polled every `least` seconds at most, every `most` at least; None: as all sources.

    A poll that is planned for later than `most` from now is moved up, unless the source's host asked for quiet or the
    source fails. Raises Refused("bad_interval").
    """
    given = [seconds for seconds in (least, most) if seconds is not None]
    if not all(SHORTEST <= seconds <= LONGEST for seconds in given) or given != sorted(given):
        raise Refused("bad_interval")
    mine = Source.objects.filter(pk=source.pk)
    mine.update(least_interval=least, most_interval=most)
    if most:
        soon = now + timedelta(seconds=most)
        mine.filter(due_at__gt=soon, failures=0).exclude(outcome="busy").update(due_at=soon)


def describe(publisher: Publisher, *, name: str, owner: str, country: str) -> None:
    """Say what is known of a publisher. `country`: two letters (ISO 3166-1), or nothing. Raises Refused."""
    name, country = name.strip()[:200], country.strip().upper()
    if not name:
        raise Refused("empty")
    if country and not (len(country) == _COUNTRY and country.isascii() and country.isalpha()):
        raise Refused("no_country", country[:20])
    Publisher.objects.filter(pk=publisher.pk).update(name=name, owner=owner.strip()[:200], country=country)


def _may_be_read(publisher: Publisher) -> None:
    """Raises Refused("taken_down") if the publisher asked that nothing of it be shown: then nothing of it is read."""
    if publisher.taken_down:
        raise Refused("taken_down", publisher.name)


def _end(source: Source, state: Source.State, now: datetime) -> bool:
    hubs.end(source, now)
    return bool(Source.objects.filter(pk=source.pk).update(state=state, leased_until=None))


def _again(source: Source, now: datetime) -> PollResult:
    """A paused or gone source is followed again on request."""
    revived = Source.objects.filter(pk=source.pk).exclude(state=Source.State.ACTIVE)
    if revived.update(state=Source.State.ACTIVE, due_at=now, failures=0, leased_until=None):
        return PollResult(source.pk, source.url, "added")
    return PollResult(source.pk, source.url, "already_followed")
