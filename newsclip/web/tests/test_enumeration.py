"""Who has an account here is told to nobody who asks: not by words, by statuses, or by the time an answer takes."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail

from newsclip.accounts.models import Reader

pytestmark = pytest.mark.django_db
PASSWORD = "a long way to the harbour"
hashed: list[str] = []


class Counting(MD5PasswordHasher):
    """Hashing is what takes the time: argon2 needs a hundred times as long as everything else together."""

    def encode(self, password, salt):
        hashed.append(password)
        return super().encode(password, salt)


@pytest.fixture(autouse=True)
def mara(settings):
    settings.PASSWORD_HASHERS = ["newsclip.web.tests.test_enumeration.Counting"]
    settings.ACCOUNT_RATE_LIMITS = False
    found = Reader.objects.create_user("mara", email="mara@people.example", password=PASSWORD)
    EmailAddress.objects.create(user=found, email=found.email, verified=True, primary=True)
    hashed.clear()
    return found


def answer_to(client, path, form):
    """The page without what the asker typed, its one-time marks, and how often it took the time to hash."""
    hashed.clear()
    answer = client.post(path, form)
    page = answer.content.decode()
    for typed in form.values():
        page = page.replace(typed, "…")
    page = re.sub(r'value="[^"]*"', "", page)
    return answer.status_code, answer.headers.get("Location"), page, len(hashed)


def test_signing_in_answers_alike_for_names_that_are_here_and_not(client):
    told = [
        answer_to(client, "/accounts/login/", {"login": name, "password": "wrong words"}) for name in ("mara", "nobody")
    ]
    assert told[0] == told[1]
    assert told[0][3] == 1


def test_who_only_ever_signed_in_elsewhere_is_as_slow_to_refuse(client, mara):
    mara.set_unusable_password()
    mara.save()
    told = [
        answer_to(client, "/accounts/login/", {"login": name, "password": "wrong words"}) for name in ("mara", "nobody")
    ]
    assert told[0] == told[1]


def test_a_suspended_or_closed_account_is_told_to_who_knows_its_password_alone(client, mara):
    mara.is_active = False
    mara.save()
    told = [
        answer_to(client, "/accounts/login/", {"login": name, "password": "wrong words"}) for name in ("mara", "nobody")
    ]
    assert told[0] == told[1]


def test_a_new_password_is_sent_alike_to_addresses_that_are_here_and_not(client):
    told = [
        answer_to(client, "/accounts/password/reset/", {"email": to})
        for to in ("mara@people.example", "nobody@people.example")
    ]
    assert told[0] == told[1]
    assert [sent.to for sent in mail.outbox] == [["mara@people.example"], ["nobody@people.example"]]


def test_signing_up_with_an_address_that_is_here_looks_like_any_other(client, django_user_model):
    told = []
    for number, address in enumerate(("mara@people.example", "nobody@people.example")):
        form = {"username": f"pia{number}", "email": address, "password1": PASSWORD}
        told.append(answer_to(client, "/accounts/signup/", form))
        client.logout()
    assert told[0] == told[1]
    assert told[0][0] == 302


def test_an_address_of_somebody_else_is_added_like_any_other_and_proves_nothing(client):
    pia = Reader.objects.create_user("pia", password=PASSWORD)
    client.force_login(pia)
    client.post("/accounts/login/", {"login": "pia", "password": PASSWORD})
    told = [
        answer_to(client, "/accounts/email/", {"email": address, "action_add": ""})
        for address in ("mara@people.example", "nobody@people.example")
    ]
    assert told[0][0] == told[1][0]
    assert not EmailAddress.objects.filter(user=pia, verified=True).exists()


def test_a_name_is_public_and_is_told_to_be_taken(client):
    form = {"username": "mara", "email": "", "password1": PASSWORD}
    assert "already" in client.post("/accounts/signup/", form).content.decode()
    assert client.get("/u/mara").status_code == 200
