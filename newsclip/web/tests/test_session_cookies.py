"""Who has a copy of the tables is signed in nowhere by it (docs/security/threat-model.md)."""

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings as django_settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import signing
from django.test import Client

from newsclip.accounts.models import Reader
from newsclip.web.accounts.session_store import cookie_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long and quiet phrase"
NAME = django_settings.SESSION_COOKIE_NAME


@pytest.fixture(autouse=True)
def as_it_is_run(settings):
    settings.MIDDLEWARE = settings.PROVEN


@pytest.fixture
def browser() -> Client:
    Reader.objects.create_user("mara", password=PASSWORD)
    browser = Client()
    browser.post("/accounts/login/", {"login": "mara", "password": PASSWORD})
    return browser


def is_in(browser: Client) -> bool:
    return browser.get("/settings").status_code == 200


def holding(cookie: str) -> Client:
    thief = Client()
    thief.cookies[NAME] = cookie
    return thief


def test_a_browser_stays_signed_in_by_its_cookie_and_signs_out(browser):
    assert is_in(browser)
    assert is_in(holding(browser.cookies[NAME].value))
    browser.post("/accounts/logout/")
    assert not is_in(browser)


def test_nothing_that_lies_in_the_tables_is_a_cookie(browser):
    kept = [*Session.objects.values_list("session_key", "session_data").get(), UserSession.objects.get().session_key]
    assert browser.cookies[NAME].value not in kept
    assert not any(is_in(holding(one)) for one in kept)


class Plain:
    """What was signed, as it is."""

    def loads(self, data: bytes) -> str:
        return data.decode("latin-1")


def test_what_a_session_holds_is_encrypted_in_its_row(browser, settings):
    settings.ACCOUNT_REAUTHENTICATION_REQUIRED = True
    browser.post("/settings/tokens", {"title": "A program of mine", "scopes": "read"})
    row = Session.objects.get()
    held = signing.loads(row.session_data, salt=SessionStore().key_salt, serializer=Plain)
    assert held.startswith("encrypted:")
    waits = str(row.get_decoded())
    assert "A+program+of+mine" in waits
    assert browser.cookies[NAME].value in waits, "with the cookie that it came with"


def test_a_session_from_before_it_was_encrypted_goes_on(browser, settings):
    settings.SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
    browser.post("/accounts/logout/")
    browser.post("/accounts/login/", {"login": "mara", "password": PASSWORD})
    settings.SESSION_SERIALIZER = "newsclip.web.accounts.session_store.Encrypted"
    assert is_in(browser)


def with_another_first(cookie: str) -> str:
    return ("y" if cookie.startswith("x") else "x") + cookie[1:]


@pytest.mark.parametrize(
    "change", [lambda c: c[:-1], lambda c: c + "x", with_another_first, lambda c: c.split(".")[0] + "."]
)
def test_a_cookie_that_was_changed_is_nobodys_and_is_taken_back(browser, change):
    thief = holding(change(browser.cookies[NAME].value))
    answer = thief.get("/settings")
    assert answer.status_code == 302
    assert answer.cookies[NAME].value == ""


def test_another_site_or_key_proves_nothing(browser, settings):
    key = Session.objects.get().session_key
    assert is_in(holding(cookie_of(key)))
    here, settings.SECRET_KEY = settings.SECRET_KEY, "another key"
    forged = cookie_of(key)
    settings.SECRET_KEY = here
    assert not is_in(holding(forged))


def test_the_cookie_keeps_what_it_was_given(browser):
    browser.post("/accounts/logout/")
    answer = browser.post("/accounts/login/", {"login": "mara", "password": PASSWORD})
    cookie = answer.cookies[NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
