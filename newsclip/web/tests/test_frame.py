"""What is the same on all pages is rendered once, and is right whoever asked before, in whatever language."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.utils import translation
from django.utils.translation import gettext

pytestmark = pytest.mark.django_db
_FORGIVING = re.compile(r":is\((?:[^()]|\([^()]*\))*\)")  # a list in which what is not known is passed over


def page(part: str, **context: object) -> str:
    return engines["django"].from_string(f"{{% load newsclip %}}{{% fixed '{part}' %}}").render(context)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_frame_speaks_the_language_of_its_page_whichever_came_before(client, language):
    for spoken in ("fr", "en", "de", language):
        text = client.get("/about", headers={"accept-language": spoken}).content.decode()
    with translation.override(language):
        for words in ("Moderation log", "Keys", "Social News Discovery"):
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
