"""What somebody is writing is there when they come back, until it was sent."""

import re

import pytest
from playwright.sync_api import expect

from newsclip.community.models import Comment
from tests.browser.test_installed import until

KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('draft '))"


def say(page):
    return page.get_by_label("What do you have to say?")


def kept(page):
    return page.evaluate(KEPT)


@pytest.fixture
def page(town):
    return town.open(town.people_pages["discussion"], who="mara")


def test_a_draft_comes_back_and_goes_when_it_was_sent(town, page):
    say(page).fill("The tide was low.")
    page.locator(".reply summary", has_text="Reply").first.click()
    page.get_by_label("Your reply").first.fill("An answer.")
    page.goto(town.url + "/about")
    page.goto(town.url + town.people_pages["discussion"])
    expect(say(page)).to_have_value("The tide was low.")
    expect(page.get_by_label("Your reply").first).to_have_value("An answer.")
    page.get_by_role("button", name="Comment", exact=True).click()
    page.locator(".said-text", has_text="The tide was low.").wait_for()
    page.reload()
    expect(say(page)).to_have_value("")
    expect(page.get_by_label("Your reply").first).to_have_value("An answer.")


def test_a_refused_draft_stays_until_it_is_sent_again(town, page):
    page.evaluate("document.getElementById('text').removeAttribute('maxlength')")
    say(page).fill("word " * 2_100)
    page.get_by_role("button", name="Comment", exact=True).click()
    page.get_by_role("heading", name="It is too long.").wait_for()
    page.goto(town.url + town.people_pages["discussion"])
    expect(say(page)).to_have_value(re.compile("^word word"))
    say(page).fill("Shorter.")
    page.get_by_role("button", name="Comment", exact=True).click()
    page.locator(".said-text", has_text="Shorter.").wait_for()
    until(page, KEPT, "all => all.length === 0")  # the script looks for the comment a moment after it is shown


def test_a_draft_outlives_the_session_and_the_sign_in_leads_back_to_it(town, page):
    say(page).fill("The tide was low.")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Comment", exact=True).click()
    page.wait_for_url("**/accounts/login/**")
    assert f"next={town.people_pages['discussion']}" in page.url.replace("%2F", "/")
    page.context.add_cookies([{"name": "sessionid", "value": town.people["mara"], "url": town.url}])
    page.goto(town.url + town.people_pages["discussion"])
    expect(say(page)).to_have_value("The tide was low.")


def test_another_account_on_the_same_browser_sees_no_draft_and_signing_out_leaves_none(town, page):
    say(page).fill("The tide was low.")
    assert len(kept(page)) == 1
    page.goto(town.url + "/accounts/logout/")
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url(town.url + "/")
    assert kept(page) == []


def test_a_preview_and_a_quotation_keep_the_draft(town, page):
    page.locator(".reply summary", has_text="Reply").first.click()
    page.get_by_label("Your reply").first.fill("It *was*.")
    page.get_by_role("link", name="Quote").first.click()
    box = page.get_by_label("Your reply").first
    expect(box).to_have_value(re.compile(r"^It \*was\*\.\n\n> "))
    page.get_by_role("button", name="Preview").nth(1).click()
    page.locator("#preview em", has_text="was").wait_for()
    expect(box).to_have_value(re.compile(r"^It \*was\*\.\n\n> "))


def test_a_box_that_was_made_taller_breaks_no_rule_of_the_page_when_it_is_previewed(town, page):
    box = say(page)
    box.fill("The *tide* was low.")
    box.evaluate("(box) => { box.style.height = '300px' }")  # what a browser does where somebody drags the corner
    page.get_by_role("button", name="Preview").first.click()
    page.locator("#preview em", has_text="tide").wait_for()
    assert [said for said in town.said if "Content Security Policy" in said] == []


@pytest.mark.parametrize("gone", ["removed", "withdrawn"])
def test_an_answer_stays_when_its_comment_goes_and_can_be_posted_by_itself(town, page, gone):
    reply = page.get_by_label("Your reply").first
    page.locator(".reply summary", has_text="Reply").first.click()
    reply.fill("It *was* low.")
    number = int(reply.get_attribute("id").removeprefix("reply-"))
    Comment.objects.filter(pk=number).update(state=gone)
    page.get_by_role("button", name="Preview").nth(1).click()
    page.locator("#stray #preview em", has_text="was").wait_for()
    page.goto(town.url + town.people_pages["discussion"])
    stray = page.locator("#stray")
    expect(stray.get_by_text("The comment that you answered is not shown here.")).to_be_visible()
    expect(stray.locator("textarea")).to_have_value("It *was* low.")
    stray.get_by_role("button", name="Post it as a comment of its own").click()
    page.locator(".said-text", has_text="It was low.").wait_for()
    expect(stray).to_be_hidden()
    until(page, KEPT, "all => all.length === 0")


def test_an_answer_without_its_comment_can_be_discarded(town, page):
    page.locator(".reply summary", has_text="Reply").first.click()
    page.get_by_label("Your reply").first.fill("It was low.")
    Comment.objects.update(state="removed")
    page.reload()
    page.get_by_role("link", name="Discard it").click()
    expect(page.locator("#stray")).to_be_hidden()
    assert kept(page) == []


def _places(links):
    """Where each stands, seen from the first."""
    boxes = [one.bounding_box() for one in links.all()]
    return [(box["x"] - boxes[0]["x"], box["y"] - boxes[0]["y"]) for box in boxes]


def test_a_reply_stands_below_its_row_of_links_and_cancel_closes_it_and_keeps_the_words(page):
    reply, row = page.get_by_label("Your reply").first, page.locator(".said-tools").first
    links = row.locator("> form, > details > summary, > a")
    before = _places(links)
    row.locator("summary", has_text="Reply").click()
    assert _places(links) == before
    assert reply.bounding_box()["y"] > max(one.bounding_box()["y"] for one in links.all())
    reply.fill("It was low.")
    row.get_by_role("link", name="Cancel").click()
    expect(reply).to_be_hidden()
    page.reload()
    expect(reply).to_have_value("It was low.")
    expect(reply).to_be_hidden()
