"""What is beside our own pages: accounts, staff, mail, probes, feeds and the API. No route is left out."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.api.routes import api
from newsclip.feeds.urls import LISTS
from newsclip.web.tests.every_route import routes
from newsclip.web.tests.test_permissions import MATRIX, OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
IN, SIGN_IN = (200, 302, 404), ("sign in",)
# name → what a visitor gets, and what somebody who is signed in gets, whoever they are
ACCOUNTS = {
    "account_login": ((200,), (302,)),
    "account_signup": ((200,), (302,)),
    "account_logout": ((302,), (200,)),
    "account_inactive": ((200,), (200,)),
    "account_reauthenticate": (SIGN_IN, IN),
    "account_email": (SIGN_IN, (200,)),
    "account_email_verification_sent": ((200,), (200,)),
    "account_change_password": (SIGN_IN, IN),
    "account_set_password": (SIGN_IN, IN),
    "account_reset_password": ((200,), (200,)),
    "account_reset_password_done": ((200,), (200,)),
    "account_reset_password_from_key_done": ((200,), (200,)),
    "account_confirm_login_code": (SIGN_IN, IN),
    "mfa_index": (SIGN_IN, (200,)),
    "mfa_authenticate": (SIGN_IN, IN),
    "mfa_reauthenticate": (SIGN_IN, IN),
    "mfa_activate_totp": (SIGN_IN, IN),
    "mfa_deactivate_totp": (SIGN_IN, IN),
    "mfa_view_recovery_codes": (SIGN_IN, IN),
    "mfa_generate_recovery_codes": (SIGN_IN, IN),
    "mfa_download_recovery_codes": (SIGN_IN, IN),
    "mfa_list_webauthn": (SIGN_IN, (200,)),
    "mfa_add_webauthn": (SIGN_IN, IN),
    "mfa_reauthenticate_webauthn": (SIGN_IN, IN),
    "mfa_login_webauthn": (SIGN_IN, IN),
    "usersessions_list": (SIGN_IN, (200,)),
    "socialaccount_login_cancelled": ((200,), (200,)),
    "socialaccount_login_error": ((401,), (401,)),
    "socialaccount_signup": (SIGN_IN, SIGN_IN),
    "socialaccount_connections": (SIGN_IN, (200,)),
    "healthz": ((200,), (200,)),
    "readyz": ((200, 503), (200, 503)),
    "working": ((200, 503), (200, 503)),
}
# Theirs open by a key in the address, which is tested where each is made.
BY_KEY = {
    "picture", "account_confirm_email", "account_reset_password_from_key", "mfa_remove_webauthn", "mfa_edit_webauthn",
    "openid_connect_login", "openid_connect_callback",
}  # fmt: skip
STAFF = {"staff"}


def people():
    yield "visitor", None
    yield "newcomer", Reader.objects.create_user("new", password="a long way to the harbour")
    yield "moderator", Reader.objects.create(username="orla", is_moderator=True)
    yield "staff", Reader.objects.create(username="sten", is_staff=True)


def given_to(answer):
    there = answer.status_code == 302 and "/login/" in answer["Location"]
    return "sign in" if there else answer.status_code


def test_no_route_of_any_part_is_unknown_to_the_tests():
    known = {"web": set(MATRIX) | OPEN, "mail": {"leave"}, "": set(ACCOUNTS) | BY_KEY | STAFF}
    for namespace, name, path in routes():
        if namespace == "feeds":
            assert any(path.removeprefix("/^").startswith(place) for place in LISTS), path
        elif namespace.startswith("api") or path == "/api/docs":
            assert path.startswith("/api/")
        elif namespace == "admin":
            assert path.startswith("/staff/tables/")
        elif name or not path.startswith(
            ("/accounts/social/", "/favicon.", "/apple-touch-icon.")
        ):  # addresses that only lead on
            assert name in known[namespace], path


def test_accounts_open_to_their_own_people_alone(client):
    paths = {name: path for _, name, path in routes() if name in ACCOUNTS}
    for who, person in people():
        for name, path in paths.items():
            client.logout()
            if person:
                client.force_login(person)
            wanted = ACCOUNTS[name][who != "visitor"]
            assert given_to(client.get(path)) in wanted, (who, name)


def test_the_staffs_rooms_open_to_staff_alone(client):
    """Each table, and each of its rows, whether there is one or not."""
    rooms = [path for namespace, name, path in routes() if namespace == "admin" or name in STAFF]
    rooms = [path.replace("<path:object_id>", "1").replace("<int:content_type_id>", "1") for path in rooms]
    rooms = [
        path
        for path in rooms
        if "<" not in path and "^" not in path and not path.endswith(("login/", "logout/", "jsi18n/"))
    ]
    assert len(rooms) > 50
    for who, person in list(people())[:3]:
        client.logout()
        if person:
            client.force_login(person)
        for path in rooms:
            assert given_to(client.get(path)) in ("sign in", 403), (who, path)


def test_the_api_asks_who_it_is_wherever_it_acts(client):
    described = api.get_openapi_schema()["paths"]
    paths = {path.replace("<", "{").replace(">", "}") for namespace, _, path in routes() if namespace.startswith("api")}
    assert paths - set(described) == {"/api/openapi.json", "/api/"}
