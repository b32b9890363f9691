import socket

import pytest

from newsclip.adapters.egress.guard import NotPublic, check_address, guarded, is_public
from newsclip.kernel.reasons import Refused

PUBLIC = ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::1"]
# one of every block that is not the public internet
INNER = [
    "0.0.0.0",  # noqa: S104
    "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "168.63.129.16", "169.254.169.254", "172.16.0.1",
    "192.0.0.8", "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1",
    "255.255.255.255", "::", "::1", "::ffff:93.184.215.14", "::93.184.215.14", "::ffff:0:1.1.1.1",
    "64:ff9b::101:101", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:0101:0101::1", "3fff::1",
    "5f00::1", "fc00::1", "fe80::1", "fe80::1%eth0", "ff02::1", "2606:4700::5efe:10.0.0.1", "name", "",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_is_allowed(address):
    assert is_public(address)


@pytest.mark.parametrize("address", INNER)
def test_nothing_else_is(address):
    assert not is_public(address)


def opened(address: str, port: int, loopback_ports: frozenset[int] = frozenset()) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    made = []
    guarded(made.append, loopback_ports)((family, socket.SOCK_STREAM, 6, "", (address, port)))
    return bool(made)


def test_a_socket_is_made_for_a_public_address_at_a_port_of_news():
    assert opened("93.184.215.14", 443)
    with pytest.raises(NotPublic):
        opened("93.184.215.14", 22)


def test_a_socket_to_this_machine_is_made_at_the_named_ports_alone():
    assert opened("127.0.0.1", 9000, frozenset({9000}))
    for address, port in [("127.0.0.1", 9001), ("127.0.0.2", 9000), ("10.0.0.1", 9000), ("::1", 9000)]:
        with pytest.raises(NotPublic):
            opened(address, port, frozenset({9000}))


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://localhost:8000/", "address_not_public"),
        ("http://press.localhost/", "address_not_public"),
        ("http://[::1]:9000/", "address_not_public"),
        ("http://press.example:9000/", "port_refused"),
        ("http://93.184.215.14:22/", "port_refused"),
    ],
)
def test_an_address_is_refused_before_its_name_is_looked_up(url, code):
    with pytest.raises(Refused) as refused:
        check_address(url, frozenset({9000}))
    assert refused.value.code == code


def test_where_the_operator_wants_encryption_nothing_else_is_asked_but_this_machine():
    check_address("https://press.example/", frozenset(), plain=False)
    check_address("http://press.localhost:9000/", frozenset({9000}), plain=False)
    check_address("http://press.example/", frozenset())
    with pytest.raises(Refused) as refused:
        check_address("http://press.example/", frozenset({9000}), plain=False)
    assert refused.value.code == "not_encrypted"
