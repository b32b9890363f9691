"""What an operator asks about sources. Loads no code that reads pages or writes clips."""

from typing import Any

from newsclip.kernel.addresses import host_of
from newsclip.kernel.durations import duration_text
from newsclip.kernel.reasons import explain
from newsclip.options import OPTIONS
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


def interval_of(url: str) -> str:
    """How often the source at this address is polled, in a sentence."""
    source = queries.followed_at(url)
    if source is None:
        return "It is not followed."
    limits = OPTIONS.polling
    limits = limits.of_source(source.least_interval, source.most_interval)
    least, most = duration_text(limits.least), duration_text(limits.most)
    return f"It is polled after {least} at the soonest, after {most} at the latest, and not sooner than it asks for."


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
            "interval": source.interval,
            "least_interval": source.least_interval,
            "most_interval": source.most_interval,
            "told_by_hub": subscriptions.get(source.pk, ""),
            "failures": source.failures,
        }
        for source in queries.all_sources()
    ]
