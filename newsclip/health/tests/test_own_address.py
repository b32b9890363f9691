"""The doctor asks the site at its public address, and says what to do where it does not answer."""

from datetime import UTC, datetime

import pytest

from newsclip.health.own_address import answers
from newsclip.health.tests.test_doctor import wrong
from newsclip.kernel.fetching import Failure, Page

SITE = "https://news.example.org"
ROBOTS = f"{SITE}/robots.txt?asked=20261124T120000"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
OURS = f"User-agent: *\n\nSitemap: {SITE}/sitemap.xml\n".encode()


def test_a_site_that_answers_is_well():
    asked = []

    def call(url, headers, body=None):
        asked.append(url)
        return Page(url, 200, OURS)

    found = answers(SITE, call, NOW)
    assert (found.ok, found.says, asked) == (True, f"It answers at {SITE}.", [ROBOTS])


@pytest.mark.parametrize(
    ("answer", "says", "remedy"),
    [
        (Failure(ROBOTS, "name_unknown"), "No machine has the name", "DNS"),
        (Failure(ROBOTS, "connection_failed", "refused"), "Nothing answers", "Start the web server"),
        (Failure(ROBOTS, "timeout"), "in time", "firewall"),
        (Failure(ROBOTS, "tls_failed", "expired"), "certificate", "Renew"),
        (Failure(ROBOTS, "tls_failed", "[SSL: WRONG_VERSION_NUMBER] wrong version"), "answers without TLS", "port 443"),
        (Failure(ROBOTS, "bad_answer", "Server disconnected"), "be read: Server disconnected.", "newsclip start web"),
        (Failure(ROBOTS, "bad_answer", "no\n gzip"), "be read: no gzip.", "log of the web server"),
        (Failure(ROBOTS, "too_large", "more than 9 bytes"), "too large (more than 9 bytes)", "pass requests on"),
        (Failure(ROBOTS, "server_error", "502"), "answers 502", "the port is taken, this names the other program"),
        (Failure(ROBOTS, "unauthorized", "401"), "answers 401", "not for everybody yet"),
        (Failure(ROBOTS, "busy", "503"), "answers 503", "journalctl"),
        (Failure(ROBOTS, "not_found", "404"), "Another site", "pass requests on"),
        (Page(ROBOTS, 200, b"Welcome to nginx!"), "Another site", "pass requests on"),
        (Page(ROBOTS, 301, headers={"location": "https://elsewhere.example/"}), "Another site", "Host"),
    ],
)
def test_a_site_that_does_not_answer_is_told_with_what_to_do(answer, says, remedy):
    said = wrong([answers(SITE, lambda url, headers, body=None: answer, NOW)])["site"]
    assert says in said
    assert remedy in said
    assert SITE in said
