"""Addresses made to lead somewhere else than they seem to."""

from collections import defaultdict
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from newsclip.adapters.egress import Bounds, make_fetch
from newsclip.kernel.addresses import host_of, normalize
from newsclip.kernel.fetching import Failure, Request
from newsclip.kernel.reasons import Refused
from tests.hostile.rows import rows, text_of
from tests.loopback import Loopback, reply, serving

EAGER = Bounds(connect=1, silence=1, total=2, pause=0)


class Recorded:
    """A world of names and addresses in which every connection is written down and ends at one server."""

    def __init__(self, row: dict[str, Any], server: Loopback) -> None:
        self.connected: list[str] = []
        self._names = {
            host_of(normalize(f"http://{name}/")): list(answers) for name, answers in row.get("dns", {}).items()
        }
        self._server = server

    def lookup(self, host: str, port: int) -> list[str]:
        answers = self._names.get(host.lower().rstrip("."))
        if not answers:
            raise OSError(f"{host} is unknown")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def open_socket(self, info: Any) -> Any:
        self.connected.append(info[4][0])
        return self._server.socket_to_here(info)


def ask(row: dict[str, Any], server: Loopback, open_ports: frozenset[int] = frozenset()) -> tuple[Recorded, Any]:
    world = Recorded(row, server)
    redirects = iter(row.get("redirects", []))

    def script(connection: Any) -> None:
        status, location = next(redirects, (200, ""))
        connection.sendall(reply(status, location=location.encode().decode("latin-1")))

    server.answers = defaultdict(lambda: script)
    server.answers["/robots.txt"] = reply(404)
    fetch = make_fetch(user_agent="Test/1", loopback_ports=open_ports, bounds=EAGER, lookup=world.lookup,
                       open_socket=world.open_socket)  # fmt: skip
    [(_, answer)] = fetch([Request(text_of(row))])
    return world, answer


def is_inner(address: str) -> bool:
    """By another table than the guard's own: Python's."""
    parsed = ip_address(address)
    return not parsed.is_global or parsed.is_multicast


@pytest.fixture(scope="module")
def asked(hostile_data: Path) -> list[tuple[dict[str, Any], list[str], Any]]:
    """Every row with the addresses that were connected to for it, and the answer."""
    found = []
    with serving() as server:
        for row in rows(hostile_data, "ssrf"):
            world, answer = ask(row, server)
            found.append((row, world.connected, answer))
    return found


def test_no_address_that_is_not_public_is_connected_to(asked):
    reached = [(row["id"], connected) for row, connected, _ in asked if any(map(is_inner, connected))]
    assert not reached


def test_what_leads_to_such_an_address_ends_as_a_failure(asked):
    block = [(row, answer) for row, _, answer in asked if row["expect"]["verdict"] == "block" and direct(row)]
    assert not [(row["id"], text_of(row), answer) for row, answer in block if not isinstance(answer, Failure)]


def test_public_addresses_in_all_their_spellings_are_connected_to(asked):
    allow = [(row, connected) for row, connected, _ in asked if row["expect"]["verdict"] == "allow"]
    assert not [row["id"] for row, connected in allow if not connected]


def test_a_way_out_with_a_hole_is_noticed():
    with serving() as server:
        world, _ = ask(
            {"input": "http://localhost:80/", "dns": {"localhost": [["127.0.0.1"]]}}, server, frozenset({80})
        )
    assert set(filter(is_inner, world.connected)) == {"127.0.0.1"}


def direct(row: dict[str, Any]) -> bool:
    """Whether the address itself leads there, and not something that a document names."""
    return "via" not in row and not row["kind"].startswith("second-order")


def test_a_parsed_address_names_the_host_that_browsers_would_ask(hostile_data):
    other = []
    for row in rows(hostile_data, "url"):
        try:
            host = host_of(normalize(text_of(row), row.get("base") or ""))
        except Refused:
            continue
        if row["expect"]["failure"] or host != row["expect"]["hostname"].strip("[]").rstrip("."):
            other.append((row["id"], text_of(row), host))
    assert not other


def test_a_host_name_is_written_as_the_unicode_tables_say_or_refused(hostile_data):
    other = []
    for row in rows(hostile_data, "idna"):
        try:
            host = host_of(normalize(f"https://{text_of(row)}/x"))
        except Refused:
            continue
        if host != (row["expect"]["output"] or "").rstrip("."):
            other.append((row["id"], text_of(row), host, row["expect"]["output"]))
    assert not other
