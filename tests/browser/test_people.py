"""Every page of the people's half, and what they do there, with JavaScript and without."""

import re
from gzip import compress
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory

from newsclip.options import OPTIONS

_STATUS = re.compile(r"status of (403|404|405|410) \(")  # what some of the pages are about
VIEWS = [(1280, "light"), (320, "dark")]
WIDTH = "to => { document.documentElement.dir = to; return document.documentElement.scrollWidth; }"
HELPFUL = re.compile("^Helpful")


def wrong(page) -> list[tuple[str, str, list[object]]]:
    found = Axe().run(page).response["violations"]
    return [(v["id"], v["impact"], [node["target"] for node in v["nodes"]]) for v in found]


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_people_pages_are_calm(town, width, scheme):
    """Nothing is wrong by axe, nothing scrolls sideways, no other host is asked, the console stays silent.

    Nor does anything scroll sideways from right to left: there is no language of the interface that needs it yet.
    """
    seen = {}
    for name, page in town.walk(town.people_pages | town.pages, width=width, scheme=scheme, who="mara"):
        said = wrong(page)
        wide = [page.evaluate(WIDTH, direction) for direction in ("ltr", "rtl")]
        if said or max(wide) > width:
            seen[name] = (wide, said)
    assert seen == {}
    assert {url for url in town.asked if not url.startswith(town.url)} == set()
    assert [said for said in town.said if not _STATUS.search(said)] == []


@pytest.mark.parametrize("name", ["front", "clip"])
def test_the_size_of_the_text_is_in_sight_on_a_phone_however_much_stands_beside_it(town, name):
    page = town.open(town.pages[name], width=360, who="mara")
    there = page.locator(".looks:not(.own) summary").bounding_box()
    assert there["x"] + there["width"] <= 360
    page.locator(".looks:not(.own) summary").click()
    page.get_by_role("button", name="Larger").first.click()
    for menu in (".looks:not(.own) summary", ".own summary"):
        there = page.locator(menu).bounding_box()
        assert there["x"] + there["width"] <= 360, menu


def test_strangers_find_nothing_wrong_on_the_public_ones(town):
    public = (
        "discussion",
        "discussions",
        "collections",
        "collection",
        "suggestions",
        "moderation log",
        "person",
        "edition",
    )
    seen = {}
    for name, page in town.walk({name: town.people_pages[name] for name in public}, width=390):
        seen |= {name: said} if (said := wrong(page)) else {}
    assert seen == {}


@pytest.mark.parametrize("language", ["de", "fr"])
def test_longer_words_fit_on_narrow_screens(town, language):
    seen = {}
    for name, page in town.walk(town.people_pages | town.pages, width=360, who="mara", language=language):
        wide = page.evaluate("document.documentElement.scrollWidth")
        seen |= {name: wide} if wide > 360 else {}
        assert page.locator("html").get_attribute("lang") == language, name
    assert seen == {}


@pytest.mark.parametrize("javascript", [True, False])
def test_a_comment_is_written_answered_and_judged(town, javascript):
    page = town.open(town.people_pages["discussion"], who="mara", javascript=javascript)
    page.evaluate("window.stayed = true") if javascript else None
    page.get_by_label("What do you have to say?").fill("The tide was low.")
    page.get_by_role("button", name="Comment", exact=True).click()
    page.get_by_text("The tide was low.").wait_for()
    assert page.get_by_text("4 comments").is_visible()
    page.get_by_role("button", name=HELPFUL).nth(1).click()
    page.get_by_role("button", name=HELPFUL, pressed=True).first.wait_for()
    assert not javascript or page.evaluate("window.stayed")


def test_what_is_half_written_stays_when_something_else_is_sent(town):
    page = town.open(town.people_pages["discussion"], who="mara")
    page.get_by_label("What do you have to say?").fill("Half a thought")
    page.locator(".reply summary", has_text="Reply").first.click()
    page.get_by_label("Your reply").first.fill("Half an answer")
    page.get_by_role("button", name=HELPFUL, pressed=False).click()
    page.get_by_role("button", name=HELPFUL, pressed=True).nth(1).wait_for()
    assert page.get_by_label("What do you have to say?").input_value() == "Half a thought"
    assert page.get_by_label("Your reply").first.input_value() == "Half an answer"
    page.get_by_role("button", name="Comment", exact=True).click()
    page.get_by_text("Half a thought").wait_for()
    assert page.get_by_label("What do you have to say?").input_value() == ""
    assert page.get_by_label("Your reply").first.input_value() == "Half an answer"


def test_a_refused_comment_is_not_lost(town):
    page = town.open(town.people_pages["discussion"], who="mara")
    page.evaluate("document.getElementById('text').removeAttribute('maxlength')")
    page.get_by_label("What do you have to say?").fill("word " * 2_100)
    page.get_by_role("button", name="Comment", exact=True).click()
    page.get_by_role("heading", name="It is too long.").wait_for()
    assert page.get_by_label("Your comment").input_value().startswith("word word")
    page.get_by_label("Your comment").fill("Shorter.")
    page.get_by_role("button", name="Send it again").click()
    page.get_by_text("Shorter.").wait_for()
    assert page.url.endswith("/discussion") or "/discussion#" in page.url


@pytest.mark.parametrize("javascript", [True, False])
def test_a_story_is_followed_and_left_in_place(town, javascript):
    page = town.open(town.pages["clip"], who="nils", javascript=javascript)
    page.get_by_role("button", name="Follow this story", exact=True).click()
    page.get_by_role("button", name="Following this story (1)").click()
    page.get_by_role("button", name="Follow this story", exact=True).wait_for()


def test_a_vote_keeps_the_focus_and_leaves_no_trace_in_the_history(town):
    page = town.open(town.pages["clip"], who="nils")
    before = page.evaluate("history.length")
    page.get_by_role("button", name="Vote for this story").press("Enter")
    page.get_by_text("1 vote", exact=True).wait_for()
    assert page.evaluate("document.activeElement.id") == "vote-button"
    assert page.evaluate("history.length") == before


@pytest.mark.parametrize("javascript", [True, False])
def test_a_vote_on_a_list_is_said_there_and_taken_back(town, javascript):
    page = town.open("/category/general", who="nils", javascript=javascript)
    page.get_by_role("button", name="Vote").first.click()
    page.get_by_role("button", name="You voted (1)").first.click()
    page.get_by_role("button", name="You voted").first.wait_for(state="detached")
    assert urlsplit(page.url).path == "/category/general"


def test_the_key_v_votes_for_the_first_card_or_the_one_with_the_focus_which_keeps_it(town):
    page = town.open("/category/general", who="nils")
    page.keyboard.press("v")
    voted = page.get_by_role("button", name="You voted")
    voted.wait_for()
    assert voted.get_attribute("id") == page.locator(".card [id^=vote-]").first.get_attribute("id")
    page.keyboard.press("j")
    page.keyboard.press("v")
    voted.wait_for(state="detached")
    assert page.evaluate("document.activeElement.closest('.card') === document.querySelector('.card')")


def test_the_key_v_leads_strangers_to_sign_in_and_back(site):
    page = site.open("/category/general")
    page.keyboard.press("v")
    page.wait_for_url("**/accounts/login/?next=/category/general%23story-*")


def test_a_link_on_its_way_is_watched_without_loading_the_page(town):
    page = town.open(town.people_pages["a link on its way"], who="mara")
    page.evaluate("window.stayed = true")
    path = re.escape(town.people_pages["a link on its way"])
    with page.expect_response(re.compile(path)) as asked:
        pass
    assert "<html" not in asked.value.text()
    assert page.evaluate("window.stayed")


def test_the_language_is_chosen_at_the_foot_without_javascript(site):
    page = site.open("/about", javascript=False)
    page.get_by_role("button", name="Deutsch").click()
    page.get_by_role("heading", name="So prüfst du einen Clip").wait_for()
    assert page.url.endswith("/about")
    assert page.locator("html").get_attribute("lang") == "de"


def test_keys_go_from_clip_to_clip_and_tell_about_themselves(site):
    page = site.open("/")
    for key, place in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        titles = page.locator(".card-title a")
        assert titles.nth(place).evaluate("e => e === document.activeElement")
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for(state="visible")
    assert wrong(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert titles.nth(0).evaluate("e => e === document.activeElement")


def test_keys_go_down_every_kind_of_list(town):
    lists = "collections", "collection", "moderation log", "person", "discussion", "for you", "notices", "edition"
    pages = {name: town.people_pages[name] for name in (*lists, "suggestions", "the front page with receipts")}
    pages |= {name: town.pages[name] for name in ("category", "hashtag", "source", "search", "story", "clip")}
    stuck = {}
    for name, page in town.walk(pages, who="mara"):
        page.keyboard.press("j")
        at = page.evaluate("""() => {
            const at = document.activeElement;
            return [Boolean(at.closest("main > *")), getComputedStyle(at).outlineStyle];
        }""")
        stuck |= {name: at} if at != [True, "solid"] else {}
    assert stuck == {}


def test_tab_goes_down_the_page_and_every_stop_is_seen(site):
    page = site.open("/")
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("""() => {
            const at = document.activeElement, box = at.getBoundingClientRect();
            return [at.outerHTML.slice(0, 60), getComputedStyle(at).outlineStyle, box.top + scrollY];
        }""")
        )
    assert [stop for stop in seen if stop[1] == "none"] == []
    assert len({stop[0] for stop in seen}) > 8


def test_a_page_from_right_to_left_is_mirrored(site):
    for path in (site.pages["front"], site.pages["clip"], site.pages["evidence"], site.pages["story"]):
        page = site.open(path)
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, path
        brand = page.locator(".brand").bounding_box()
        assert brand["x"] + brand["width"] > 1280 / 2
        page.context.close()


def test_nothing_moves_for_whoever_asked_for_less_motion(site):
    seen = {}
    for name, path in site.pages.items():
        page = site.open("/robots.txt")
        page.emulate_media(reduced_motion="reduce")
        page.goto(site.url + path)
        moving = page.evaluate("""[...document.querySelectorAll("*")].filter((one) => {
            const style = getComputedStyle(one);
            return [style.transitionDuration, style.animationDuration].some((all) => parseFloat(all) > 0.01);
        }).map((one) => one.outerHTML.slice(0, 80))""")
        seen |= {name: moving[:3]} if moving else {}
        page.context.close()
    assert seen == {}


def _with(body):
    return lambda route: route.fulfill(body=body, content_type="text/html")


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_pages_of_errors_are_calm_too(site, width, scheme):
    """As the server makes them, shown at an address of the site."""
    asked, seen = RequestFactory().get("/told"), {}
    asked.user = AnonymousUser()
    pages = {name: {} for name in ("400", "403", "403_csrf", "404", "405", "429", "500")}
    pages |= {"413": {"most": 2.5}, "503": {"language": "en", "seconds": 5}}
    for name, given in pages.items():
        body = render_to_string(f"{name}.html", given, request=asked)
        page = site.open("/robots.txt", width=width, scheme=scheme)
        page.route("**/told", _with(body))
        page.goto(site.url + "/told")
        if (said := wrong(page)) or page.evaluate("document.documentElement.scrollWidth") > width:
            seen[name] = said
        assert page.locator("main p").first.inner_text(), name
        assert page.get_by_role("link", name="To the front page").is_visible(), name
        page.context.close()
    assert seen == {}


def test_the_devices_own_way_to_share_gets_title_and_address_as_they_are(site):
    page = site.open("/robots.txt")
    page.add_init_script("navigator.share = async (given) => { window.shared = given; }")
    page.goto(site.url + site.pages["clip"])
    page.get_by_text("More ways to share").click()
    page.get_by_role("button", name="Another app").click()
    assert page.evaluate("window.shared") == {
        "title": "Ferry aground off Marrow Point; all 212 aboard are safe",
        "url": f"{OPTIONS.site_url}{site.pages['clip']}",
    }


@pytest.mark.parametrize("width", [390, 1280])
def test_the_first_view_of_a_clip_is_light_and_stands_still(site, width):
    page = site.open("/robots.txt", width=width)
    page.add_init_script("""window.moved = 0; new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
    }).observe({type: "layout-shift", buffered: true});""")
    asked = {}
    page.on("requestfinished", lambda one: asked.update({one.url: one}))
    page.goto(site.url + site.pages["clip"], wait_until="networkidle")
    page.mouse.wheel(0, 2_000)
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") == 0
    # Files are compressed once where the site runs (whitenoise), and not by this server.
    sizes = {url: len(compress(one.response().body(), 6)) for url, one in asked.items() if "/media/" not in url}
    weight = sum(sizes.values())
    assert 5_000 < weight <= 40_000, sizes
