"""Counts what this worker does, for Prometheus."""

from prometheus_client import Counter, Histogram

from newsclip.kernel.metric_names import METRICS
from newsclip.pipeline.ports import Outcome

_SECONDS = (0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 30.0, 60.0, 300.0)
_OUTCOMES = Counter(*METRICS["newsclip_outcomes_total"].arguments)
_STEP_SECONDS = Histogram(*METRICS["newsclip_step_seconds"].arguments, buckets=_SECONDS)
_FAILURES = Counter(*METRICS["newsclip_step_failures_total"].arguments)


def count_outcome(outcome: Outcome) -> None:
    _OUTCOMES.labels(outcome.step, outcome.code).inc()


def count_step(step: str, seconds: float | None) -> None:
    """Of a step that something came of; the others only look whether there is work, and take None."""
    if seconds is not None:
        _STEP_SECONDS.labels(step).observe(seconds)


def count_failure(step: str) -> None:
    _FAILURES.labels(step).inc()
