import pytest
from axe_playwright_python.sync_playwright import Axe

from newsclip.web.appearance import COOKIE

PAGES = [
    "front", "clip", "alone", "evidence", "one sentence", "story", "category", "hashtag", "source", "name", "place",
    "who is quoted", "search", "trending", "corrections", "about", "quality", "check", "sharing", "sign-in", "sign-up",
]  # fmt: skip
WORDS = "Two people were treated for bruises at the harbour clinic."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_no_page_is_wider_than_its_window(site, width, scheme):
    for name, page in site.walk(site.pages, width=width, scheme=scheme):
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{name}: {wide}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_wrong(site, name, scheme):
    page = site.open(site.pages[name], scheme=scheme, width=1280 if scheme == "light" else 390)
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["impact"], [n["target"] for n in v["nodes"]]) for v in found] == []


def test_axe_finds_nothing_wrong_with_an_open_passage(site):
    page = site.open(site.pages["clip"])
    page.get_by_role("link", name=WORDS).click()
    assert Axe().run(page).response["violations"] == []


def test_pages_ask_no_other_host_and_break_no_rule_of_the_content_policy(site):
    assert [name for name, _ in site.walk(site.pages)] == list(site.pages)
    assert {url for url in site.asked if not url.startswith(site.url)} == set()
    assert site.said == []


@pytest.mark.parametrize("size", ["", "large", "larger"])
def test_a_phones_first_screen_has_the_news_and_what_a_reader_does(site, size):
    page = site.window(width=390)
    page.context.add_cookies([{"name": COOKIE, "value": f".{size}", "url": site.url}])
    page.goto(site.url + site.pages["clip"])
    deeds = page.locator(".clip-acts .button").all()
    told = [page.locator("h1"), page.locator(".standfirst"), *deeds]
    seen = [box for box in (one.bounding_box() for one in told) if box]
    assert len(seen) == 2 + 5
    assert max(box["y"] + box["height"] for box in seen) <= 800
    assert max(box["x"] + box["width"] for box in seen) <= 390  # none is to be scrolled to
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", [390, 1400])
def test_a_sentence_leads_to_the_publishers_words(site, javascript, width):
    page = site.open(site.pages["clip"], javascript=javascript, width=width)
    panel = page.locator(".panel", has=page.locator("mark", has_text=WORDS))
    assert not panel.is_visible()
    page.get_by_role("link", name=WORDS).click()
    panel.wait_for(state="visible")
    assert panel.locator("mark").inner_text() == WORDS
    assert panel.get_by_text("Marrow Harbour Times", exact=True).is_visible()
    panel.get_by_role("link", name="Close").click()
    panel.wait_for(state="hidden")


def test_a_sentence_that_is_chosen_stays_where_it_stands(site):
    page = site.open(site.pages["clip"])
    where = "[...document.querySelectorAll('.clip-body a.claim')].map((claim) => claim.offsetTop)"
    before = page.evaluate(where)
    page.get_by_text(WORDS).first.click()
    page.locator(".panel:popover-open").wait_for()
    assert page.evaluate(where) == before


def test_escape_closes_the_passage_and_gives_the_sentence_back_its_focus(site):
    page = site.open(site.pages["clip"])
    sentence = page.get_by_role("link", name=WORDS)
    sentence.focus()
    page.keyboard.press("Enter")
    page.locator(".panel:popover-open").wait_for()
    page.keyboard.press("Escape")
    page.locator(".panel:popover-open").wait_for(state="detached")
    assert sentence.evaluate("e => e === document.activeElement")


def test_with_javascript_passages_leave_no_trace_in_the_history(site):
    page = site.open(site.pages["clip"])
    before = page.evaluate("history.length")
    page.get_by_role("link", name=WORDS).click()
    page.keyboard.press("Escape")
    assert page.evaluate("history.length") == before
    assert "#" not in page.url


def test_the_keyboard_reaches_the_skip_link_first_and_then_the_sentences(site):
    page = site.open(site.pages["clip"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    seen = []
    for _ in range(20):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.className"))
    assert "claim" in seen


@pytest.mark.parametrize("javascript", [True, False])
def test_evidence_opens_at_the_sentence(site, javascript):
    page = site.open(site.pages["clip"], javascript=javascript)
    page.get_by_role("link", name=WORDS).click()
    page.get_by_role("link", name="See it among all the evidence").click()
    page.wait_for_url("**/evidence#s*")
    assert page.locator(":target mark").inner_text() == WORDS


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_signs_up_votes_and_takes_it_back(site, javascript):
    page = site.open(site.pages["clip"], javascript=javascript)
    page.get_by_role("link", name="Vote for this story").click()
    page.locator("main").get_by_role("link", name="Sign up", exact=True).click()
    page.get_by_label("Username").fill("kim")
    page.get_by_label("Password", exact=True).fill("a long pass phrase")
    page.get_by_role("button", name="Sign Up").click()
    page.locator(".own-name", has_text="kim").wait_for()
    page.goto(site.url + site.pages["clip"])
    page.get_by_role("button", name="Vote for this story").click()
    page.get_by_text("1 vote", exact=True).wait_for()
    page.get_by_role("button", name="You voted").click()
    page.get_by_text("0 votes", exact=True).wait_for()


def test_search_and_share_work_by_hand(site):
    page = site.open("/", javascript=False)
    page.get_by_label("Search the news").fill("ferry")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    page.locator(".card-title a").first.click()
    page.get_by_text("More ways to share").click()
    assert page.get_by_role("link", name="Bluesky").is_visible()
    assert (
        page.get_by_role("link", name="Share on X").get_attribute("href").startswith("https://x.com/intent/tweet?text=")
    )


def test_print_leaves_the_article_alone(site):
    page = site.open(site.pages["clip"])
    page.emulate_media(media="print")
    assert not page.locator(".categories").is_visible()
    assert page.get_by_text(WORDS).first.is_visible()


@pytest.mark.parametrize(("javascript", "width", "scheme"), [(False, 390, "dark"), (True, 1280, "light")])
def test_a_text_is_checked_sentence_by_sentence(site, javascript, width, scheme):
    page = site.open(site.pages["check"], javascript=javascript, width=width, scheme=scheme)
    page.get_by_label("The text", exact=True).fill(
        f"{WORDS} The Sabine was built in 1989 and passed its last inspection in March. No.\n"
        "Three people were treated for grave bruises at the harbour clinic."
    )
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_text("Contradicted at the marked word.").wait_for()
    assert page.locator(".contradicted .check-says mark").inner_text() == "1989"
    assert page.get_by_text("Supported.").is_visible()
    absent = page.locator(".not_found .absent")
    assert absent.all_text_contents() == ["[not in the passage: Three]", "[not in the passage: grave]"]
    assert absent.first.evaluate("one => getComputedStyle(one).textDecorationLine") == "underline"
    assert page.get_by_text("It does not have:").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if javascript:
        assert Axe().run(page).response["violations"] == []


def test_on_a_phone_a_sentence_stays_in_sight_above_its_passage(site):
    page = site.open(site.pages["clip"], width=390)
    claim = page.locator(".clip-body a.claim").nth(3)
    claim.evaluate("one => scrollBy({top: one.getBoundingClientRect().bottom - innerHeight + 8, behavior: 'instant'})")
    claim.click()
    panel = page.locator(".panel:popover-open").bounding_box()
    there = claim.bounding_box()
    assert there["y"] >= 0
    assert there["y"] + there["height"] <= panel["y"]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_menu_of_the_head_closes_where_one_taps_beside_it(site, width):
    page = site.open("/about", width=width)
    page.locator(".looks summary").click()
    page.locator(".looks[open] .looks-choice").wait_for()
    page.get_by_role("button", name="Dark").first.click()
    if width < 640:  # it hides the page, and goes with the choice
        page.locator(".looks[open]").wait_for(state="detached")
        page.locator(".looks summary").click()
        page.locator(".looks[open] .looks-choice").wait_for()
    assert page.locator(".looks[open]").count() == 1
    page.mouse.click(10, 700)
    page.locator(".looks[open]").wait_for(state="detached")
