import re
from pathlib import Path

import pytest
from django.db import connection
from prometheus_client import CollectorRegistry, generate_latest

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
        cursor.execute("DELETE FROM django_migrations WHERE app = 'operations'")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert b"changes of tables wait" in answer.content
