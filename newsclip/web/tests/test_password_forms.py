"""A new password ends what was let in by the old one: other browsers, programs' tokens and what they are told."""

import pytest
from allauth.account.utils import user_pk_to_url_str
from allauth.usersessions.models import UserSession
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.cli import admin_commands
from newsclip.community.models import Subscription

pytestmark = pytest.mark.django_db
OLD, NEW = "a long and quiet phrase", "another long and quiet one"
TWICE = {"password1": NEW, "password2": NEW}


@pytest.fixture
def mara() -> Reader:
    reader = Reader.objects.create_user("mara", password=OLD)
    acts_for(reader)
    return reader


def acts_for(reader: Reader) -> None:
    """A program, a webhook and a browser that shows notices."""
    now = timezone.now()
    accounts.make_token(reader, "bot", ["read", "comment"], now=now)
    for kind in (Subscription.Kind.WEBHOOK, Subscription.Kind.PUSH):
        Subscription.objects.create(reader=reader, kind=kind, url=f"https://{kind}.example/", made_at=now, seen_at=now)


def enter(name: str = "mara") -> Client:
    browser = Client()
    browser.post("/accounts/login/", {"login": name, "password": OLD})
    return browser


def is_in(browser: Client) -> bool:
    return browser.get("/settings").status_code == 200


def programs() -> tuple[int, int]:
    return Token.objects.filter(reader__username="mara").count(), Subscription.objects.filter(
        reader__username="mara"
    ).count()


def change(browser: Client, **more: str) -> None:
    browser.post("/accounts/password/change/", {"oldpassword": OLD, **TWICE, **more})


def reset(browser: Client, reader: Reader, **more: str):
    reader.refresh_from_db()  # the link is of the last sign-in
    link = f"/accounts/password/reset/key/{user_pk_to_url_str(reader)}-{default_token_generator.make_token(reader)}/"
    return browser.post(browser.get(link)["Location"], {**TWICE, **more})


def test_a_changed_password_ends_other_browsers_and_programs(mara):
    here, there = enter(), enter()
    change(here)
    assert (is_in(here), is_in(there), programs()) == (True, False, (0, 0))
    assert "this browser" in here.get("/accounts/sessions/").content.decode()
    assert UserSession.objects.count() == 1


def test_who_says_so_leaves_them_signed_in(mara):
    here, there = enter(), enter()
    change(here, keep="on")
    assert (is_in(here), is_in(there), programs()) == (True, True, (1, 2))


def test_a_session_that_was_over_before_does_not_come_back(mara):
    here, there = enter(), enter()
    mara.set_password("something else for a while")
    mara.save()
    mara.set_password(OLD)
    mara.save()
    here = enter()
    change(here, keep="on")
    assert (is_in(here), is_in(there)) == (True, False)


def test_a_wrong_old_password_ends_nothing(mara):
    here, there = enter(), enter()
    here.post("/accounts/password/change/", {"oldpassword": "wrong", **TWICE})
    assert (is_in(here), is_in(there), programs()) == (True, True, (1, 2))


@pytest.mark.parametrize(("more", "left"), [({}, (False, (0, 0))), ({"keep": "on"}, (True, (1, 2)))])
def test_a_password_that_was_forgotten_ends_them_too_unless_its_owner_says_otherwise(mara, more, left):
    there = enter()
    reset(Client(), mara, **more)
    mara.refresh_from_db()
    assert mara.check_password(NEW)
    assert (is_in(there), programs()) == left


def test_a_link_that_is_followed_where_one_is_signed_in_works(mara):
    here = enter()
    assert reset(here, mara).status_code == 302
    mara.refresh_from_db()
    assert mara.check_password(NEW)


def test_a_first_password_of_who_came_from_elsewhere_asks_the_same(mara):
    mara.set_unusable_password()
    mara.save()
    browser = Client()
    browser.force_login(mara, "allauth.account.auth_backends.AuthenticationBackend")
    browser.post("/accounts/password/set/", TWICE)
    mara.refresh_from_db()
    assert (mara.check_password(NEW), programs()) == (True, (0, 0))


def test_the_operators_new_password_ends_all(mara):
    there = enter()
    admin_commands.make_user("mara", NEW, staff=False)
    assert (is_in(there), programs()) == (False, (0, 0))


def test_nobody_elses_are_touched(mara):
    nils = Reader.objects.create_user("nils", password=OLD)
    acts_for(nils)
    theirs = enter("nils")
    change(enter())
    assert is_in(theirs)
    assert (nils.tokens.count(), Subscription.objects.filter(reader=nils).count()) == (1, 2)


def test_the_form_says_what_it_does(mara):
    page = enter().get("/accounts/password/change/").content.decode()
    assert "Leave my other browsers and programs signed in" in page
    assert 'type="checkbox"' in page
    assert "checked" not in page
