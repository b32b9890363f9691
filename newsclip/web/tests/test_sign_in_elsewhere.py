"""Signing in with the provider that the operator chose, against a provider of our own on this machine."""

import base64
import dataclasses
import json
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django.core.exceptions import PermissionDenied

from newsclip import wiring
from newsclip.accounts import actions
from newsclip.accounts.models import Reader
from newsclip.kernel.oidc_options import OidcOptions
from newsclip.settings import _sign_in_elsewhere
from newsclip.web.accounts import adapter
from newsclip.web.tests.factories import NOON
from tests.loopback import reply, serving

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/oidc/provider/login/"
BACK = "/accounts/oidc/provider/login/callback/"
PIA = {"sub": "17", "preferred_username": "pia", "email": "pia@people.example", "email_verified": True}


def as_json(body, status=200):
    return reply(status, json.dumps(body).encode(), content_type="application/json")


class Provider:
    """What a provider must say (OpenID Connect Discovery and Core), scripted path by path."""

    def __init__(self, server):
        self.server = server
        self.issuer = server.url("/", host="127.0.0.1").rstrip("/")
        described = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/people",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        }
        self.say("/.well-known/openid-configuration", described)
        self.described = described
        self.tell(PIA)

    def say(self, path, body, status=200):
        self.server.answers[path] = as_json(body, status)

    def tell(self, person, **claims):
        held = {"iss": self.issuer, "aud": "newsclip", "sub": person["sub"], "iat": 0, "exp": 4_000_000_000, **claims}
        id_token = jwt.encode(held, "a key that nobody checks over a direct connection", algorithm="HS256")
        self.say("/token", {"access_token": "for people", "token_type": "Bearer", "id_token": id_token})
        self.say("/people", person)


@pytest.fixture
def provider(settings, monkeypatch):
    with serving() as server:
        made = Provider(server)
        oidc = OidcOptions(url=made.issuer, client="newsclip", secret="a secret: kept", name="Harbour ID")
        settings.SOCIALACCOUNT_PROVIDERS = _sign_in_elsewhere(oidc)
        monkeypatch.setattr(adapter, "OPTIONS", dataclasses.replace(adapter.OPTIONS, oidc=oidc))
        wiring.call_to.cache_clear()
        yield made
        wiring.call_to.cache_clear()


def sign_in(client, **said):
    """There and back, as a browser goes; what the provider answers with may be said otherwise."""
    there = client.post(LOGIN)
    assert there.status_code == 302, there.content.decode()
    asked = parse_qs(urlsplit(there["Location"]).query)
    return asked, client.get(BACK, {"code": "good", "state": asked["state"][0]} | said)


def test_somebody_new_comes_in_with_the_name_they_have_there(client, provider):
    asked, answer = sign_in(client)
    assert answer.status_code == 302
    assert Reader.objects.get().username == "pia"
    assert client.get("/settings").status_code == 200
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://testserver" + BACK]


def test_who_was_here_before_is_the_same_person_again(client, provider):
    sign_in(client)
    client.post("/accounts/logout/")
    assert client.get("/settings").status_code == 302
    sign_in(client)
    assert client.get("/settings").status_code == 200
    assert Reader.objects.count() == 1


def test_the_provider_is_asked_with_our_secret_and_what_proves_that_we_began(client, provider):
    sign_in(client)
    (asked,) = [request for request in provider.server.requests if request.path == "/token"]
    form = parse_qs(asked.body.decode())
    assert form["code"] == ["good"]
    assert len(form["code_verifier"][0]) > 40
    pair = base64.b64decode(asked.headers["authorization"].removeprefix("Basic ")).decode()
    assert pair == "newsclip:a%20secret%3A%20kept"
    assert "Newsclip" in asked.headers["user-agent"]


def test_an_address_that_somebody_has_here_gives_nobody_their_account(client, provider):
    mara = Reader.objects.create_user("mara", email="mara@people.example", password="a long way to the harbour")
    provider.tell(PIA | {"email": mara.email})
    sign_in(client)
    assert client.session.get("_auth_user_id") != str(mara.pk)
    assert not mara.socialaccount_set.exists()


def test_who_has_to_say_more_is_told_the_names_of_both_sides(client, provider, settings):
    settings.SOCIALACCOUNT_AUTO_SIGNUP = False
    _, answer = sign_in(client)
    page = client.get(answer["Location"]).content.decode()
    assert "You sign in to Newsclip with your account at Harbour ID." in page
    assert "testserver" not in page.split("<main")[1]


def test_a_name_that_is_taken_is_not_taken_over(client, provider):
    Reader.objects.create_user("pia", password="a long way to the harbour")
    sign_in(client)
    assert sorted(name.startswith("pia") for name in Reader.objects.values_list("username", flat=True)) == [True, True]
    assert len(set(Reader.objects.values_list("username", flat=True))) == 2


def test_closed_and_by_invitation_hold_for_the_provider_too(client, provider, monkeypatch):
    def choose(mode):
        monkeypatch.setattr(adapter, "OPTIONS", dataclasses.replace(adapter.OPTIONS, sign_up=mode))

    choose("closed")
    sign_in(client)
    choose("invitation")
    sign_in(client)
    assert not Reader.objects.exists()
    mara = Reader.objects.create(username="mara")
    client.get(f"/accounts/signup/?invitation={actions.invite(mara, now=NOON).code}")
    sign_in(client)
    assert Reader.objects.get(username="pia").invited_by == mara


def nobody_came_in(client, answer):
    return (
        answer.status_code in (401, 403, 502)
        and client.get("/settings").status_code == 302
        and not Reader.objects.exists()
    )


@pytest.mark.parametrize("wrong", [{"iss": "http://evil.example"}, {"aud": "somebody-else"}, {"exp": 1}])
def test_a_token_that_is_not_for_us_opens_nothing(client, provider, wrong):
    provider.tell(PIA, **wrong)
    _, answer = sign_in(client)
    assert nobody_came_in(client, answer)


def test_an_answer_to_a_question_that_we_did_not_ask_opens_nothing(client, provider):
    _, answer = sign_in(client, state="forged")
    assert nobody_came_in(client, answer)
    assert nobody_came_in(client, client.get(BACK, {"code": "good"}))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/token", reply(500)),
        ("/token", reply(302, location="http://127.0.0.1:1/inner")),
        ("/token", reply(200, b"[" * 100_000, content_type="application/json")),
        ("/token", reply(200, b"{", content_type="application/json")),
        ("/people", reply(200, b"[]", content_type="application/json")),
        ("/people", reply(200, b" " * 3_000_000, content_type="application/json")),
        ("/people", reply(404)),
        ("/people", as_json(PIA, status=203)),
    ],
)
def test_a_provider_that_answers_badly_lets_nobody_in_and_breaks_nothing(client, provider, path, said):
    provider.server.answers[path] = said
    _, answer = sign_in(client)
    assert nobody_came_in(client, answer)


def test_what_the_provider_points_to_is_asked_only_where_it_is_public(client, provider):
    with serving() as inner:
        inner.answers["/people"] = as_json(PIA)
        described = provider.described | {"userinfo_endpoint": inner.url("/people", host="127.0.0.1")}
        provider.say("/.well-known/openid-configuration", described)
        _, answer = sign_in(client)
        assert nobody_came_in(client, answer)
        assert inner.requests == []


def test_a_provider_that_is_away_is_said_to_be(client, provider):
    provider.server.answers.clear()
    answer = client.post(LOGIN)
    assert answer.status_code == 502
    assert nobody_came_in(client, answer)


def test_a_provider_that_leaves_out_half_is_no_provider(client, provider):
    provider.say("/.well-known/openid-configuration", {"issuer": provider.issuer})
    assert nobody_came_in(client, client.post(LOGIN))
    provider.say("/.well-known/openid-configuration", provider.described)
    provider.say("/people", {"email": "pia@people.example"})
    _, answer = sign_in(client)
    assert nobody_came_in(client, answer)


def test_the_sign_in_page_names_the_provider_and_without_one_there_is_none(client, provider, settings):
    assert "Harbour ID" in client.get("/accounts/login/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "Harbour ID" not in client.get("/accounts/login/").content.decode()
    assert client.post(LOGIN).status_code == 404


def test_settings_lead_to_where_a_provider_is_tied_to_the_account(client, provider, settings):
    client.force_login(Reader.objects.create_user("pia"))
    assert 'href="/accounts/3rdparty/">Sign in with Harbour ID</a>' in client.get("/settings").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "/accounts/3rdparty/" not in client.get("/settings").content.decode()


class Exchange:
    """Answers every question well."""

    def __init__(self):
        self.asked = []

    def __call__(self, url, headers, body):
        self.asked.append(headers)
        return SimpleNamespace(status=200)


@pytest.mark.parametrize(("method", "given"), [("GET", {}), ("POST", {"params": {"code": "good"}})])
def test_a_code_is_exchanged_by_a_form_alone(client, method, given):
    here, exchange = client.get("/accounts/login/").wsgi_request, Exchange()
    with context.request_context(here), pytest.raises(ImmediateHttpResponse):
        adapter.Conversation(exchange).request(method, "https://id.example/token", **given)
    assert exchange.asked == []


def test_our_name_and_secret_are_told_apart_whatever_they_hold():
    exchange = Exchange()
    ours = SimpleNamespace(username="news:clip", password="a b")
    adapter.Conversation(exchange).request("POST", "https://id.example/token", auth=ours)
    pair = base64.b64decode(exchange.asked[0]["Authorization"].removeprefix("Basic ")).decode()
    assert pair == "news%3Aclip:a%20b"


@pytest.mark.parametrize("path", ["/token", "/people"])
def test_a_good_answer_with_a_bad_status_is_none(client, provider, path):
    good = json.loads(json.dumps({"access_token": "for people", "token_type": "Bearer"} if path == "/token" else PIA))
    provider.say(path, good, status=500)
    assert sign_in(client)[1].status_code == 502
    assert not Reader.objects.exists()


def test_an_invitation_that_somebody_else_took_in_the_same_moment_makes_no_account(client, monkeypatch):
    monkeypatch.setattr(adapter, "OPTIONS", dataclasses.replace(adapter.OPTIONS, sign_up="invitation"))
    here = client.get("/accounts/login/").wsgi_request
    with pytest.raises(PermissionDenied):
        adapter.came_in(here, Reader.objects.create(username="pia"))
