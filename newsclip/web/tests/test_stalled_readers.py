"""Whoever asks and then takes nothing is given up."""

import socket
import sys

import pytest

from newsclip.web.serving.stalled_readers import SECONDS, give_up_stalled_readers
from tests.loopback import serving

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no TCP_USER_TIMEOUT")


@LINUX
def test_where_it_listens_connections_that_take_nothing_are_closed_in_time():
    with serving() as server:
        give_up_stalled_readers()
        for_listening = server.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
    assert for_listening == SECONDS * 1000


@LINUX
def test_connections_of_our_own_are_left_alone():
    with serving() as server, socket.create_connection(("127.0.0.1", server.port)) as line:
        give_up_stalled_readers()
        assert line.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 0
