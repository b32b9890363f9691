"""Words and columns: no word that would fit breaks, none widens a page, and the rail stays beside its text."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.web.tests import factories

# Words of headings, labels and the like that stand on more than one line.
BROKEN = """() => {
  const broken = new Set();
  for (const part of document.querySelectorAll('h1, h2, h3, th, dt, caption, legend, summary, button, label, nav a')) {
    if (!part.checkVisibility()) continue;
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
      for (const word of text.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) broken.add(word[0]);
      }
    }
  }
  return [...broken];
}"""
# What is wider than the window with a word of 200 letters in its place. Buttons, figures and heads of columns are ours.
WIDENED = """(width) => {
  const main = document.querySelector('main'), texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const ours = 'button, .button, td, dd, thead, .group, .there, summary, .orders, .card-act', found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  return found.filter((text) => {
    const part = text.parentElement, was = text.data;
    if (!was.trim() || !part.checkVisibility() || part.closest(ours)) return false;
    text.data = 'x'.repeat(200);
    const wide = document.documentElement.scrollWidth > width;
    text.data = was;
    return wide;
  }).map((text) => text.data.trim().slice(0, 60));
}"""


def pages(site):
    return site.pages | {"ranking": "/about/ranking", "ranking now": "/about/ranking/now", "edits": "/about/edits"}


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_word_of_a_heading_breaks_on_a_narrow_page(site, language):
    for name, page in site.walk(pages(site), width=390, language=language):
        assert page.evaluate(BROKEN) == [], name


@pytest.mark.parametrize("width", [390, 1280])
def test_no_word_however_long_widens_a_page(site, width):
    for name, page in site.walk(pages(site), width=width):
        assert page.evaluate(WIDENED, width) == [], name


@pytest.mark.parametrize("scrolled", [0, 0.4, 0.7])
def test_the_sources_stay_beside_the_text_that_is_being_read(site, scrolled):
    page = site.open(site.pages["clip"], width=1280)
    page.evaluate("(part) => scrollTo(0, part * document.querySelector('.clip').offsetHeight)", scrolled)
    rail, text = (page.locator(part).bounding_box() for part in (".clip > .rail", ".clip"))
    height = page.viewport_size["height"]
    assert rail["y"] < height / 2 < rail["y"] + rail["height"]
    assert text["y"] <= rail["y"]
    assert rail["y"] + rail["height"] <= text["y"] + text["height"] + 1


@pytest.mark.parametrize("look", ["dark.larger", "light.large"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_its_window_in_any_look(site, width, look):
    page = site.window(width=width)
    page.context.add_cookies([{"name": "appearance", "value": look, "url": site.url}])
    for name, path in pages(site).items():
        page.goto(site.url + path)
        assert page.locator(f"html[data-theme={look.partition('.')[0]}]").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_with_all_folds_open_nothing_is_wider_than_a_phone_at_the_largest_text(town):
    page = town.window(width=390, who="mara")
    page.context.add_cookies([{"name": "appearance", "value": "dark.larger", "url": town.url}])
    wide = {}
    for name, path in (town.people_pages | pages(town)).items():
        page.goto(town.url + path)
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        width = page.evaluate("document.documentElement.scrollWidth")
        wide |= {name: width} if width > 390 else {}
    assert wide == {}


IN_SIGHT = """() => [...document.querySelectorAll('.categories li')].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.left >= 0 && box.right <= innerWidth;
}).map((one) => one.innerText)"""
CATEGORIES = (
    "Business", "Crime & Law", "Culture", "Disasters & Accidents", "Environment", "Health", "Politics", "Science",
    "Sports", "Weather", "World",
)  # fmt: skip


@pytest.fixture
def full(site):
    """The site with a clip of many a category: the row of them is long."""
    for place, name in enumerate(CATEGORIES):
        factories.ferry(20 + place, category=name)
    return site


@pytest.mark.parametrize("width", [800, 1280, 1600])
def test_every_category_is_in_sight_where_there_is_room(full, width):
    page = full.open("/", width=width)
    entries = page.locator(".categories li").all_inner_texts()
    assert set(CATEGORIES) | {"Front page", "Trending", "Discussions"} <= set(entries)
    assert page.evaluate(IN_SIGHT) == entries


@pytest.mark.parametrize("javascript", [True, False])
def test_on_a_phone_the_row_of_categories_begins_with_what_people_talk_about(full, javascript):
    page = full.open("/", width=390, javascript=javascript)
    assert page.locator(".categories li").all_inner_texts()[:3] == ["Front page", "Trending", "Discussions"]


def test_on_a_phone_the_category_that_one_reads_is_in_sight(full):
    for path, name in (("/category/world", "World"), ("/category/politics", "Politics"), ("/", "Front page")):
        page = full.open(path, width=390)
        assert name in page.evaluate(IN_SIGHT)
        assert page.evaluate("[scrollX, scrollY]") == [0, 0]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_head_of_a_page_is_one_row_for_who_moderates_too(town, language):
    Reader.objects.filter(username="mara").update(username="maraofthemarrowpointharbour")
    page = town.open("/moderation/queue", width=1024, who="mara", language=language)
    for width in (1024, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        boxes = [one.bounding_box() for one in page.locator(".person > *, .masthead-in > *").all()]
        middles = [box["y"] + box["height"] / 2 for box in boxes]
        assert max(middles) - min(middles) < 10, width
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes), width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["/moderation/queue", "/staff/sources"])
def test_lists_of_moderators_and_staff_use_the_width_of_a_wide_page(town, path):
    Reader.objects.filter(username="mara").update(is_staff=True)
    page = town.open(path, width=1440, who="mara")
    boxes = page.evaluate("[...document.querySelectorAll('main .column, .masthead-in')].map((one) => one.clientWidth)")
    assert max(boxes) - min(boxes) < 100


def test_the_head_stands_still_when_something_waits_for_a_moderator(town):
    page = town.open("/moderation/queue", width=1280, who="mara")
    height = "document.querySelector('.masthead').getBoundingClientRect().height"
    waits = page.evaluate(height)
    page.evaluate("document.querySelectorAll('.masthead .unread').forEach((one) => one.remove())")
    assert page.evaluate(height) == waits
