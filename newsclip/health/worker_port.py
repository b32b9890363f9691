"""The worker's own port: metrics for Prometheus, and probes of this worker."""

import errno
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import structlog
from django.db import connection
from prometheus_client import make_wsgi_app
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import ThreadingWSGIServer
from prometheus_client.registry import Collector

from newsclip.health import readiness, served_metrics
from newsclip.health.findings import Finding, bad
from newsclip.health.metrics import Served
from newsclip.health.progress import LATE, PATIENCE
from newsclip.kernel.internal_clients import ANSWERS, asks_from_inside
from newsclip.kernel.metric_names import METRICS
from newsclip.worker import heartbeat

log = structlog.get_logger()
_AGAIN = 15.0  # seconds between attempts to take the port: Prometheus's usual interval


def serve(
    address: str,
    wait: Callable[[], object] = lambda: time.sleep(_AGAIN),
    pulse: heartbeat.Pulse = heartbeat.HERE,
) -> None:
    """Serve at HOST:PORT, in a thread of this one's process, as soon as the port is free.

    One worker of a machine has the port; when it ends, another takes over. `pulse`: the worker's.
    """
    host, _, port = address.rpartition(":")
    told = False
    while True:
        try:
            server = _server(host.strip("[]") or "127.0.0.1", int(port), pulse)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                log.warning("figures_not_served", address=address, reason=error.strerror)
                return
            if not told:
                log.info("figures_served_by_another", address=address)
            told = True
            wait()
        else:
            server.serve_forever()


def _server(host: str, port: int, pulse: heartbeat.Pulse) -> WSGIServer:
    served_metrics.begin()
    registry = served_metrics.registry(Served())
    registry.register(_ThisWorker())

    class Server(ThreadingWSGIServer):
        address_family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]

    return make_server(host, port, application(make_wsgi_app(registry), pulse), Server, _Quiet)


class _ThisWorker(Collector):
    def collect(self) -> Iterator[GaugeMetricFamily]:
        name = "newsclip_worker_quiet_seconds"
        yield GaugeMetricFamily(name, METRICS[name].says, value=heartbeat.HERE.quiet_for)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Probes come every few seconds: none is worth a line."""

    def address_string(self) -> str:
        return str(self.client_address[0])


def application(figures: Callable[..., Iterable[bytes]], pulse: heartbeat.Pulse = heartbeat.HERE) -> Callable[..., Any]:
    """A WSGI application. Probes are for who asks from inside; whom the figures are shown to, the operator decided."""

    def respond(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        probe = _PROBES.get(environ["PATH_INFO"])
        if environ["PATH_INFO"] == "/metrics":
            return figures(environ, start_response)
        if probe is None or not asks_from_inside(environ, proxies=0):
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b"not found\n"]
        wrong = probe(pulse)
        said = "\n".join(f"{one.about}: {one.says}" for one in wrong) or "ready"
        status = "503 Service Unavailable" if wrong else "200 OK"
        start_response(status, [("Content-Type", "text/plain; charset=utf-8"), (ANSWERS, "worker")])
        return [f"{said}\n".encode()]

    return respond


def alive(pulse: heartbeat.Pulse) -> Sequence[Finding]:
    """Liveness: this worker moves. It asks nothing of the database, so that an outage does not cause restarts."""
    return _quiet(pulse, PATIENCE.total_seconds())


def ready(pulse: heartbeat.Pulse) -> Sequence[Finding]:
    """Readiness: this worker has moved lately, the database answers and has this version's tables, the disk has
    room. How other workers fare is no matter of this one's.
    """
    try:
        wrong = [one for one in readiness.serving() if not one.ok and one.about not in {"worker", "pictures"}]
    finally:
        connection.close()
    return [*_quiet(pulse, LATE.total_seconds()), *wrong]


def _quiet(pulse: heartbeat.Pulse, longest: float) -> list[Finding]:
    if pulse.quiet_for <= longest:
        return []
    says = f"It has been at {pulse.doing} for {int(pulse.quiet_for)} s."
    return [bad("worker", says, "See its log; start it again.")]


_PROBES = {"/healthz": alive, "/readyz": ready}
