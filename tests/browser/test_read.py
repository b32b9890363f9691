"""What a stranger's browser remembers of what was read: on the device alone, and nothing of a member."""

import copy
import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from newsclip.clips.models import Clip, ClipVersion
from newsclip.community.models import Reading
from tests.browser.test_installed import until
from tests.browser.test_offline import EDITION, READ, cut_off, read

STORED = "JSON.parse(localStorage.getItem('read') || '[]')"
FIRST = ".card:has([data-read='read'])"


def test_what_was_read_is_marked_in_lists_and_heard(site):
    page = site.open("/")
    assert page.locator(FIRST).count() == 0
    page.goto(site.url + site.pages["clip"])
    for path in ("/", "/category/general", "/search?q=ferry", "/edition/today"):
        page.goto(site.url + path)
        marked = page.locator("[data-read='read']")
        assert marked.count() == 1, path
        assert marked.inner_text() == "read"
        assert site.pages["clip"] in marked.locator("xpath=..").inner_html()
    assert site.said == []


def test_a_list_that_one_goes_back_to_is_marked(site):
    page = site.open("/")
    page.goto(site.url + site.pages["clip"])
    page.go_back()
    page.locator(FIRST).wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_dimmed_can_still_be_read(site, scheme):
    page = site.open(site.pages["clip"], scheme=scheme)
    Clip.objects.exclude(slug=site.slug).update(version=2)
    page.evaluate("localStorage.setItem('read', JSON.stringify([...Array(1999).keys()].map((clip) => [clip, 1, 1])))")
    for path in ("/", site.pages["clip"], "/edition/today", "/about"):
        page.goto(site.url + path)
        assert page.locator("[data-read='read'], [data-read='changed'], [data-forget]").count(), path
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == [], path


def test_what_somebody_keeps_is_marked_and_not_dimmed(town):
    page = town.open("/collections/mara/ferries")
    wanted = page.locator("main a[href^='/c/']").first.get_attribute("href")
    page.goto(town.url + str(wanted))
    page.goto(town.url + "/collections/mara/ferries")
    assert page.locator(FIRST).count() == 1
    colour = "(found) => getComputedStyle(document.querySelector(found)).color"
    assert page.evaluate(colour, f"{FIRST} .card-title") == page.evaluate(colour, "h1")


def test_what_changed_since_it_was_read_is_not_dimmed_but_says_so(site):
    page = site.open(site.pages["clip"])
    Clip.objects.filter(slug=site.slug).update(version=2)
    page.goto(site.url + "/")
    assert page.get_by_text("changed since you read it").count() == 1
    assert page.locator(FIRST).count() == 0
    page.goto(site.url + site.pages["clip"])
    page.goto(site.url + "/")
    assert page.locator(FIRST).count() == 1


def test_the_device_remembers_the_newest_two_thousand_and_forgets_when_asked(site):
    page = site.open("/about")
    page.evaluate("localStorage.setItem('read', JSON.stringify([...Array(2500).keys()].map((k) => [k + 9000, 1, 1])))")
    page.goto(site.url + site.pages["clip"])
    kept = page.evaluate(STORED)
    assert len(kept) == 2000
    assert kept[-1][0] == Clip.objects.get(slug=site.slug).pk
    page.goto(site.url + "/about")
    page.get_by_role("button", name="Forget what I read on this device").click()
    page.get_by_text("Done: what you read is forgotten.").wait_for()
    assert page.evaluate(STORED) == []


@pytest.mark.parametrize("stored", ["{}", "no JSON", "[1]", "[[1]]", "null", json.dumps([["x", "y"]])])
def test_what_is_none_of_ours_in_the_storage_breaks_nothing(site, stored):
    page = site.open("/about")
    page.evaluate("stored => localStorage.setItem('read', stored)", stored)
    page.goto(site.url + site.pages["clip"])
    page.goto(site.url + "/")
    assert page.locator(FIRST).count() == 1
    assert site.said == []


def test_one_button_marks_all_that_a_list_shows(site):
    page = site.open("/")
    shown = page.locator("span[data-clip]").count()
    page.get_by_role("button", name="Mark these as read").click()
    assert page.get_by_role("status").inner_text() == "These are marked as read."
    assert page.get_by_role("status").evaluate("e => e === document.activeElement")
    assert page.locator(FIRST).count() == shown
    page.reload()
    assert page.locator(FIRST).count() == shown
    assert page.get_by_role("button", name="Mark these as read").count() == 0


def test_n_goes_to_the_next_clip_that_is_unread(site):
    page = site.open("/?order=new")
    titles = page.locator(".card-title a")
    second = titles.nth(1).get_attribute("href")
    page.goto(site.url + second)
    page.goto(site.url + "/?order=new")
    for place in (0, 2, 3):
        page.keyboard.press("n")
        assert titles.nth(place).evaluate("e => e === document.activeElement")
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert titles.nth(1).evaluate("e => e === document.activeElement")


@pytest.fixture
def rewritten(site):
    """A stranger's window in which the clip was read before one of its sentences was written."""
    clip = Clip.objects.get(slug=site.slug)
    before = copy.deepcopy(clip.document)
    del before["sections"][0]["blocks"][0]["sentences"][0]
    ClipVersion.objects.filter(clip=clip).update(document=before)
    page = site.open(site.pages["clip"])
    Clip.objects.filter(pk=clip.pk).update(version=2)
    return page


def test_who_comes_back_is_told_what_is_new_and_finds_it_marked(site, rewritten):
    rewritten.reload()
    told = rewritten.locator(".clip-head .since")
    told.wait_for()
    assert told.inner_text().startswith("Since you were here (this hour): 1 sentence is new.")
    marks = rewritten.locator(".clip a.claim + .since-mark")
    assert [mark.inner_text() for mark in marks.all()] == ["new"]
    assert Axe().run(rewritten).response["violations"] == []
    rewritten.reload()
    assert rewritten.locator(".since, .since-mark").count() == 0
    assert site.said == []


def test_without_javascript_the_address_tells_it(site, rewritten):
    page = site.open(f"{site.pages['clip']}?since=1", javascript=False, width=390)
    assert "1 sentence is new." in page.locator(".since").inner_text()
    page.get_by_role("link", name="Go to the first one").click()
    assert "The ferry Sabine ran aground" in page.locator(":target").inner_text()


def test_what_a_member_reads_is_marked_without_javascript_and_stays_off_the_device(town):
    page = town.open(town.pages["clip"], who="nils")
    page.goto(town.url + "/")
    assert page.locator(FIRST).count() == 1
    assert page.evaluate("localStorage.length") == 0
    page = town.open("/", who="nils", javascript=False)
    assert page.locator(FIRST).count() == 1


def test_what_a_member_reads_offline_stays_off_the_device_too(town):
    page = town.window(who="nils")
    read(page, town, town.pages["clip"])
    until(page, EDITION, "all => all.includes('/static/web/read.js')")
    cut_off(page, town, town.pages["clip"])
    page.locator(".offline:visible").wait_for()
    assert page.evaluate("localStorage.length") == 0


def test_to_forget_takes_the_pages_kept_for_offline_too(site):
    page = site.window()
    read(page, site, site.pages["clip"], "/about")
    page.get_by_role("button", name="Forget what I read on this device").click()
    until(page, READ, "all => !all.length")


def test_nothing_is_sent_of_what_the_device_remembers(site):
    page = site.open(site.pages["clip"])
    del site.asked[:]
    page.goto(site.url + "/")
    assert [url for url in site.asked if "read" in url.removeprefix(site.url)] == [site.url + "/static/web/read.js"]
    assert page.context.cookies() == []


def test_a_new_member_takes_over_what_the_browser_remembers_and_keeps_what_is_ticked(town):
    page = town.open("/welcome", who="nils")
    clip = Clip.objects.latest("pk")
    page.evaluate("read => localStorage.setItem('read', JSON.stringify([read]))", [clip.pk, clip.version, 1])
    page.reload()
    tick = page.locator("main input[type=checkbox]").first
    tick.check()
    page.get_by_role("button", name="Mark it as read in my account, too").click()
    page.get_by_text("It is marked as read in your account, too.").wait_for()
    assert (tick.is_checked(), page.evaluate(STORED)) == (True, [])
    assert Reading.objects.filter(reader__username="nils", clip=clip).exists()
    assert town.said == []
