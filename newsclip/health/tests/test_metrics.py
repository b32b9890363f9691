from datetime import timedelta

import pytest
from django.db import connection
from prometheus_client import CollectorRegistry, generate_latest

from newsclip import clock
from newsclip.adapters import egress
from newsclip.articles.models import Article
from newsclip.clips.models import ClipVersion
from newsclip.health import probe_middleware, served_metrics
from newsclip.health.metrics import Tables
from newsclip.kernel.fetching import Page
from newsclip.kernel.metric_names import OF_PROCESS, OF_TABLES
from newsclip.options import read_options
from newsclip.pipeline.ports import Outcome
from newsclip.sources.actions import submission
from newsclip.sources.models import Source
from newsclip.web.serving import request_metrics
from newsclip.web.serving.exchanges import Exchange
from newsclip.web.tests import factories
from newsclip.worker import step_metrics

pytestmark = pytest.mark.django_db


def test_prometheus_reads_backlog_clips_and_what_came_of_articles():
    factories.ferry()
    registry = CollectorRegistry()
    registry.register(Tables())
    said = generate_latest(registry).decode()
    assert "newsclip_clips 1.0" in said
    assert 'newsclip_backlog{step="articles"}' in said


def told() -> dict[str, float]:
    """Each sample, as Prometheus would name it."""
    return {
        sample.name + "".join(f"[{value}]" for value in sample.labels.values()): sample.value
        for metric in Tables().collect()
        for sample in metric.samples
    }


def a_clip(*, published: timedelta, followed: timedelta, written: timedelta) -> None:
    """One whose article came out, whose source was followed and that was written so long ago."""
    now = clock.now()
    clip = factories.ferry(at=now - published)
    ClipVersion.objects.update(at=now - written)
    Source.objects.update(added_at=now - followed)
    Article.objects.update(published=now - published)
    assert clip.versions.count() == 1


MINUTES, DAYS = timedelta(minutes=1), timedelta(days=1)


def test_the_delay_is_that_of_news_that_came_while_its_source_was_followed():
    a_clip(published=30 * MINUTES, followed=2 * DAYS, written=20 * MINUTES)
    assert told()["newsclip_clip_delay_seconds"] == pytest.approx(600, abs=1)


@pytest.mark.parametrize(
    ("published", "followed", "written"),
    [(900 * DAYS, DAYS, 20 * MINUTES), (3 * DAYS, 9 * DAYS, 2 * DAYS)],
    ids=["listed before it was followed", "long ago"],
)
def test_old_articles_have_no_delay_that_an_alert_could_take_for_slowness(published, followed, written):
    a_clip(published=published, followed=followed, written=written)
    assert "newsclip_clip_delay_seconds" not in told()


def test_readers_submissions_are_no_source_that_is_followed():
    factories.ferry()
    before = sum(value for name, value in told().items() if name.startswith("newsclip_sources["))
    submission(clock.now())
    assert sum(value for name, value in told().items() if name.startswith("newsclip_sources[")) == before


def test_every_metric_of_the_tables_is_described_and_every_one_described_is_served():
    a_clip(published=30 * MINUTES, followed=2 * DAYS, written=20 * MINUTES)
    served = {metric.name for metric in Tables().collect()}
    elsewhere = {"newsclip_queue_waiting", "newsclip_database_sessions", "newsclip_database_sessions_most"}
    assert served - elsewhere == {metric.name for metric in OF_TABLES} - elsewhere
    assert ("newsclip_database_sessions" in served) is (connection.vendor == "postgresql")


def test_every_metric_of_a_process_is_described_and_every_one_described_is_served():
    request_metrics.count(Exchange("GET", "/", 200, 0.01, kept=True))
    egress.fetch_metrics.count(Page("https://gazette.example/feed", 200, b"news"))
    step_metrics.count_outcome(Outcome("sources", "https://gazette.example/feed", "looked"))
    step_metrics.count_step("look_at_sources", 0.5)
    step_metrics.count_failure("look_at_sources")
    served_metrics.begin()
    said = {metric.name: metric.type for metric in served_metrics.registry(Tables(figures=lambda: iter(()))).collect()}
    described = {metric.name.removesuffix("_total"): metric.kind for metric in OF_PROCESS}
    described.pop("newsclip_worker_quiet_seconds")  # of the worker's port
    assert described.items() <= said.items()
    assert {name for name in said if name.startswith("newsclip_")} - {"newsclip_database_up"} == described.keys()


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/", "page"), ("/api/clips", "api"), ("/static/a.css", "static"), ("/readyz/worker", "probe"), ("*", "page")],
)
def test_requests_are_counted_by_few_kinds_whatever_strangers_ask_for(path, kind):
    series = request_metrics.REQUESTS.labels(kind, "404", "miss")
    before = series._value.get()
    request_metrics.count(Exchange("GET", path, 404, 0.01, kept=False))
    assert series._value.get() == before + 1


class TestTheSitesOwn:
    @pytest.fixture(autouse=True)
    def served(self, monkeypatch):
        monkeypatch.setattr(probe_middleware, "OPTIONS", read_options({"NEWSCLIP_METRICS": "127.0.0.1:9100"}))

    def test_figures_are_shown_to_who_asks_from_inside_under_any_name(self, client):
        answer = client.get("/metrics", REMOTE_ADDR="10.0.0.1", headers={"host": "10.0.0.7:8000"})
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "no-store"
        assert b"newsclip_database_up 1.0" in answer.content

    @pytest.mark.parametrize(
        "asks",
        [
            *({"REMOTE_ADDR": "203.0.113.9"}, {"HTTP_X_FORWARDED_FOR": "10.0.0.1"}, {"HTTP_X_REAL_IP": "10.0.0.1"}),
            *({"HTTP_X_FORWARDED_PROTO": "https"}, {"HTTP_VIA": "1.1 proxy"}),
        ],
    )
    def test_they_are_shown_to_nobody_outside_and_through_no_proxy(self, client, asks):
        assert client.get("/metrics", **asks).status_code == 404


def test_the_process_says_that_it_is_alive_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"alive\n"


@pytest.mark.integration  # the fast tests make their tables without migrations
def test_the_site_says_that_it_is_ready_and_why_not(client):
    assert client.get("/readyz").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'operations'")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert b"changes of tables wait" in answer.content
