"""Hostile words in every place of every page, in a real Chromium, with the policy on and off."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import caches
from django.test import Client
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from tests.hostile.planted import pages_of, plant
from tests.hostile.rows import body_of, rows
from tests.hostile.test_sanitizer import SETS
from tests.hostile.watched import Shown, Watched, each, watched

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
ALL_SETS = [*SETS, "http-leaks", "naughty", "injection-texts"]
A_CLIP = 64  # texts
SHARE = 7  # has no factor in common with the ten pages of a clip
LISTS = ["/", "/trending", "/corrections", "/disagreements", "/staff/"]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    with watched(tmp_path_factory.mktemp("chromium")) as browser:
        files = {name: Path(finders.find(f"web/{name}")).read_text() for name in ("site.css", "site.js")}
        browser.serve({"/static/web/site.css": ("text/css", files["site.css"]),
                       "/static/web/site.js": ("text/javascript", files["site.js"])})  # fmt: skip
        yield browser


@pytest.fixture
def client() -> Client:
    caches["process"].clear()
    visitor = Client(raise_request_exception=False)
    visitor.force_login(Reader.objects.create_user("staff", password="x", is_staff=True))
    return visitor


def texts_of(hostile_data: Path) -> list[str]:
    return [body_of(row).decode("utf-8", "replace") for name in ALL_SETS for row in rows(hostile_data, name)]


def planted(texts: list[str]) -> list[tuple[Clip, list[str]]]:
    groups = [texts[start : start + A_CLIP] for start in range(0, len(texts), A_CLIP)]
    return [(plant(place, group), group) for place, group in enumerate(groups)]


def shown(client: Client, paths: list[str]) -> dict[str, Shown]:
    """The site's own answers to these paths."""
    pages = {}
    for path in paths:
        answer = (Client() if path.startswith("/accounts/") else client).get(path)
        assert answer.status_code in {200, 400, 404}, (answer.status_code, path)
        pages[path] = Shown(answer.content.decode(), answer.headers["Content-Security-Policy"])
    return pages


def test_nothing_runs_on_any_page_and_nothing_foreign_is_asked_for(chromium: Watched, client, hostile_data):
    texts = texts_of(hostile_data)
    clips = planted(texts)
    pages = shown(client, LISTS + [path for clip, group in clips for path in pages_of(clip, group)])
    assert chromium.show(pages, enforce=False).anything == []
    # Whatever the policy stops it reports when it is off, too: a share, of every kind of page, shows that it stops it.
    assert chromium.show(dict(list(pages.items())[::SHARE]), enforce=True).anything == []


def test_a_template_that_escapes_nothing_is_noticed(chromium: Watched, client, hostile_data, settings):
    settings.TEMPLATES = deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["OPTIONS"]["autoescape"] = False
    clips = planted([text for text in texts_of(hostile_data) if "<script" in text][:8])
    pages = shown(client, [path for clip, group in clips for path in pages_of(clip, group)[:4]])
    seen = chromium.show(pages, enforce=False)
    assert seen.ran
    assert {finding.partition(" | ")[0] for finding in seen.tried} >= {f"/c/{clip.slug}" for clip, _ in clips}


def test_a_reader_of_our_feeds_that_shows_their_html_as_it_comes_runs_nothing(chromium: Watched, client, hostile_data):
    contents = {}
    for clip, _ in planted(texts_of(hostile_data)):
        domain = clip.document["sources"][0]["domain"]
        atom = etree.fromstring(client.get(f"/source/{domain}/feed.atom").content)
        told = [json.loads(client.get(f"/source/{domain}/feed.json").content)["items"][0]["content_html"]]
        for place in ("title", "summary", "content"):
            [found] = atom.iterfind(f"{{*}}entry/{{*}}{place}")
            told.append((found.text or "") if found.get("type") == "html" else "")
        contents[clip.slug] = "<hr>".join(told)
    assert contents
    assert chromium.show(each(contents.items(), "default-src 'none'"), enforce=False).anything == []


def test_every_word_is_shown_as_it_was_written(client, hostile_data):
    """Nothing hostile is lost either: a quotation of it is still a quotation."""
    for clip, group in planted(texts_of(hostile_data)):
        heading = _plain(LexborHTMLParser(client.get(f"/c/{clip.slug}").content).css_first("h1").text())
        assert [text for text in group if _plain(text) not in heading] == []


def _plain(text: str) -> str:
    return " ".join(text.replace("\0", "\ufffd").split())


def test_a_search_for_anything_changes_no_element_of_the_page(client, hostile_data):
    harmless = skeleton(client.get("/search?q=harmless").content)
    for text in texts_of(hostile_data):
        words = text.encode("utf-8", "replace").decode()
        answer = client.get("/search", {"q": words})
        assert answer.status_code == 200, words
        if words.strip():
            assert skeleton(answer.content) == harmless, words


def skeleton(page: bytes) -> list[Any]:
    """Elements and their attributes, but for the list of the filters that a search was narrowed by."""
    tree = LexborHTMLParser(page)
    for filters in tree.css(".list-head .chips"):
        assert {node.tag for node in filters.traverse()} <= {"ul", "li", "a", "bdi", "span", "-text"}
        filters.decompose()
    return [(node.tag, sorted(node.attributes)) for node in tree.root.traverse()]
