"""Who asks from inside is told from who asks from outside, whatever either says of itself."""

import pytest

from newsclip.kernel.internal_clients import asks_directly, asks_from_inside, is_inside

SITE = "https://news.example"


@pytest.mark.parametrize(
    "address", [
        "127.0.0.1", "10.0.0.7", "172.31.255.1", "192.168.3.4", "169.254.1.1", "::1", "fd12::7", "fe80::1%eth0",
        "::ffff:10.0.0.7", "[::1]", " 10.0.0.7",
    ],
)  # fmt: skip
def test_loopback_private_and_link_local_addresses_are_inside(address):
    assert is_inside(address)


@pytest.mark.parametrize(
    "address", ["203.0.113.9", "172.32.0.1", "2001:db8::1", "::ffff:203.0.113.9", "", "localhost", "10.0.0", "1" * 5000]
)
def test_all_else_is_not(address):
    assert not is_inside(address)


@pytest.mark.parametrize(
    ("connects", "told", "proxies", "inside"),
    [
        ("10.0.0.7", "", 0, True),
        ("10.0.0.7", "", 1, True),  # the kubelet, past the proxy
        ("203.0.113.9", "", 1, False),
        ("127.0.0.1", "10.0.0.7", 1, True),
        ("127.0.0.1", "203.0.113.9", 1, False),
        ("127.0.0.1", "10.0.0.7, 203.0.113.9", 1, False),  # a stranger says that it asks for somebody inside
        ("127.0.0.1", "10.0.0.7, 203.0.113.9", 2, False),
        ("203.0.113.9", "10.0.0.7", 1, False),  # the same, past the proxy
        ("127.0.0.1", "10.0.0.7", 0, False),  # a proxy that the settings do not know
        ("127.0.0.1", "unknown", 1, False),
    ],
)
def test_a_proxy_is_believed_where_the_settings_know_it(connects, told, proxies, inside):
    environ = {"REMOTE_ADDR": connects} | ({"HTTP_X_FORWARDED_FOR": told} if told else {})
    assert asks_from_inside(environ, proxies=proxies) is inside


def test_who_asks_directly_has_no_proxy_that_speaks_for_another():
    assert asks_directly({"REMOTE_ADDR": "10.0.0.7"}, site_url=SITE)
    for header in ("X_FORWARDED_FOR", "FORWARDED", "X_REAL_IP", "X_FORWARDED_PROTO", "X_FORWARDED_HOST", "VIA"):
        assert not asks_directly({"REMOTE_ADDR": "10.0.0.7", f"HTTP_{header}": "10.0.0.8"}, site_url=SITE)


@pytest.mark.parametrize("host", ["news.example", "news.example:8000", "News.Example.", "news.example.:443"])
def test_who_asks_at_the_sites_public_name_has_come_through_a_proxy(host):
    assert not asks_directly({"REMOTE_ADDR": "10.0.0.7", "HTTP_HOST": host}, site_url=SITE)


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("10.0.0.7:8000", SITE), ("web-1:8000", SITE), ("", SITE), ("[", SITE), ("localhost:8000", "http://localhost:8000"),
        ("newsclip:8000", "http://newsclip:8000"), ("192.168.1.5:8000", "http://192.168.1.5:8000"),
    ],
)  # fmt: skip
def test_who_asks_at_a_name_of_inside_has_not(host, site):
    assert asks_directly({"REMOTE_ADDR": "10.0.0.7", "HTTP_HOST": host}, site_url=site)
