"""Servers that behave as rows say, whichever rows there are, all at once beside healthy ones."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from newsclip.adapters.egress import make_fetch
from newsclip.kernel.fetching import MEGABYTE, Request
from newsclip.kernel.reasons import explain
from tests.hostile.behaviours import Sent, behaviours
from tests.hostile.rows import Unplayable, rows
from tests.hostile.served import script_of, serves
from tests.hostile.test_addresses import is_inner
from tests.hostile.test_servers import HEALTHY, LIMIT, SCALED, code_of
from tests.loopback import PUBLIC, Loopback, diverted, reply, serving

pytestmark = pytest.mark.slow


class Played:
    """A world in which each row has a host of its own, and the healthy have theirs."""

    def __init__(self, told: dict[str, dict[str, Any]]) -> None:
        self.told, self.sent, self.connected = told, Sent(), list[str]()
        self._hosts = {f"host{number}.example": name for number, name in enumerate(told)}
        self._released = threading.Event()
        with ExitStack() as stack:
            server = stack.enter_context(serving())
            deaf = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
            stack.callback(self._released.set)
            self.ended = dict(self._ask(server, deaf.getsockname()[1]))

    def _ask(self, server: Loopback, deaf: int) -> Iterator[tuple[str, Any]]:
        def open_socket(info: Any) -> socket.socket:
            self.connected.append(info[4][0])
            return diverted(deaf if info[4][1] == 443 else server.port, info)

        asks = {}
        for host, name in self._hosts.items():
            scheme = "https" if "tls" in self.told[name] else "http"
            asks[f"{scheme}://{host}/{host}"] = name
            server.answers[f"/{host}"] = script_of(self.told[name], f"/{host}", self.sent)
        for name in HEALTHY:
            asks[f"http://{name}.example/{name}"] = name
            server.answers[f"/{name}"] = reply(200, b"<rss/>")
        fetch = make_fetch(user_agent="Test/1", loopback_ports=frozenset(), bounds=SCALED, lookup=self._lookup,
                           open_socket=open_socket)  # fmt: skip
        for ask, answer in fetch([Request(url, limit=LIMIT) for url in asks]):
            yield asks[ask.url], answer

    def _lookup(self, host: str, port: int) -> list[str]:
        name = self.told.get(self._hosts.get(host, ""), {}).get("dns", 1)
        if name == "hangs":
            self._released.wait(10)
        if name == "fails":
            raise OSError("SERVFAIL")
        return [PUBLIC] * (name if isinstance(name, int) else 1)


@pytest.fixture(scope="module")
def all_rows(hostile_data) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows(hostile_data, "hostile-server")}


@pytest.fixture(scope="module")
def played(all_rows) -> Played:
    return Played({name: serves(row) for name, row in all_rows.items()})


def test_every_ask_ends_with_a_page_or_a_code_that_is_explained(played):
    assert played.ended.keys() == {*played.told, *HEALTHY}
    assert all(explain(code_of(answer)) for answer in played.ended.values() if code_of(answer) != "page")


def test_each_ends_as_its_row_wants(played, all_rows):
    known = {name: behaviour.ends for name, behaviour in behaviours(Sent()).items()}
    wanted = {name: set(row.get("ends") or known.get(name, ())) for name, row in all_rows.items()}
    wrong = {
        name: played.ended[name] for name, ends in wanted.items() if ends and code_of(played.ended[name]) not in ends
    }
    assert wrong == {}


def test_the_healthy_are_read_and_nothing_inner_is_connected_to(played):
    assert {code_of(played.ended[name]) for name in HEALTHY} == {"page"}
    assert not list(filter(is_inner, played.connected))


def test_none_is_listened_to_far_over_the_limit(played):
    assert {name: count for name, count in played.sent.bytes.items() if count > LIMIT + 8 * MEGABYTE} == {}


@pytest.mark.parametrize("row", [{"input": "answers in Klingon"}, {"input": "", "serves": {"status": 200, "mood": 1}},
                                 {"input": "", "serves": {"visits": [{"mood": 1}]}}])  # fmt: skip
def test_what_nobody_can_play_is_told_and_not_passed_over(row):
    with pytest.raises(Unplayable, match=r"Klingon|mood"):
        serves({"id": "1", **row})


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("503 with Retry-After 120", "status", 503),
        ("503 with Retry-After 120", "headers", {"Retry-After": "120"}),
        ("3 bytes every 7 s", "every", 7),
        ("2 MB without a length", "length", None),
        ("deflate x3", "encodings", ["deflate"] * 3),
        ("410 on odd, 200 on even", "visits", [{"status": 410, "body": "<rss/>"}, {"status": 200, "body": "<rss/>"}]),
        ("resolver never answers", "dns", "hangs"),
        ("trailers for ever", "endless_in", "trailers"),
    ],
)
def test_plain_words_are_played_too(words, field, value):
    assert serves({"id": "1", "input": words})[field] == value
