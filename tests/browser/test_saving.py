"""A story is saved from its card and from its clip, with JavaScript and without: a real browser."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import queries

LIST = "/category/general"


def is_saved(story: int) -> bool:
    return queries.is_saved(Reader.objects.get(username="nils"), story)


def buttons(page: Page, story: int):
    """The button of the story's card, as it is before and after it was pressed."""
    card = page.locator(f"#save-{story}")
    return card.and_(page.get_by_role("button", pressed=False)), card.and_(page.get_by_role("button", pressed=True))


@pytest.mark.parametrize("width", [390, 1280])
def test_a_tap_on_a_card_saves_its_story_and_the_list_stays_where_it_is(town, width):
    page = town.open(LIST, who="nils", width=width)
    page.evaluate("window.stayed = true")
    save, saved = buttons(page, town.story)
    save.scroll_into_view_if_needed()
    at = page.evaluate("scrollY")
    save.click()
    saved.wait_for()
    assert saved.inner_text().endswith("Saved")
    assert is_saved(town.story)
    assert page.evaluate("document.activeElement.id") == f"save-{town.story}"
    saved.click()
    save.wait_for()
    assert save.inner_text().endswith("Save")
    assert not is_saved(town.story)
    assert page.evaluate("[window.stayed, scrollY]") == [True, at]
    assert [said for said in town.said if "favicon" not in said] == []


def test_without_javascript_the_page_comes_back_at_the_card(town):
    page = town.open(LIST, who="nils", javascript=False)
    save, saved = buttons(page, town.story)
    save.click()
    saved.wait_for()
    assert (urlsplit(page.url).path, urlsplit(page.url).fragment) == (LIST, f"story-{town.story}")
    assert is_saved(town.story)
    saved.click()
    save.wait_for()
    assert not is_saved(town.story)


@pytest.mark.parametrize("javascript", [True, False])
def test_strangers_sign_in_first_and_come_back_to_the_card(site, javascript):
    page = site.open(LIST, javascript=javascript)
    page.locator(f"#save-{site.story}").click()
    page.wait_for_url(f"**/accounts/login/?next=/s/{site.story}/save*")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_clip_is_saved_on_its_page_and_taken_out_again(town, javascript):
    story = Clip.objects.get(slug=town.slug).story_id
    page = town.open(town.pages["clip"], who="nils", javascript=javascript)
    page.locator("#save[aria-pressed=false]").click()
    page.locator("#save[aria-pressed=true]").wait_for()
    assert is_saved(story)
    page.locator("#save[aria-pressed=true]").click()
    page.locator("#save[aria-pressed=false]").wait_for()
    assert not is_saved(story)


def test_two_cards_that_are_saved_one_right_after_the_other_are_both_saved(town):
    page = town.open(LIST, who="nils")
    stories = [int(one.removeprefix("save-")) for one in page.evaluate(
        "[...document.querySelectorAll('.card-acts [id^=save-]')].slice(0, 2).map((one) => one.id)"
    )]  # fmt: skip
    for story in stories:
        page.locator(f"#save-{story}").click()
    for story in stories:
        buttons(page, story)[1].wait_for()
    assert all(map(is_saved, stories))
