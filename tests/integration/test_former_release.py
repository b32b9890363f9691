"""The former release goes on working on the tables of this one: an upgrade stops nobody's site.

Its code is taken from the history. What it may not do is said in docs/how-to/operate.md, "Upgrade many machines".
"""

import io
import json
import re
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest

from benchmarks.ports import free_port
from newsclip.health.former_release import COMMIT, MIGRATIONS
from tests.integration.installation import installation, run, running

ROOT = Path(__file__).parents[2]
PATIENCE = 600.0
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
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.web.tests import factories
fill(apps)
Clip.objects.update(state=Clip.State.WITHDRAWN)
clip = factories.ferry(at=timezone.now() - timedelta(hours=1), picture=False)
from newsclip.accounts.models import Reader
Reader.objects.create_user("ilse", password="the former password", date_joined=timezone.now() - timedelta(days=90))
from newsclip.pipeline import story_moderation
from newsclip.stories.models import Membership
orla = Reader.objects.create_user("orla", is_moderator=True)
other, now = factories.ferry(1, picture=False).story, timezone.now()
apart = story_moderation.keep_apart(orla, clip.story, other, why="Two.", now=now)
article = Membership.objects.filter(story=other).first().article_id
story_moderation.keep_in(orla, other, article, why="One.", now=now)
story_moderation.undo_keep(orla, apart, why="One after all.", now=now)
mara = Reader.objects.create_user("mara")
from newsclip.clips.models import ClipVersion
from newsclip.community.models import Challenge
from newsclip.kernel.reasons import PUT_BACK
from newsclip.pipeline import doubts
now = timezone.now()
said = clips.document(clip).summary[-1].text
known = {"reader": mara, "clip": clip, "clip_version": 1, "sentence": said, "why": "Not so.", "upheld": False}
doubt = Challenge.objects.create(**known, at=now, decided_at=now)
done = doubts.take_out(orla, doubt, clip, why="Not so.", now=now)
Clip.objects.filter(pk=clip.pk).update(version=2)  # as if it had been written without
doubts.put_back(orla, done, why="It is so.", now=timezone.now())
Clip.objects.filter(pk=clip.pk).update(version=1)
ClipVersion.objects.filter(clip=clip).update(reasons=[PUT_BACK.as_json()])
print(clip.story_id)
"""
# What this release finds of what Ilse did, wherever a worker's turn may have moved the story.
DONE = """
import json
from newsclip.server.setup import ready
ready()
from newsclip.community.models import Comment, Vote
votes = Vote.objects.filter(reader__username="ilse").values_list("value", flat=True)
comments = Comment.objects.filter(reader__username="ilse").values_list("text", "state")
print(json.dumps([list(votes), list(comments)]))
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
    "/moderation",  # with kinds of actions that are new
    "/s/{story}",
)
SAID = "The Sabine passed its last inspection."


@dataclass(frozen=True)
class Site:
    """The surroundings of processes of each release, on one database, and a story that has a clip."""

    today: Mapping[str, str]
    former: Mapping[str, str]
    story: int


class Browser:
    """A reader's, at one site: keeps cookies, and sends forms as their pages have them."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def page(self, path: str, **fields: str) -> str:
        """What a GET, or with fields a POST, leads to."""
        with self._opener.open(self._address + path, urlencode(fields).encode() if fields else None) as answer:
            return answer.read().decode()

    def send(self, page: str, path: str, **fields: str) -> str:
        """Post what a form of this page holds."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.page(page))[1]
        return self.page(path, csrfmiddlewaretoken=token, **fields)


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
def site(tmp_path_factory, former) -> "Iterator[Site]":
    """Tables of today with rows in each, and the former release's code before today's."""
    with installation(tmp_path_factory.mktemp("home")) as surroundings:
        story = int(run(SOME, surroundings).splitlines()[-1])
        yield Site(surroundings, {**surroundings, "PYTHONPATH": str(former), "PYTHONSAFEPATH": "1"}, story)


@pytest.fixture(scope="module")
def served(site, tmp_path_factory) -> Iterator[str]:
    """Where the former release serves it."""
    port = free_port()
    command = [sys.executable, "-m", "newsclip", "start", "web", "--port", str(port)]
    with running([command], [site.former], tmp_path_factory.mktemp("served") / "log"):
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"


def test_what_the_former_release_had_is_written_down(former):
    names = list(former.glob("newsclip/*/migrations/0*.py"))
    last = {path.parts[-3]: path.stem for path in sorted(names)}
    last["operations"] = last.pop("worker")  # its label
    assert last == MIGRATIONS


def test_the_former_release_serves_pages(served, site):
    pages = [page.format(story=site.story) for page in PAGES]
    assert {page: _status(f"{served}{page}") for page in pages} == dict.fromkeys(pages, 200)


def test_the_former_release_tells_what_was_put_back_under_this_one(served, site):
    pages = (
        f"/s/{site.story}/suggestions",
        "/moderation",
        "/corrections",
        "/c/ferry-aground-off-marrow-point/evidence",
    )
    assert {page: _status(f"{served}{page}") for page in pages} == dict.fromkeys(pages, 200)


def test_people_sign_in_vote_and_comment_at_the_former_release_and_this_one_finds_it(served, site):
    browser, story = Browser(served), f"/s/{site.story}"
    assert "ilse" in browser.send("/accounts/login/", "/accounts/login/", login="ilse", password="the former password")
    browser.send(f"{story}/discussion", f"{story}/vote", value="1")
    assert SAID in browser.send(f"{story}/discussion", f"{story}/comment", text=SAID)
    assert json.loads(run(DONE, site.today)) == [[1], [[SAID, "shown"]]]


def test_every_step_of_both_releases_workers_ends_when_both_work_on_the_same_tables(site, former):
    with ThreadPoolExecutor(2) as pool:
        turns = pool.map(lambda surroundings: run(TURN, surroundings), [site.former, site.today])
        (file, steps), (other_file, _) = (json.loads(said.splitlines()[-1]) for said in turns)
    assert file.startswith(str(former))
    assert other_file.startswith(str(ROOT))
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
