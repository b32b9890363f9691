"""What an operator asks of the sources. It loads nothing that reads a page or writes a clip."""

from typing import Any

from newsclip.kernel.addresses import host_of
from newsclip.kernel.reasons import explain
from newsclip.sources import queries


def follows() -> bool:
    return queries.all_sources().exists()


def follows_others() -> bool:
    """Whether anything is followed that is not on this machine: invented news must not stand among it."""
    return any(not host_of(url).endswith(".localhost") for url in queries.all_sources().values_list("url", flat=True))


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
