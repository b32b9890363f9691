"""What stands in the log by default, at each level and in each form; nothing secret ever does."""

import io
import json
import logging

import pytest
import structlog

from newsclip.options import read_options
from newsclip.pipeline.ports import Outcome
from newsclip.server import lifecycle_log, logs, request_log, supervisor_log
from newsclip.web.serving.exchanges import Exchange, ObservedTransport
from newsclip.worker import outcome_log

PLANTED = "planted-5ecret-of-the-operator"
SECRET_SETTINGS = {
    "NEWSCLIP_DATABASE_URL": f"postgresql://news:{PLANTED}@db.example/news",
    "NEWSCLIP_QUEUE_URL": f"amqp://news:{PLANTED}@queue.example",
    "NEWSCLIP_SECRET_KEY": PLANTED,
    "NEWSCLIP_MAIL": f"smtps://news:{PLANTED}@mail.example",
    "NEWSCLIP_LLM_KEY": PLANTED,
    "NEWSCLIP_OIDC_URL": "https://id.example",
    "NEWSCLIP_OIDC_CLIENT": "news",
    "NEWSCLIP_OIDC_SECRET": PLANTED,
    "NEWSCLIP_S3_BUCKET": "harbour-news",
    "NEWSCLIP_S3_KEY": PLANTED,
    "NEWSCLIP_S3_SECRET": PLANTED,
}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def configured(monkeypatch):
    """Configure the logs by these settings, onto a stream; what was before is put back after the test."""
    root = logging.getLogger()
    before = root.handlers, root.level

    def by(stream=None, **settings: str) -> io.StringIO:
        kept = stream or io.StringIO()
        given = {f"NEWSCLIP_{name}": value for name, value in settings.items()}
        monkeypatch.setattr(logs, "OPTIONS", read_options(given))
        logs.configure(stream=kept)
        for module in (outcome_log, request_log):
            monkeypatch.setattr(module, "log", structlog.get_logger())
        return kept

    yield by
    root.handlers = before[0]
    root.setLevel(before[1])
    structlog.reset_defaults()


def lines(kept: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in kept.getvalue().splitlines()]


OUTCOMES = (
    Outcome("sources", "https://gazette.example/feed.xml", "looked", count=2),
    Outcome("sources", "https://gazette.example/other.xml", "timeout"),
    Outcome("articles", "https://gazette.example/bridge", "read"),
    Outcome("articles", "https://gazette.example/paid", "paywall"),
    Outcome("pictures", "https://gazette.example/a.webp", "kept"),
    Outcome("stories", "article 1", "placed", "story 1"),
    Outcome("clips", "story 1", "written"),
    Outcome("clips", "story 2", "unchanged"),
    Outcome("push", "delivery 1", "delivered"),
    Outcome("ranking", "Bridge opens", "counted"),
)


def test_by_default_each_source_each_clip_and_each_refusal_has_a_line_and_no_step_or_article_has(configured):
    kept = configured()
    for outcome in OUTCOMES:
        outcome_log.tell(outcome)
    assert [(line["event"], line["code"]) for line in lines(kept)] == [
        ("source_polled", "looked"),
        ("source_polled", "timeout"),
        ("refused", "paywall"),
        ("clip_published", "written"),
    ]
    assert lines(kept)[0]["new"] == 2


@pytest.mark.parametrize(("level", "number"), [("debug", len(OUTCOMES)), ("info", 4), ("warning", 0), ("error", 0)])
def test_the_level_is_the_operators(configured, level, number):
    kept = configured(LOG_LEVEL=level)
    for outcome in OUTCOMES:
        outcome_log.tell(outcome)
    assert len(lines(kept)) == number


def test_libraries_are_heard_from_warnings_on_whatever_the_level_is(configured):
    kept = configured(LOG_LEVEL="debug")
    logging.getLogger("some.library").info("chatter")
    logging.getLogger("some.library").warning("trouble")
    assert [line["event"] for line in lines(kept)] == ["trouble"]
    kept = configured(LOG_LEVEL="error")
    logging.getLogger("some.library").warning("trouble")
    assert lines(kept) == []


def test_people_at_a_terminal_get_lines_for_people_and_machines_get_json(configured):
    for stream, form, is_json in (
        (io.StringIO(), "auto", True),
        (Terminal(), "auto", False),
        (Terminal(), "json", True),
        (io.StringIO(), "text", False),
    ):
        kept = configured(stream, LOG_FORM=form)
        outcome_log.tell(OUTCOMES[0])
        assert kept.getvalue().startswith("{") is is_json
        assert "https://gazette.example/feed.xml" in kept.getvalue()


def test_a_start_tells_the_settings_that_differ_and_keeps_secrets():
    told = lifecycle_log.differing(
        SECRET_SETTINGS | {"NEWSCLIP_SITE_NAME": "Harbour News", "NEWSCLIP_WEB_WORKERS": "1", "NEWSCLIP_PROXIES": "2"}
    )
    assert told["NEWSCLIP_SITE_NAME"] == "Harbour News"
    assert told["NEWSCLIP_PROXIES"] == "2"
    assert "NEWSCLIP_WEB_WORKERS" not in told  # as it is anyway
    assert told["NEWSCLIP_DATABASE_URL"] == told["NEWSCLIP_SECRET_KEY"] == lifecycle_log.SECRET
    assert PLANTED not in str(told)


@pytest.mark.parametrize(
    "subject",
    [
        f"https://reader:{PLANTED}@gazette.example/feed.xml",
        f"https://gazette.example/feed.xml?auth={PLANTED}",
        f"https://gazette.example/feed.xml?page=2&k={PLANTED}",
        f"Authorization: Bearer {PLANTED}",
        f"Cookie: sessionid={PLANTED}",
        f"postgresql://news:{PLANTED}@db.example/news",
    ],
)
def test_no_secret_of_an_address_or_a_header_is_told(configured, subject):
    kept = configured()
    outcome_log.tell(Outcome("sources", subject, "timeout", detail=f"it said {subject}"))
    assert len(lines(kept)) == 1
    assert PLANTED not in kept.getvalue()


def test_a_secret_setting_is_told_by_nobody(configured):
    kept = configured(**{name.removeprefix("NEWSCLIP_"): value for name, value in SECRET_SETTINGS.items()})
    outcome_log.tell(Outcome("sources", f"https://gazette.example/{PLANTED}", "timeout"))
    request_log.tell(Exchange("GET", f"/{PLANTED}", 404, 0.01, kept=False))
    assert len(lines(kept)) == 2
    assert PLANTED not in kept.getvalue()


def test_a_request_is_told_without_who_asked_and_what_they_sought(configured):
    kept = configured()
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/search", "QUERY_STRING": f"q={PLANTED}", "REMOTE_ADDR": "203.0.113.9",
        "HTTP_COOKIE": f"sessionid={PLANTED}", "HTTP_AUTHORIZATION": f"Bearer {PLANTED}",
    }  # fmt: skip
    ticks = iter((10.0, 10.25))
    sent: list[int] = []

    class Transport:
        def response_bytes(self, status, headers, body):
            sent.append(status)

    ObservedTransport(Transport(), environ, request_log.tell, lambda: next(ticks)).response_bytes(200, [], b"")
    [line] = lines(kept)
    assert sent == [200]
    assert (line["method"], line["path"], line["status"], line["seconds"]) == ("GET", "/search", 200, 0.25)
    assert PLANTED not in kept.getvalue()
    assert "203.0.113.9" not in kept.getvalue()


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("control", ["\x1b[2J", "\n", "\r", "\x00", "\x9b2J", "\x85", "\u2028", "\u2029"])
def test_nobody_writes_a_line_of_their_own_into_the_log(configured, form, control):
    kept = configured(LOG_FORM=form)
    request_log.tell(Exchange("GET", f"/a{control}forged".encode().decode("latin-1"), 404, 0.01, kept=False))
    logging.getLogger("django.request").warning("Not Found: %s", f"/b{control}forged")
    first, second = kept.getvalue().splitlines()
    assert "/a" in first
    assert "/b" in second
    assert control not in kept.getvalue().replace("\n", "", 2 if control == "\n" else 0)


def test_a_fault_keeps_its_lines_and_nothing_that_moves_the_cursor(configured):
    kept = configured(LOG_FORM="text")

    def breaks():
        raise ValueError("\x1b[2J")

    try:
        breaks()
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error")
    assert len(kept.getvalue().splitlines()) > 3
    assert "\x1b" not in kept.getvalue()


def test_the_supervisor_tells_by_the_same_settings(monkeypatch):
    for level, form, said in (("info", "json", True), ("warning", "json", False), ("info", "text", True)):
        monkeypatch.setenv("NEWSCLIP_LOG_LEVEL", level)
        monkeypatch.setenv("NEWSCLIP_LOG_FORM", form)
        kept = io.StringIO()
        supervisor_log.tell("info", "supervisor_started", stream=kept, processes=["web", "worker"])
        assert ("supervisor_started" in kept.getvalue()) is said
        if said and form == "json":
            [line] = lines(kept)
            assert (line["level"], line["processes"]) == ("info", ["web", "worker"])
            assert str(line["timestamp"]).endswith("Z")
