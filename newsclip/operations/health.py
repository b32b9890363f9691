"""What is wrong, and what to do about it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.tasks import task_backends

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.kernel.dispatching import QueueAwayError, TaskQueue
from newsclip.kernel.reasons import explain
from newsclip.operations import clock
from newsclip.options import OPTIONS
from newsclip.sources import queries as sources

LATE = timedelta(hours=1)
ROOM = 500 * 1024 * 1024  # bytes
FAILED_OFTEN = 3
DAY, ENOUGH = timedelta(days=1), 5


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; `remedy` is empty where nothing need be done."""

    about: str
    ok: bool
    says: str
    remedy: str = ""


def good(about: str, says: str) -> Finding:
    return Finding(about, ok=True, says=says)


def bad(about: str, says: str, remedy: str) -> Finding:
    return Finding(about, ok=False, says=says, remedy=remedy)


def examine() -> Iterator[Finding]:
    """Every check, worst news included; a database that does not answer ends the examination."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        yield bad("database", str(error).strip(), "Start the database, or check NEWSCLIP_DATABASE_URL.")
        return
    yield good("database", f"{connection.vendor} answers.")
    yield _room()
    if not _has_tables():
        yield bad("tables", "There are no tables yet.", "Run: newsclip start")
        return
    yield _migrations()
    yield from _sources()
    yield good("clips", f"{clips.listed().count()} are published.")
    if OPTIONS.queue_url:
        yield of_queue()
    if OPTIONS.writer == "llm":
        yield _model()


def serving() -> Iterator[Finding]:
    """What has to be well for pages to be served."""
    try:
        connection.ensure_connection()
        yield _migrations()
    except DatabaseError:
        yield bad("database", "It does not answer.", "Start the database, or check NEWSCLIP_DATABASE_URL.")


def next_step() -> str:
    """One sentence: what somebody who has no idea should do now."""
    if not _has_tables() or not sources.all_sources().exists():
        return "Nothing is followed yet. See it work: newsclip demo   Follow something: newsclip add URL"
    if not Clip.objects.exists():
        return "Sources are followed, nothing is read yet. Run: newsclip refresh   or: newsclip start"
    return (
        f"{Clip.objects.count()} clips are published. Serve them: newsclip start   Look for new ones: newsclip refresh"
    )


def _has_tables() -> bool:
    return "sources_source" in connection.introspection.table_names()


def of_queue() -> Finding:
    """Whether the queue that workers are fed from can be asked."""
    try:
        waiting = cast(TaskQueue, task_backends["default"]).waiting()
    except QueueAwayError as error:
        says = f"It does not answer ({error}). Nothing is lost: workers ask the tables for work until it is back."
        return bad("queue", says, "Start RabbitMQ, or check NEWSCLIP_QUEUE_URL.")
    return good("queue", f"RabbitMQ answers; {waiting} tasks wait.")


def _room() -> Finding:
    OPTIONS.home.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(OPTIONS.home).free
    says = f"{free // 2**20:,} MiB are free in {OPTIONS.home}."
    return good("disk", says) if free > ROOM else bad("disk", says, "Make room, or move NEWSCLIP_HOME.")


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return bad("tables", f"{len(waiting)} changes of tables wait.", "Run: newsclip start")
    return good("tables", "They are as this version expects.")


def _model() -> Finding:
    """What the language model did and cost in the last day."""
    since = clock.now() - DAY
    outcomes = dict(clips.attempts_by_code(since=since))
    tokens, cost = clips.spent(since=since)
    written, attempts = outcomes.get("written", 0), sum(outcomes.values())
    says = f"{written} of {attempts} clips are {OPTIONS.llm.model}'s, {tokens:,} tokens, {cost:f} spent in a day."
    if attempts < ENOUGH or written * 2 >= attempts:
        return good("model", says)
    code = max((code for code in outcomes if code != "written"), key=lambda code: outcomes[code])
    return bad("model", f"{says} {explain(code).sentence}", explain(code).remedy or "See docs/how-to/use-a-model.md.")


def _sources() -> Iterator[Finding]:
    now = clock.now()
    followed = sources.all_sources()
    yield good("sources", f"{followed.count()} are followed.")
    for source in followed.filter(failures__gte=FAILED_OFTEN):
        reason = explain(source.outcome)
        yield bad("source", f"{source.url}: {reason.sentence}", reason.remedy)
    late = followed.filter(state="active", due_at__lt=now - LATE).count()
    if late:
        yield bad("worker", f"{late} sources wait for more than an hour.", "Run: newsclip start")
