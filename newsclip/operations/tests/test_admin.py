import pytest

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
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
