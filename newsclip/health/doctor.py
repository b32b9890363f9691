"""Finds problems and their remedies."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from newsclip import clock, wiring
from newsclip.clips.models import Clip
from newsclip.db.location import is_missing, location
from newsclip.health import database, machine, mail_server, outward, own_address, progress, work
from newsclip.health.conflicting_settings import conflicting_settings
from newsclip.health.findings import Finding, bad, first_steps, good
from newsclip.health.work import DAY, of_queue
from newsclip.options import OPTIONS, SETTINGS
from newsclip.sources import queries as sources

__all__ = ["DAY", "Finding", "examine", "next_step", "of_queue"]


def examine(*, thorough: bool = True) -> Iterator[Finding]:
    """Run every check; a database that does not answer ends the run.

    `thorough` includes slow checks: reading the whole database, asking the mail server and the site's own address.
    """
    yield good("works on", f"{location(connection.settings_dict)}.")
    yield from machine.folders(OPTIONS, Path(settings.STATIC_ROOT))
    yield from machine.settings_file(SETTINGS)
    yield from machine.settings(OPTIONS)
    yield from conflicting_settings(OPTIONS)
    yield from outward.in_the_open(OPTIONS)
    yield from machine.limits()
    of_tables = list(_of_tables())
    yield from of_tables
    if not all(found.ok for found in of_tables):
        return
    if OPTIONS.replica_url:
        yield database.streaming()
    if thorough:
        yield from database.whole()
        yield from mail_server.mailing(OPTIONS)
        yield from _of_site()
    yield from machine.clock(clock.now(), database.now())
    yield from _of_work()
    yield from work.meaning(OPTIONS, wiring.vector_index())
    yield from work.languages(OPTIONS, wiring.title_embedder())
    yield from work.pictures(wiring.picture_store())
    yield from work.signed()
    yield from work.secrets()
    yield from work.people()
    if OPTIONS.queue_url:
        yield of_queue()
    yield from work.model(OPTIONS)
    yield from work.judge(OPTIONS, wiring.judge_model())


def _of_tables() -> Iterator[Finding]:
    """Whether there is a database that this release can use; makes none. What is bad comes last."""
    if is_missing(connection):
        yield bad("database", "There is none yet.", first_steps())
        return
    answers = database.answers()
    yield answers
    if not answers.ok:
        return
    if not database.has_tables():
        yield bad("tables", "There are no tables yet.", first_steps())
        return
    yield database.migrations()


def _of_site() -> Iterator[Finding]:
    """Where the operator did not set its address, it may listen anywhere, or not be meant to run yet."""
    if SETTINGS.values.get("NEWSCLIP_SITE_URL"):
        yield own_address.answers(OPTIONS.site_url, wiring.call_to(OPTIONS.site_url), clock.now())


def _of_work() -> Iterator[Finding]:
    yield from progress.worker()
    yield from work.followed()
    yield from work.published()
    yield from work.set_aside()
    yield from work.resting()


def next_step() -> str:
    """One sentence: the next thing to do."""
    if is_missing(connection) or not database.has_tables() or not sources.all_sources().exists():
        return "No source is read yet. See it work: newsclip demo   Follow something: newsclip add URL"
    if not Clip.objects.exists():
        return "Sources are followed, nothing is read yet. Run: newsclip refresh   or: newsclip start"
    return (
        f"{Clip.objects.count()} clips are published. Serve them: newsclip start   Look for new ones: newsclip refresh"
    )
