"""What every Fetch promises, held against the real adapter and a server that misbehaves on command."""

import gzip
import itertools
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from newsclip.adapters.egress import Bounds, make_fetch
from newsclip.kernel.fetching import Answer, Failure, Page, Request
from tests.loopback import PUBLIC, Loopback, reply, serving

pytestmark = pytest.mark.slow

EAGER = Bounds(connect=1, silence=0.3, total=0.8, pause=0, failure_kept=0)
PATIENT = Bounds(connect=10, silence=10, total=20, pause=0, failure_kept=0)  # a busy machine answers late, too
ROBOTS = b"User-agent: *\nDisallow: /private/\n\nUser-agent: Newsclip\nDisallow: /not-us\nCrawl-delay: 0.2\n"


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as server:
        yield server


@pytest.fixture
def fetch(server: Loopback) -> Any:
    return make_fetch(user_agent="Newsclip/0.1 (+https://newsclip.example)", loopback_ports=frozenset({server.port}),
                      bounds=PATIENT)  # fmt: skip


@pytest.fixture
def eager(server: Loopback) -> Any:
    """A fetch that gives up soon."""
    return make_fetch(user_agent="Newsclip/0.1", loopback_ports=frozenset({server.port}), bounds=EAGER)


@pytest.fixture
def outside(server: Loopback) -> Any:
    """A fetch for which every name is at one public address, where the server answers."""
    return make_fetch(user_agent="Newsclip/0.1", loopback_ports=frozenset(), bounds=PATIENT,
                      lookup=lambda host, port: [PUBLIC], open_socket=server.socket_to_here)  # fmt: skip


def one(fetch: Any, url: str, **wishes: Any) -> Answer:
    [(_, answer)] = fetch([Request(url, **wishes)])
    return answer


def drip(pieces: Iterator[bytes], every: float = 0.05) -> Any:
    def script(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(every)

    return script


def test_a_page_comes_with_its_body_and_headers_in_lower_case(server, fetch):
    server.answers["/a"] = reply(200, b"news", etag='"1"')
    answer = one(fetch, server.url("/a"))
    assert isinstance(answer, Page)
    assert (answer.body, answer.status, answer.headers["etag"], answer.hops) == (b"news", 200, '"1"', 0)


def test_it_says_who_asks_and_sends_neither_cookies_nor_credentials(server, fetch):
    server.answers["/a"] = reply(302, location="/b", set_cookie="id=1; Path=/")
    server.answers["/b"] = reply(200)
    one(fetch, server.url("/a"))
    for request in server.requests:
        assert request.headers["user-agent"].startswith("Newsclip/0.1")
        assert not {"cookie", "authorization", "referer"} & set(request.headers)


def test_a_conditional_ask_that_is_not_modified_is_a_page_without_body(server, fetch):
    server.answers["/a"] = reply(304)
    answer = one(fetch, server.url("/a"), etag='"1"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT")
    assert isinstance(answer, Page)
    assert (answer.status, answer.body) == (304, b"")
    asked = server.requests[-1].headers
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"1"', "Mon, 02 Mar 2026 10:00:00 GMT")


def test_permanent_redirects_tell_the_new_address_and_a_temporary_one_does_not(server, fetch):
    server.answers |= {"/a": reply(301, location="/b"), "/b": reply(308, location="/c"), "/c": reply(200)}
    server.answers["/x"] = reply(302, location="/a")
    assert one(fetch, server.url("/a")).moved == server.url("/c")
    answer = one(fetch, server.url("/x"))
    assert (answer.moved, answer.url, answer.hops) == ("", server.url("/c"), 3)


def test_validators_stay_with_the_host_that_gave_them(server, fetch):
    server.answers["/a"] = reply(302, location=server.url("/b", "other.localhost"))
    server.answers["/b"] = reply(200)
    one(fetch, server.url("/a", "press.localhost"), etag='"1"')
    assert "if-none-match" not in server.requests[-1].headers
    assert server.requests[-1].headers["host"] == f"other.localhost:{server.port}"


def test_a_redirect_in_a_circle_ends(server, fetch):
    server.answers["/a"] = reply(302, location="/a")
    assert one(fetch, server.url("/a")).code == "too_many_redirects"
    assert len(server.paths()) == 6


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://127.0.0.1:1/", "address_not_public"),
        ("http://2130706433/", "address_not_public"),
        ("http://[::ffff:10.0.0.1]/", "address_not_public"),
        ("http://169.254.169.254/latest/", "address_not_public"),
        ("http://press.example:22/", "port_refused"),
        ("file:///etc/passwd", "scheme_refused"),
        ("https://name:word@press.example/", "credentials_refused"),
        ("http://", "not_a_url"),
    ],
)
def test_a_redirect_is_refused_where_an_address_would_be(server, fetch, location, code):
    server.answers["/a"] = reply(302, location=location)
    assert one(fetch, server.url("/a")).code == code


def test_where_the_operator_wants_encryption_no_redirect_leads_out_of_it(server):
    strict = make_fetch(
        user_agent="Newsclip/0.1", loopback_ports=frozenset({server.port}), bounds=PATIENT, plain=False,
        lookup=lambda host, port: [PUBLIC], open_socket=server.socket_to_here,
    )  # fmt: skip
    server.answers["/a"] = reply(302, location="http://press.example/")
    assert one(strict, server.url("/a")).code == "not_encrypted"
    assert one(strict, "http://press.example/").code == "not_encrypted"
    assert server.paths() == ["/a"]


@pytest.mark.parametrize("url", ["http://localhost:{}/", "http://127.0.0.1:{}/", "http://press.localhost:{}/"])
def test_this_machine_is_asked_at_the_named_ports_alone(server, url):
    nothing = make_fetch(user_agent="Newsclip/0.1", loopback_ports=frozenset(), bounds=PATIENT)
    assert one(nothing, url.format(server.port)).code == "address_not_public"
    assert not server.requests


def test_a_public_name_may_not_stand_for_this_machine(server):
    rebound = make_fetch(user_agent="Newsclip/0.1", loopback_ports=frozenset({8080, server.port}), bounds=PATIENT,
                         lookup=lambda host, port: ["127.0.0.1"], open_socket=server.socket_to_here)  # fmt: skip
    assert one(rebound, "http://press.example:8080/").code == "address_not_public"
    assert not server.requests


def test_one_inner_address_among_public_ones_refuses_the_name(server):
    mixed = make_fetch(user_agent="Newsclip/0.1", loopback_ports=frozenset(), bounds=PATIENT,
                       lookup=lambda host, port: [PUBLIC, "10.0.0.1"], open_socket=server.socket_to_here)  # fmt: skip
    assert one(mixed, "http://press.example/").code == "address_not_public"


def test_a_public_address_is_asked(server, outside):
    server.answers["/feed"] = reply(200, b"news")
    assert one(outside, "http://press.example/feed").body == b"news"


@pytest.mark.parametrize(
    ("status", "code"),
    [(401, "unauthorized"), (403, "unauthorized"), (404, "not_found"), (410, "gone"), (418, "client_error"),
     (500, "server_error"), (206, "bad_answer"), (300, "bad_answer")],
)  # fmt: skip
def test_every_status_has_its_code(server, fetch, status, code):
    server.answers["/a"] = reply(status)
    assert one(fetch, server.url("/a")).code == code


@pytest.mark.parametrize(
    ("value", "wait"),
    [("120", 120), ("Mon, 02 Mar 2026 10:05:00 GMT", 300), ("999999999999999", 7 * 24 * 3600), ("-5", None),
     ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("soon", None), ("", None)],
)  # fmt: skip
def test_a_host_that_is_busy_says_how_long_to_stay_away(server, fetch, value, wait):
    server.answers["/a"] = reply(429, retry_after=value, date="Mon, 02 Mar 2026 10:00:00 GMT")
    answer = one(fetch, server.url("/a"))
    assert (answer.code, answer.wait) == ("busy", wait)


def test_a_busy_host_is_not_asked_again_before_that(server, fetch):
    server.answers["/a"] = reply(503, retry_after="60")
    answers = [answer for _, answer in fetch([Request(server.url("/a")), Request(server.url("/b"))])]
    assert [answer.code for answer in answers] == ["busy", "busy"]
    assert server.paths() == ["/a"]


def test_a_body_is_bounded_as_it_streams_whatever_the_header_says(server, fetch):
    server.answers["/long"] = reply(200, b"x" * 3000)
    endless = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.answers["/endless"] = drip(
        itertools.chain([endless], itertools.repeat(b"400\r\n" + b"x" * 1024 + b"\r\n")), 0
    )
    for path in ("/long", "/endless"):
        assert one(fetch, server.url(path), limit=2000).code == "too_large"


def test_what_unpacks_out_of_all_proportion_is_too_large(server, fetch):
    server.answers["/a"] = reply(200, gzip.compress(b"\0" * 8_000_000), content_encoding="gzip")
    assert one(fetch, server.url("/a")).code == "too_large"


def test_a_packed_body_is_unpacked(server, fetch):
    server.answers["/a"] = reply(200, gzip.compress(b"news"), content_encoding="gzip")
    assert one(fetch, server.url("/a")).body == b"news"


@pytest.mark.parametrize(
    "raw",
    [
        b"news without a status line\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        b"HTTP/1.1 200 OK\r\n\x00bad: 1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 10_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"1" * 1_000_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 1\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnews",
        b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=x\r\nContent-Length: 1\r\n\r\nx",
        b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_bad_http_is_a_bad_answer(server, fetch, raw):
    server.answers["/a"] = raw
    answer = one(fetch, server.url("/a"))
    assert isinstance(answer, Failure)
    assert answer.code in ("bad_answer", "connection_failed")


def test_a_host_that_drips_or_says_nothing_is_given_up(server, eager):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    endless = itertools.repeat(b"x", 2_000)  # for 100 seconds, and silence enough after them
    server.answers["/silent"] = drip(iter([head, b"x"]), 0.6)
    server.answers["/drip"] = drip(itertools.chain([head], endless))
    server.answers["/head"] = drip(endless)
    for path in ("/silent", "/drip", "/head"):
        assert one(eager, server.url(path)).code in ("timeout", "bad_answer"), path
    assert next(endless, None), "it was given up while there was more to come"


def test_a_port_where_nobody_listens_and_a_name_nobody_knows_have_codes(server):
    def nobody(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    fetch = make_fetch(user_agent="Newsclip/0.1", loopback_ports=frozenset({port}), bounds=PATIENT, lookup=nobody)
    assert one(fetch, f"http://localhost:{port}/").code == "connection_failed"
    assert one(fetch, "http://press.example/").code == "name_unknown"


def test_a_certificate_that_cannot_be_trusted_is_named(server, fetch):
    server.answers["/"] = reply(200)
    assert one(fetch, f"https://localhost:{server.port}/").code == "tls_failed"


def test_robots_txt_is_honoured_and_asked_once(server, fetch):
    server.answers["/robots.txt"] = reply(200, ROBOTS)
    server.answers |= {"/private/a": reply(200), "/not-us": reply(200)}
    codes = {ask.url: getattr(answer, "code", "page") for ask, answer in fetch(
        [Request(server.url("/private/a")), Request(server.url("/not-us"))])}  # fmt: skip
    assert codes == {server.url("/private/a"): "page", server.url("/not-us"): "robots"}
    assert [request.path for request in server.requests].count("/robots.txt") == 1


def test_the_robots_txt_of_a_redirects_target_counts(server, outside):
    server.answers["/robots.txt"] = reply(200, b"User-agent: *\nDisallow: /b\n")
    server.answers |= {"/a": reply(302, location="http://other.example/b"), "/b": reply(200)}
    assert one(outside, "http://press.example/a").code == "robots"


@pytest.mark.parametrize(("status", "code"), [(404, "page"), (403, "page"), (500, "server_error")])
def test_without_a_robots_txt_all_may_be_read_but_not_from_a_host_at_fault(server, fetch, status, code):
    server.answers |= {"/robots.txt": reply(status), "/a": reply(200)}
    assert getattr(one(fetch, server.url("/a")), "code", "page") == code


def test_one_host_is_asked_one_at_a_time_and_many_hosts_at_once(server, fetch):
    here: list[str] = []
    most: list[int] = []

    def slow(connection: socket.socket) -> None:
        here.append("x")
        most.append(len(here))
        time.sleep(0.05)
        here.pop()
        connection.sendall(reply(200))

    server.answers["/a"] = slow
    list(fetch([Request(server.url("/a")), Request(server.url("/a?2")), Request(server.url("/a"))]))
    assert max(most) == 1
    list(fetch([Request(server.url("/a", f"press{n}.localhost")) for n in range(6)]))
    assert max(most) > 2


def test_asks_of_one_public_host_are_paused_between(server):
    patient = Bounds(connect=1, silence=1, total=1, pause=0.1)
    fetch = make_fetch(user_agent="Newsclip/0.1", loopback_ports=frozenset(), bounds=patient,
                       lookup=lambda host, port: [PUBLIC], open_socket=server.socket_to_here)  # fmt: skip
    began = time.monotonic()
    assert len(list(fetch([Request("http://press.example/a"), Request("http://press.example/b")]))) == 2
    assert time.monotonic() - began >= 0.1


def test_every_ask_is_answered_even_one_that_is_no_address(server, fetch):
    asks = [
        Request("nonsense"),
        Request("ftp://press.example/"),
        Request("http://a:b@press.example/"),
        Request(server.url("/a")),
    ]
    codes = {ask.url: answer.code for ask, answer in fetch(asks)}
    assert list(codes.values())[:3] == ["not_a_url", "scheme_refused", "credentials_refused"]
    assert len(codes) == 4


def test_closing_it_early_leaves_nothing_running(server, fetch):
    server.answers["/a"] = reply(200, b"x" * 1000)
    answers = fetch([Request(server.url("/a", f"press{n}.localhost")) for n in range(60)])
    next(answers)
    answers.close()
    assert not [thread.name for thread in threading.enumerate() if thread.name == "egress"]


def test_a_form_is_posted_to_who_waits_for_it_and_robots_is_not_asked(server, fetch):
    server.answers |= {"/hub": reply(202), "/robots.txt": reply(200, b"User-agent: *\nDisallow: /")}
    answer = one(fetch, server.url("/hub"), form="hub.mode=subscribe")
    assert isinstance(answer, Page)
    assert answer.status == 202
    [request] = server.requests
    assert (request.method, request.headers["content-length"]) == ("POST", "18")


@pytest.mark.parametrize(("status", "code"), [(302, "bad_answer"), (301, "bad_answer"), (307, ""), (308, "")])
def test_a_form_follows_a_redirect_only_where_it_stays_a_post(server, fetch, status, code):
    server.answers |= {"/hub": reply(status, location="/new"), "/new": reply(202)}
    assert getattr(one(fetch, server.url("/hub"), form="a=b"), "code", "") == code
    assert {request.method for request in server.requests} == {"POST"}


@pytest.mark.parametrize("host", ["other.localhost", "localhost"])
def test_a_form_may_hold_a_secret_and_is_not_sent_on_to_another_origin(server, fetch, host):
    server.answers |= {"/hub": reply(308, location=server.url("/new", host)), "/new": reply(202)}
    answer = one(fetch, server.url("/hub", "press.localhost"), form="hub.secret=a")
    assert (answer.code, server.paths()) == ("bad_answer", ["/hub"])


def test_link_headers_on_several_lines_are_one_list(server, fetch):
    server.answers["/a"] = b"HTTP/1.1 200 OK\r\nLink: <x>; rel=hub\r\nLink: <y>; rel=self\r\nContent-Length: 0\r\n\r\n"
    assert one(fetch, server.url("/a")).headers["link"] == "<x>; rel=hub, <y>; rel=self"


def test_a_lull_is_told_while_one_host_dribbles_and_its_answer_comes_later(server):
    go = threading.Event()

    def when_told(connection: socket.socket) -> None:
        go.wait(10)
        connection.sendall(reply(200, b"late"))

    server.answers |= {"/a": reply(200, b"news"), "/late": when_told}
    bounds = Bounds(connect=1, silence=10, total=10, pause=0, lull=0.1)
    fetch = make_fetch(user_agent="Newsclip/0.1", loopback_ports=frozenset({server.port}), bounds=bounds)
    answers = fetch.with_idle_periods([Request(server.url("/late", "slow.localhost")), Request(server.url("/a"))])
    came = next(found for found in answers if found)
    assert came[1].body == b"news"
    assert next(answers) is None
    go.set()
    assert next(found for found in answers if found)[1].body == b"late"
    assert [found for found in answers if found] == []


def test_a_body_that_comes_at_less_than_the_least_rate_is_given_up(server):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    slow, quick = itertools.repeat(b"x", 500), itertools.repeat(b"x" * 100, 10)
    server.answers |= {"/slow": drip(itertools.chain([head], slow)), "/quick": drip(itertools.chain([head], quick))}
    bounds = Bounds(connect=1, silence=10, total=60, pause=0, grace=0.3, rate=1000)
    fetch = make_fetch(user_agent="Newsclip/0.1", loopback_ports=frozenset({server.port}), bounds=bounds)
    assert one(fetch, server.url("/slow")).code == "timeout"
    assert next(slow, None), "it was given up while there was more to come"
    assert len(one(fetch, server.url("/quick")).body) == 1000


def test_a_host_that_dribbles_again_and_again_is_not_asked_for_the_rest(server, eager):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    for number in range(9):
        server.answers[f"/{number}"] = drip(itertools.chain([head], itertools.repeat(b"x", 500)))
    answers = [answer for _, answer in eager([Request(server.url(f"/{number}")) for number in range(9)])]
    assert [answer.code for answer in answers] == ["timeout"] * 2 + ["busy"] * 7
    assert all(answer.wait for answer in answers[2:])
    assert server.paths() == ["/0", "/1"]
