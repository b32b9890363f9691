"""The doctor asks those that the site leans on, and says what to do where one does not help."""

import re
import smtplib
import socket
import ssl
from pathlib import Path

import pytest

from newsclip.accounts.models import Reader
from newsclip.health import machine, mail_server
from newsclip.health.conflicting_settings import conflicting_settings
from newsclip.health.tests.test_doctor import options, wrong

HOW_TO = Path(__file__).parents[3] / "docs/how-to"
EXAMPLES = ("compose.yaml", "kubernetes/settings.yaml")
pytestmark = pytest.mark.django_db


def test_people_want_mail_and_there_is_no_server(tmp_path):
    Reader.objects.create_user("mara", email="mara@people.example", edition="daily")
    assert "NEWSCLIP_MAIL" in wrong(mail_server.mailing(options(tmp_path)))["mail"]


@pytest.mark.parametrize(
    ("error", "says", "remedy"),
    [
        (socket.gaierror(-2, "canary-password"), "No machine has the name post.invalid", "remove NEWSCLIP_MAIL"),
        (smtplib.SMTPAuthenticationError(535, b"canary-password"), "refuses the user or the password", "%40 for @"),
        (smtplib.SMTPNotSupportedError("canary-password"), "no encryption", "smtps"),
        (ssl.SSLCertVerificationError("canary-password"), "cannot be encrypted", "certificate"),
        (ConnectionRefusedError("canary-password"), "takes no connection", "port"),
        (TimeoutError("canary-password"), "does not answer in time", "firewall"),
        (smtplib.SMTPServerDisconnected("canary-password"), "SMTPServerDisconnected", "Check NEWSCLIP_MAIL"),
    ],
)
def test_a_mail_server_that_is_wrong_is_named_with_what_to_correct(tmp_path, error, says, remedy):
    def refuse():
        raise error

    wanted = options(tmp_path, MAIL="smtp+tls://robot:canary-password@post.invalid:587")
    (found,) = mail_server.mailing(wanted, refuse)
    assert not found.ok
    assert "post.invalid" in found.says
    assert says in found.says
    assert remedy in found.remedy
    assert "canary" not in str(found)


def test_a_certificate_of_a_mail_server_that_is_refused_is_told_why(tmp_path):
    def refuse():
        error = ssl.SSLCertVerificationError("canary-password")
        error.verify_message = "CA cert does not include key usage extension"
        raise error

    (found,) = mail_server.mailing(options(tmp_path, MAIL="smtps://robot:canary-password@post.invalid:465"), refuse)
    assert "cannot be encrypted: CA cert does not include key usage extension." in found.says
    assert "update-ca-certificates" in found.remedy
    assert "canary" not in str(found)


def test_a_model_without_a_name(tmp_path):
    assert "NEWSCLIP_LLM_MODEL" in wrong(conflicting_settings(options(tmp_path, WRITER="llm")))["model"]


def test_a_limit_of_money_that_knows_no_prices_limits_nothing(tmp_path):
    given = {"WRITER": "llm", "LLM_MODEL": "tiny", "LLM_COST_A_DAY": "2"}
    assert "NEWSCLIP_LLM_PRICES" in wrong(conflicting_settings(options(tmp_path, **given)))["model"]
    assert list(conflicting_settings(options(tmp_path, **given, LLM_PRICES="0.15,0.60"))) == []
    assert list(conflicting_settings(options(tmp_path, LLM_COST_A_DAY="2"))) == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_key_of_an_example_is_everybodys_and_its_remedy_makes_one(tmp_path, example):
    published = re.search(r"NEWSCLIP_SECRET_KEY: (\S+)", (HOW_TO / example).read_text())[1]
    remedy = wrong(conflicting_settings(options(tmp_path, SECRET_KEY=published)))["key"]
    assert 'python3 -c "import secrets; print(secrets.token_urlsafe(50))"' in remedy
    assert "NEWSCLIP_FORMER_SECRET_KEY" in remedy
    assert list(machine.short_key(options(tmp_path, SECRET_KEY=published))) == []  # said once


@pytest.mark.parametrize(("key", "is_short"), [("", False), ("k" * 49, True), ("k" * 50, False)])
def test_a_short_key_is_taken_and_said(tmp_path, key, is_short):
    given = options(tmp_path, SECRET_KEY=key)
    assert list(conflicting_settings(given)) == []
    assert ["50 letters" in found.says for found in machine.short_key(given)] == [True] * is_short
