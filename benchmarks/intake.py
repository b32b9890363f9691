"""`make bench-intake`: the cost of an article from fetched bytes to published clip, by stage, and with more workers.

Two figures. **Window**: on SQLite, or with `--postgresql` there, with 1,000, 10,000 and 60,000 articles of the last
days in place, CPU milliseconds an article of each stage (PostgreSQL's own for this worker among them) and memory of the
worker, and the size of the database; the cost may grow twofold at most. **Workers**: on PostgreSQL and RabbitMQ, 1, 2
and 4 workers read pages from loopback: how much sooner the last clip is there, that nothing was done twice, and what
CPU they needed in all, which holds on a machine that others use as well.

Texts are those of ../shared (or NEWSCLIP_SHARED), one in ten in another language (intake_window). `--sizes`,
`--workers`, `--articles` bound it; exits 1 where a figure falls short, 2 where data or PostgreSQL is missing.
`--broken` runs a build that looks through all texts for each, maps the tables' file into memory and gives all that
is due to one worker: growth, memory and gain have to fall short.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import batched
from pathlib import Path

from benchmarks.hard_days.builds import Edit, broken, whole
from benchmarks.intake_window import NOW, SETS, arriving, fill
from benchmarks.intake_workers import scales
from benchmarks.machine import cpu_of
from benchmarks.ports import free_port
from benchmarks.postgresql import postgresql
from benchmarks.real_input import SHARED, Site
from newsclip.server.supervisor import FRUGAL

GROWTH, MEMORY = 2.0, 400
BROKEN = (
    Edit("articles/actions/store.py", "found = others.filter(url__in=addresses).first()",
         "found = next((one for word in (digest, final_url, article.url) if (one := others.filter("
         "texts__text__icontains=word).first())), None) or others.filter(url__in=addresses).first()"),
    Edit("settings.py", "PRAGMA temp_store=MEMORY", "PRAGMA mmap_size=268435456;PRAGMA temp_store=MEMORY"),
    Edit("db/leases.py", 'of=("self",))[:limit]', 'of=("self",))[:100_000]'),
    Edit("worker/dispatching.py", "batched(rows, step.share)", "batched(rows, 100_000)"),
)  # fmt: skip
NEW = 50


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,60000")
    parser.add_argument("--workers", default="1,2,4")
    parser.add_argument("--postgresql", action="store_true", help="the windows there")
    parser.add_argument("--articles", type=int, default=400, help="read by the workers")
    parser.add_argument("--broken", action="store_true", help="on the broken build")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--in-process", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--fill", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not (SHARED / SETS[0]).is_dir():
        print(f"SKIPPED, no shared data at {SHARED}: set NEWSCLIP_SHARED", file=sys.stderr)
        return 2
    if options.fill is not None:
        fill(options.fill)
        return 0
    if options.child is not None:
        print(json.dumps(_one_window(options.child, limited=not options.in_process)))
        return 0
    with tempfile.TemporaryDirectory(prefix="newsclip-broken-") as folder:
        build = broken(BROKEN, Path(folder)) if options.broken else whole()
        sizes, numbers = ([int(n) for n in given.split(",") if n] for given in (options.sizes, options.workers))
        good = _windows(sizes, build, shared=options.postgresql)
        return 0 if (not numbers or scales(numbers, options.articles, build)) and good else 1


def _windows(sizes: list[int], build: Path, *, shared: bool) -> bool:
    figures = []
    for size in sizes:
        with (
            tempfile.TemporaryDirectory(prefix="newsclip-intake-") as home,
            postgresql(_open_to_all(home), free_port(), wanted=shared) as url,
        ):
            given = {"NEWSCLIP_HOME": home, "NEWSCLIP_DATABASE_URL": url, "NEWSCLIP_QUEUE_URL": ""}
            environment = {**os.environ, **FRUGAL, **given}
            here = [sys.executable, "-m", "benchmarks.intake"]
            fill, child = ([*here, part, str(size)] for part in ("--fill", "--child"))  # each with memory of its own
            subprocess.run(fill, env=environment, cwd=build, check=True)
            said = subprocess.run(child, env=environment, cwd=build, check=True, stdout=subprocess.PIPE).stdout
        figures.append(json.loads(said.splitlines()[-1]))
        told = {"database": "postgresql" if shared else "sqlite", **figures[-1]}
        print(json.dumps({"figure": "intake, window", **told}), flush=True)
    if not figures:
        return True
    growth = figures[-1]["ms_an_article"] / figures[0]["ms_an_article"]
    memory = max(one["memory_mib"] for one in figures)
    told = {"growth": round(growth, 2), "target": GROWTH, "memory_mib": memory, "target_mib": MEMORY}
    print(json.dumps({"figure": "intake, growth", **told}), flush=True)
    return growth <= GROWTH and memory <= MEMORY


def _open_to_all(folder: str) -> Path:
    """Where PostgreSQL's own user may go."""
    Path(folder).chmod(0o755)
    return Path(folder)


def _one_window(size: int, *, limited: bool) -> dict[str, object]:
    """Take new articles through every stage; the first batch warms up and is not counted."""
    from newsclip.server.setup import ready

    ready()
    from django.db import connection

    from newsclip.articles.models import Article
    from newsclip.kernel.fetching import Page
    from newsclip.pipeline import journey
    from newsclip.sources.models import Source

    source = Source.objects.get()
    site = Site.__new__(Site)
    site.rows, site.folder, site.port = {f"/{n}.html": row for n, row in enumerate(arriving(2 * NEW))}, Path(), 80

    def fetch(asks) -> Iterator[tuple[object, Page]]:
        for ask in asks:
            body = site.page(ask.url.removeprefix("https://outlet.example"))
            yield ask, Page(ask.url, 200, body, {"content-type": "text/html; charset=utf-8"})

    tools = _tools(fetch, limited=limited)
    steps = [journey.read_articles, journey.place_in_stories, journey.write_clips, journey.rank_clips,
             journey.tell_followers, journey.make_searchable]  # fmt: skip
    spent = {}
    for part in batched(site.rows, NEW):
        known = {"source": source, "publisher": source.publisher, "found_at": NOW, "due_at": NOW}
        Article.objects.bulk_create(Article(url=f"https://outlet.example{path}", **known) for path in part)
        spent = {step.__name__: _until_idle(step, tools) for step in steps}
    read = Article.objects.filter(state="read", looked_at__isnull=False).count()
    each = {name: round(1000 * seconds / NEW, 2) for name, seconds in spent.items()}
    with connection.cursor() as cursor:
        (clips,) = cursor.execute("SELECT count(*) FROM clips_clip WHERE digest <> ''").fetchone()
    total = sum(each.values())
    return {"window": size, "articles": NEW, "read": read, "clips": clips, "cpu_ms": each,
            "ms_an_article": round(total, 1), "articles_a_second_and_core": round(1000 / total, 1),
            "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "database_mib": _database_mib(),
            "text_process_mib": max([most_of(child) for child in _children()], default=0)}  # fmt: skip


def _tools(fetch, *, limited: bool):
    """`limited`: as the product has them; else with the rules that read and write in this process."""
    from newsclip import wiring
    from newsclip.articles.rules import extract
    from newsclip.evidence.approval import approve
    from newsclip.stories.actions.placement import no_trial

    tools = replace(wiring.tools(), fetch=fetch)
    if not limited:
        tools = replace(tools, writer=wiring.extractive_writer(), extract=extract, gate=approve, trial=no_trial)
    return tools


def most_of(process: int) -> int:
    """MiB that it held at most."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def _until_idle(step, tools) -> float:
    """CPU seconds of this process, of those that work for it, and of the database's process that serves it."""
    began, turns = _cpu(), 0
    while list(step(tools, datetime.now(UTC))) and turns < NEW:
        turns += 1
    return _cpu() - began


def _cpu() -> float:
    from django.db import connection

    spent = time.process_time() + sum(cpu_of(child) for child in _children())
    if connection.vendor != "postgresql":
        return spent
    with connection.cursor() as cursor:
        (process,) = cursor.execute("SELECT pg_backend_pid()").fetchone()
    return spent + cpu_of(process)


def _database_mib() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0]) // 2**20


def _children() -> list[int]:
    """Those that read, write and decode within limits."""
    here = os.getpid()
    return [int(child) for child in Path(f"/proc/{here}/task/{here}/children").read_text().split()]


if __name__ == "__main__":
    sys.exit(main())
