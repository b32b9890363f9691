"""One refresh of every source by Newsclip, as `benchmarks.refresh` asks for it in a process of its own.

The way is the worker's: claim what is due, ask it through the guarded egress, sift, admit, remember. Each feed's public
address is diverted to its loopback address after the guard has agreed to it. Newsclip searches clips, not entries, so
that both sides do the same work the words of every new or changed entry are indexed here with the same transaction,
by the very statements of Newsclip's search. `prepare` makes the tables and follows the feeds; `refresh` prints what it
took as JSON.
"""

import json
import resource
import socket
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from benchmarks.refresh_feeds import address
from newsclip.operations.setup import prepare, ready

SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS entry_search USING fts5(title, body, content='', contentless_delete=1, "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "INSERT OR REPLACE INTO entry_search(rowid, title, body) VALUES (%s, %s, %s)",
)
POSTGRESQL = (
    "CREATE TABLE IF NOT EXISTS entry_search (entry bigint PRIMARY KEY, words tsvector NOT NULL); "
    "CREATE INDEX IF NOT EXISTS entry_search_words ON entry_search USING gin(words)",
    "INSERT INTO entry_search VALUES (%s, setweight(to_tsvector('english', %s), 'A') || "
    "setweight(to_tsvector('english', %s), 'B')) ON CONFLICT (entry) DO UPDATE SET words = excluded.words",
)
PORT = 8000  # one that news is served on, for the guard; the connection goes to the server's own


def public(feed: int) -> str:
    """An address that the guard lets pass, one for each loopback address."""
    return address(feed).replace("127.1.", "93.184.")


def follow(feeds: int) -> None:
    prepare()
    from newsclip.sources.actions import publisher_of
    from newsclip.sources.models import Source

    now = datetime.now(UTC)
    urls = [f"http://{public(feed)}:{PORT}/feed.xml" for feed in range(feeds)]
    Source.objects.bulk_create(
        Source(url=url, kind="feed", publisher=publisher_of(url), added_at=now, due_at=now) for url in urls
    )


class Diverted(socket.socket):
    """A socket for a public address that ends at its loopback address."""

    port = 0

    def connect(self, at: tuple[str, int]) -> None:
        super().connect((at[0].replace("93.184.", "127.1."), self.port))


def refresh(port: int) -> dict[str, float]:
    ready()
    from django.db import connection

    from newsclip.adapters.egress import Bounds, make_fetch
    from newsclip.articles.actions import admit_all
    from newsclip.articles.models import Article
    from newsclip.leases import held
    from newsclip.pipeline.journey import SOURCES
    from newsclip.sources import actions, queries
    from newsclip.sources.models import Source
    from newsclip.sources.ports import Entry
    from newsclip.options import OPTIONS

    Diverted.port = port
    fetch = make_fetch(
        user_agent="Newsclip/bench", loopback_ports=frozenset(), bounds=Bounds(),
        open_socket=lambda info: Diverted(*info[:3]),
    )  # fmt: skip
    create, put = POSTGRESQL if OPTIONS.database_url else SQLITE
    with connection.cursor() as cursor:
        cursor.execute(create)

    def take(shown: Sequence[tuple[Source, Sequence[Entry]]]) -> Mapping[int, int]:
        new = admit_all(shown, now=now)
        entries = {entry.url: entry for _, entries in shown for entry in entries}
        articles = Article.objects.filter(url__in=entries).order_by("pk").values_list("pk", "url")
        with connection.cursor() as cursor:
            cursor.executemany(put, [(pk, entries[url].title, entries[url].summary) for pk, url in articles])
        return new

    actions.make_due(datetime.now(UTC))
    began, spent, looks, new = time.perf_counter(), time.process_time(), 0, 0
    while True:
        now = datetime.now(UTC)
        with held(queries.due(now), now=now, limit=SOURCES) as due:
            for result in actions.look(due, fetch=fetch, now=now, take=take):
                looks, new = looks + 1, new + result.new
        if not due:
            break
    return {
        "seconds": time.perf_counter() - began,
        "cpu": time.process_time() - spent,
        "looks": looks,
        "new": new,
        "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        follow(int(sys.argv[3]))
    else:
        print(json.dumps(refresh(int(sys.argv[2]))))
