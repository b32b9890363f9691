import re
import socket
from pathlib import Path

import pytest
import structlog
from django.db import connection
from prometheus_client import CollectorRegistry, generate_latest

from newsclip.health import metrics
from newsclip.health.metrics import Tables
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def test_prometheus_reads_backlog_clips_and_what_came_of_articles():
    factories.ferry()
    registry = CollectorRegistry()
    registry.register(Tables())
    said = generate_latest(registry).decode()
    assert "newsclip_clips 1.0" in said
    assert 'newsclip_backlog{step="articles"}' in said
    assert "newsclip_clip_delay_seconds" in said
    told = (Path(__file__).parents[3] / "docs/how-to/operate.md").read_text()
    assert [name for name in re.findall(r"# TYPE (\S+)", said) if f"`{name}" not in told] == []


def test_the_process_says_that_it_is_alive_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"alive\n"


@pytest.mark.integration  # the fast tests make their tables without migrations
def test_the_site_says_that_it_is_ready_and_why_not(client):
    assert client.get("/readyz").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'community'")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert b"changes of tables wait" in answer.content


def test_figures_have_an_address_of_their_own_and_the_site_has_none(client):
    with socket.create_server(("127.0.0.1", 0)) as one:
        port = one.getsockname()[1]
    metrics.serve(f"127.0.0.1:{port}")
    with socket.create_connection(("127.0.0.1", port), timeout=20):
        pass
    assert client.get("/metrics").status_code == 404


def test_of_two_workers_of_one_machine_one_shows_the_figures_and_the_other_takes_over():
    first = socket.create_server(("127.0.0.1", 0))
    port, waited = first.getsockname()[1], []

    def wait():
        waited.append(port)
        if len(waited) == 2:
            first.close()

    with structlog.testing.capture_logs() as told:
        metrics.serve(f"127.0.0.1:{port}", wait)
    with socket.create_connection(("127.0.0.1", port), timeout=20):
        pass
    assert len(waited) == 2
    assert [(line["event"], line["log_level"]) for line in told] == [("figures_served_by_another", "info")]


def test_an_address_that_this_machine_has_not_is_said():
    with structlog.testing.capture_logs() as told:
        metrics.serve("192.0.2.1:9100")
    assert [(line["event"], line["log_level"]) for line in told] == [("figures_not_served", "warning")]
