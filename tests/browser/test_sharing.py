"""What leads from a clip to other sites: a real browser copies, frames and installs."""

from newsclip.options import OPTIONS


def test_the_link_is_copied_and_a_screen_reader_hears_so(site):
    page = site.open("/robots.txt")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    page.goto(site.url + site.pages["clip"])
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{OPTIONS.site_url}{site.pages['clip']}"
    page.get_by_role("button", name="Copy link").wait_for()
    page.get_by_text("More ways to share").click()
    page.get_by_role("button", name="Copy the short address").click()
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
    assert page.get_by_label("Short address").is_visible()
