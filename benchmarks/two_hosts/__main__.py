"""Newsclip on two hosts, with a database, its replica, a pooler, three brokers and nginx, while machines fail.

Each is a network namespace with an address of its own, joined by a bridge. A press on another publishes; readers ask
nginx for pages and pictures, members vote and comment. Meanwhile a broker is killed, then the one that leads the
queue, a worker, a site is replaced, the replica stops, and a host loses its power. At the end everything is counted:
nothing may be lost or doubled. It needs root, and the programs that it names; `make bench-two-hosts`.
"""

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.two_hosts import counts, servers
from benchmarks.two_hosts.load import LONG, Load
from benchmarks.two_hosts.network import Machines
from benchmarks.two_hosts.servers import ADDRESSES, BROKERS, HOSTS, wait_for
from benchmarks.two_hosts.site import Site

WAVE = 4  # events before each failure; three papers tell each
FORGOTTEN = 11.0  # seconds: nginx leaves out a server that failed for ten
AWAY = 25.0  # seconds
_PATIENCE = 600.0
_HOST_GONE = "host b loses its network"


class Run:
    """One site, and what fails in it, in turn."""

    def __init__(self, site: Site, wave: int) -> None:
        self.site, self._wave = site, wave
        self.load = Load(self._look)
        self.before: dict[str, float] = {}
        self.articles = 0  # before the load began

    def _look(self) -> tuple[list[int], list[str]]:
        rows = self.site.rows(
            "SELECT story_id, slug FROM clips_clip WHERE state = 'published' ORDER BY id DESC LIMIT 300"
        )
        paths = [f"/c/{slug}" for _, slug in rows] + [f"/media/{name}" for name in counts.pictures(self.site)]
        return [story for story, _ in rows], paths

    def through(self, failures: Sequence[tuple[str, Callable[[], None]]]) -> None:
        self.site.publish(self._wave)
        self._catch_up()
        for member in self.load.members:
            member.sign_up()
        self.site.rows("UPDATE accounts_reader SET date_joined = '2025-01-01'")  # newcomers may vote less
        self.load.refresh()
        self.before, self.articles = costs(self.site), self.site.count("articles_article")
        with self.load.running():
            for name, fail in failures:
                self.load.phase(name)
                before, began = len(self.load.heard.failures), time.monotonic()
                fail()
                self._catch_up()
                self.load.refresh()
                print(json.dumps({
                    "failed": name, "seconds": round(time.monotonic() - began, 1),
                    "requests failed": len(self.load.heard.failures) - before,
                    "longest": round(self.load.heard.take_longest(), 1),
                }), flush=True)  # fmt: skip

    def _catch_up(self) -> None:
        try:
            wait_for(lambda: counts.is_done(self.site), "everything done", _PATIENCE, 1)
        except RuntimeError as error:
            raise RuntimeError(f"{error}: {counts.backlog(self.site)}") from None

    def _publish(self) -> None:
        """Until workers are at it."""
        read = self.site.count("articles_article")
        self.site.publish(self._wave)
        wait_for(lambda: self.site.count("articles_article") > read, "the first article", _PATIENCE)

    # failures

    def nothing(self) -> None:
        """To compare with."""
        self._publish()

    def kill_broker(self) -> None:
        leader = self.site.brokers.leader()
        self._kill(next(name for name in BROKERS if name != leader))

    def kill_leader(self) -> None:
        self._kill(self.site.brokers.leader())

    def _kill(self, broker: str) -> None:
        self._publish()
        self.site.machines.end(broker, signal.SIGKILL)
        self._catch_up()
        self.site.brokers.start_one(broker)

    def kill_worker(self) -> None:
        self._publish()
        self.site.machines.end("worker of host-a", signal.SIGKILL)
        self._catch_up()
        self.site.start_worker("host-a")

    def replace_site(self) -> None:
        self._publish()
        for host in HOSTS:
            self.site.machines.end(f"web of {host}")
            self.site.start_web(host)
            time.sleep(FORGOTTEN)

    def stop_replica(self) -> None:
        self._publish()
        self.site.machines.end("replica", signal.SIGINT)
        time.sleep(AWAY)
        self.site.databases.start_replica()

    def unplug_leader(self) -> None:
        self._unplug(self.site.brokers.leader())

    def unplug_replica(self) -> None:
        self._unplug("replica")

    def unplug_host(self) -> None:
        self._unplug("host-b")

    def _unplug(self, machine: str) -> None:
        self._publish()
        self.site.machines.unplug(machine)
        time.sleep(AWAY)
        self.site.machines.plug(machine)

    def unplug_two_brokers(self) -> None:
        self._publish()
        for name in BROKERS[:2]:
            self.site.machines.unplug(name)
        self._catch_up()
        time.sleep(AWAY)
        for name in BROKERS[:2]:
            self.site.machines.plug(name)

    def failures(self) -> dict[str, Callable[[], None]]:
        return {
            "nothing": self.nothing,
            "a broker is killed": self.kill_broker,
            "the leader of the queue is killed": self.kill_leader,
            "a worker is killed": self.kill_worker,
            "the sites are replaced in turn": self.replace_site,
            "the replica stops": self.stop_replica,
            "the leader of the queue loses its network": self.unplug_leader,
            "the replica loses its network": self.unplug_replica,
            _HOST_GONE: self.unplug_host,
            "two of three brokers lose their network": self.unplug_two_brokers,
        }


def costs(site: Site) -> dict[str, float]:
    """CPU seconds of each kind of process so far."""
    cpu = site.machines.cpu
    groups = {
        "workers": [f"worker of {host}" for host in HOSTS], "sites": [f"web of {host}" for host in HOSTS],
        "PostgreSQL": ["database"], "replica": ["replica"], "PgBouncer": ["pgbouncer"], "RabbitMQ": [*BROKERS],
        "nginx": ["nginx"],
    }  # fmt: skip
    return {name: sum(map(cpu, roles)) for name, roles in groups.items()}


def tell(run: Run) -> bool:
    """What was found. Whether nothing was lost, doubled or failed."""
    heard, site = run.load.heard, run.site
    faults = counts.faults(site, run.load) | {"requests failed": len(heard.failed(_HOST_GONE))}
    used = {name: spent - run.before[name] for name, spent in costs(site).items()}
    articles, requests = site.count("articles_article") - run.articles, sum(heard.answers.values())
    asked = ", ".join(f"{number} {kind}s" for kind, number in heard.answers.items())
    print(f"\n{articles} articles came, {site.count('clips_clip')} clips are there; asked for: {asked}")
    print("CPU seconds: " + ", ".join(f"{name} {spent:.1f}" for name, spent in used.items()))
    print(f"CPU ms: {1000 * used['workers'] / max(1, articles):.0f} of workers per article,"
          f" {1000 * used['sites'] / max(1, requests):.1f} of sites per request")  # fmt: skip
    print(f"articles fetched again: {counts.fetched_again(site)}; refused by the site: {dict(heard.refused)};"
          f" answers later than {LONG:.0f} s: {heard.long} (longest {heard.longest:.1f} s)")  # fmt: skip
    for name, number in faults.items():
        print(f"  {name:42} {number}")
    for line in heard.failures[:20]:
        print(f"    {line}")
    return not any(faults.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wave", type=int, default=WAVE, help="events before each failure (default: %(default)s)")
    parser.add_argument("--only", action="append", help="a failure by its number; all by default")
    parser.add_argument("--keep", type=Path, help="the folder for logs and homes, which stays")
    asked = parser.parse_args()
    if os.geteuid():
        print("SKIPPED: only root may make network namespaces. Run it as root.", file=sys.stderr)
        return 2
    if missing := servers.missing():
        print(f"SKIPPED, missing: apt-get install -y {' '.join(missing)}", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that everything ends with it
    with tempfile.TemporaryDirectory(prefix="newsclip-hosts-", ignore_cleanup_errors=True) as name:
        work = asked.keep or Path(name)
        work.mkdir(exist_ok=True)
        work.chmod(0o755)
        with Machines(ADDRESSES, work) as machines:
            site = Site(machines, work)
            site.start()
            run = Run(site, asked.wave)
            every = list(run.failures().items())
            run.through([every[int(number)] for number in asked.only] if asked.only else every)
            wait_for(lambda: counts.are_weighed(site), "every vote weighed", _PATIENCE, 1)
            return 0 if tell(run) else 1


if __name__ == "__main__":
    sys.exit(main())
