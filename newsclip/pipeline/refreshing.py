"""Polling everything now, and telling what came of it, whoever did it: this process, or a worker beside it."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from newsclip.articles import queries as articles
from newsclip.clips import queries as clips
from newsclip.clock import Clock, now
from newsclip.pipeline.journey import until_idle
from newsclip.pipeline.ports import Outcome
from newsclip.sources import actions
from newsclip.sources import queries as sources
from newsclip.wiring import tools

PATIENCE = timedelta(minutes=1)  # with others, while there is nothing to do here
_PAUSE = 0.5  # seconds


def refresh(clock: Clock = now, wait: Callable[[float], object] = time.sleep) -> Iterator[Outcome]:
    """Poll every active source now and process what is new to the end of the pipeline.

    What others did meanwhile follows, and last what they still hold after PATIENCE.
    """
    began, last_poll, last_read = clock(), sources.last_poll(), articles.last_numbers()
    actions.make_due(began)
    told, used, until = set(), tools(), began + PATIENCE
    while True:
        for outcome in until_idle(used, clock):
            told.add((outcome.step, outcome.subject))
            until = clock() + PATIENCE
            yield outcome
        if clock() >= until or not _others_work(clock()):
            break
        wait(_PAUSE)
    for outcome in _recorded(began, last_poll, last_read):
        if (outcome.step, outcome.subject) not in told:
            yield outcome
    held = articles.to_read(clock()).filter(leased_until__gt=clock()).count()
    if held:
        yield Outcome("articles", f"articles: {held}", "held")


def _others_work(at: datetime) -> bool:
    rows = (sources.due(at), articles.to_read(at), clips.assignments())
    return any(waiting.filter(leased_until__gt=at).exists() for waiting in rows)


def _recorded(began: datetime, last_poll: int, last_read: tuple[int, int]) -> Iterator[Outcome]:
    """What the tables say was done since then."""
    for poll in sources.polls_after(last_poll):
        yield Outcome("sources", poll.source.url, poll.code, poll.detail, poll.new)
    for article in articles.asked_for_after(*last_read):
        yield Outcome("articles", article.url, article.code, article.detail)
    for given in clips.assignments().filter(at__gte=began).exclude(code="").order_by("pk"):
        yield Outcome("clips", f"story {given.story_id}", given.code, given.detail)
