"""A site without a mail server promises no mail, and one whose mail server is away says so."""

from dataclasses import replace

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from structlog.testing import capture_logs

from newsclip.accounts.models import Reader
from newsclip.web.accounts import adapter

pytestmark = pytest.mark.django_db
FAILED = "The mail could not be sent. Ask for it again in a few minutes."


class Unreachable(BaseEmailBackend):
    def send_messages(self, email_messages):
        raise ConnectionRefusedError("no mail server there")


@pytest.fixture
def outage(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Unreachable"}}
    settings.ACCOUNT_EMAIL_VERIFICATION = "optional"


def test_who_signs_up_while_the_mail_server_is_away_has_an_account_and_is_told(client, outage):
    typed = {"username": "pia", "password1": "a long way to the harbour", "email": "pia@people.example"}
    with capture_logs() as lines:
        page = client.post("/accounts/signup/", typed, follow=True)
    assert page.status_code == 200
    assert FAILED in page.content.decode()
    assert "we wrote to" not in page.content.decode()
    assert [line["why"] for line in lines if line["event"] == "mail_not_sent"] == ["ConnectionRefusedError"]
    assert Reader.objects.filter(username="pia").exists()


@pytest.mark.parametrize("email", ["mara@people.example", "nobody@people.example"])
def test_who_forgot_a_password_while_it_is_away_is_told_the_same_whoever_they_are(client, outage, email):
    Reader.objects.create_user("mara", email="mara@people.example", password="a long way to the harbour")
    page = client.post("/accounts/password/reset/", {"email": email}, follow=True)
    assert (page.status_code, FAILED in page.content.decode()) == (200, True)


@pytest.mark.parametrize(("mail", "is_promised"), [("", False), ("smtp://mail.example", True)])
def test_who_forgot_a_password_is_told_what_can_be_done(client, monkeypatch, mail: str, is_promised: bool):
    monkeypatch.setattr(adapter, "OPTIONS", replace(adapter.OPTIONS, mail=mail))
    page = client.get("/accounts/password/reset/").content.decode()
    assert ("we will send you a link" in page) is is_promised
    assert ("This site cannot send mail. Whoever runs it can give you a new password." in page) is not is_promised
