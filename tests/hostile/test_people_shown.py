"""Hostile words of readers in every place of the people's pages, in a real Chromium, with the policy on and off."""

from copy import deepcopy
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import caches
from django.test import Client
from django.urls import resolve

from newsclip.accounts.models import Reader
from newsclip.community.queries import in_words
from newsclip.mail.editions import message
from newsclip.web import social_urls
from tests.hostile.planted import plant
from tests.hostile.planted_people import Planted, plant_people
from tests.hostile.test_words_shown import texts_of
from tests.hostile.watched import Shown, Watched, watched

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
TOGETHER = 700  # texts
# Routes that only change something, lead on, or answer with a file: they show no page of their own.
NO_PAGE = {
    "comment", "permalink", "withdraw", "comment_vote", "follow", "listed", "mute", "change_collection", "support",
    "new_collection", "put_in", "save", "saved",
    "decide", "answer", "invite", "export", "forget_readings", "switch_readings", "switch_learning",
    "as_opml", "browser", "mark_as_read", "decide_source", "change_source", "export_sources", "import_sources",
    "send_confirmation", "send_reset", "take_out", "keep",
}  # fmt: skip
# Pages that show nothing that somebody else wrote.
WITHOUT_WORDS = {"settings", "leave", "webhooks", "add_source", "offered_sources"}


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    with watched(tmp_path_factory.mktemp("chromium")) as browser:
        files = {name: Path(finders.find(f"web/{name}")).read_text() for name in ("site.css", "site.js")}
        browser.serve({"/static/web/site.css": ("text/css", files["site.css"]),
                       "/static/web/site.js": ("text/javascript", files["site.js"])})  # fmt: skip
        yield browser


@pytest.fixture
def author() -> Reader:
    caches["process"].clear()
    return Reader.objects.create_user("mara", password="x", is_staff=True, is_superuser=True, is_moderator=True)


def planted(author: Reader, texts: list[str]) -> list[Planted]:
    groups = [texts[start : start + TOGETHER] for start in range(0, len(texts), TOGETHER)]
    return [plant_people(plant(place, group[:3]), author, group) for place, group in enumerate(groups)]


def shown(author: Reader, found: list[Planted]) -> dict[str, Shown]:
    visitor = Client(raise_request_exception=False)
    visitor.force_login(author)
    pages = {}
    for path in dict.fromkeys(path for one in found for path in one.pages):
        answer = visitor.get(path)
        assert answer.status_code in {200, 302, 400, 404}, (answer.status_code, path)
        if answer.status_code != 302:
            pages[path] = Shown(answer.content.decode(), answer.headers["Content-Security-Policy"])
    return pages


def refused(author: Reader, texts: list[str]) -> dict[str, Shown]:
    """What is said to words that are not taken."""
    visitor = Client(raise_request_exception=False)
    visitor.force_login(author)
    words = " ".join(texts)[:1500].encode("utf-8", "replace").decode()
    sent = {"/submit": {"url": words}, "/follow": {"kind": words, "key": words}, "/mute": {"kind": words, "key": words}}
    answers = {path: visitor.post(path, form) for path, form in sent.items()}
    assert {answer.status_code for answer in answers.values()} <= {400, 403, 404, 422}
    return {
        f"POST {path}": Shown(answer.content.decode(), answer.headers["Content-Security-Policy"])
        for path, answer in answers.items()
    }


def mails(author: Reader, found: list[Planted]) -> dict[str, Shown]:
    """The HTML of mails that tell of these words, as a mail program without any policy shows them."""
    told = {}
    for number, one in enumerate(found):
        lines = [(notice, in_words(notice, str, now=notice.at)) for notice in one.mail["notices"]]
        [(html, _)] = message(author, "Notices", "notices", {"notices": lines}).alternatives
        told[f"mail {number}"] = Shown(str(html), "default-src 'none'; style-src 'unsafe-inline'")
    return told


def test_nothing_runs_on_any_page_of_people_and_nothing_foreign_is_asked_for(chromium: Watched, author, hostile_data):
    texts = texts_of(hostile_data)
    found = planted(author, texts)
    pages = shown(author, found) | refused(author, texts[::40]) | mails(author, found)
    for enforce in (True, False):
        assert chromium.show(pages, enforce=enforce).anything == [], enforce


def test_every_page_of_people_is_among_them(author):
    [one] = planted(author, ["words"])
    seen = {resolve(path.partition("?")[0]).url_name for path in one.pages}
    routes = {route.name for route in social_urls.urlpatterns}
    assert routes - seen == NO_PAGE | WITHOUT_WORDS


def test_a_template_that_escapes_nothing_is_noticed_here_too(chromium: Watched, author, hostile_data, settings):
    settings.TEMPLATES = deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["OPTIONS"]["autoescape"] = False
    found = planted(author, [text for text in texts_of(hostile_data) if text.lower().startswith("<script>")][:3])
    noticed = chromium.show(shown(author, found), enforce=False).tried
    assert {finding.partition(" | ")[0] for finding in noticed} >= set(_escaped(found))


def _escaped(found: list[Planted]) -> list[str]:
    """Pages whose words reach the reader by escaping alone: those of comments pass the sanitiser too."""
    wanted = ("/suggestions", "/moderation", "/notices", "/following", "/submit", "/settings/tokens")
    return [path for one in found for path in one.pages if path.endswith(wanted)]
