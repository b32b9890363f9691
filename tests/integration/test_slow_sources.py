"""A real worker, and a source that dribbles: what the others tell is read meanwhile."""

import json
import socket
import sys
import time

import pytest

from tests.integration.installation import installation, run, running
from tests.loopback import reply, serving

pytestmark = pytest.mark.integration
PATIENCE = 60.0
FOLLOW = """
import sys
from newsclip.operations.setup import ready
ready()
from django.utils import timezone
from newsclip.sources import actions
outlines = "".join(f'<outline type="rss" text="{url}" xmlUrl="{url}"/>' for url in sys.argv[1:])
actions.import_opml(f'<opml version="2.0"><body>{outlines}</body></opml>'.encode(), now=timezone.now())
"""
READ = """
import json
from newsclip.operations.setup import ready
ready()
from newsclip.articles.models import Article
print(json.dumps(list(Article.objects.values_list("url", "state"))))
"""
FEED = """<rss version="2.0"><channel><title>The Quay</title><link>{home}</link>
<item><title>A ferry came late</title><link>{home}a</link></item></channel></rss>"""


def test_a_source_that_dribbles_delays_no_other(tmp_path):
    cut = []

    def dribble(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 900000\r\n\r\n")
        try:
            while True:
                line.sendall(b" " * 1500)  # more than the least rate: it is given up only by the longest time
                time.sleep(1)
        finally:
            cut.append("cut")

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
                give_up = time.monotonic() + PATIENCE
                while "/a" not in server.paths():
                    assert time.monotonic() < give_up, (tmp_path / "log").read_text()[-3000:]
                    time.sleep(0.1)
                assert not cut, "the page of the other source was asked for while this one dribbled"
                [(url, _)] = json.loads(run(READ, surroundings).splitlines()[-1])
    assert url.endswith("/a")
