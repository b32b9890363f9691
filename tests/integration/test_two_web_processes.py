"""Two real web processes on one database, each with pages it keeps: both show a change in time, to everybody their own.

Run on SQLite, and on PostgreSQL with NEWSCLIP_DATABASE_URL.
"""

import http.client
import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

import pytest

from benchmarks.ports import free_ports
from newsclip.server.start import granian
from newsclip.web.caching.page_cache import SEEN
from tests.integration.installation import installation, run, running

pytestmark = pytest.mark.integration
PATIENCE = 600.0
TOKEN = "t" * 32
SOME = """
import json
from django.test import Client
from newsclip.server.setup import ready
ready()
from django.utils import timezone
from newsclip.accounts.models import Reader
from newsclip.web.accounts.session_store import cookie_of
from newsclip.web.tests import factories
told = factories.ferry(at=timezone.now() - timezone.timedelta(hours=1), picture=False)
factories.index(told)
cookies = {}
for name in ("ilse", "otto", "mara"):
    reader = Reader.objects.create_user(name, is_moderator=name == "mara")
    browser = Client()
    browser.force_login(reader, "allauth.account.auth_backends.AuthenticationBackend")
    cookies[name] = cookie_of(browser.cookies["sessionid"].value)
print(json.dumps({"story": told.story_id, "slug": told.slug, "headline": told.headline, "cookies": cookies}))
"""
LISTS = (
    "/", "/?order=new", "/category/general", "/tag/sabine", "/source/harbourtimes.example", "/search?q=ferry",
    "/feed.atom", "/feed.json", "/category/general/feed.atom", "/api/clips", "/api/newest", "/api/search?q=ferry",
)  # fmt: skip


@dataclass
class Site:
    """Two doors to one site, and what is in it."""

    ports: list[int]
    story: int
    slug: str
    headline: str
    cookies: dict[str, str]

    def get(self, door: int, path: str, name: str = "") -> str:
        status, text = self.look(door, path, name)
        assert status == HTTPStatus.OK, (path, status)
        return text

    def look(self, door: int, path: str, name: str = "") -> tuple[int, str]:
        """What the page answers; asked for again where the process is too busy and says so."""
        give_up = time.monotonic() + PATIENCE
        status, text = self.ask(door, "GET", path, name)
        while status == HTTPStatus.SERVICE_UNAVAILABLE and time.monotonic() < give_up:
            status, text = self.ask(door, "GET", path, name)
        return status, text

    def ask(self, door: int, method: str, path: str, name: str = "", **form: str) -> tuple[int, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.ports[door], timeout=60)
        headers = {"Host": "localhost", "Connection": "close"}
        if name:
            headers |= {"Cookie": f"sessionid={self.cookies[name]}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request(method, path, urlencode(form) or None, headers)
        answer = line.getresponse()
        text = answer.read().decode()
        line.close()
        return answer.status, text

    def answers(self, door: int) -> bool:
        try:
            return self.ask(door, "GET", "/healthz")[0] == 200
        except OSError:
            return False


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    home = tmp_path_factory.mktemp("two")
    with installation(home) as surroundings:
        some = json.loads(run(SOME, surroundings).splitlines()[-1])
        site = Site(free_ports(2), **some)
        server = [sys.executable, "-m", "granian", *granian("newsclip.server.rsgi:application")]
        server += ["--host", "127.0.0.1"]
        commands = [[*server, "--port", str(port)] for port in site.ports]
        with running(commands, [surroundings, surroundings], home / "log"):
            give_up = time.monotonic() + PATIENCE
            while not (site.answers(0) and site.answers(1)):
                assert time.monotonic() < give_up, (home / "log").read_text()[-3000:]
            yield site


def shown(site: Site, door: int) -> list[str]:
    """Lists that show the clip; a category that has no other is no list any more."""
    found = [path for path in LISTS if site.slug in site.look(door, path)[1]]
    assert site.get(door, "/")
    return found


def decide(site: Site, door: int, action: str) -> float:
    """A moderator decides by this door; when the site had said that it is done."""
    status, _ = site.ask(door, "POST", f"/moderation/story/{site.story}", "mara", action=action, reason="As asked")
    assert status == 302
    return time.monotonic()


@pytest.mark.parametrize("door", [0, 1])
def test_what_one_process_changed_no_list_of_the_other_shows_otherwise_two_seconds_later(site, door):
    other = 1 - door
    for action, after in (("remove", []), ("restore", list(LISTS))):
        before = shown(site, other)
        assert before != after, "each list is kept by then"
        done = decide(site, door, action)
        while time.monotonic() < done + SEEN:
            site.get(other, "/")
        assert shown(site, other) == after
        assert shown(site, door) == after


def test_nobody_gets_another_persons_page_from_either_process(site):
    asked = [(door, path, name) for path in (*LISTS[:6], "/for-you", f"/c/{site.slug}") for door in (0, 1)
             for name in ("ilse", "", "otto", "mara", "") if name or path != "/for-you"]  # fmt: skip

    def of(one: tuple[int, str, str]) -> set[str]:
        text = site.get(*one)
        return {name for name in site.cookies if f'own-name"><bdi>{name}</bdi>' in text}

    with ThreadPoolExecutor(8) as readers:
        for _ in range(2):
            found = list(readers.map(of, asked))
            assert found == [{name} if name else set() for _, _, name in asked]
