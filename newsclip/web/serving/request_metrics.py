"""Counts requests for Prometheus: how many, how long, what status, and whether a kept page was the answer."""

from functools import lru_cache

from prometheus_client import Counter, Histogram

from newsclip.kernel.metric_names import METRICS
from newsclip.web.serving.exchanges import Exchange

_KINDS = {
    **{name: name for name in ("api", "static", "media", "accounts", "staff")},
    **dict.fromkeys(("healthz", "readyz", "metrics"), "probe"),
}
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
REQUESTS = Counter(*METRICS["newsclip_requests_total"].arguments)
SECONDS = Histogram(*METRICS["newsclip_request_seconds"].arguments, buckets=_SECONDS)


def count(exchange: Exchange) -> None:
    """Kinds are few, whatever addresses strangers invent."""
    kind = _KINDS.get(exchange.path.split("/", 2)[1] if exchange.path.startswith("/") else "", "page")
    number, seconds = _of(kind, exchange.status, exchange.kept)
    number.inc()
    seconds.observe(exchange.seconds)


@lru_cache(1000)
def _of(kind: str, status: int, kept: bool) -> tuple[Counter, Histogram]:  # noqa: FBT001 as the exchange has it
    """Finding the series of labels takes longer than counting."""
    cache = "hit" if kept else "miss"
    return REQUESTS.labels(kind, str(status), cache), SECONDS.labels(kind, cache)
