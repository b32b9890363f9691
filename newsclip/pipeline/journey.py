"""Every step of an article's journey, in order.

A step finds its own work by a query, claims a batch of rows, does one thing with each and says what came of it. It
may be stopped anywhere and repeated safely: whatever was not finished is found again by the next turn.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from newsclip.articles import actions as articles
from newsclip.articles import queries as pages
from newsclip.clips import actions as clips
from newsclip.clips import queries as written
from newsclip.leases import held
from newsclip.pipeline.ports import Outcome
from newsclip.ranking import actions as ranking
from newsclip.ranking import queries as standings
from newsclip.sources import actions as sources
from newsclip.sources import queries as schedule
from newsclip.sources.models import Source
from newsclip.sources.ports import Entry
from newsclip.stories import actions as stories
from newsclip.wiring import Tools

BATCH = 50
# Articles found together are placed in the order of their publication, so they are read together where that is cheap.
PAGES = 200

type Step = Callable[[Tools, datetime], Iterator[Outcome]]
type Clock = Callable[[], datetime]


def look_at_sources(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Ask the sources that are due; their new entries become articles to read."""
    new: dict[int, int] = {}

    def take(source: Source, entries: Sequence[Entry]) -> int:
        new[source.pk] = articles.admit(source, entries, now=now)
        return new[source.pk]

    with held(schedule.due(now), now=now, limit=BATCH) as due:
        for result in sources.look(due, fetch=tools.fetch, now=now, take=take):
            yield Outcome("sources", result.url, result.code, result.detail, new.get(result.source_id, 0))


def read_articles(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Fetch pages; each gives a revision, or a reason why not."""
    with held(pages.to_read(now), now=now, limit=PAGES) as waiting:
        for result in articles.read(waiting, fetch=tools.fetch, now=now):
            yield Outcome("articles", result.url, result.code, result.detail)


def keep_pictures(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Fetch lead pictures and keep them in a form that is safe to show."""
    with held(pages.pictures_to_keep(now), now=now, limit=BATCH) as waiting:
        for result in articles.keep_pictures(waiting, fetch=tools.fetch, store=tools.pictures, now=now):
            yield Outcome("pictures", result.url, result.code, result.detail)


def place_in_stories(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Put each read article into the story it belongs to."""
    for result in stories.place(index=tools.stories, now=now, limit=PAGES):
        yield Outcome("stories", f"article {result.article_id}", result.code, f"story {result.story_id}")
    stories.age_phases(now)


def write_clips(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Write the clip of every story that changed; what its sources do not support is not published."""
    for result in clips.write(written.to_write(now), writer=tools.writer, now=now, limit=BATCH):
        yield Outcome("clips", f"story {result.story_id}", result.code, result.detail)


def rank_clips(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Count what happened to the stories, and give each clip its standing."""
    for clip in standings.to_count()[:BATCH]:
        ranking.count(clip, now=now)
        yield Outcome("ranking", clip.headline, "counted")


def make_searchable(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Let search know the newest version of every clip."""
    for clip in written.to_index()[:BATCH]:
        clips.index([clip], index=tools.search)
        yield Outcome("search", clip.headline, "indexed")


JOURNEY: tuple[Step, ...] = (
    look_at_sources,
    read_articles,
    keep_pictures,
    place_in_stories,
    write_clips,
    rank_clips,
    make_searchable,
)


def turn(tools: Tools, clock: Clock) -> Iterator[Outcome]:
    """One batch of every step, in order."""
    for step in JOURNEY:
        yield from step(tools, clock())


def until_idle(tools: Tools, clock: Clock) -> Iterator[Outcome]:
    """Turns, until one finds nothing to do."""
    busy = True
    while busy:
        busy = False
        for outcome in turn(tools, clock):
            busy = True
            yield outcome
