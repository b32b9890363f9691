"""There is one way in: no page but those of signing in takes a password, and nobody comes in by another address."""

import base64

import pytest
from django.test import Client
from django.urls import resolve

from newsclip.web.tests.every_route import PASSWORD, SignedIn, addresses, read_whole
from newsclip.web.tests.test_permissions import town

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
__all__ = ["town"]
STRANGERS = {":account_login", ":account_signup", ":account_reset_password_from_key"}
PEOPLES_OWN = {":account_change_password", ":account_reauthenticate", ":account_reset_password_from_key"}


@pytest.fixture
def site(town):
    """All addresses, by route; every person has the same password."""
    people, known = town
    for person in people.values():
        person.set_password(PASSWORD)
        person.is_superuser = person.is_staff
        person.save()
    return people, dict(addresses(known, people["member"]))


@pytest.mark.parametrize(("who", "forms"), [("", STRANGERS), ("staff", PEOPLES_OWN)])
def test_no_other_page_asks_for_a_password(site, who, forms):
    people, paths = site
    new_browser = SignedIn(people[who]).browser if who else Client
    seen = {name for name, path in paths.items() if takes_a_password_itself(new_browser(), path)}
    assert seen == forms


def takes_a_password_itself(browser: Client, path: str) -> bool:
    """Not by leading to a page that does; a link of a mail leads to its own form."""
    answer = read_whole(browser.get(path))
    if answer.status_code == 302 and "/password/reset/key/" in answer["Location"]:
        answer = browser.get(answer["Location"])
    return not answer.streaming and b'type="password"' in answer.content


def sent(name: str) -> dict[str, str]:
    fields = ("login", "username", "email", "user", "name")
    secrets = ("password", "password1", "password2", "oldpassword", "secret", "token")
    return dict.fromkeys(fields, name) | dict.fromkeys(secrets, PASSWORD)


def test_a_name_and_a_password_sign_in_at_one_address_alone(site):
    _, paths = site
    let_in = set()
    for name, path in paths.items():
        for kind in (None, "application/json"):
            browser = Client(
                headers={"Authorization": f"Basic {base64.b64encode(b'sten:' + PASSWORD.encode()).decode()}"}
            )
            browser.post(path, sent("sten"), **({"content_type": kind} if kind else {}))
            let_in |= {name} if "_auth_user_id" in browser.session else set()
    assert let_in == {":account_login"}


def test_the_walk_meets_every_route(site):
    _, paths = site
    assert len(paths) > 200
    for name, path in paths.items():
        assert resolve(path).namespace == name.partition(":")[0], path
