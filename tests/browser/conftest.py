"""A real Chromium (Debian's) over the site, with clips of an invented place.

It is the one that has the engine and no window around it: it reads pages as the other does and costs less than half.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from django.conf import settings
from django.core.cache import caches
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, sync_playwright

from newsclip.clips import actions as clips
from newsclip.kernel.spans import digest_of
from newsclip.web.tests import factories
from tests.browser import traces

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
_WHOLE, _ENGINE = "/usr/bin/chromium", "/usr/bin/chromium-headless-shell"
CHROMIUM = os.environ.get("NEWSCLIP_CHROMIUM", _ENGINE if Path(_ENGINE).exists() else _WHOLE)
_SENTENCE = digest_of("Two people were treated for bruises at the harbour clinic.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # The live server's threads end with the test; their database connections are closed when collected.
            item.add_marker(pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite in a file: in memory, all threads of the live server would share one connection, and its transactions."""
    tables: dict[str, Any] = settings.DATABASES["default"]
    if tables["ENGINE"].endswith("sqlite3"):
        tables.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("tables") / "site.sqlite3")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    # It runs an event loop in this thread; without this Django would refuse its synchronous database there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        yield playwright
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """With all that stands around its pages: notifications, say."""
    chromium = playwright.chromium.launch(executable_path=_WHOLE, args=FLAGS)
    yield chromium
    chromium.close()


@dataclass
class Site:
    """The running site and what a browser saw of it. Every page it opens is watched: see `watched`."""

    url: str
    browser: Browser
    slug: str
    story: int
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)

    def open(self, path: str, **view: Any) -> Page:
        """The page of this path, in a window of its own; `view` as `window` has it."""
        page = self.window(**view)
        page.goto(self.url + path)
        return page

    def walk(self, pages: Mapping[str, str], **view: Any) -> Iterator[tuple[str, Page]]:
        """These pages by their names, one after the other in one window, which costs a third of a window for each."""
        page = self.window(**view)
        for name, path in pages.items():
            page.goto(self.url + path)
            yield name, page
        page.context.close()

    def window(
        self,
        *,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        language: str = "en",
        who: str = "",
    ) -> Page:
        """`who`: the name of one of `people`, who is signed in; strangers are not."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=javascript,
            locale=language,
        )
        if who:
            context.add_cookies([{"name": "sessionid", "value": self.people[who], "url": self.url}])
        context.set_default_timeout(180_000)  # a page takes a minute where ten others share the machine
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", self._asked)
        page.on(
            "console", lambda message: self.said.append(message.text) if message.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda error: self.said.append(str(error)))
        return page

    def _asked(self, request: Request) -> None:
        self.asked.append(request.url)

    @property
    def pages(self) -> dict[str, str]:
        clip = f"/c/{self.slug}"
        return {
            "front": "/",
            "clip": clip,
            "alone": f"{clip}?alone=1",
            "evidence": f"{clip}/evidence",
            "one sentence": f"{clip}/sentence?sentence={_SENTENCE}",
            "story": f"/s/{self.story}",
            "category": "/category/general",
            "hashtag": "/tag/sabine",
            "source": "/source/ledger.example",
            "name": "/name/ilse-varga",
            "place": "/name/marrow-point",
            "who is quoted": "/people",
            "search": "/search?q=ferry",
            "trending": "/trending",
            "corrections": "/corrections",
            "disagreements": "/disagreements",
            "about": "/about",
            "quality": "/quality",
            "check": f"/check?story={self.story}",
            "sharing": f"{clip}/share/mastodon",
            "offline": "/offline",
            "sign-in": "/accounts/login/",
            "sign-up": "/accounts/signup/",
        }

    @property
    def people_pages(self) -> dict[str, str]:
        """What is for people who are signed in, moderators among them."""
        clip, story = f"/c/{self.slug}", f"/s/{self.story}"
        return {
            "discussion": f"{story}/discussion",
            "discussions": "/discussions",
            "welcome": "/welcome",
            "for you": "/for-you",
            "following": "/following",
            "notices": "/notices",
            "reported": "/reported",
            "collections": "/collections/mara",
            "collection": "/collections/mara/ferries",
            "collect": f"{story}/collect",
            "saved": "/saved",
            "submit": "/submit",
            "suggest": f"{story}/suggest",
            "suggestions": f"{story}/suggestions",
            "challenge": f"{clip}/challenge",
            "moderation log": "/moderation",
            "queue": "/moderation/queue",
            "flag": f"/flag/story/{self.story}",
            "person": "/u/nils",
            "settings": "/settings",
            "tokens": "/settings/tokens",
            "leave": "/settings/leave",
            "edition": "/edition/today",
            "your order": "/your-order",
            "split": f"{story}/split",
            "merge": f"{story}/merge",
            "move": f"{story}/move",
            "add an article": f"{story}/add",
            "moderate a story": f"/moderation/story/{self.story}",
            "how clips are ordered": "/about/ranking",
            "the front page with receipts": "/about/ranking/now",
            "muted publishers": "/muted?source=ledger.example",
            "password": "/accounts/password/change/",
            "mail addresses": "/accounts/email/",
            "passkeys and codes": "/accounts/2fa/",
            "sign out": "/accounts/logout/",
            "no such page": "/there/is/no/such/page",
            **self.extra,
        }


@pytest.fixture
def town(site: Site) -> Site:
    """The site with people: mara moderates, nils takes part, and both left their traces."""
    site.people, more = traces.leave(site.story)
    site.extra |= more
    return site


@pytest.fixture
def site(browser: Browser, transactional_db: None, live_server) -> Iterator[Site]:
    caches["process"].clear()
    now = timezone.now()
    # All of today, whatever the hour: shortly after midnight they stand closer than an hour.
    apart = min(timedelta(hours=1), (now - now.replace(hour=0, minute=0, second=0, microsecond=0)) / 6)
    for place in range(6):
        clip = factories.ferry(place, at=now - place * apart, picture=place % 2 == 0)
        factories.index(clip)
        list(clips.name([clip]))
        factories.paint(f"sabine-{place}.jpg", 200 + 40 * place)
    running = Site(live_server.url, browser, "ferry-aground-off-marrow-point", clip.story_id)
    about = digest_of(clip.document["summary"]["sentences"][0]["text"])
    running.extra["discussion of a sentence"] = f"/s/{clip.story_id}/discussion?sentence={about}"
    yield running
    for context in running.contexts:
        context.close()
