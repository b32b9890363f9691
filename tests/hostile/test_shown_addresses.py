"""Addresses that look like others, lead elsewhere, or are read by browsers in another way."""

from pathlib import Path
from urllib.parse import quote

import ada_url
import pytest
from django.test import Client

from newsclip.accounts.models import Reader
from newsclip.kernel.addresses import domain_of, host_of, normalize
from newsclip.kernel.reasons import Refused
from tests.hostile.rows import rows, text_of

HERE = "http://testserver"


def test_a_name_that_looks_like_another_is_never_shown_decoded(hostile_data: Path):
    """No name is: what is shown is the host in ASCII, so that look-alikes differ."""
    decoded = ada_url.idna.decode
    for row in rows(hostile_data, "homograph"):
        for spelling in (text_of(row), decoded(text_of(row))):
            url = normalize(f"https://{spelling}/")
            assert host_of(url) == text_of(row)
            assert domain_of(url).isascii()


def test_good_addresses_are_not_refused(hostile_data: Path):
    """Beside those with a name or password, the only refusals are hosts with an empty label."""
    refused = []
    for row in rows(hostile_data, "url"):
        expect = row["expect"]
        if expect["failure"] or expect["protocol"] not in ("http:", "https:"):
            continue
        try:
            normalize(text_of(row), row["base"] or "")
        except Refused as error:
            if error.code != "credentials_refused" and all(expect["hostname"].removesuffix(".").split(".")):
                refused.append((row["id"], text_of(row), error.code))
    assert refused == []


def test_a_normal_address_is_normal_already(hostile_data: Path):
    for row in rows(hostile_data, "url"):
        try:
            url = normalize(text_of(row), row["base"] or "")
        except Refused:
            continue
        assert normalize(url) == url, row["id"]


@pytest.mark.django_db
def test_no_parameter_leads_a_reader_off_the_site(hostile_data: Path):
    signed_in = Client()
    signed_in.force_login(Reader.objects.create_user("kim", password="x"))
    away = []
    for row in rows(hostile_data, "open-redirect"):
        for name in ("next", "return_to", "url"):
            answer = signed_in.get(f"/accounts/login/?{name}={quote(text_of(row), safe='')}")
            if answer.status_code in (301, 302, 303, 307, 308) and _leads_away(answer["Location"]):
                away.append((row["id"], text_of(row), answer["Location"]))
    assert away == []


def _leads_away(location: str) -> bool:
    try:
        return ada_url.URL(location, base=f"{HERE}/accounts/login/").origin != HERE
    except ValueError:
        return False


def test_a_redirect_that_leads_away_is_noticed():
    for location in (
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "\thttp://evil.example",
        "javascript:alert(1)",
    ):
        assert _leads_away(location)
    assert not _leads_away("/c/ferry")


@pytest.mark.django_db
def test_no_word_in_any_form_or_address_breaks_the_site(hostile_data: Path):
    client = Client(raise_request_exception=False)
    broken = []
    for row in rows(hostile_data, "naughty"):
        words = text_of(row).encode("utf-8", "replace").decode()
        asked = quote(words, safe="")
        answers = [client.get(f"/{place}{asked}") for place in ("search?q=", "api/search?q=", "tag/", "source/", "c/")]
        answers.append(client.post("/accounts/signup/", {"username": words, "password1": words, "email": words}))
        broken += [(row["id"], answer.request["PATH_INFO"]) for answer in answers if answer.status_code >= 500]
    assert broken == []
