"""Whoever comes in finds the door from every page, and is led back to it."""

import dataclasses
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from newsclip.accounts.models import Reader
from newsclip.web.accounts import adapter

pytestmark = pytest.mark.django_db
PASSWORD = "a long way to the harbour"


@pytest.fixture
def sign_up(monkeypatch):
    def choose(mode):
        monkeypatch.setattr(adapter, "OPTIONS", dataclasses.replace(adapter.OPTIONS, sign_up=mode))

    return choose


def doors(client, path: str, **more: str) -> dict[str, str]:
    """Where the header leads strangers: words → address."""
    head = client.get(path, **more).content.decode().partition('<div class="person">')[2].partition("</div>")[0]
    links = [part.partition('">') for part in head.split('href="')[1:]]
    return {words.partition("<")[0]: unescape(address) for address, _, words in links}


@pytest.mark.parametrize(
    ("mode", "offered"), [("open", True), ("approval", True), ("invitation", False), ("closed", False)]
)
def test_signing_up_stands_in_the_header_where_everybody_may(client, clip, sign_up, mode, offered):
    sign_up(mode)
    assert ("Sign up" in doors(client, "/about")) is offered


@pytest.mark.parametrize("path", ["/about", "/search?q=ferry&page=2", "/c/{slug}"])
def test_the_header_leads_back_to_the_page_it_stands_on(client, clip, path):
    path = path.format(slug=clip.slug)
    for address in doors(client, path).values():
        assert parse_qs(urlsplit(address).query) == {"next": [path]}


def test_a_page_of_signing_in_leads_on_to_where_it_leads_itself(client, clip):
    assert doors(client, "/accounts/login/?next=/about")["Sign up"] == "/accounts/signup/?next=%2Fabout"
    assert doors(client, "/accounts/login/?next=//evil.example")["Sign up"] == "/accounts/signup/"


def test_an_address_longer_than_people_write_is_not_carried_along(client):
    assert doors(client, f"/about?x={'y' * 600}")["Sign in"] == "/accounts/login/"


def test_who_signs_in_by_the_header_is_back_where_they_were(client, clip):
    Reader.objects.create_user("mara", password=PASSWORD)
    there = doors(client, f"/c/{clip.slug}")["Sign in"]
    assert client.post(there, {"login": "mara", "password": PASSWORD})["Location"] == f"/c/{clip.slug}"


def test_what_a_stranger_wrote_in_vain_leads_back_to_its_page(client, clip):
    page = f"/s/{clip.story_id}/discussion"
    refused = client.post(f"/s/{clip.story_id}/comment", {"text": "I was aboard.", "next": page}).content.decode()
    assert refused.count(f'/accounts/login/?next={page.replace("/", "%2F")}"') == 2
