"""A body that dribbles holds nothing, is ended in time, and makes room for who came later."""

import asyncio

import pytest

from newsclip.web.serving.request_bodies import Bodies, Bounds, Unread, client_of
from newsclip.web.tests.skipping import run

LARGEST = Bounds().largest


async def dribbled(*pieces, every=0.0):
    """So as granian gives them: an empty piece ends it."""
    for piece in pieces:
        await asyncio.sleep(every)
        yield piece
    yield b""


async def for_ever(piece, every):
    while True:
        await asyncio.sleep(every)
        yield piece


def read(pieces, promised=None, bodies=None):
    """The body, or the status that it is refused with, and how many seconds that took."""

    async def main():
        try:
            said = await (bodies or Bodies()).read(pieces, promised, "192.0.2.1")
        except Unread as refused:
            said = int(refused.status)
        return said, asyncio.get_running_loop().time()

    return run(main())


def test_the_bound_is_the_frameworks_own(settings):
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE == LARGEST


def test_what_arrives_in_pieces_is_one_body():
    assert read(dribbled(b"ab", b"c"), 3) == (b"abc", 0)
    assert read(dribbled(b"ab", b"c")) == (b"abc", 0)
    assert read(dribbled()) == (b"", 0)


def test_a_byte_every_ten_seconds_is_waited_for_ten_seconds():
    assert read(for_ever(b"x", 10), 1000) == (408, pytest.approx(10, abs=0.1))


def test_who_sends_nothing_is_not_waited_for_longer():
    assert read(for_ever(b"x", 10_000), 1000) == (408, pytest.approx(10, abs=0.1))


def test_a_slow_line_has_the_time_it_needs():
    assert read(dribbled(*[b"x" * 1000] * 60, every=1), 60_000) == (b"x" * 60_000, pytest.approx(60))


def test_nothing_takes_longer_than_the_longest_time():
    assert read(for_ever(b"x" * 1000, 1), LARGEST) == (408, pytest.approx(Bounds().longest, abs=1.1))


def test_a_length_over_the_bound_is_refused_before_anything_is_read():
    assert read(for_ever(b"x", 10), LARGEST + 1) == (413, 0)


@pytest.mark.parametrize(("more", "said"), [(0, LARGEST), (1, 413)])
def test_the_bound_holds_to_the_byte_without_a_length_too(more, said):
    found, _ = read(dribbled(b"x" * LARGEST, b"x" * more) if more else dribbled(b"x" * LARGEST))
    assert (found if isinstance(found, int) else len(found)) == said


def test_a_body_shorter_than_promised_is_refused():
    assert read(dribbled(b"ab"), 3) == (400, 0)


def test_chunks_that_break_off_are_refused():
    assert read(dribbled(b"ab", b"")) == (400, 0)


def test_crumbs_are_refused_before_they_cost_much():
    assert read(dribbled(*[b"x"] * 20_000)) == (400, 0)


def ended(bounds, clients, size=1, pause=0.0):
    """Which of these readings that all dribble, begun one after the other, are ended by those that came later."""
    bodies = Bodies(bounds)

    async def one(client):
        try:
            await bodies.read(dribbled(b"x" * size, b"y", every=1), size + 1, client)
        except Unread:
            return True
        return False

    async def main():
        return await asyncio.gather(*[one(client) for client in clients])

    return [number for number, over in enumerate(run(main())) if over]


def test_of_too_many_at_once_the_oldest_makes_room():
    assert ended(Bounds(at_once=3), "abcde") == [0, 1]


def test_a_client_with_its_fill_makes_room_for_itself_alone():
    assert ended(Bounds(of_client=2), "abaaba") == [0, 2]


def test_what_is_held_at_once_is_bounded_and_the_oldest_makes_room():
    assert ended(Bounds(held=250), "abc", size=100) == [0]


def test_whoever_is_done_leaves_nothing_behind():
    bodies = Bodies()
    for _ in range(3):
        read(dribbled(b"abc"), 3, bodies)
        read(dribbled(b"a"), 3, bodies)
        read(for_ever(b"x", 10), 3000, bodies)
    assert not bodies._coming
    assert not bodies._of
    assert bodies._held == 0


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxies", "client"),
    [
        ("192.0.2.1", "", 0, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", 0, "192.0.2.1"),
        ("127.0.0.1", "198.51.100.7", 1, "198.51.100.7"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.7", 1, "198.51.100.7"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.7, 10.0.0.1", 2, "198.51.100.7"),
        ("127.0.0.1", "", 1, "127.0.0.1"),
        ("127.0.0.1", "198.51.100.7", 2, "127.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "", 0, "2001:db8:1:2::/64"),
        ("127.0.0.1", "no:address", 1, "no:address"),
    ],
)
def test_a_client_is_who_the_trusted_proxies_say_and_of_ipv6_a_household(remote, forwarded, proxies, client):
    environ = {"REMOTE_ADDR": remote} | ({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {})
    assert client_of(environ, proxies) == client
