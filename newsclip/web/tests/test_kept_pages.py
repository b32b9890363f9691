"""What is kept for everybody, through the whole site."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from newsclip.web.page_cache import PageCache
from newsclip.web.tests.test_page_cache import answered


@pytest.fixture
def whole_site(db):
    """As it is served, but for the connection, which stays the test's, as Django's own test client has it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield PageCache(WSGIHandler())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_through_the_whole_site_a_kept_page_is_compressed_hardened_and_asked_for_once(
    whole_site, django_assert_num_queries
):
    environ = RequestFactory().get("/about", headers={"accept-encoding": "gzip", "host": "localhost"}).environ
    first = answered(whole_site, dict(environ))
    assert first["Content-Encoding"] == "gzip"
    with django_assert_num_queries(0):
        again = answered(whole_site, dict(environ))
    assert again.content == first.content
    for name in ("Content-Security-Policy", "X-Frame-Options", "Permissions-Policy"):
        assert again[name] == first[name]
