from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from newsclip.accounts import actions
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Action, Flag, Notice
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
    row = {"username": "mara", "email": "", "is_active": "on", "is_moderator": "on", "why": "She asked."}
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


@pytest.mark.parametrize(
    ("right", "given", "taken"),
    [
        ("is_moderator", "give_mod", "take_mod"),
        ("is_staff", "give_staff", "take_staff"),
        ("is_superuser", "give_all", "take_all"),
    ],
)
def test_a_right_is_given_and_taken_in_the_public_log(staff, right, given, taken):
    mara = Reader.objects.create(username="mara")
    changed(staff, mara, why="She knows the harbour.", **{right: "on"})
    changed(staff, mara, why="She has moved away.")
    told = Action.objects.order_by("pk").values_list("name", "kind", "label", "reason")
    assert list(told) == [
        ("sten", given, "mara", "She knows the harbour."),
        ("sten", taken, "mara", "She has moved away."),
    ]


def test_each_right_of_several_has_its_line(staff):
    mara = Reader.objects.create(username="mara", is_moderator=True)
    changed(staff, mara, is_staff="on", is_superuser="on", why="She keeps the machine now.")
    mara.refresh_from_db()
    assert (mara.is_moderator, mara.is_staff, mara.is_superuser) == (False, True, True)
    assert set(Action.objects.values_list("kind", flat=True)) == {"take_mod", "give_staff", "give_all"}


@pytest.mark.parametrize("right", ["is_moderator", "is_staff", "is_superuser"])
def test_no_right_changes_without_a_reason(staff, right):
    mara = Reader.objects.create(username="mara")
    assert "Say why" in changed(staff, mara, **{right: "on"}, why=" ").content.decode()
    mara.refresh_from_db()
    assert not getattr(mara, right)
    assert not Action.objects.exists()


def test_who_is_suspended_gives_no_right(staff):
    mara = Reader.objects.create(username="mara")
    Reader.objects.filter(username="sten").update(suspended_until=timezone.now() + timedelta(days=1))
    changed(staff, mara, is_moderator="on", why="She asked.")
    mara.refresh_from_db()
    assert not mara.is_moderator
    assert not Action.objects.exists()


def test_a_new_right_leaves_the_flags_on_its_reader_open(staff):
    mara = Reader.objects.create(username="mara")
    Flag.objects.create(kind="reader", key=str(mara.pk), reason="abuse", at=timezone.now())
    changed(staff, mara, is_moderator="on", why="She asked.")
    assert Flag.objects.get().closed_at is None


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


def test_staff_make_a_moderator_and_end_that_where_people_are_moderated(staff, client):
    mara = Reader.objects.create(username="mara")
    there = f"/moderation/reader/{mara.pk}"
    assert 'value="give_mod"' in staff.get(there).content.decode()
    assert staff.post(there, {"action": "give_mod", "reason": " "}).status_code == 422
    for action, moderates in (("give_mod", True), ("take_mod", False)):
        staff.post(there, {"action": action, "reason": "She knows the harbour."})
        mara.refresh_from_db()
        assert mara.is_moderator == moderates
    assert staff.post(there, {"action": "take_mod", "reason": "Once more."}).status_code == 404
    told = Action.objects.order_by("pk").values_list("kind", "label", "reason")
    assert list(told) == [(kind, "mara", "She knows the harbour.") for kind in ("give_mod", "take_mod")]
    assert Notice.objects.order_by("pk").first().words.startswith("sten made you a moderator")


def test_a_moderator_appoints_nobody_and_reads_who_does(client):
    client.force_login(Reader.objects.create(username="orla", is_moderator=True))
    mara = Reader.objects.create(username="mara")
    there = f"/moderation/reader/{mara.pk}"
    page = client.get(there).content.decode()
    assert 'value="give_mod"' not in page
    assert "Only staff can appoint or remove moderators" in page
    client.post(there, {"action": "give_mod", "reason": "She knows the harbour."})
    mara.refresh_from_db()
    assert not mara.is_moderator


@pytest.mark.parametrize("everything", [True, False])
def test_the_tables_are_offered_to_those_who_may_see_one(client, everything):
    client.force_login(Reader.objects.create(username="sten", is_staff=True, is_superuser=everything))
    assert ('href="/staff/tables/"' in client.get("/staff/").content.decode()) == everything


def test_the_tables_are_the_sites_own_in_its_colours(staff):
    page = staff.get("/staff/tables/").content.decode()
    assert "web/tables.css" in page
    for foreign in ("Authenticators", "Social applications", "Email addresses", "Groups"):
        assert foreign not in page, foreign
    assert "Django" not in page
