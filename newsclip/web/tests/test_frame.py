"""What is the same on all pages is rendered once, and is right whoever asked before, in whatever language."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.utils import translation
from django.utils.translation import gettext

from newsclip.accounts.models import Reader

pytestmark = pytest.mark.django_db
_FORGIVING = re.compile(r":is\((?:[^()]|\([^()]*\))*\)")  # a list in which what is not known is passed over


def page(part: str, **context: object) -> str:
    return engines["django"].from_string(f"{{% load newsclip %}}{{% fixed '{part}' %}}").render(context)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_frame_speaks_the_language_of_its_page_whichever_came_before(client, language):
    for spoken in ("fr", "en", "de", language):
        text = client.get("/about", headers={"accept-language": spoken}).content.decode()
    with translation.override(language):
        for words in ("Moderation log", "Keyboard shortcuts", "Social news discovery"):
            assert gettext(words) in text


def test_a_part_that_is_rendered_once_sees_nothing_of_whoever_asked():
    assert page("web/_messages.html", messages=["Written to mara alone."]) == page("web/_messages.html") == "\n"


def test_a_part_that_is_rendered_once_follows_what_the_site_is_called():
    assert "Harbour &lt;News&gt;" in page("web/_foot.html", site_name="Harbour <News>")
    assert "Kelling Daily" in page("web/_foot.html", site_name="Kelling Daily")


@pytest.mark.parametrize("name", ["site.css", "people.css"])
def test_a_browser_that_does_not_know_a_selector_drops_no_rule_for_those_beside_it(name):
    style = Path(str(finders.find(f"web/{name}"))).read_text()
    for rule in re.findall(r"[^{};]+(?=\{)", style):
        beside = _FORGIVING.sub("", rule).split(",")
        assert len({":popover-open" in one or ":has(" in one for one in beside}) == 1, rule


@pytest.mark.parametrize("name", ["site.css", "people.css", "embed.css"])
def test_a_browser_that_knows_no_colours_by_scheme_has_those_of_light_pages(name):
    style = Path(str(finders.find(f"web/{name}"))).read_text()
    guarded = re.compile(r"@supports \(color: light-dark\(red, red\)\) \{\s*:root \{(?P<tokens>[^}]*)\}")
    assert "light-dark(" not in guarded.sub("", style)
    for block in guarded.finditer(style):
        for token, colour in re.findall(r"(--[\w-]+): light-dark\(([^,]+),", block["tokens"]):
            assert f" {token}: {colour};" in style[: block.start()]


def test_who_is_signed_in_finds_all_that_is_theirs_in_one_menu_that_needs_no_script(client):
    client.force_login(Reader.objects.create(username="mara"))
    head = re.search(r'<div class="person">.*?</div>', client.get("/about").content.decode(), re.DOTALL)[0]
    in_sight, menu = head.split("<details", 1)
    assert re.findall(r'href="([^"]+)"', in_sight) == ["/for-you", "/notices"]
    links = ["/u/mara", "/saved", "/collections/mara", "/following", "/submit"]
    links += ["/sources/suggest", "/reported", "/settings"]
    assert re.findall(r'href="([^"]+)"', menu) == links
    assert "mara</bdi>" in menu.split("</summary>")[0]


def test_one_click_signs_out_and_the_next_page_says_so(client):
    client.force_login(Reader.objects.create(username="mara"))
    head = client.get("/about").content.decode()
    assert re.search(r'<form method="post" action="/accounts/logout/"><input type="hidden"[^>]*><button>Sign out', head)
    assert "You are signed out." in client.post("/accounts/logout/", follow=True).content.decode()
    assert "Sign out" not in client.get("/about").content.decode()


def test_nothing_of_the_head_scrolls_sideways_out_of_sight():
    style = Path(str(finders.find("web/site.css"))).read_text()
    rules = re.findall(r"\.person \{[^}]*\}", style)
    assert rules
    assert not [rule for rule in rules if "overflow" in rule or "flex-wrap: nowrap" in rule]


def test_on_a_phone_every_page_has_the_short_head_and_only_where_one_searches_the_box(client):
    style = Path(str(finders.find("web/site.css"))).read_text()
    assert ".reading .masthead-in" not in style, "not clips alone"
    assert ".brand-line, .search input { display: none; }" in style
    assert ".searching .search input { display: block;" in style
    assert re.search(r'<body class="[^"]*searching', client.get("/search").content.decode())
    assert "searching" not in client.get("/about").content.decode()
