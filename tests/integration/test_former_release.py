"""The former release goes on working on the tables of this one: an upgrade stops nobody's site.

Its code is taken from the history. What it may not do is said in docs/how-to/operate.md, "Upgrade many machines".
"""

import io
import json
import subprocess
import sys
import tarfile
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from benchmarks.ports import free_port
from newsclip.health.former_release import COMMIT, MIGRATIONS
from tests.integration.installation import installation, run, running

ROOT = Path(__file__).parents[2]
PATIENCE = 180.0
there = subprocess.run(["git", "cat-file", "-e", COMMIT], cwd=ROOT, check=False, capture_output=True).returncode == 0
pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(not there, reason=f"NO FORMER RELEASE: {COMMIT} is not in the history; git fetch --unshallow"),
]
SOME = """
from datetime import timedelta
from newsclip.server.setup import ready
ready()
from django.apps import apps
from django.utils import timezone
from benchmarks.hard_days.earlier import fill
from newsclip.clips.models import Clip
from newsclip.web.tests import factories
fill(apps)
Clip.objects.update(state=Clip.State.WITHDRAWN)
factories.ferry(at=timezone.now() - timedelta(hours=1), picture=False)
"""
# Every step of the worker, once, as the former release has them.
TURN = """
import json
from datetime import datetime, UTC
from newsclip.server.setup import prepare
prepare()
from newsclip.pipeline.journey import JOURNEY
from newsclip.wiring import tools
import newsclip
given = tools()
done = []
for step in JOURNEY:
    list(step(given, datetime.now(UTC)))  # it raises where it cannot
    done.append(step.__name__)
print(json.dumps([newsclip.__file__, done]))
"""
PAGES = (
    "/",
    "/?order=new",
    "/c/ferry-aground-off-marrow-point",
    "/search?q=ferry",
    "/feed.json",
    "/api/clips",
    "/about",
)


@pytest.fixture(scope="module")
def former(tmp_path_factory) -> Path:
    """Its checkout."""
    folder = tmp_path_factory.mktemp("former")
    command = ["git", "archive", COMMIT, "newsclip", "pyproject.toml"]
    packed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory, former) -> "Mapping[str, str]":
    """Tables of today with rows in each, and the former release's code before today's."""
    with installation(tmp_path_factory.mktemp("home")) as surroundings:
        run(SOME, surroundings)
        yield {**surroundings, "PYTHONPATH": str(former), "PYTHONSAFEPATH": "1"}


def test_what_the_former_release_had_is_written_down(former):
    names = list(former.glob("newsclip/*/migrations/0*.py"))
    last = {path.parts[-3]: path.stem for path in sorted(names)}
    last["operations"] = last.pop("worker")  # its label
    assert last == MIGRATIONS


def test_the_former_release_serves_pages(site, tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "newsclip", "start", "web", "--port", str(port)]
    with running([command], [site], tmp_path / "log"):
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        assert {page: _status(f"http://127.0.0.1:{port}{page}") for page in PAGES} == dict.fromkeys(PAGES, 200)


def test_every_step_of_the_former_release_worker_ends(site, former):
    file, steps = json.loads(run(TURN, site).splitlines()[-1])
    assert file.startswith(str(former))
    assert {"read_articles", "write_clips", "rank_clips", "make_searchable"} <= set(steps)


def _status(url: str) -> int:
    try:
        with urlopen(url) as answer:
            return answer.status
    except HTTPError as error:
        return error.code


def _wait_for(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if _status(url) == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{url} did not answer")
