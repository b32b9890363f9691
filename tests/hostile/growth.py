"""What one process needs for each fetch and all that is read of it: `python -m tests.hostile.growth PORT PATH…`.

Prints a JSON line for each path: how it ended, by how many MiB its memory grew at the most, and seconds of CPU.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from newsclip.adapters.egress import Bounds, make_fetch
from newsclip.articles.rules import extract
from newsclip.kernel.fetching import MEGABYTE, Fetch, Page, Request
from newsclip.kernel.reasons import Refused
from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.rules.sitemaps import read_sitemap

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
LARGEST_PAGE = 5 * MEGABYTE  # as articles.actions.reading asks for it
BOUNDS = Bounds(connect=1, silence=2, total=5, pause=0)


def _resident(name: str) -> float:
    """MiB, as the kernel counts them: VmRSS is now, VmHWM the most since the mark was taken off."""
    [line] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name)]
    return int(line.split()[1]) / 1024


def growth_of(work: Callable[[], str]) -> tuple[str, float, float]:
    Path("/proc/self/clear_refs").write_text("5")
    before, began = _resident("VmRSS"), time.process_time()
    ended = work()
    return ended, _resident("VmHWM") - before, time.process_time() - began


def read_all(fetch: Fetch, url: str) -> str:
    """Fetch it, and read it as a feed, as a sitemap and as a page."""
    [(_, answer)] = fetch([Request(url)])
    if not isinstance(answer, Page):
        return answer.code
    code = read_feed(answer.body, url=url, now=NOW).code
    read_sitemap(answer.body, url=url, now=NOW)
    if len(answer.body) <= LARGEST_PAGE:
        with suppress(Refused):
            extract(answer.body, url)
    return code


def main(port: int, paths: list[str]) -> None:
    fetch = make_fetch(user_agent="Test/1", loopback_ports=frozenset({port}), bounds=BOUNDS)
    read_all(fetch, f"http://localhost:{port}/warm-up")
    for path in paths:
        ended, grown, took = growth_of(lambda path=path: read_all(fetch, f"http://localhost:{port}{path}"))
        print(json.dumps({"path": path, "ended": ended, "grown": round(grown, 1), "cpu": round(took, 2)}), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
