"""A worker has a port of its own: figures, and whether this very worker moves."""

import os
import socket
import subprocess
import sys
from threading import Thread

import pytest
import structlog

from newsclip import clock
from newsclip.health import worker_port
from newsclip.health.progress import LATE, PATIENCE
from newsclip.server.probe import ask
from newsclip.worker import systemd
from newsclip.worker.heartbeat import Pulse
from newsclip.worker.models import Heartbeat

pytestmark = pytest.mark.django_db


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def serve(address, *more):
    Thread(target=worker_port.serve, args=[address, *more], daemon=True).start()


def reached(port: int) -> bool:
    for _ in range(2000):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=20):
                return True
        except ConnectionRefusedError:
            continue
    return False


class Ticking:
    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Asked:
    """A worker's port, asked without a server."""

    def __init__(self, pulse: Pulse) -> None:
        self._respond = worker_port.application(lambda environ, start: [b"figures"], pulse)

    def get(self, path: str, address: str = "10.0.0.1") -> tuple[int, str]:
        statuses: list[str] = []
        body = self._respond(
            {"PATH_INFO": path, "REMOTE_ADDR": address}, lambda status, headers: statuses.append(status)
        )
        return int(statuses[0][:3]) if statuses else 200, b"".join(body).decode()


@pytest.fixture
def ticking() -> Ticking:
    return Ticking()


@pytest.fixture
def pulse(ticking) -> Pulse:
    return Pulse(ticking)


@pytest.mark.django_db(transaction=True)  # each answer closes its connection
def test_a_worker_that_moves_is_well_and_one_that_stands_still_says_where(ticking, pulse):
    port = Asked(pulse)
    with pulse.beating(clock.now, "here:1"):
        pulse.beat("write_clips")
        assert port.get("/healthz") == (200, "ready\n")
        assert port.get("/readyz") == (200, "ready\n")
        ticking.seconds += LATE.total_seconds() + 1
        assert port.get("/healthz")[0] == 200  # it may be busy: nobody restarts it yet
        assert port.get("/readyz") == (503, "worker: It has been at write_clips for 181 s.\n")
        ticking.seconds += PATIENCE.total_seconds()
        assert port.get("/healthz")[0] == 503
        pulse.beat("rank_clips")
        assert port.get("/healthz")[0] == 200


def test_another_worker_that_died_is_no_matter_of_this_ones(pulse):
    Heartbeat.objects.create(worker="gone:7", began=clock.now(), at=clock.now() - 3 * PATIENCE, doing="write_clips")
    assert Asked(pulse).get("/readyz")[0] == 200


def test_probes_are_for_who_asks_from_inside(pulse):
    port = Asked(pulse)
    assert [port.get(path, "203.0.113.9")[0] for path in ("/healthz", "/readyz", "/other")] == [404] * 3
    assert port.get("/metrics") == (200, "figures")


def test_the_command_asks_a_running_worker_and_says_what_to_do_where_nothing_answers(pulse):
    port = free_port()
    well, says = ask("worker", f"127.0.0.1:{port}")
    assert (well, says.startswith(f"Nothing answers at http://127.0.0.1:{port}/healthz")) == (False, True)
    serve(f"127.0.0.1:{port}", lambda: None, pulse)
    assert reached(port)
    assert ask("worker", f"0.0.0.0:{port}") == (True, "ready")
    assert "NEWSCLIP_METRICS" in ask("worker")[1]


def test_a_site_that_answers_at_the_workers_port_is_no_worker(live_server):
    address = live_server.url.removeprefix("http://")
    assert ask("web", address) == (True, "alive")
    well, says = ask("worker", address)
    assert (well, "is no worker" in says) == (False, True)


def test_the_command_finds_the_worker_by_the_settings_file(tmp_path):
    settings = tmp_path / "settings.toml"
    settings.write_text('metrics = "127.0.0.1:1"')
    asked = [sys.executable, "-m", "newsclip.server.probe", "worker"]
    done = subprocess.run(  # noqa: S603 our own words
        asked, env=os.environ | {"NEWSCLIP_SETTINGS": str(settings)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "http://127.0.0.1:1/healthz" in done.stderr) == (1, True)


def test_a_worker_tells_systemd_that_it_moves(tmp_path, pulse, monkeypatch):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as hears:
        hears.bind(str(tmp_path / "notify"))
        hears.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        with pulse.beating(clock.now, "here:1"):
            pulse.beat("write_clips")
        assert hears.recv(100) == b"WATCHDOG=1"
    systemd.notify(systemd.ALIVE, str(tmp_path / "nobody"))  # lost, and no reason to stop


def test_figures_have_an_address_of_their_own_and_the_site_has_none(client):
    port = free_port()
    serve(f"127.0.0.1:{port}")
    assert reached(port)
    assert client.get("/metrics").status_code == 404


def test_of_two_workers_of_one_machine_one_shows_the_figures_and_the_other_takes_over():
    first = socket.create_server(("127.0.0.1", 0))
    port, waited = first.getsockname()[1], []

    class Taken(Exception):
        """Ends the second worker's waiting, once it has waited twice."""

    def wait():
        waited.append(port)
        if len(waited) == 2:
            raise Taken

    with structlog.testing.capture_logs() as told, pytest.raises(Taken):
        worker_port.serve(f"127.0.0.1:{port}", wait)
    first.close()
    serve(f"127.0.0.1:{port}", wait)
    assert reached(port)
    assert [(line["event"], line["log_level"]) for line in told] == [("figures_served_by_another", "info")]


def test_an_address_that_this_machine_has_not_is_said():
    with structlog.testing.capture_logs() as told:
        worker_port.serve("192.0.2.1:9100")
    assert [(line["event"], line["log_level"]) for line in told] == [("figures_not_served", "warning")]
