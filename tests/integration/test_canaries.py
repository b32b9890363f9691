"""Secrets are set out like canaries, everything that can go wrong goes wrong, and none may be seen anywhere after.

Logs, pages of errors, figures, health, staff pages, mail, what people and programs take along.
"""

import base64
import io
import json
import logging
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import structlog
from django.core import mail
from django.test import Client
from django.urls import path
from prometheus_client import CollectorRegistry, generate_latest

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.health import doctor
from newsclip.health.metrics import Tables
from newsclip.options import OPTIONS, read_options
from newsclip.server import log_redaction, logs
from newsclip.urls import urlpatterns as newsclip_urlpatterns
from newsclip.web.tests import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
OPERATORS = {
    "NEWSCLIP_SECRET_KEY": "canary-signing-key-of-the-whole-site-0123456789",
    "NEWSCLIP_DATABASE_URL": "postgresql://newsclip:canary-database-word@db.example/news",
    "NEWSCLIP_REPLICA_URL": "postgresql://newsclip:canary-replica-word@copy.example/news",
    "NEWSCLIP_QUEUE_URL": "amqp://newsclip:canary-queue-word@queue.example:5672/%2F",
    "NEWSCLIP_PUSH_KEY": "canary0of0the0key0that0browsers0are0told0by",
    "NEWSCLIP_MAIL": "smtps://robot:canary%2Fmail-word@mail.example:465",
    "NEWSCLIP_LLM_KEY": "sk-canary-of-the-language-model",
    "NEWSCLIP_JUDGE_KEY": "sk-canary-of-the-judge",
    "NEWSCLIP_OIDC_URL": "https://id.example",
    "NEWSCLIP_OIDC_CLIENT": "the-client-of-the-provider",
    "NEWSCLIP_OIDC_SECRET": "canary-of-the-provider",
}
CANARIES = (
    *(OPERATORS["NEWSCLIP_SECRET_KEY"], "canary-database-word", "canary%2Fmail-word", "canary/mail-word"),
    *("canary-replica-word", "canary-queue-word", OPERATORS["NEWSCLIP_PUSH_KEY"]),
    *(
        OPERATORS["NEWSCLIP_LLM_KEY"],
        OPERATORS["NEWSCLIP_JUDGE_KEY"],
        "canary-of-the-provider",
        "canary-password-of-mara",
        "canary-mara@people.example",
    ),
)


def broken(request):
    """A page that fails with secrets in everything that a careless handler might show."""
    password, address = request.POST.get("password", ""), OPERATORS["NEWSCLIP_DATABASE_URL"]
    raise RuntimeError(f"cannot reach {address} with {OPERATORS['NEWSCLIP_LLM_KEY']} for password={password}")


urlpatterns = [*newsclip_urlpatterns, path("broken", broken)]


@pytest.fixture
def log(monkeypatch):
    """What an operator's log would hold; all handlers are put back after the test."""
    kept = io.StringIO()
    root = logging.getLogger()
    before = root.handlers, root.level
    options = read_options({**OPERATORS, "NEWSCLIP_HOME": str(OPTIONS.home)})
    monkeypatch.setattr(logs, "OPTIONS", options)
    logs.configure(stream=kept)
    yield kept
    root.handlers, root.level = before
    structlog.reset_defaults()


@pytest.fixture
def mara() -> tuple[Client, str, Reader]:
    reader = Reader.objects.create_user("mara", email="canary-mara@people.example", password="canary-password-of-mara")
    token = accounts.make_token(reader, "a program", list(Token.Scope.values), now=NOW)
    browser = Client(raise_request_exception=False)
    browser.force_login(reader, "allauth.account.auth_backends.AuthenticationBackend")
    return browser, token, reader


def found_in(text: str, *more: str) -> list[str]:
    seen = {*CANARIES, *more}
    forms = seen | {base64.b64encode(canary.encode()).decode().rstrip("=") for canary in seen}
    return sorted(form for form in forms if form in text)


def test_no_log_and_no_page_of_an_error_holds_a_secret(log, mara, settings):
    settings.ROOT_URLCONF = __name__
    browser, token, _ = mara
    session = browser.cookies["sessionid"].value
    pages = []
    for headers in ({}, {"Authorization": f"Bearer {token}"}, {"Cookie": f"sessionid={session}"}):
        asked = {"password": "canary-password-of-mara", "token": token}
        pages.append(browser.post("/broken?key=" + token, asked, headers=headers).content.decode())
    stranger = Client(raise_request_exception=False)
    stranger.post("/accounts/login/", {"login": "canary-password-of-mara", "password": "canary-password-of-mara"})
    stranger.post("/accounts/login/", {"login": "mara", "password": "canary-password-of-mara"})
    stranger.post("/accounts/logout/")
    stranger.get(f"/accounts/password/reset/key/{token}/")
    stranger.post("/accounts/login/", {"login": 'x\n{"event": "forged"}', "password": "wrong"})
    stranger.get("/api/me%0a%7b%22event%22:%20%22forged%22%7d")
    worker = structlog.get_logger()
    try:
        urlopen(f"{OPERATORS['NEWSCLIP_MAIL']}/{OPERATORS['NEWSCLIP_SECRET_KEY']}")
    except URLError:
        worker.exception(
            "step_failed", step="send_editions", options={"llm": {"key": token}}, to=["canary-mara@people.example"]
        )
    logging.getLogger("aiohttp.client").warning("sent %s", {"Authorization": f"Bearer {token}"})
    logging.getLogger("django.db").error("connection to %s failed", OPERATORS["NEWSCLIP_DATABASE_URL"])
    said = log.getvalue()
    assert found_in(said, token, session) == []
    assert found_in("".join(pages), token, session) == []
    events = [json.loads(line) for line in said.splitlines()]
    assert {"sign_in_failed", "signed_in", "signed_out", "step_failed"} <= {event["event"] for event in events}
    assert all(datetime.fromisoformat(event["timestamp"]).utcoffset() == timedelta(0) for event in events), "in UTC"
    assert all(event["level"] for event in events)
    assert not any(event["event"] == "forged" for event in events), "a line is one event, whatever it tells of"
    assert any("RuntimeError" in event.get("exception", "") for event in events), "an error of a page is told"
    assert mail.outbox == []


def test_a_forged_host_and_a_forged_form_are_told_in_a_line_each(log):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert (
        stranger.post("/accounts/login/", {"login": "mara", "password": "canary-password-of-mara"}).status_code == 403
    )
    host, form = [event for event in map(json.loads, log.getvalue().splitlines()) if "security" in event["logger"]]
    assert "evil.example" in host["event"]
    assert "Forbidden (CSRF" in form["event"]
    assert [(event["level"], "exception" in event) for event in (host, form)] == [("warning", False)] * 2


def test_the_test_notices_a_log_that_takes_nothing_out(log, monkeypatch):
    """A build without redaction."""
    monkeypatch.setattr(logs, "processor", lambda redact: lambda logger, method, event: event)
    logs.configure(stream=log)
    structlog.get_logger().warning("sent", to=OPERATORS["NEWSCLIP_DATABASE_URL"])
    assert found_in(log.getvalue())


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("GET /c/harbour-bridge-closed 200", True),
        ("asked https://ledger.example/feed?page=2, code=looked of 30 entries", False),
        ('story 12 could not be written: names "11", the passage says "9"', True),
        ("the keyboard of a monkey, a tokenised text and the secretary's passport", True),
    ],
)
def test_ordinary_lines_stay_as_they_are(said, kept):
    assert (log_redaction.redactor(frozenset())(said) == said) is kept


def test_figures_health_and_staff_pages_hold_no_secret(mara, client):
    browser, token, reader = mara
    factories.ferry()
    registry = CollectorRegistry()
    registry.register(Tables())
    reader.is_staff = reader.is_superuser = True
    reader.save()
    shown = [generate_latest(registry).decode()]
    shown += [f"{finding.says} {finding.remedy}" for finding in doctor.examine()]
    shown += [client.get(address).content.decode() for address in ("/healthz", "/readyz", "/api/openapi.json")]
    hidden = ("canary-password-of-mara", token, browser.cookies["sessionid"].value, reader.password)
    for address in ("/staff/", "/staff/tables/", f"/staff/members/{reader.pk}"):
        shown.append(browser.get(address).content.decode())
    assert [secret for secret in (*hidden, *OPERATORS.values()) if secret in "".join(shown)] == []


def test_what_a_person_takes_along_holds_no_secret_of_theirs_or_the_sites(mara):
    browser, token, reader = mara
    taken = browser.get("/settings/export").getvalue().decode() + browser.get("/following.json").content.decode()
    hidden = ("canary-password-of-mara", token, browser.cookies["sessionid"].value, reader.password)
    assert [secret for secret in (*hidden, *OPERATORS.values()) if secret in taken] == []
    assert "canary-mara@people.example" in taken, "it is theirs"


def test_options_do_not_tell_their_secrets_when_they_are_printed():
    assert found_in(repr(read_options({**OPERATORS}))) == []


@pytest.mark.parametrize("command", [["doctor"], ["doctor", "--json"], ["sources"], ["start", "web", "--port", "1"]])
def test_no_command_prints_what_the_operator_keeps_secret(command, tmp_path):
    """The database cannot be reached, which is when programs say too much."""
    environment = {**os.environ, **OPERATORS, "NEWSCLIP_HOME": str(tmp_path), "PYTHONPATH": str(Path.cwd())}
    environment["NEWSCLIP_DATABASE_URL"] = "postgresql://newsclip:canary-database-word@127.0.0.1:9/news"
    asked = [sys.executable, "-m", "newsclip", *command]
    said = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert said.returncode
    assert found_in(said.stdout + said.stderr) == []
