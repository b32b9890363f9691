"""Metrics for Prometheus that are computed from the tables on request."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, cast

from django.db import Error, connection
from django.db.models import Count, Max, QuerySet, Sum
from django.tasks import task_backends
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from newsclip import clock, wiring
from newsclip.articles.models import Article
from newsclip.clips import queries as clips
from newsclip.clips.models import Attempt
from newsclip.community.models import Flag
from newsclip.db import availability
from newsclip.health import dead_letters, progress, stats, work
from newsclip.kernel.dispatching import QueueAwayError, TaskQueue
from newsclip.kernel.metric_names import METRICS
from newsclip.options import OPTIONS
from newsclip.sources.models import Source
from newsclip.worker.models import Heartbeat

_LATELY = 100


class Tables(Collector):
    """Every metric describes the whole site, so any process may be scraped."""

    def __init__(
        self, figures: Callable[[], Iterator[Metric]] | None = None, database: availability.Outage = availability.HERE
    ) -> None:
        self._figures, self._database = figures or _figures, database

    def collect(self) -> Iterator[Metric]:
        """During a database outage only `newsclip_database_up` is reported."""
        up = 1
        try:
            yield from self._figures()
        except Error as error:
            if not self._database.explains(error):
                raise
            up = 0
        yield _one("newsclip_database_up", up)


class Served(Tables):
    """As Tables, in a thread of its own: its database connection ends with it."""

    def collect(self) -> Iterator[Metric]:
        try:
            yield from super().collect()
        finally:
            connection.close()


def _figures() -> Iterator[Metric]:
    followed = Source.objects.exclude(kind=Source.Kind.SUBMISSIONS)
    states, codes = followed.values_list("state"), Article.objects.values_list("code")
    yield _by("newsclip_sources", _counted(states))
    yield _by("newsclip_articles", _counted(codes))
    yield _by("newsclip_backlog", stats.backlog(clock.now()).items())
    yield _one("newsclip_sources_failing", _failing())
    yield _one("newsclip_clips", clips.listed().count())
    yield _by("newsclip_dead_letters", dead_letters.counts().items())
    yield from _progress(clock.now())
    yield _one("newsclip_flags_open", Flag.objects.filter(closed_at=None).count())
    if fresh := stats.fresh_delays(clock.now(), _LATELY):
        yield _one("newsclip_clip_delay_seconds", stats.median(fresh))
    if OPTIONS.queue_url:
        yield _one("newsclip_queue_waiting", _queue())
    if connection.vendor == "postgresql":
        yield from _sessions()
    yield _one("newsclip_model_cost", float(Attempt.objects.aggregate(total=Sum("cost"))["total"] or 0))
    yield _one("newsclip_judge_failed", work.judge_failed(OPTIONS, wiring.judge_model()))


def _sessions() -> Iterator[Metric]:
    """How many sessions of this database the server has, and how many it allows; a pooler lets through what it says."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(state, 'none'), count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() GROUP BY 1"
        )
        yield _by("newsclip_database_sessions", cursor.fetchall())
        cursor.execute("SELECT current_setting('max_connections')::int")
        yield _one("newsclip_database_sessions_most", cursor.fetchone()[0])


def _progress(now: datetime) -> Iterator[Metric]:
    """The time since the last heartbeat, and since each kind of work has been waiting."""
    last = Heartbeat.objects.aggregate(last=Max("at"))["last"]
    seconds = (now - last).total_seconds() if last else -1
    yield _one("newsclip_worker_heard_of_seconds", seconds)
    longest = ((wait.kind, (now - wait.since).total_seconds()) for wait in progress.waiting(now))
    yield _by("newsclip_waiting_seconds", longest)


def _queue() -> int:
    try:
        return cast(TaskQueue, task_backends["default"]).waiting()
    except QueueAwayError:
        return -1


def _failing() -> int:
    return Source.objects.filter(state=Source.State.ACTIVE, failures__gte=3).count()


def _one(name: str, value: float) -> Metric:
    return GaugeMetricFamily(name, METRICS[name].says, value=value)


def _by(name: str, values: Iterable[tuple[str, float]]) -> Metric:
    found = GaugeMetricFamily(name, METRICS[name].says, labels=METRICS[name].labels)
    for of, value in values:
        found.add_metric([of or "none"], value)
    return found


def _counted(rows: "QuerySet[Any, Any]") -> Iterable[tuple[str, int]]:
    """How many rows have each value of the one column."""
    found: Iterable[tuple[str, int]] = rows.annotate(number=Count("pk")).order_by()
    return found
