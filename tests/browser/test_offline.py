"""Pages that were read stay readable when the connection is gone: a real Chromium, cut off."""

import re

import pytest

from newsclip.web.tests import factories
from tests.browser.test_installed import installed, until

HEADLINE = "Ferry aground off Marrow Point; all 212 aboard are safe"
READ = "caches.open('read-1').then(kept => kept.keys()).then(all => all.map(one => new URL(one.url).pathname))"
EDITION = "caches.open('edition-1').then(kept => kept.keys()).then(all => all.map(one => new URL(one.url).pathname))"


def read(page, site, *paths):
    """Open these pages with a worker that answers, until each is kept, and today's edition with them."""
    page.goto(site.url + "/about")
    installed(page)
    for path in paths:
        page.goto(site.url + path)
        until(page, READ, f"all => all.includes('{path}')")
    until(page, EDITION, "all => all.includes('/edition/today') && all.includes('/offline')")


def cut_off(page, site, path):
    page.context.set_offline(True)
    return page.goto(site.url + path)


def test_a_page_that_was_read_opens_offline_as_it_was_read_and_says_so(site):
    page = site.window()
    read(page, site, "/trending", f"{site.pages['clip']}/evidence")
    factories.Clip.objects.update(headline="Told otherwise since")
    answer = cut_off(page, site, f"{site.pages['clip']}/evidence")
    assert answer.ok
    page.get_by_text("You are offline. This is the page as you read it on").wait_for()
    assert page.locator(".offline:visible time").get_attribute("datetime").endswith("Z")
    assert re.fullmatch(r"\d+ \w+ \d{4} at \d\d:\d\d", page.locator(".offline:visible time").inner_text())
    assert page.locator("mark", has_text="Two people were treated for bruises").first.is_visible()
    assert page.locator(".offline:visible").count() == 1
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("system-ui")


def test_online_no_page_says_that_one_is_offline(site):
    page = site.window()
    read(page, site, "/trending")
    page.goto(site.url + "/trending")
    assert page.locator(".offline:visible").count() == 0


def test_in_place_of_a_page_that_is_not_kept_stands_what_is(site):
    page = site.window()
    read(page, site, "/trending", "/source/ledger.example")
    until(page, EDITION, f"all => all.includes('{site.pages['clip']}')")
    answer = cut_off(page, site, "/tag/sabine")
    assert answer.status == 503
    assert page.url == site.url + "/tag/sabine"
    page.get_by_text("You are offline, and this page is not kept on this device.").wait_for()
    kept = page.locator(".kept a")
    assert kept.first.inner_text() == "Northern Ledger"
    assert {"Trending", HEADLINE} <= set(kept.all_inner_texts())
    page.get_by_role("link", name="Trending").last.click()
    page.get_by_text("You are offline. This is the page as you read it on").wait_for()


def test_what_was_kept_before_looks_as_its_reader_chose_since(site):
    page = site.window(scheme="dark")
    read(page, site, "/trending")
    page.goto(site.url + "/corrections")
    for words in ("Light", "Larger"):
        page.locator(".foot button", has_text=words).click()
        page.locator(".foot button[aria-current]", has_text=words).wait_for()
    page.goto(site.url + "/about")
    until(page, "caches.match('/', {cacheName: 'look-1'}).then(it => it.text())", "it => it.includes('larger')")
    cut_off(page, site, "/trending")
    look = page.evaluate("({...document.documentElement.dataset})")
    assert (look["theme"], look["size"]) == ("light", "larger")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_the_front_page_has_its_name_in_the_list_and_no_page_stands_there_twice(site):
    page = site.window()
    read(page, site, "/trending", "/")
    page.goto(site.url + "/trending?again=1")
    until(page, "caches.open('read-1').then(kept => kept.keys())", "all => all.length >= 3")
    page.goto(site.url + "/offline")
    page.locator(".kept a", has_text="The front page").wait_for()
    assert page.locator(".kept a", has_text="Trending").count() == 1


def test_with_a_connection_the_list_is_there_too_and_tells_of_no_fault(site):
    page = site.window()
    read(page, site, "/trending")
    page.goto(site.url + "/offline")
    page.locator(".kept a", has_text="Trending").wait_for()
    assert page.locator(".offline:visible").count() == 0


def test_the_line_speaks_the_language_of_its_page(site):
    page = site.window(language="de")
    read(page, site, "/trending")
    cut_off(page, site, "/trending")
    page.get_by_text("Du bist offline. So hast du diese Seite am").wait_for()
    assert page.locator(".offline:visible time").inner_text().count(" um ") == 1


def test_no_more_than_sixty_pages_are_kept_and_the_oldest_goes(site):
    page = site.window()
    read(page, site, "/trending")
    page.evaluate("""async () => {
        const cache = await caches.open("read-1");
        for (let n = 0; n < 80; n += 1) await cache.put(`/about?n=${n}`, new Response(""));
    }""")
    page.goto(site.url + "/corrections")
    until(page, READ, "all => all.includes('/corrections')")
    left = until(page, READ, "all => all.length === 60")
    assert "/trending" not in left


def test_pages_of_who_is_signed_in_are_kept_as_everybody_gets_them(town):
    page = town.window(who="mara")
    read(page, town, "/trending", town.pages["clip"])
    page.goto(town.url + "/settings")
    cut_off(page, town, town.pages["clip"])
    page.get_by_text("You are offline. This is the page as it was for everybody on").wait_for()
    assert "mara" not in page.content()
    assert page.goto(town.url + "/settings").status == 503
    assert "mara" not in page.content()


def test_signing_out_leaves_nothing_of_what_was_read(town):
    page = town.window(who="mara")
    read(page, town, "/trending", "/tag/sabine")
    page.goto(town.url + "/accounts/logout/")
    page.locator("main button").click()
    page.wait_for_url(town.url + "/")
    until(page, READ, "all => !all.includes('/tag/sabine')")
    cut_off(page, town, "/tag/sabine")
    page.get_by_text("this page is not kept on this device").wait_for()
    assert page.locator(".kept a", has_text="sabine").count() == 0


def test_another_account_finds_nothing_of_what_the_one_before_read(town):
    """Whatever ended the first one's session: it was taken from them here, without a word to the worker."""
    page = town.window(who="mara")
    read(page, town, "/tag/sabine")
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "sessionid", "value": town.people["nils"], "url": town.url}])
    page.goto(town.url + "/trending")
    until(page, READ, "all => all.includes('/trending')")
    assert "/tag/sabine" not in page.evaluate(READ)


def test_the_clips_of_a_collection_are_kept_when_it_is_opened(town):
    page = town.window(who="mara")
    read(page, town, "/trending")
    page.goto(town.url + "/collections/mara/ferries")
    wanted = page.locator("main a[href^='/c/']").first.get_attribute("href")
    until(page, READ, f"all => all.includes('{wanted}')")
    cut_off(page, town, wanted)
    page.locator(".offline:visible").wait_for()


def test_chromium_has_nothing_against_installing_the_site(site):
    page = site.open("/")
    installed(page)
    asked = page.context.new_cdp_session(page).send("Page.getInstallabilityErrors")
    assert [one["errorId"] for one in asked["installabilityErrors"] if one["errorId"] != "in-incognito"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_that_lists_what_is_kept_is_readable_to_all(site, scheme):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    page = site.window(scheme=scheme)
    read(page, site, "/trending")
    cut_off(page, site, "/tag/sabine")
    page.locator(".kept a").first.wait_for()
    assert Axe().run(page).response["violations"] == []
