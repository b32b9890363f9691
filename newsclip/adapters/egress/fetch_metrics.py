"""Counts what other sites answer, for Prometheus."""

from prometheus_client import Counter

from newsclip.kernel.fetching import Answer, Page
from newsclip.kernel.metric_names import METRICS

_FETCHES = Counter(*METRICS["newsclip_fetches_total"].arguments)
_BYTES = Counter(*METRICS["newsclip_fetched_bytes_total"].arguments)


def count(answer: Answer) -> None:
    if isinstance(answer, Page):
        _FETCHES.labels(str(answer.status)).inc()
        _BYTES.inc(len(answer.body))
    else:
        _FETCHES.labels(answer.code).inc()
