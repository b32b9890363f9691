"""The pages of accounts, down to those that are seen once in years: as calm as all others, in every language."""

import re
from dataclasses import replace
from itertools import groupby

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.web.accounts import sign_up
from tests.browser import keyholders
from tests.browser.test_people import wrong

_STATUS = re.compile(r"status of (401|404) \(")  # what some of the pages are about
VIEWS = [(1280, "light", "de"), (320, "dark", "fr")]
FIRST = "main :is(input:not([type=hidden]), button, a.button)"


@pytest.fixture
def holders(site):
    held = keyholders.arrive()
    site.people = held.people
    return held


@pytest.mark.parametrize(("width", "scheme", "language"), VIEWS)
def test_every_page_of_accounts_is_calm(site, holders, width, scheme, language):
    """Nothing is wrong by axe, nothing scrolls sideways, one heading, focus is seen, no page asks another host."""
    seen = {}
    for name, page in _walk(site, holders.pages, width=width, scheme=scheme, language=language):
        found = [*wrong(page), *_odd(page, width)]
        if "reauthenticate" in page.url and "once more" not in name:
            found.append("asked to sign in once more")
        seen |= {name: found} if found else {}
        assert page.locator("html").get_attribute("lang") == language, name
    assert seen == {}
    assert {url for url in site.asked if not url.startswith(site.url)} == set()
    assert [said for said in site.said if not _STATUS.search(said)] == []


def _walk(site, pages, **view):
    """Each page as the one whom it is for."""
    for who, some in groupby(pages.items(), key=lambda page: page[1][0]):
        yield from site.walk({name: path for name, (_, path) in some}, who=who, **view)


def _odd(page, width: int) -> list[str]:
    odd = []
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
        odd.append(f"{wide} wide")
    if page.locator("main h1").count() != 1:
        odd.append("not one heading")
    first = page.locator(FIRST).first
    if first.count():
        page.keyboard.press("Tab")
        first.focus()
        if first.evaluate("e => getComputedStyle(e).outlineStyle") == "none":
            odd.append("focus is not seen")
    return odd


@pytest.mark.parametrize("language", ["de"])
def test_a_site_that_takes_nobody_says_so_in_its_own_words(site, settings, language):
    settings.ACCOUNT_ADAPTER = "tests.browser.keyholders.Closed"
    page = site.open("/accounts/signup/", width=360, language=language)
    assert page.get_by_role("heading", name="Keine neuen Konten").is_visible()
    assert wrong(page) == []


def test_in_a_burst_a_browser_does_the_small_task_by_itself(site, monkeypatch):
    monkeypatch.setattr(sign_up, "OPTIONS", replace(sign_up.OPTIONS, sign_up_burst=1))
    Reader.objects.create(username="justnow", date_joined=timezone.now())
    page = site.open("/accounts/signup/", width=360)
    page.get_by_label("Username").fill("pia")
    page.get_by_label("Password", exact=True).fill("a long way to the harbour")
    assert wrong(page) == []
    page.get_by_text("The small task is done.").wait_for(timeout=120_000)
    page.get_by_role("button", name="Sign Up").click()
    page.wait_for_url(re.compile("/welcome"))
    assert Reader.objects.filter(username="pia").exists()
    assert {url for url in site.asked if not url.startswith(site.url)} == set()
    assert site.said == []


def test_the_picture_for_an_app_of_codes_is_drawn(site, holders):
    """The Content-Security-Policy blocked it as the address of a picture."""
    page = site.open("/accounts/2fa/totp/activate/", who="ben", width=360)
    drawn = page.get_by_role("img", name="QR code for your app")
    assert drawn.locator("svg path").bounding_box()["width"] > 150
    assert site.said == []


def test_a_passkey_is_made_and_signs_its_owner_in(site, holders):
    page = site.open("/accounts/2fa/webauthn/add/", who="ben")
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    able = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    given = able | {"isUserVerified": True, "automaticPresenceSimulation": True}
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": given})
    page.get_by_label("Name").fill("Telephone")
    page.get_by_label("Without a password").check()
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("heading", name="Recovery Codes").wait_for()
    assert wrong(page) == []
    page.goto(f"{site.url}/accounts/2fa/webauthn/")
    page.get_by_text("Telephone", exact=True).wait_for()
    page.goto(f"{site.url}/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign Out").click()
    page.get_by_role("link", name="Sign in").first.wait_for()
    page.goto(f"{site.url}/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.locator(".own-name", has_text="ben").wait_for()
