"""What an operator does with sources, as outcomes; questions are in list_sources."""

from collections.abc import Iterator
from datetime import datetime

from newsclip.articles import actions as articles
from newsclip.articles import queries as articles_queries
from newsclip.clock import now
from newsclip.kernel.reasons import Refused
from newsclip.pipeline.journey import Clock, until_idle
from newsclip.pipeline.ports import Outcome
from newsclip.sources import actions
from newsclip.sources.ports import PollResult
from newsclip.wiring import fetch, tools


def add(url: str, clock: Clock = now) -> list[Outcome]:
    """Follow the source at this address, or admit the lone article there."""
    try:
        return [_taken_in(result, clock()) for result in actions.add(url, fetch=fetch(), now=clock())]
    except Refused as refused:
        return [Outcome("sources", url, refused.code, refused.detail)]


def _taken_in(result: PollResult, at: datetime) -> Outcome:
    """A lone article belongs to no feed: it is admitted at once."""
    new = 0
    if result.entries:
        new = articles.admit(actions.submission(at), result.entries, now=at)
    return Outcome("sources", result.url, result.code, result.detail, new)


def refresh() -> Iterator[Outcome]:
    """Poll every active source now and process what is new to the end of the pipeline.

    The last outcomes say what was skipped because another process holds it.
    """
    actions.make_due(now())
    yield from until_idle(tools(), now)
    held = articles_queries.to_read(now()).filter(leased_until__gt=now()).count()
    if held:
        yield Outcome("articles", f"articles: {held}", "held")


def import_opml(opml: bytes) -> list[Outcome]:
    """Follow every feed in the file; bad lines do not affect good ones."""
    try:
        return [Outcome("sources", r.url or "the file", r.code, r.detail) for r in actions.import_opml(opml, now=now())]
    except Refused as refused:
        return [Outcome("sources", "the file", refused.code, refused.detail)]
