"""What an operator asks about sources. Loads no code that reads pages or writes clips."""

from typing import Any

from newsclip.kernel.addresses import host_of
from newsclip.kernel.reasons import explain
from newsclip.sources import queries


def follows() -> bool:
    return queries.all_sources().exists()


def follows_others() -> bool:
    """Whether any followed source is not on this machine: the demo's invented news must not mix with real news."""
    return any(not host_of(url).endswith(".localhost") for url in queries.all_sources().values_list("url", flat=True))


def history(url: str) -> list[dict[str, Any]]:
    """The last polls of the source at this address, newest first; empty if it is not followed."""
    source = queries.all_sources().filter(url=url).first()
    looks = queries.last_polls(source) if source else ()
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
    """One plain row per source, with the explanation of its last poll and the state of its hub."""
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
