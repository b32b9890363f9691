"""A real worker, and a source that dribbles: what the others tell is read meanwhile."""

import contextlib
import json
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.installation import installation, run, running
from tests.loopback import reply, serving

pytestmark = [pytest.mark.integration, pytest.mark.once]
PATIENCE = 60.0
FOLLOW = """
import sys
from newsclip.server.setup import ready
ready()
from django.utils import timezone
from newsclip.sources import actions
outlines = "".join(f'<outline type="rss" text="{url}" xmlUrl="{url}"/>' for url in sys.argv[1:])
actions.import_opml(f'<opml version="2.0"><body>{outlines}</body></opml>'.encode(), now=timezone.now())
"""
READ = """
import json
from newsclip.server.setup import ready
ready()
from newsclip.articles.models import Article
print(json.dumps(list(Article.objects.values_list("url", "state"))))
"""
FEED = """<rss version="2.0"><channel><title>The Quay</title><link>{home}</link>
<item><title>A ferry came late</title><link>{home}a</link></item></channel></rss>"""


def wait_until(true: Callable[[], object], log: Path) -> None:
    give_up = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < give_up, log.read_text()[-3000:]
        time.sleep(0.1)


def test_a_source_that_dribbles_delays_no_other(tmp_path):
    sent, cut = [], []

    def dribble(line: socket.socket) -> None:
        """More than the least rate, so that it is given up only by the longest time."""
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 900000\r\n\r\n")
        line.settimeout(0.2)
        while not cut:
            line.sendall(b" " * 300)
            sent.append(300)
            with contextlib.suppress(TimeoutError):
                cut.extend(["cut"] if not line.recv(1) else [])

    with serving() as server:
        slow, quick = server.url("/feed", "slow.localhost"), server.url("/feed.xml", "quay.localhost")
        page = b"<html><body><article><h1>A ferry came late</h1>" + b"<p>The ferry came late.</p>" * 50
        server.answers |= {"/feed": dribble, "/a": reply(200, page, content_type="text/html"),
                           "/feed.xml": reply(200, FEED.format(home=server.url("/", "quay.localhost")).encode(),
                                              content_type="application/rss+xml")}  # fmt: skip
        with installation(tmp_path / "home", NEWSCLIP_LOOPBACK_PORTS=str(server.port)) as surroundings:
            run(FOLLOW.replace("sys.argv[1:]", repr([slow, quick])), surroundings)
            worker = [sys.executable, "-m", "newsclip", "start", "worker"]
            with running([worker], [surroundings], tmp_path / "log"):
                wait_until(lambda: "/a" in server.paths(), tmp_path / "log")
                then = len(sent)
                wait_until(lambda: cut or len(sent) > then + 5, tmp_path / "log")
                assert not cut, "it still dribbled when the page of the other source was asked for"
                [(url, _)] = json.loads(run(READ, surroundings).splitlines()[-1])
    assert url.endswith("/a")
