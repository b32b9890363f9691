"""What another site, or a reader's own hand, adds to a request changes nothing (ASVS 5.0, chapters 3, 7, 8 and 15)."""

from collections.abc import Iterator

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from newsclip.accounts.models import Reader, Token
from newsclip.web.tests.test_permissions import town

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
__all__ = ["town"]
ALLAUTH = "allauth.account.auth_backends.AuthenticationBackend"
PASSWORD = "a long and quiet phrase"
ACCOUNTS = (
    "/accounts/login/", "/accounts/signup/", "/accounts/logout/", "/accounts/email/", "/accounts/password/change/",
    "/accounts/password/reset/", "/accounts/reauthenticate/", "/accounts/sessions/", "/accounts/2fa/totp/activate/",
    "/accounts/2fa/recovery-codes/generate/", "/accounts/2fa/webauthn/add/", "/muted", "/staff/",
)  # fmt: skip
# Taken without a token: a choice of language, what a hub and a mail program send, and what has a token of its own.
# A text to check changes nothing: forged, it comes without the reader's cookie and costs their network a turn.
WITHOUT = {"web:language", "web:appearance", "web:check", "web:websub", "mail:leave", "api"}


@pytest.fixture
def mara(client) -> Reader:
    reader = Reader.objects.create_user("mara", "mara@people.example", PASSWORD)
    client.force_login(reader, ALLAUTH)
    return reader


def routes(patterns=None, within: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, pattern.namespace or within)
        else:
            yield within, pattern


def test_every_form_needs_the_token_of_its_page(town):
    people, paths = town
    for who in ("member", "staff"):
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(people[who], ALLAUTH)
        taken = {path for path in (*paths.values(), *ACCOUNTS) if browser.post(path, {"x": "1"}).status_code != 403}
        assert taken == set()


def test_what_is_taken_without_a_token_is_known():
    found = {
        "api" if within.startswith("api") else f"{within}:{pattern.name}"
        for within, pattern in routes()
        if getattr(pattern.callback, "csrf_exempt", False)
    }
    assert found == WITHOUT


LEARNT = {"Session", "CacheEntry", "Reading", "Slate", "Exploration", "Look", "Notice"}


def tables() -> dict[str, list[dict[str, object]]]:
    return {m.__name__: list(m._default_manager.order_by("pk").values()) for m in apps.get_models() if m._meta.managed}


@pytest.mark.parametrize("who", ["member", "moderator", "staff"])
def test_to_read_every_page_changes_nothing(client, town, who):
    people, paths = town
    client.force_login(people[who], ALLAUTH)
    before = tables()
    for path in paths.values():
        client.get(path)
        client.get(path + "?x=1&sure=1&action=remove&value=1&on=1&kind=story&key=1")
    assert {name for name, rows in tables().items() if rows != before[name]} <= LEARNT


MORE = {
    "is_staff": "1", "is_superuser": "on", "is_moderator": "true", "is_active": "", "date_joined": "2001-01-01",
    "id": "1",
    "pk": "1", "reader": "1", "invited_by": "1", "suspended_until": "", "password": "x", "email": "evil@people.example",
    "user_permissions": "1", "groups": "1", "username": "admin", "verified": "1", "score": "99", "state": "shown",
}  # fmt: skip
KEPT = ("is_staff", "is_superuser", "is_moderator", "is_active", "date_joined", "email", "username", "invited_by_id")


def test_no_form_and_no_body_gives_more_than_it_names(client, mara):
    before = Reader.objects.values(*KEPT).get()
    password = mara.password
    client.post("/settings", {"about": "I sail.", **MORE})
    client.patch("/api/me", {"about": "I sail.", **MORE}, content_type="application/json")
    mara.refresh_from_db()
    assert mara.about == "I sail."
    assert (mara.password, Reader.objects.values(*KEPT).get()) == (password, before)


def test_who_signs_up_gets_no_right_by_asking(client):
    asked = MORE | {"username": "pia", "email": "pia@people.example", "password1": PASSWORD}
    client.post("/accounts/signup/", asked)
    made = Reader.objects.get()
    assert (made.is_staff, made.is_superuser, made.is_moderator, made.is_active) == (False, False, False, True)
    assert made.date_joined.year > 2001


@pytest.fixture
def asking(settings):
    settings.ACCOUNT_REAUTHENTICATION_REQUIRED = True


@pytest.mark.parametrize(
    "path",
    ["/accounts/2fa/totp/activate/", "/accounts/2fa/recovery-codes/generate/",
     "/accounts/2fa/webauthn/add/"],
)  # fmt: skip
def test_what_is_worth_more_asks_for_the_password_again(client, mara, asking, path):
    assert client.get(path).headers["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": "wrong"})
    assert client.get(path).headers.get("Location", "").startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert client.get(path).status_code == 200


FORMS = {
    "another mail address": (
        "/accounts/email/",
        {"action_add": "1", "email": "other@people.example"},
        EmailAddress,
        {"email": "other@people.example"},
    ),
    "a token": ("/settings/tokens", {"title": "A program", "scopes": "read"}, Token, {}),
    "leaving": ("/settings/leave", {"name": "mara"}, Reader, {}),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_form_that_is_worth_more_waits_until_the_password_was_said(client, mara, asking, form):
    path, words, kept, which = form
    before = kept.objects.filter(**which).count()
    waiting = client.post(path, words).headers["Location"]
    assert waiting.startswith("/accounts/reauthenticate/")
    client.post(waiting, {"password": "wrong"})
    assert kept.objects.filter(**which).count() == before
    client.post(waiting, {"password": PASSWORD})
    assert abs(kept.objects.filter(**which).count() - before) == 1


@pytest.mark.parametrize("drop", ["0", "", "x"])
def test_no_token_is_made_by_a_form_that_says_it_drops_one(client, mara, asking, drop):
    client.post("/settings/tokens", {"drop": drop, "title": "bot", "scopes": "read"})
    assert not mara.tokens.exists()


def test_a_new_password_wants_the_old_one(client, mara):
    new = {"password1": "another long and quiet one", "password2": "another long and quiet one"}
    client.post("/accounts/password/change/", {"oldpassword": "wrong", **new})
    mara.refresh_from_db()
    assert mara.check_password(PASSWORD)
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, **new})
    mara.refresh_from_db()
    assert mara.check_password(new["password1"])


def test_no_other_site_reads_what_is_somebodys(client, town):
    people, paths = town
    client.force_login(people["member"], ALLAUTH)
    for path in (*paths.values(), *ACCOUNTS, "/api/me", "/"):
        answer = client.get(path, headers={"origin": "https://evil.example"})
        assert not [name for name in answer.headers if name.startswith("Access-Control-")], path


def test_a_cookie_is_no_token(client, mara):
    assert client.get("/api/me").status_code == 401
    assert client.patch("/api/me", {"about": "x"}, content_type="application/json").status_code == 401


@pytest.mark.parametrize(
    "away",
    ["//evil.example/", "https://evil.example", "/\\evil.example", "\\\\evil.example", "///evil.example",
     "http:evil.example",
     "javascript:alert(1)", "/\t/evil.example", "\t//evil.example", "https:///evil.example",
     "//testserver@evil.example/",
     "http://testserver.evil.example/", " //evil.example", "/\n/evil.example"],
)  # fmt: skip
def test_no_way_back_leads_off_the_site(client, mara, away):
    left = [
        client.post("/language", {"language": "de", "next": away}),
        client.post("/appearance", {"theme": "dark", "next": away}),
        client.post("/muted", {"source": "harbour.example", "back": away}),
        client.post("/mute", {"kind": "word", "key": "chess", "next": away}),
        client.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": away}),
        client.post("/accounts/logout/", {"next": away}),
        client.post("/accounts/login/", {"login": "mara", "password": PASSWORD, "next": away}),
    ]
    for answer in left:
        assert answer.status_code in (302, 303), answer
        assert "evil" not in answer["Location"]
        assert answer["Location"].startswith("/")
        assert not answer["Location"].startswith(("//", "/\\"))


def test_nobody_is_there_before_the_operator_makes_an_account():
    assert not Reader.objects.exists()
