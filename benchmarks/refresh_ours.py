"""One refresh of every source by Newsclip, run by `benchmarks.refresh` in a separate process.

The way is the worker's: claim what is due, ask it through the guarded egress, sift, admit, remember. Each feed's public
address is diverted to its loopback address after the guard has agreed to it. Newsclip searches clips, not entries, so
that both sides do the same work the words of every new or changed entry are indexed here with the same transaction,
as Newsclip's search does it. `prepare` makes the tables and follows the feeds; `refresh` prints what it
took as JSON.
"""

import json
import resource
import socket
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from benchmarks.refresh_feeds import address
from newsclip.server.setup import prepare, ready

if TYPE_CHECKING:
    from newsclip.kernel.fetching import Fetch
    from newsclip.sources.models import Source
    from newsclip.sources.ports import Entry

SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS entry_search USING fts5(title, body, content='', contentless_delete=1, "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "INSERT OR REPLACE INTO entry_search(rowid, title, body) VALUES (%s, %s, %s)",
)
POSTGRESQL = (
    "CREATE TABLE IF NOT EXISTS entry_search (entry bigint PRIMARY KEY, words tsvector NOT NULL); "
    "CREATE INDEX IF NOT EXISTS entry_search_words ON entry_search USING gin(words)",
    "INSERT INTO entry_search SELECT entry, setweight(to_tsvector('english', title), 'A') || "
    "setweight(to_tsvector('english', body), 'B') FROM unnest(%s::bigint[], %s::text[], %s::text[]) "
    "AS told (entry, title, body) ON CONFLICT (entry) DO UPDATE SET words = excluded.words",
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
    from newsclip.db.leases import held
    from newsclip.pipeline.journey import SOURCES
    from newsclip.sources import actions, queries

    fetch = diverted_fetch(port)
    take = Taker()
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


def diverted_fetch(port: int) -> "Fetch":
    """The worker's own, its connections diverted."""
    from newsclip.adapters.egress import make_fetch
    from newsclip.adapters.egress.shared_hosts import SharedHosts

    Diverted.port = port
    egress = make_fetch(
        user_agent="Newsclip/bench", loopback_ports=frozenset(), open_socket=lambda info: Diverted(*info[:3])
    )
    return SharedHosts(egress, lambda: datetime.now(UTC))


class Taker:
    """Admits entries as the journey does, and indexes their words."""

    def __init__(self) -> None:
        from django.db import connection

        from newsclip.options import OPTIONS

        self.connection, self.by_columns = connection, bool(OPTIONS.database_url)
        create, self.put = POSTGRESQL if OPTIONS.database_url else SQLITE
        with connection.cursor() as cursor:
            cursor.execute(create)

    def __call__(self, shown: "Sequence[tuple[Source, Sequence[Entry]]]") -> Mapping[int, int]:
        from newsclip.articles.actions import admit_all
        from newsclip.articles.models import Article

        new = admit_all(shown, now=datetime.now(UTC))
        entries = {entry.url: entry for _, entries in shown for entry in entries}
        articles = Article.objects.filter(url__in=entries).order_by("pk").values_list("pk", "url")
        rows = [(pk, entries[url].title, entries[url].summary) for pk, url in articles]
        with self.connection.cursor() as cursor:
            if self.by_columns:
                cursor.execute(self.put, [list(column) for column in zip(*rows, strict=True)])
            else:
                cursor.executemany(self.put, rows)
        return new


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        follow(int(sys.argv[3]))
    else:
        print(json.dumps(refresh(int(sys.argv[2]))))
