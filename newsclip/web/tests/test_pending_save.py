"""What a stranger wanted to save is saved as they sign in or up, and by no link."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import signing
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import queries
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "a long way to the harbour"


class Past(signing.TimestampSigner):
    """Signs as more than an hour ago."""

    def timestamp(self) -> str:
        return signing.b62_encode(int(timezone.now().timestamp()) - 3700)


@pytest.fixture
def clip():
    return factories.ferry()


def way_to_sign_in(client, clip) -> str:
    """Where a press on “Save” leads a stranger: the address of the page that signs in, with the way back."""
    return client.get(f"/s/{clip.story_id}/save", {"next": f"/c/{clip.slug}#save"})["Location"]


def wanted(client, clip) -> str:
    return parse_qs(urlsplit(way_to_sign_in(client, clip)).query)["next"][0]


def test_the_save_button_of_a_clip_leads_a_stranger_there(client, clip):
    assert (
        f'href="/s/{clip.story_id}/save?next=/c/{clip.slug}%23save"' in client.get(f"/c/{clip.slug}").content.decode()
    )


def test_who_signs_in_finds_the_clip_saved(client, clip):
    reader = Reader.objects.create_user("kim", password=PASSWORD)
    address = way_to_sign_in(client, clip)
    answer = client.post(address, {"login": "kim", "password": PASSWORD, "next": wanted(client, clip)})
    assert answer["Location"] == f"/c/{clip.slug}#save"
    assert queries.is_saved(reader, clip.story_id)


def test_who_signs_up_finds_it_saved_after_the_welcome(client, clip):
    form = {"username": "kim", "email": "kim@people.example", "password1": PASSWORD, "next": wanted(client, clip)}
    answer = client.post("/accounts/signup/", form)
    assert answer["Location"] == f"/welcome?next=%2Fc%2F{clip.slug}%23save"
    assert queries.is_saved(Reader.objects.get(), clip.story_id)


def test_a_link_saves_nothing_and_says_so(client, clip):
    address = wanted(client, clip)
    reader = Reader.objects.create_user("kim")
    client.force_login(reader)
    answer = client.get(address, follow=True)
    assert not queries.is_saved(reader, clip.story_id)
    assert "It is not saved yet: press “Save” once more." in answer.content.decode()


@pytest.mark.parametrize("spoiled", ["forged", "old", "of another story", "elsewhere"])
def test_an_intent_that_is_not_ours_saves_nothing(client, clip, spoiled):
    reader = Reader.objects.create_user("kim", password=PASSWORD)
    address = wanted(client, clip)
    if spoiled == "forged":
        address = address[:-2]
    elif spoiled == "old":
        address = f"/s/{clip.story_id}/save?next=/&intent={Past(salt='newsclip.save').sign_object(clip.story_id)}"
    elif spoiled == "of another story":
        other = signing.dumps(clip.story_id + 1, salt="newsclip.save")
        address = f"/s/{clip.story_id}/save?next=/&intent={other}"
    else:
        address = address.replace(f"/s/{clip.story_id}/save", "/about")
    client.post("/accounts/login/", {"login": "kim", "password": PASSWORD, "next": address})
    assert client.session["_auth_user_id"] == str(reader.pk)
    assert not queries.is_saved(reader, clip.story_id)


@pytest.mark.parametrize("number", [999_999, 10**22])
def test_no_way_leads_back_to_a_story_that_is_not_there(client, clip, number):
    assert client.get(f"/s/{number}/save").status_code == 404


@pytest.mark.parametrize("page", ["login", "signup"])
def test_a_story_that_went_meanwhile_keeps_nobody_out(client, page):
    Reader.objects.create_user("kim", password=PASSWORD)
    intent = signing.dumps(999_999, salt="newsclip.save")
    form = {"login": "kim", "password": PASSWORD, "next": f"/s/999999/save?next=/&intent={intent}"}
    if page == "signup":
        form |= {"username": "lou", "email": "lou@people.example", "password1": PASSWORD}
    assert client.post(f"/accounts/{page}/", form).status_code == 302
    assert client.session["_auth_user_id"]


def test_what_a_stranger_takes_out_is_not_saved_as_they_sign_in(client, clip):
    reader = Reader.objects.create_user("kim", password=PASSWORD)
    address = client.post(f"/s/{clip.story_id}/save", {"undo": "1", "next": "/"})["Location"]
    back = parse_qs(urlsplit(address).query)["next"][0]
    answer = client.post(address, {"login": "kim", "password": PASSWORD, "next": back})
    assert answer["Location"] == f"/#story-{clip.story_id}"
    assert not queries.is_saved(reader, clip.story_id)


@pytest.mark.parametrize("waits", Reader.Waits.values[1:])
def test_who_may_not_write_yet_is_told_that_it_is_not_saved_and_why(client, clip, waits):
    reader = Reader.objects.create_user("kim", password=PASSWORD, waits=waits)
    address = way_to_sign_in(client, clip)
    form = {"login": "kim", "password": PASSWORD, "next": wanted(client, clip)}
    page = client.post(address, form, follow=True).content.decode()
    assert not queries.is_saved(reader, clip.story_id)
    assert "It is not saved. " in page
    assert ("is not confirmed yet" if waits == "mail" else "waits for a moderator") in page
