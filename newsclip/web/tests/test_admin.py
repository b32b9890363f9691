import pytest

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Action, Notice
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize(
    "table",
    [
        "accounts/invitation",
        "sources/source",
        "sources/publisher",
        "articles/article",
        "clips/clip",
        "community/action",
    ],
)
def test_staff_see_the_tables(staff, table):
    factories.ferry()
    assert staff.get(f"/staff/tables/{table}/").status_code == 200


@pytest.mark.parametrize("door", ["", "add/", "1/change/", "1/password/", "1/delete/"])
def test_no_table_shows_or_changes_an_account(staff, door):
    pages = "/staff/tables/", "/staff/tables/accounts/"
    assert all("accounts/reader" not in staff.get(page).content.decode() for page in pages)
    assert staff.get(f"/staff/tables/accounts/reader/{door}", follow=True).status_code == 404


def test_a_member_sees_no_table(client):
    client.force_login(Reader.objects.create(username="mara"))
    assert client.get("/staff/tables/clips/clip/").status_code == 302


def test_nobody_changes_a_clip_by_hand(staff):
    clip = factories.ferry()
    staff.post(f"/staff/tables/clips/clip/{clip.pk}/change/", {"headline": "Invented"})
    staff.post(f"/staff/tables/clips/clip/{clip.pk}/delete/", {"post": "yes"})
    assert Clip.objects.get().headline == clip.headline


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
