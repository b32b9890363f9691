"""How a session begins and ends (docs/security/accounts.md)."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.cli import admin_commands

pytestmark = pytest.mark.django_db
PASSWORD = "a long and quiet phrase"
ALLAUTH = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def mara() -> Reader:
    return Reader.objects.create_user("mara", password=PASSWORD)


def signed_in(reader: Reader) -> Client:
    browser = Client()
    browser.force_login(reader, ALLAUTH)
    return browser


def is_in(browser: Client) -> bool:
    return browser.get("/settings").status_code == 200


def test_a_session_has_another_key_after_signing_in(mara):
    browser = Client()
    browser.session["invitation"] = "x"
    browser.session.save()
    before = browser.cookies.get(settings.SESSION_COOKIE_NAME)
    answer = browser.post("/accounts/login/", {"login": "mara", "password": PASSWORD})
    assert answer.status_code == 302
    after = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert before is None or before.value != after
    assert not Session.objects.filter(session_key=before.value if before else "").exists()


def test_a_session_ends_two_weeks_after_signing_in_however_it_is_used(mara):
    browser = signed_in(mara)
    row = Session.objects.get()
    assert timedelta(days=13) < row.expire_date - timezone.now() <= timedelta(days=14)
    ends = row.expire_date
    for _ in range(3):
        assert is_in(browser)
    row.refresh_from_db()
    assert row.expire_date == ends
    Session.objects.update(expire_date=timezone.now())
    assert not is_in(browser)


def test_who_signed_out_is_not_let_in_by_the_old_cookie(mara):
    browser = signed_in(mara)
    old = browser.cookies[settings.SESSION_COOKIE_NAME].value
    browser.post("/accounts/logout/")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = old
    assert not is_in(thief)


def test_a_disabled_account_is_out_at_once(mara):
    browser = signed_in(mara)
    Reader.objects.update(is_active=False)
    assert not is_in(browser)


def test_a_new_password_ends_all_other_sessions(mara):
    browsers = [signed_in(mara) for _ in range(2)]
    admin_commands.make_user("mara", "another long and quiet phrase", staff=False)
    assert [is_in(browser) for browser in browsers] == [False, False]


def test_every_page_says_where_to_sign_out(mara):
    browser = signed_in(mara)
    for path in ("/", "/settings", "/notices", "/for-you", "/about"):
        assert 'action="/accounts/logout/"' in browser.get(path).content.decode(), path


def enter(agent: str) -> Client:
    browser = Client(headers={"user-agent": agent})
    browser.post("/accounts/login/", {"login": "mara", "password": PASSWORD})
    return browser


def test_a_person_sees_where_they_are_signed_in_and_ends_it_everywhere_else(mara):
    here, there = enter("A browser at home"), enter("A browser at work")
    page = here.get("/accounts/sessions/").content.decode()
    assert "A browser at home</b> · this browser" in page
    assert "A browser at work</b><br>" in page
    here.post("/accounts/sessions/")
    assert [is_in(here), is_in(there)] == [True, False]
    assert "A browser at work" not in here.get("/accounts/sessions/").content.decode()


def test_nothing_is_remembered_of_a_session_that_is_over(mara):
    enter("A browser")
    assert UserSession.objects.count() == 1
    accounts.forget_expired(timezone.now() + timedelta(days=15))
    assert accounts.forget_browsers(0) == (1, 0)
    assert not UserSession.objects.exists()


def test_browsers_that_are_signed_in_stay_known_however_few_are_looked_at_at_once(mara):
    browsers = [enter(f"Browser {number}") for number in range(3)]
    browsers[1].session.flush()
    dropped, looked_at = 0, 0
    for _ in range(3):
        gone, looked_at = accounts.forget_browsers(looked_at, limit=1)
        dropped += gone
    assert (dropped, UserSession.objects.count()) == (1, 2)


def test_staff_come_to_the_tables_by_the_sites_own_sign_in_and_are_signed_out_when_they_leave(mara):
    Reader.objects.update(is_staff=True)
    browser = Client()
    door = browser.get("/staff/tables/", follow=True).redirect_chain[-1][0]
    assert unquote(door) == "/accounts/login/?next=/staff/tables/"
    came = browser.post(door, {"login": "mara", "password": PASSWORD}, follow=True)
    assert came.redirect_chain[-1][0] == "/staff/tables/"
    assert UserSession.objects.get().session_key == Session.objects.get().pk
    accounts.leave(Reader.objects.get())
    assert not Session.objects.exists()


def test_the_tables_own_sign_in_takes_no_password_and_tells_members_that_they_are_no_staff(mara):
    Reader.objects.update(is_staff=True)
    browser = Client()
    browser.post("/staff/tables/login/", {"username": "mara", "password": PASSWORD})
    assert not is_in(browser)
    Reader.objects.update(is_staff=False)
    assert signed_in(mara).get("/staff/tables/", follow=True).status_code == 403
