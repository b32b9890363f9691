"""Servers that are slow, endless or no servers at all, all at once, beside healthy ones."""

import socket
import threading
from typing import Any

import pytest

from newsclip.adapters.egress import Bounds, make_fetch
from newsclip.kernel.fetching import MEGABYTE, Failure, Page, Request
from tests.hostile.behaviours import Sent, behaviours
from tests.loopback import PUBLIC, reply, serving

pytestmark = pytest.mark.slow

SCALED = Bounds(connect=4.0, silence=2.4, total=6.0, pause=0, parallel=64)  # a busy machine is late by a second
HEALTHY = [f"healthy{number}" for number in range(20)]
LIMIT = MEGABYTE


@pytest.fixture(scope="module")
def ended() -> dict[str, Any]:
    """Every server asked in one turn: name → (answer, the how-manieth to end), and what the endless ones sent."""
    sent = Sent()
    with serving() as server:
        named = behaviours(sent)
        for name, behaviour in named.items():
            server.answers[f"/{name}"] = behaviour.script
        server.answers |= {f"/{name}": reply(200, b"<rss/>") for name in HEALTHY}
        fetch = make_fetch(user_agent="Test/1", loopback_ports=frozenset({server.port}), bounds=SCALED)
        answers: dict[str, Any] = {}
        asks = [
            Request(server.url(f"/{name}", f"{name}.localhost".lower()), limit=LIMIT) for name in [*named, *HEALTHY]
        ]
        for ask, answer in fetch(asks):
            answers[ask.url.rpartition("/")[2]] = (answer, len(answers))
    return {"answers": answers, "sent": sent.bytes, "expected": named}


def code_of(answer: Any) -> str:
    return answer.code if isinstance(answer, Failure) else "page"


def test_each_ends_as_it_should(ended):
    wrong = {
        name: ended["answers"][name][0]
        for name, behaviour in ended["expected"].items()
        if code_of(ended["answers"][name][0]) not in behaviour.ends
    }
    assert wrong == {}


def test_every_ask_ends_and_the_healthy_are_answered_before_the_slow_are_given_up(ended):
    assert ended["answers"].keys() == {*ended["expected"], *HEALTHY}
    healthy = [ended["answers"][name] for name in HEALTHY]
    assert all(isinstance(answer, Page) for answer, _ in healthy)
    last = max(place for _, place in ended["answers"].values())
    assert code_of(next(answer for answer, place in ended["answers"].values() if place == last)) == "timeout"
    assert max(place for _, place in healthy) < last


def test_an_endless_answer_is_hung_up_on_soon_after_its_limit(ended):
    """What the two kernels hold between them, some megabytes, counts as sent."""
    assert {name: count for name, count in ended["sent"].items() if count > LIMIT + 8 * MEGABYTE} == {}


def test_what_no_page_says_in_full_is_not_kept_as_if_it_had(ended):
    answer, _ = ended["answers"]["long-length"]
    assert answer.body == b"news"
    assert b"news" not in getattr(ended["answers"]["304-body"][0], "body", b"")


@pytest.mark.parametrize(("value", "wait"), [("1000000000000", 7 * 24 * 3600), ("3600", 3600)])
def test_how_long_a_host_wants_quiet_is_bounded(ended, value, wait):
    name = "429-retry-huge" if wait > 3600 else "429-retry-after"
    assert ended["answers"][name][0].wait == wait


def test_a_resolver_that_hangs_or_fails_holds_up_nobody_else():
    released, hung = threading.Event(), list[bool]()

    def lookup(host: str, port: int) -> list[str]:
        if host == "slow.example":
            hung.append(not released.wait(60))
        if host == "failing.example":
            raise OSError("SERVFAIL")
        return [PUBLIC] * (1000 if host == "crowded.example" else 1)

    with serving() as server:
        server.answers["/"] = reply(200)
        fetch = make_fetch(user_agent="Test/1", loopback_ports=frozenset(), bounds=SCALED, lookup=lookup,
                           open_socket=server.socket_to_here)  # fmt: skip
        names = ["slow", "failing", "crowded", "healthy"]
        ends = {
            ask.url: code_of(answer) for ask, answer in fetch([Request(f"http://{name}.example/") for name in names])
        }
        released.set()
    assert list(ends.values()).count("page") == 2
    assert (ends["http://slow.example/"], ends["http://failing.example/"]) == ("timeout", "name_unknown")
    assert hung in ([], [False]), "all had ended while it still hung"


def test_a_host_that_never_shakes_hands_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        fetch = make_fetch(user_agent="Test/1", loopback_ports=frozenset({port}), bounds=SCALED)
        [(_, answer)] = fetch([Request(f"https://localhost:{port}/")])
    assert code_of(answer) == "timeout"
