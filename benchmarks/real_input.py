"""Run the whole product over real pages or stories, served from loopback; print what came of it, and clips to read.

    python -m benchmarks.real_input [--clips N] [--limit N] SET…

SET is a folder of the shared data: pages-* (saved pages) or stories-* (texts, wrapped in plain pages with their
publisher and date). Nothing is copied: pages are read where they lie. Needs a fresh folder: set NEWSCLIP_HOME, or one
is made and removed.
"""

import argparse
import gzip
import json
import os
import sys
import tempfile
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

SHARED = Path(os.environ.get("NEWSCLIP_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"


class Site:
    """The pages of a set under NAME.localhost, a feed that lists them, and when they say they were published."""

    def __init__(self, folder: Path, limit: int | None) -> None:
        lines = (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()[:limit]
        self.folder = folder
        self.rows = {f"/{number}.html": json.loads(line) for number, line in enumerate(lines)}
        self.port = 0

    def page(self, path: str) -> bytes:
        row = self.rows[path]
        if "path" in row:
            raw = (self.folder / row["path"]).read_bytes()
            return gzip.decompress(raw) if row["path"].endswith(".gz") else raw
        body = "".join(f"<p>{escape(line)}</p>" for line in row["text"].splitlines() if line.strip())
        when = row.get("published") or ""
        return (
            f'<!doctype html><meta charset="utf-8"><title>{escape(row["title"])}</title>'
            f'<meta property="og:type" content="article"><meta property="og:site_name" content="{escape(host(row))}">'
            f'<meta property="article:published_time" content="{when}">'
            f"<article><h1>{escape(row['title'])}</h1>{body}</article>"
        ).encode()

    def feed(self, now: datetime) -> bytes:
        items = "".join(
            f"<item><link>{self.address(path)}</link><guid>{escape(str(row['id']))}</guid>"
            f"<title>{escape(row.get('title') or '')}</title>{stamp(row, now)}</item>"
            for path, row in self.rows.items()
        )
        return f'<rss version="2.0"><channel><title>{self.folder.name}</title>{items}</channel></rss>'.encode()

    def address(self, path: str) -> str:
        return f"http://{host(self.rows[path])}.localhost:{self.port}{path}"


def host(row: dict) -> str:
    name = row.get("publisher") or urlsplit(row.get("url") or "").hostname or "unnamed"
    return "".join(c if c.isalnum() else "-" for c in name.lower()).strip("-") or "unnamed"


def stamp(row: dict, now: datetime) -> str:
    when = row.get("published")
    if not when:
        return ""
    at = datetime.fromisoformat(when)
    return f"<pubDate>{format_datetime(at if at.tzinfo else at.replace(tzinfo=UTC))}</pubDate>"


def serve(site: Site) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            known = self.path in site.rows or self.path == "/feed.xml"
            body = b"" if not known else site.feed(NOW) if self.path == "/feed.xml" else site.page(self.path)
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "application/rss+xml" if self.path == "/feed.xml" else "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    class Server(ThreadingHTTPServer):
        request_queue_size = 256  # several workers knock at once; who finds no room waits for seconds

    server = Server(("127.0.0.1", 0), Handler)
    site.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def run(site: Site, clips: int) -> None:
    from django.db import connection

    from newsclip.clips.models import Clip
    from newsclip.pipeline import manage_sources
    from newsclip.pipeline.journey import until_idle
    from newsclip.stories.models import Story
    from newsclip.wiring import tools

    object.__setattr__(
        __import__("newsclip.settings", fromlist=["OPTIONS"]).OPTIONS, "loopback_ports", frozenset({site.port})
    )
    began = datetime.now(UTC)
    codes: Counter[str] = Counter()
    for outcome in manage_sources.add(f"http://feed.localhost:{site.port}/feed.xml"):
        codes[f"{outcome.step} {outcome.code}"] += 1
    for outcome in until_idle(tools(), lambda: datetime.now(UTC)):
        codes[f"{outcome.step} {outcome.code}"] += 1
    took = (datetime.now(UTC) - began) / timedelta(seconds=1)
    figures = {
        "set": site.folder.name,
        "rows": len(site.rows),
        "seconds": round(took, 1),
        "stories": Story.objects.count(),
    }
    print(json.dumps(figures | {"clips": Clip.objects.count(), "codes": dict(codes.most_common())}), flush=True)
    for clip in Clip.objects.order_by("-reports", "pk")[:clips]:
        print(as_text(clip.document))
    connection.close()


def as_text(document: dict) -> str:
    """The clip as a page of plain text."""
    lines = ["", "=" * 100, document["headline"]["text"], f"{document['category']} {' '.join(document['hashtags'])}"]
    lines += [f"[{document['reports']} reports] {document['summary']['text']}"]
    for section in document["sections"]:
        lines += ["", f"## {section['heading']['text']} {section['role']}" if section["heading"] else ""]
        for block in section["blocks"]:
            if block["kind"] == "paragraph":
                lines.append(" ".join(s["text"] for s in block["sentences"]))
            elif block["kind"] == "quote":
                lines.append(f"    “{block['text']}” — {block['speaker']} ({block['role']})")
            else:
                lines += [f"  • {s['text']}" for s in block["items"]]
    lines += ["", *[f"{m['when']}: {m['sentence']['text']}" for m in document["timeline"]]]
    return "\n".join([*lines, *[s["url"] for s in document["sources"]]])


NOW = datetime.now(UTC)

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clips", type=int, default=20)
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("sets", nargs="+")
    asked = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"NO SHARED DATA at {SHARED}: set NEWSCLIP_SHARED to the folder that holds data/")
    with tempfile.TemporaryDirectory() as folder:
        sites = [Site(SHARED / name, asked.limit) for name in asked.sets]
        servers = [serve(site) for site in sites]
        os.environ.setdefault("NEWSCLIP_HOME", folder)
        os.environ["NEWSCLIP_LOOPBACK_PORTS"] = ",".join(str(site.port) for site in sites)
        from newsclip.server.setup import prepare

        prepare()
        for each in sites:
            run(each, asked.clips)
        for server in servers:
            server.shutdown()
