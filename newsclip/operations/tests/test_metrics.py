import socket

import pytest
from django.db import connection
from prometheus_client import CollectorRegistry, generate_latest

from newsclip.operations import metrics
from newsclip.operations.metrics import Tables
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


def test_the_process_says_that_it_is_alive_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"alive\n"


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
