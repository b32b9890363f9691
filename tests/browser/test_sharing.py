"""What leads from a clip to other sites: a real browser copies, frames and installs."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from newsclip.kernel.spans import digest_of
from newsclip.options import OPTIONS
from tests.loopback import reply, serving

WORDS = "Two people were treated for bruises at the harbour clinic."


def test_the_link_is_copied_and_a_screen_reader_hears_so(site):
    page = site.open("/robots.txt")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    page.goto(site.url + site.pages["clip"])
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{OPTIONS.site_url}{site.pages['clip']}"
    page.get_by_role("button", name="Copy link").wait_for()
    page.get_by_text("More ways to share").click()
    page.get_by_role("button", name="Copy the short link").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{OPTIONS.site_url}/k/")
    assert site.said == []


def test_where_the_browser_refuses_the_field_is_ready_to_be_copied_from(site):
    page = site.open("/robots.txt")
    page.add_init_script("navigator.clipboard.writeText = async () => { throw new Error('no'); }")
    page.goto(site.url + site.pages["clip"])
    page.get_by_role("button", name="Copy link").click()
    page.locator("#share-url:focus").wait_for()
    assert page.evaluate("getSelection().toString()") == f"{OPTIONS.site_url}{site.pages['clip']}"


def test_without_javascript_no_button_offers_what_it_cannot_do(site):
    page = site.open(site.pages["clip"], javascript=False)
    assert page.get_by_role("button", name="Copy link").count() == 0
    page.get_by_text("More ways to share").click()
    assert page.get_by_label("Short link").is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_on_a_phone_one_button_opens_the_ways_to_share(site, javascript):
    page = site.open(site.pages["clip"], width=390, javascript=javascript)
    ways = page.get_by_role("link", name="Share on WhatsApp")
    assert not ways.is_visible()
    page.get_by_role("button", name="Share", exact=True).click()
    assert ways.is_visible()
    if javascript:
        assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Escape")
    assert not ways.is_visible()


@pytest.fixture
def framing(site):
    """A page of another site, which frames this address of ours."""
    with serving() as blog:

        def frame(path: str, more: str = "") -> Page:
            told = f'<!doctype html><iframe src="{site.url}{path}" width="320" height="420"{more}></iframe>'
            blog.answers["/post"] = reply(200, told.encode(), content_type="text/html")
            blog.answers["/favicon.ico"] = reply(204)
            page = site.window(width=1000)
            page.goto(blog.url("/post"))
            return page

        yield frame


@pytest.mark.parametrize("sandbox", ["", ' sandbox=""'])
def test_a_sentence_stands_framed_on_another_site_with_its_style(site, framing, sandbox):
    frame = framing(f"{site.pages['clip']}/embed?sentence={digest_of(WORDS)}", sandbox).frame_locator("iframe")
    frame.locator("mark", has_text=WORDS).wait_for()
    assert frame.locator("figure").first.evaluate("e => getComputedStyle(e).borderInlineStartWidth") == "4px"
    assert frame.locator("html").evaluate("e => e.scrollWidth <= e.clientWidth")
    assert site.said == []


def test_no_other_page_shows_itself_there(site, framing):
    page = framing(site.pages["clip"])
    assert page.frame_locator("iframe").get_by_text(WORDS).count() == 0
    assert any("frame" in said for said in site.said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_framed_page_is_readable_to_all(site, scheme):
    page = site.open(f"{site.pages['clip']}/embed?sentence={digest_of(WORDS)}", scheme=scheme)
    assert Axe().run(page).response["violations"] == []
    assert site.said == []
