"""What an operator asks of the sources, told as outcomes."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from newsclip.articles import actions as articles
from newsclip.articles import queries as pages
from newsclip.kernel.addresses import host_of
from newsclip.kernel.reasons import Refused, explain
from newsclip.operations.clock import now
from newsclip.pipeline.journey import Clock, until_idle
from newsclip.pipeline.ports import Outcome
from newsclip.sources import actions, queries
from newsclip.sources.ports import LookResult
from newsclip.wiring import fetch, tools


def add(url: str, clock: Clock = now) -> list[Outcome]:
    """Follow the source at this address, or take in the one article it leads to."""
    try:
        return [_taken_in(result, clock()) for result in actions.add(url, fetch=fetch(), now=clock())]
    except Refused as refused:
        return [Outcome("sources", url, refused.code, refused.detail)]


def _taken_in(result: LookResult, at: datetime) -> Outcome:
    """An article named alone belongs to no feed: its entries are admitted at once."""
    new = 0
    if result.entries:
        new = articles.admit(actions.submission(at), result.entries, now=at)
    return Outcome("sources", result.url, result.code, result.detail, new)


def refresh() -> Iterator[Outcome]:
    """Every active source is asked now, and what is new is carried to the end of its journey.

    Says at the end what had to be left, because somebody else holds it.
    """
    actions.make_due(now())
    yield from until_idle(tools(), now)
    held = pages.to_read(now()).filter(leased_until__gt=now()).count()
    if held:
        yield Outcome("articles", f"articles: {held}", "held")


def import_opml(opml: bytes) -> list[Outcome]:
    """Follow every feed named in the file; the good lines of a bad file count."""
    try:
        return [Outcome("sources", r.url or "the file", r.code, r.detail) for r in actions.import_opml(opml, now=now())]
    except Refused as refused:
        return [Outcome("sources", "the file", refused.code, refused.detail)]


def follows() -> bool:
    return queries.all_sources().exists()


def follows_others() -> bool:
    """Whether anything is followed that is not on this machine: invented news must not stand among it."""
    return any(not host_of(url).endswith(".localhost") for url in queries.all_sources().values_list("url", flat=True))


def remove(url: str) -> bool:
    """Stop following the source at this address; whether there was one."""
    return actions.stop(url, now=now())


def export_opml() -> str:
    return actions.export_opml()


def history(url: str) -> list[dict[str, Any]]:
    """How the last looks at the source at this address went, the newest first; empty where it is not followed."""
    source = queries.all_sources().filter(url=url).first()
    looks = queries.health(source).looks if source else ()
    return [
        {
            "at": look.at,
            "code": look.code,
            "message": explain(look.code).sentence,
            "detail": look.detail,
            "status": look.status,
            "shown": look.shown,
            "new": look.new,
        }
        for look in looks
    ]


def listing() -> list[dict[str, Any]]:
    """One plain row a source, with the reason of its last look in words, and what its hub does."""
    subscriptions = queries.subscriptions()
    return [
        {
            "url": source.url,
            "title": source.title,
            "kind": source.kind,
            "state": source.state,
            "publisher": source.publisher.name,
            "outcome": source.outcome,
            "message": explain(source.outcome).sentence if source.outcome else "Not looked at yet.",
            "looked_at": source.looked_at,
            "due_at": source.due_at,
            "told_by_hub": subscriptions.get(source.pk, ""),
            "failures": source.failures,
        }
        for source in queries.all_sources()
    ]
