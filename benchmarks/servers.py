"""The servers that `benchmarks.serving` compares, each in its own process group that ends with the run."""

import http.cookiejar
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from benchmarks.many_clips import CLIPS
from newsclip.server.start import granian

PROXY = """{user} daemon off; worker_processes 2; pid {work}/nginx.pid; error_log {work}/nginx.log;
events {{ worker_connections 512; }}
http {{
  access_log off; types {{ text/html html; }}
  client_body_temp_path {work}/t1; proxy_temp_path {work}/t2; fastcgi_temp_path {work}/t3;
  uwsgi_temp_path {work}/t4; scgi_temp_path {work}/t5;
  sendfile on; tcp_nopush on; keepalive_requests 1000000;
  server {{ listen 127.0.0.1:{static}; root {work}/page; }}
  upstream newsclip {{ server 127.0.0.1:{site}; keepalive 16; }}
  proxy_cache_path {work}/cache keys_zone=pages:16m max_size=100m inactive=10m;
{documented}
}}
"""
ENTRIES = """
    UPDATE users SET entries_per_page = 30, entry_direction = 'desc';
    INSERT INTO feeds (user_id, category_id, title, feed_url, site_url)
    SELECT u.id, c.id, 'Outlet ' || n, 'https://outlet-' || n || '.example/feed', 'https://outlet-' || n || '.example/'
    FROM users u, categories c, generate_series(1, 40) AS n;
    INSERT INTO entries (user_id, feed_id, hash, published_at, changed_at, title, url, author, content, reading_time)
    SELECT f.user_id, f.id, md5(n::text), now() - n * interval '1 minute', now(), repeat('word' || n || ' ', 9),
        'https://outlet.example/' || n, 'A. Writer', repeat('Some words of entry ' || n || '. ', 90), 2
    FROM generate_series(1, {clips}) AS n JOIN feeds f ON f.title = 'Outlet ' || (1 + n % 40);
    ANALYZE"""


@contextmanager
def running(*command: str, environment: Mapping[str, str], ready: str, build: Path | None = None) -> Iterator[None]:
    """A server, from when it answers at `ready`; `build`: where it is started."""
    with tempfile.TemporaryFile() as said:
        server = subprocess.Popen(command, env=environment, stdout=said, stderr=said, start_new_session=True, cwd=build)
        try:
            if not _answers(server, ready):
                said.seek(0)
                raise AssertionError(f"nothing answers at {ready}: {said.read().decode()[-2000:]}")
            yield
        finally:
            _end(server)


def _answers(server: "subprocess.Popen[bytes]", url: str) -> bool:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(url).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.2)
        else:
            return True
    return False


def _end(server: "subprocess.Popen[bytes]") -> None:
    if server.poll() is not None:
        return
    os.killpg(server.pid, signal.SIGTERM)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def site(
    port: int, environment: Mapping[str, str], module: str = "newsclip.server.rsgi", build: Path | None = None
) -> AbstractContextManager[None]:
    """Newsclip as `newsclip start web` runs it, with two workers."""
    command = [
        *(sys.executable, "-m", "granian", *granian(f"{module}:application")),
        *("--host", "127.0.0.1", "--port", str(port), "--workers", "2"),
    ]
    return running(*command, environment=environment, ready=f"http://127.0.0.1:{port}/healthz", build=build)


@contextmanager
def miniflux(work: Path, database: str, port: int) -> Iterator[dict[str, str]]:
    """Miniflux with as many unread entries as there are clips; gives the headers of a browser that is signed in."""
    own = f"{database.rpartition('/')[0]}/miniflux"
    subprocess.run(["psql", database, "-qc", "CREATE DATABASE miniflux"], check=True)
    settings = work / "miniflux.conf"
    settings.write_text(
        f"DATABASE_URL={own.replace('postgresql:', 'postgres:')}?sslmode=disable\nRUN_MIGRATIONS=1\nCREATE_ADMIN=1\n"
        f"ADMIN_USERNAME=bench\nADMIN_PASSWORD=benchbench\nLISTEN_ADDR=127.0.0.1:{port}\nDISABLE_SCHEDULER_SERVICE=1\n"
    )
    try:
        with running("miniflux", "-c", str(settings), environment=os.environ, ready=f"http://127.0.0.1:{port}/"):
            subprocess.run(["psql", own, "-qc", ENTRIES.format(clips=CLIPS)], check=True)
            yield _sign_in(f"http://127.0.0.1:{port}")
    finally:
        subprocess.run(["psql", database, "-qc", "DROP DATABASE miniflux WITH (FORCE)"], check=True)


def _sign_in(at: str) -> dict[str, str]:
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    csrf = re.search(r'name="csrf" value="([^"]+)"', browser.open(at).read().decode())
    assert csrf
    form = urllib.parse.urlencode({"csrf": csrf[1], "username": "bench", "password": "benchbench"})
    browser.open(f"{at}/login", form.encode()).close()
    page = browser.open(f"{at}/unread").read().decode()
    assert page.count("<article") == 30, "Miniflux must show 30 entries"
    return {"Cookie": "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)}
