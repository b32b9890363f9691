"""Progress checks: a worker sends heartbeats, and nothing waits for too long."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsclip import clock
from newsclip.articles import queries as articles
from newsclip.articles.models import Article
from newsclip.clips import queries as clips
from newsclip.clips.actions import HOLD
from newsclip.health.findings import Finding, bad, good, starting
from newsclip.sources import queries as sources
from newsclip.stories import queries as stories
from newsclip.worker.models import Heartbeat

PATIENCE = timedelta(minutes=15)  # a clip follows its page within a minute; a story waits for a lease or two at most
LATE = HOLD + timedelta(minutes=2)  # a model may take as long as the story's lease
_START = f"Its log says why it ended. Start it: {starting('worker')}"


@dataclass(frozen=True, slots=True)
class Beat:
    """A worker's last heartbeat."""

    began: datetime
    at: datetime
    doing: str
    done: Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The longest waiting item of a kind of work, and since when; `name`: which one, for staff."""

    kind: str
    since: datetime
    name: str


def worker(*, named: bool = True) -> Iterator[Finding]:
    """`named`: also names the item that waits, for staff only."""
    now = clock.now()
    yield from verdict(list(_beats()), list(waiting(now)), now, named=named)


def verdict(beats: Sequence[Beat], waits: Sequence[Waiting], now: datetime, *, named: bool = True) -> Iterator[Finding]:
    """A site without waiting work needs no worker. A worker that started recently, or makes progress, is fine."""
    late = [wait for wait in waits if now - wait.since > PATIENCE]
    alive = [beat for beat in beats if now - beat.at <= LATE]
    held_up = [wait for wait in late if _is_stalled(wait.kind, beats, alive, now)]
    if alive and not held_up:
        yield good("worker", f"It was heard of {max(0, int((now - max(b.at for b in alive)).total_seconds()))} s ago.")
    elif beats and not alive:
        last = max(beats, key=lambda beat: beat.at)
        says = f"None was heard of since {last.at:%Y-%m-%d %H:%M} UTC; the last one was at {last.doing}."
        yield bad("worker", says, _START)
    elif late and not alive:
        yield bad("worker", "None runs, and work waits.", _START)
    elif not alive:
        yield good("worker", f"None runs; nothing has waited for one for {PATIENCE.seconds // 60} minutes.")
    for wait in held_up:
        minutes = int((now - wait.since).total_seconds() // 60)
        says = f"Nothing came of {wait.kind} for {minutes} minutes, though something waited"
        yield bad("worker", f"{says}: {wait.name}" if named else f"{says}.", "See the worker's log; start it again.")


def _is_stalled(kind: str, beats: Sequence[Beat], alive: Sequence[Beat], now: datetime) -> bool:
    """Whether this kind of work had no result for too long, by a worker that did not start only just now."""
    moved = [beat.done[kind] for beat in beats if kind in beat.done] + ([_began(beats, alive)] if alive else [])
    return not moved or now - max(moved) > PATIENCE


def _began(beats: Sequence[Beat], alive: Sequence[Beat]) -> datetime:
    """Since when work has been going on: restarts do not reset it, however frequent."""
    began = min(beat.began for beat in alive)
    for beat in sorted(beats, key=lambda beat: beat.at, reverse=True):
        if beat.at >= began - LATE:
            began = min(began, beat.began)
    return began


def waiting(now: datetime) -> Iterator[Waiting]:
    """The longest waiting item of each kind; one index lookup each."""
    if source := sources.due(now).first():
        yield Waiting("sources", source.due_at, source.url)
    if (article := articles.to_read(now).first()) and article.due_at:
        yield Waiting("articles", article.due_at, _article(article))
    if unplaced := stories.to_place().first():
        yield Waiting("stories", unplaced.looked_at or now, _article(unplaced))
    if story := clips.longest_waiting():
        yield Waiting("clips", story.since, f"story {story.id} {story.url}{_tries(story.tries)}")


def _article(article: Article) -> str:
    return f"{article.url}{_tries(article.tries)}"


def _tries(number: int) -> str:
    return f" (begun {number} times, never ended)" if number else ""


def _beats() -> Iterator[Beat]:
    for row in Heartbeat.objects.all():
        yield Beat(row.began, row.at, row.doing, {kind: datetime.fromisoformat(at) for kind, at in row.done.items()})
