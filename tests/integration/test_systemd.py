"""The site under systemd: it says when it answers, and ends with an error where it cannot (sd_notify(3))."""

import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from benchmarks.ports import free_ports
from tests.integration.installation import installation, running

pytestmark = [pytest.mark.integration, pytest.mark.once]
PATIENCE = 600.0


def site_at(port: int) -> list[str]:
    return [sys.executable, "-m", "newsclip", "start", "web", "--host", "127.0.0.1", "--port", str(port)]


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("systemd")
    with installation(folder / "home", NOTIFY_SOCKET=str(folder / "notify")) as given:
        yield given


@pytest.fixture
def hears(surroundings):
    """What stands for systemd's socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        Path(surroundings["NOTIFY_SOCKET"]).unlink(missing_ok=True)
        listening.bind(surroundings["NOTIFY_SOCKET"])
        listening.settimeout(PATIENCE)
        yield listening


def test_a_site_whose_port_is_taken_ends_with_an_error_and_never_says_that_it_has_started(surroundings, hears):
    with socket.create_server(("127.0.0.1", 0)) as other:
        command = site_at(other.getsockname()[1])
        done = subprocess.run(command, env=surroundings, timeout=PATIENCE, check=False, capture_output=True)
    hears.setblocking(False)
    assert done.returncode != 0
    with pytest.raises(BlockingIOError):
        hears.recv(100)


def test_the_site_says_that_it_has_started_once_it_answers(surroundings, hears, tmp_path):
    (port,) = free_ports(1)
    with running([site_at(port)], [surroundings], tmp_path / "log"):
        assert hears.recv(100) == b"READY=1"
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE) as answer:
            assert answer.status == 200
