import pytest
from django.test import Client
from django.utils import timezone

from newsclip.accounts import actions
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Action
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize(
    "table",
    ["accounts/reader", "sources/source", "sources/publisher", "articles/article", "clips/clip", "community/action"],
)
def test_staff_see_the_tables(staff, table):
    factories.ferry()
    assert staff.get(f"/staff/tables/{table}/").status_code == 200


def test_nobody_changes_a_clip_by_hand(staff):
    clip = factories.ferry()
    staff.post(f"/staff/tables/clips/clip/{clip.pk}/change/", {"headline": "Invented"})
    staff.post(f"/staff/tables/clips/clip/{clip.pk}/delete/", {"post": "yes"})
    assert Clip.objects.get().headline == clip.headline


def test_staff_make_a_moderator(staff):
    mara = Reader.objects.create(username="mara")
    row = {"username": "mara", "email": "", "is_active": "on", "is_moderator": "on", "suspended_until_0": ""}
    staff.post(f"/staff/tables/accounts/reader/{mara.pk}/change/", row)
    mara.refresh_from_db()
    assert mara.is_moderator


def test_a_member_sees_no_table(client):
    client.force_login(Reader.objects.create(username="mara"))
    assert client.get("/staff/tables/accounts/reader/").status_code == 302


def changed(staff, mara, **row):
    mara.refresh_from_db()
    given = {"username": mara.username, "email": mara.email, "is_active": "on"} | row
    return staff.post(
        f"/staff/tables/accounts/reader/{mara.pk}/change/", {name: value for name, value in given.items() if value}
    )


def test_an_account_is_closed_and_opened_in_the_public_log(staff):
    mara = Reader.objects.create(username="mara")
    assert changed(staff, mara, is_active="", why="She asked to.").status_code == 302
    assert changed(staff, mara, why="She is back.").status_code == 302
    told = Action.objects.order_by("pk").values_list("name", "kind", "label", "reason")
    assert list(told) == [("sten", "close", "mara", "She asked to."), ("sten", "open", "mara", "She is back.")]


def test_an_account_is_not_closed_without_a_reason_nor_by_its_owner(staff):
    mara, sten = Reader.objects.create(username="mara"), Reader.objects.get(username="sten")
    assert "Say why" in changed(staff, mara, is_active="").content.decode()
    changed(staff, sten, is_active="", why="Enough.", is_staff="on", is_superuser="on")
    assert not Reader.objects.filter(is_active=False).exists()
    assert not Action.objects.exists()


def test_a_closed_account_that_is_opened_again_signs_in_anew(staff):
    mara, browser = Reader.objects.create_user("mara", password="a long way to the harbour"), Client()
    browser.post("/accounts/login/", {"login": "mara", "password": "a long way to the harbour"})
    assert browser.get("/settings").status_code == 200
    actions.make_token(mara, "bot", ["read"], now=timezone.now())
    changed(staff, mara, is_active="", why="Her telephone was stolen.")
    changed(staff, mara, why="She has another one.")
    assert browser.get("/settings").status_code == 302
    assert not mara.tokens.exists()


def test_nobody_is_suspended_or_set_free_behind_the_logs_back(staff):
    mara = Reader.objects.create(username="mara")
    changed(staff, mara, suspended_until_0="2030-01-01", suspended_until_1="12:00")
    mara.refresh_from_db()
    assert mara.suspended_until is None


@pytest.mark.parametrize("door", ["add/", "1/password/", "1/delete/"])
def test_no_account_is_made_deleted_or_given_a_password_in_the_tables(staff, door):
    answer = staff.get(f"/staff/tables/accounts/reader/{door}", follow=True)
    assert answer.status_code in (403, 404) or 'type="password"' not in answer.content.decode()
    staff.post(
        f"/staff/tables/accounts/reader/{door}",
        {"username": "eve", "password1": "a long and quiet phrase", "password2": "a long and quiet phrase"}
        | {"usable_password": "true", "post": "yes"},
    )
    assert Reader.objects.get().password == ""
