"""Probes by address are answered inside, under any host name and without a warning; outside, nothing changes."""

import logging

import pytest

pytestmark = pytest.mark.django_db
PROBES = ("/healthz", "/readyz", "/readyz/worker")
BY_ADDRESS = {"headers": {"host": "10.0.0.7:8000"}}


@pytest.mark.parametrize("path", PROBES)
def test_who_asks_from_inside_is_answered_under_any_host_name_without_a_warning(client, caplog, path):
    caplog.set_level(logging.WARNING)
    assert client.get(path, REMOTE_ADDR="10.0.0.1", **BY_ADDRESS).status_code == 200
    assert client.head(path, REMOTE_ADDR="10.0.0.1", **BY_ADDRESS).status_code == 200
    assert not [record for record in caplog.records if "host" in record.getMessage().lower()]


@pytest.mark.parametrize("path", PROBES)
def test_who_asks_from_outside_has_to_know_the_sites_name(client, path):
    assert client.get(path, REMOTE_ADDR="203.0.113.9", **BY_ADDRESS).status_code == 400
    assert client.get(path, REMOTE_ADDR="203.0.113.9").status_code == 200


@pytest.mark.parametrize("path", ["/", "/staff/", "/api/clips", "/healthz/", "/media/x.webp"])
def test_no_other_page_is_had_under_another_name(client, path):
    assert client.get(path, REMOTE_ADDR="10.0.0.1", **BY_ADDRESS).status_code in (400, 404)


def test_a_probe_is_told_as_safely_as_any_page(client):
    answer = client.get("/healthz", REMOTE_ADDR="10.0.0.1", **BY_ADDRESS)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert not answer.cookies
