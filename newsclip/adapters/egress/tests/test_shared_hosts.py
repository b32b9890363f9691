from datetime import UTC, datetime, timedelta

import pytest

from newsclip.adapters.egress import Bounds, make_fetch
from newsclip.adapters.egress.shared_hosts import HOLD, SharedHosts
from newsclip.kernel.fetching import Page, Request
from newsclip.sources.models import Host, Robots
from tests.loopback import PUBLIC, reply, serving

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
URL = "http://gazette.example/{}"


class Clock:
    """Stands still but when somebody sleeps."""

    now = NOW

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def server():
    with serving() as server:
        server.answers |= {
            "/a": reply(200),
            "/b": reply(200),
            "/robots.txt": reply(200, b"User-agent: *\nDisallow: /no"),
        }
        yield server


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def worker(server, clock):
    """Makes one worker more: with a memory of its own, on the same database."""

    def make() -> SharedHosts:
        bounds = Bounds(connect=1, silence=1, total=2, pause=0)
        egress = make_fetch(user_agent="Newsclip/1", loopback_ports=frozenset(), bounds=bounds,
                            lookup=lambda host, port: [PUBLIC], open_socket=server.socket_to_here)  # fmt: skip
        return SharedHosts(egress, clock, clock.sleep)

    return make


def ask(worker: SharedHosts, *paths: str):
    return [getattr(answer, "code", "") for _, answer in worker([Request(URL.format(path)) for path in paths])]


def test_robots_is_asked_once_by_all_workers_for_a_day(worker, server, clock):
    assert ask(worker(), "a", "no") == ["", "robots"]
    assert ask(worker(), "b", "no") == ["", "robots"]
    assert [request.path for request in server.requests].count("/robots.txt") == 1
    clock.sleep(25 * 3600)
    ask(worker(), "a")
    assert [request.path for request in server.requests].count("/robots.txt") == 2


def test_a_host_that_wants_quiet_has_it_from_all_workers(worker, server, clock):
    server.answers["/a"] = reply(429, retry_after="600")
    assert ask(worker(), "a") == ["busy"]
    server.answers["/a"] = reply(200)
    assert ask(worker(), "a") == ["busy"]
    clock.sleep(601)
    assert ask(worker(), "a") == [""]


def test_one_worker_at_a_time_asks_a_host(worker, server, clock):
    first = worker()([Request(URL.format("a")), Request(URL.format("b"))])
    next(first)
    # the first ends while the second waits
    second = SharedHosts(worker().egress, clock, lambda seconds: list(first) and None)
    assert ask(second, "a") == [""]
    assert server.paths() == ["/a", "/b", "/a"]


def test_other_hosts_are_asked_while_one_is_held_and_a_long_hold_is_not_waited_for(worker):
    held = worker()([Request(URL.format("a")), Request(URL.format("b"))])
    next(held)
    asks = [Request(URL.format("a")), Request("http://other.example/a")]
    Host.objects.update(held_until=NOW + timedelta(hours=1))
    answers = list(worker()(asks))
    assert [(ask.url, getattr(answer, "code", "")) for ask, answer in answers] == [
        ("http://other.example/a", ""),
        (URL.format("a"), "busy"),
    ]
    held.close()


def test_the_host_of_a_dead_worker_is_free_again_in_a_minute(worker, clock):
    Host.objects.create(name="gazette.example", holder="dead", held_until=NOW + HOLD / 2)
    assert ask(worker(), "a") == [""]
    assert clock.now - NOW == HOLD / 2
    assert Host.objects.get().holder == ""


def test_what_is_not_asked_to_its_end_is_given_back(worker):
    asking = worker()([Request(URL.format("a")), Request(URL.format("b"))])
    next(asking)
    asking.close()
    assert Host.objects.get().holder == ""


def test_this_machine_is_owed_nothing(worker):
    worker_ = worker()
    assert [answer.code for _, answer in worker_([Request("http://localhost:1/"), Request("nonsense")])]
    assert not Host.objects.exists()
    assert not Robots.objects.exists()


def test_a_crawl_delay_longer_than_we_wait_sends_the_next_ask_away(worker, server):
    server.answers["/robots.txt"] = reply(200, b"User-agent: newsclip/2.0 (bot)\nCrawl-delay: 60")
    (_, first), (_, second) = worker()([Request(URL.format("a")), Request(URL.format("b"))])
    assert isinstance(first, Page)
    assert (second.code, second.wait) == ("busy", 60)
    [(_, third)] = worker()([Request(URL.format("b"))])
    assert third.code == "busy"
