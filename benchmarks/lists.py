"""The cost of lists with 1,000,000 clips and 3,000,000 hashtag rows on PostgreSQL, and with 200,000 clips on SQLite.

Each list is asked as the product asks it, its first page and one deep within it, beside thirty clips by their primary
key in the same rounds; what counts is the ratio of the best times of all its statements. Every statement is explained:
none may read one of the large tables from end to end, and none may sort its rows. A vote's new score is written beside
a plain counter of the same table; what a reader's vote costs in all (CPU of the product) has no target of its own.

Prints a JSON line for each figure; exits 1 where one falls short of its target, 2 where PostgreSQL is missing. Filling
takes a minute or two a database; `--clips N` makes smaller ones.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.ports import free_port
from benchmarks.postgresql import postgresql

LISTS_TARGET, VOTE_TARGET = 3.0, 1.2
ROUNDS, VOTES, VOTED = 100, 2000, 300
CLIPS = {"postgresql": 1_000_000, "sqlite": 200_000}
LARGE = ("clips_clip", "ranking_standing", "ranking_tagstanding", "stories_story")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

type Statement = tuple[str, Any]


def questions() -> dict[str, Callable[[], Any]]:
    """Every list's first page, and a page from its middle."""
    from benchmarks.million_rows import big_tags
    from newsclip.clips import queries as clips
    from newsclip.ranking import queries as ranking
    from newsclip.web.pages import pagination

    deep, day = "5000.0_1", "2026-10-01T12:00:00+00:00_1"
    return {
        "front page": ranking.front_page,
        "front page, deep": lambda: ranking.front_page(before=deep),
        "front page, rising": lambda: ranking.front_page(order="rising"),
        "front page, top of all time": lambda: ranking.front_page(order="top"),
        "front page, new": lambda: pagination.page_of(clips.newest()),
        "category": lambda: pagination.page_of(clips.by_category("Sports")),
        "category, deep": lambda: pagination.page_of(clips.by_category("Sports"), day),
        "category, hot": lambda: ranking.hot_in_category("Sports"),
        "category, hot, deep": lambda: ranking.hot_in_category("Sports", before=deep),
        "the largest hashtag": lambda: ranking.newest_with_tag("t0"),
        "the largest hashtag, deep": lambda: ranking.newest_with_tag("t0", before=day),
        "a middling hashtag": lambda: ranking.newest_with_tag("t301"),
        "the largest hashtag, hot": lambda: ranking.hot_with_tag("t0"),
        "the largest hashtag, hot, deep": lambda: ranking.hot_with_tag("t0", before=deep),
        **{f"followed hashtags: {number}": partial(followed, big_tags(number)) for number in (1, 10, 50)},
    }  # fmt: skip


def followed(keys: list[str]) -> Any:
    from newsclip.ranking import queries as ranking

    return ranking.clips_in_order(ranking.hottest_with_any_tag(keys, limit=30))


def statements(ask: Callable[[], Any]) -> list[Statement]:
    from django.db import connection

    found: list[Statement] = []

    def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 -- Django's own
        found.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        ask()
    return found


def spent(asked: list[Statement]) -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        began = time.perf_counter()
        for sql, params in asked:
            cursor.execute(sql, params)
            cursor.fetchall()
        return time.perf_counter() - began


def faults(statement: Statement) -> list[str]:
    """What reads a large table whole, or sorts more of its rows than a limit let through."""
    from django.db import connection

    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute(("EXPLAIN (FORMAT JSON) " if postgresql else "EXPLAIN QUERY PLAN ") + statement[0], statement[1])
        rows = cursor.fetchall()
    if postgresql:
        return list(_faults_below(rows[0][0][0]["Plan"], sorting=False))
    wrong = re.compile(rf"SCAN ({'|'.join(LARGE)})(?! USING)|TEMP B-TREE FOR (?!DISTINCT)")
    return [str(row[-1]) for row in rows if wrong.search(str(row[-1]))]


def _faults_below(node: dict[str, Any], *, sorting: bool) -> Iterator[str]:
    kind, table = node["Node Type"], node.get("Relation Name")
    if table in LARGE and (sorting or kind == "Seq Scan"):
        yield f"{kind} of {table}{', sorted' if sorting else ''}"
    below = kind != "Limit" and (sorting or kind.endswith("Sort"))
    for under in node.get("Plans", ()):
        yield from _faults_below(under, sorting=below)


def measure_lists() -> bool:
    from django.db import connection

    from newsclip.clips import queries as clips

    asked = {name: statements(ask) for name, ask in questions().items()}
    by_key = statements(lambda: list(clips.listed().defer("document").order_by("-pk")[:31]))
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, said in {"by primary key": by_key, **asked}.items():
            best[name] = min(best.get(name, 1e9), spent(said))
    peer, good = best.pop("by primary key"), True
    for name, seconds in best.items():
        wrong = [fault for statement in asked[name] for fault in faults(statement)]
        ok = not wrong and seconds <= LISTS_TARGET * peer
        good = good and ok
        say(database=connection.vendor, list=name, ratio=round(seconds / peer, 2), target=LISTS_TARGET,
            milliseconds=round(1000 * seconds, 2), statements=len(asked[name]),
            not_by_index=wrong, short=not ok)  # fmt: skip
    return good


def measure_votes() -> bool:
    """A clip's new score against a counter, in the same rows of the same table, each in its own transaction.

    What the database does is measured, not how Django puts it into words; in clips that people vote for, the hottest.
    """
    from django.db import connection

    from newsclip.ranking.models import Standing

    table = connection.ops.quote_name(Standing._meta.db_table)
    asked = {
        "score": f"UPDATE {table} SET hot = hot + 0.5, rising = rising + 0.5, total = total + 1 WHERE clip_id = %s",
        "counter": f"UPDATE {table} SET total = total + 1 WHERE clip_id = %s",
    }
    hottest = list(Standing.objects.filter(shown=True).order_by("-hot").values_list("clip_id", flat=True)[:VOTED])
    times: dict[str, list[float]] = {name: [] for name in asked}
    with connection.cursor() as cursor:
        for place in range(VOTES):
            for name in sorted(asked, reverse=bool(place % 2)):
                began = time.perf_counter()
                cursor.execute(asked[name], [hottest[place * 7907 % len(hottest)]])
                times[name].append(time.perf_counter() - began)
    ratio = median(times["score"]) / median(times["counter"])
    say(database=connection.vendor, vote="a new score, beside a counter", ratio=round(ratio, 2), target=VOTE_TARGET,
        milliseconds=round(1000 * median(times["score"]), 3), short=ratio > VOTE_TARGET)  # fmt: skip
    return ratio <= VOTE_TARGET


def measure_given() -> None:
    """All that a reader's vote asks of the product and the database, against a counter that Django raises."""
    from django.db import connection
    from django.db.models import F

    from newsclip.accounts.models import Reader
    from newsclip.community import actions
    from newsclip.ranking.models import Standing

    voter = Reader.objects.create(username="voter", date_joined=NOW - timedelta(days=400))
    times: dict[str, list[float]] = {"vote": [], "counter": []}
    for story in range(1, VOTED + 1):
        counter = Standing.objects.filter(clip=story)
        for name, ask in (
            ("vote", partial(actions.vote, voter, story, now=NOW)),
            ("counter", partial(counter.update, total=F("total") + 1)),
        ):
            began = time.process_time()
            ask()
            times[name].append(time.process_time() - began)
    asked = statements(partial(actions.vote, voter, VOTED + 1, now=NOW))
    say(database=connection.vendor, vote="given by a reader, beside a counter", statements=len(asked),
        ratio=round(median(times["vote"]) / median(times["counter"]), 1),
        cpu_milliseconds=round(1000 * median(times["vote"]), 2))  # fmt: skip


def say(**figures: Any) -> None:
    print(json.dumps(figures), flush=True)


def within(clips: int) -> int:
    """With the product's own environment: fill, measure."""
    from newsclip.server.setup import prepare

    prepare()
    from benchmarks.million_rows import TAGS_A_CLIP, fill

    began = time.perf_counter()
    fill(clips)
    say(clips=clips, hashtag_rows=TAGS_A_CLIP * clips, filled_in_seconds=round(time.perf_counter() - began))
    lists, votes = measure_lists(), measure_votes()
    measure_given()
    return int(not (lists and votes))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, help="instead of a million and 200,000")
    parser.add_argument("--only", choices=sorted(CLIPS), help="one database alone")
    parser.add_argument("--within", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.within:
        return within(options.within)
    short = 0
    for kind, number in CLIPS.items():
        if options.only not in {None, kind}:
            continue
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder)
            work.chmod(0o755)
            with postgresql(work, free_port(), wanted=kind == "postgresql") as url:
                surroundings = {**os.environ, "NEWSCLIP_HOME": str(work / "home"), "NEWSCLIP_DATABASE_URL": url}
                again = [sys.executable, "-m", "benchmarks.lists", "--within", str(options.clips or number)]
                short |= subprocess.run(again, env=surroundings, check=False).returncode
    return short


if __name__ == "__main__":
    sys.exit(main())
