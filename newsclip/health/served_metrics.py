"""All metrics of a process, as Prometheus asks for them: of the tables, and its own."""

import os
from collections.abc import Iterator
from typing import Any

from django.db.backends.signals import connection_created
from prometheus_client import (
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    disable_created_metrics,
    generate_latest,
    multiprocess,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

from newsclip import __version__
from newsclip.health.metrics import Tables
from newsclip.kernel.metric_names import METRICS

SEVERAL = "PROMETHEUS_MULTIPROC_DIR"  # set where several processes serve pages, of which any one may be asked
_CONNECTIONS = Counter(*METRICS["newsclip_database_connections_total"].arguments)
_BUILD = Gauge(*METRICS["newsclip_build_info"].arguments, multiprocess_mode="max")


def _count_connection(**_: Any) -> None:
    _CONNECTIONS.inc()


def begin() -> None:
    """Count from now on. When each series began is left out: it would double them, and nobody asks."""
    disable_created_metrics()  # type: ignore[no-untyped-call] # the library has no types here
    connection_created.connect(_count_connection, dispatch_uid="newsclip.metrics")
    _BUILD.labels(__version__).set(1)


def registry(tables: Collector | None = None) -> CollectorRegistry:
    """Of this process, or of all that share its folder; and `tables`, without which it opens no connection."""
    found = CollectorRegistry()
    if os.environ.get(SEVERAL):
        multiprocess.MultiProcessCollector(found)  # type: ignore[no-untyped-call] # the library has no types here
    else:
        found.register(_OwnMetrics())
    found.register(tables or Tables())
    return found


class _OwnMetrics(Collector):
    """What this process counted itself, and what the library knows of its memory and CPU time."""

    def collect(self) -> Iterator[Any]:
        yield from REGISTRY.collect()


def exposition() -> tuple[bytes, str]:
    """The body and the content type of an answer."""
    return generate_latest(registry()), CONTENT_TYPE_PLAIN_0_0_4
