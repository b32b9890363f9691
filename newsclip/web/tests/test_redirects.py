"""No page leads to another site, host or port because its address or a form says so."""

from urllib.parse import urlencode

import ada_url
import pytest
from django.test import Client

from newsclip.accounts.models import Reader
from newsclip.kernel.tests.test_redirects import LEADS_AWAY
from newsclip.web.tests.every_route import PASSWORD, SignedIn, addresses, read_whole
from newsclip.web.tests.test_permissions import town

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
__all__ = ["town"]
HERE = "http://testserver"
PARAMETERS = (
    "next", "back", "url", "to", "redirect", "redirect_to", "redirect_uri", "return_to", "return", "continue", "goto",
    "dest", "REDIRECT_FIELD_NAME", "instance", "service", "success_url",
)  # fmt: skip
# Where somebody is led on by `next` or `back`: the address, whether they are signed in, and what the form holds else.
DOORS = [
    ("GET", "/accounts/login/", True, {}),
    ("POST", "/accounts/login/", False, {"login": "mara", "password": PASSWORD}),
    ("POST", "/accounts/logout/", True, {}),
    ("GET", "/accounts/logout/", False, {}),
    ("GET", "/accounts/signup/", True, {}),
    ("POST", "/accounts/signup/", False, {"username": "nils", "email": "", "password1": "ten quiet harbours"}),
    ("POST", "/accounts/reauthenticate/", True, {"password": PASSWORD}),
    ("GET", "/staff/tables/login/", True, {}),
    ("POST", "/staff/tables/login/", True, {}),
    ("POST", "/staff/tables/logout/", True, {}),
    ("POST", "/language", False, {"language": "de"}),
    ("POST", "/appearance", False, {"theme": "dark"}),
    ("POST", "/muted", False, {"source": "ledger.example"}),
    ("POST", "/welcome", True, {"follow": "hashtag:harbour"}),
    ("POST", "/follow", True, {"kind": "hashtag", "key": "harbour"}),
    ("POST", "/mute", True, {"kind": "hashtag", "key": "harbour"}),
    ("POST", "/settings/browser", True, {"drop": "1"}),
]


def leads_away(answer) -> bool:
    places = [answer.get("Location", ""), answer.get("HX-Redirect", "")]
    return any(not stays(place) for place in places if place)


def stays(place: str) -> bool:
    try:
        return ada_url.URL(place, base=f"{HERE}/x").origin == HERE
    except ValueError:
        return False


def at_every_door(values, *, of: int = 1) -> list[tuple[str, str]]:
    """Of every so-manieth value at a door, others at the next door: one rule answers for all of them."""
    mara = SignedIn(Reader.objects.create_user("mara", password=PASSWORD, is_staff=True, is_superuser=True))
    astray = []
    for number, (method, path, signed_in, form) in enumerate(DOORS):
        for value in values[number % of :: of]:
            browser = mara.browser() if signed_in else Client()
            told = form | {"next": value, "back": value}
            query = urlencode(told, errors="replace")
            answer = browser.get(f"{path}?{query}") if method == "GET" else browser.post(path, told)
            astray += [(path, value)] if leads_away(answer) else []
    return astray


@pytest.fixture(autouse=True)
def no_limits(settings):
    settings.ACCOUNT_RATE_LIMITS = False


def test_no_door_leads_away(client):
    assert at_every_door(LEADS_AWAY, of=5) == []


def test_the_doors_lead_to_pages_of_ours():
    answer = Client().post("/language", {"language": "de", "next": "/about?x=1#top"})
    assert answer["Location"] == "/about?x=1#top"
    answer = Client(headers={"referer": f"{HERE}/trending"}).post("/language", {"language": "de"})
    assert answer["Location"] == "/trending"
    answer = Client(headers={"referer": "http://testserver.evil.example/x"}).post("/language", {"language": "de"})
    assert answer["Location"] == "/"


def test_no_route_leads_away_by_whatever_parameter(town):
    people, known = town
    told = {name: "https://evil.example/x" if number % 2 else "//[::1]/" for number, name in enumerate(PARAMETERS)}
    Reader.objects.filter(username="sten").update(is_superuser=True)
    astray, sten = [], SignedIn(people["staff"])
    for name, path in addresses(known, people["member"]):
        for ask in ("get", "post"):
            browser = sten.browser(headers={"referer": "https://evil.example/x"})
            answer = read_whole(getattr(browser, ask)(path, told))
            astray += [(name, answer["Location"])] if leads_away(answer) else []
    assert astray == []


@pytest.mark.parametrize("path", ["//evil.example/about/", "//evil.example/accounts/login", "/\\evil.example/about/"])
def test_an_address_that_is_set_right_stays_here(path):
    assert not leads_away(Client().generic("GET", path))


@pytest.mark.parametrize("query", ["", "?page=2"])
def test_a_stroke_too_many_is_forgiven_whatever_letters_stand_before_it(client, query):
    assert client.get(f"/tag/50%25%3F/{query}")["Location"] == f"/tag/50%25%3F{query}"
