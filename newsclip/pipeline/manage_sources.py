"""What an operator does with sources, as outcomes; questions are in list_sources."""

from datetime import datetime

from newsclip.articles import actions as articles
from newsclip.clock import Clock, now
from newsclip.kernel.reasons import Refused
from newsclip.pipeline.ports import Outcome
from newsclip.sources import actions
from newsclip.sources.ports import PollResult
from newsclip.wiring import fetch


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


def import_opml(opml: bytes) -> list[Outcome]:
    """Follow every feed in the file; bad lines do not affect good ones."""
    try:
        return [Outcome("sources", r.url or "the file", r.code, r.detail) for r in actions.import_opml(opml, now=now())]
    except Refused as refused:
        return [Outcome("sources", "the file", refused.code, refused.detail)]
