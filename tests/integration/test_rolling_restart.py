"""Web processes behind the documented nginx are replaced one after the other, and nobody notices."""

import os
import shutil

import pytest

from benchmarks.rolling_restart import roll

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="these start their own SQLite files"),
    pytest.mark.skipif(not shutil.which("nginx"), reason="NO NGINX: apt-get install -y nginx-light"),
]


def test_no_request_is_lost_while_one_after_the_other_restarts(tmp_path):
    load = roll(tmp_path, rounds=1)
    assert load.lost == []
    assert min(load.answers["GET"], load.answers["POST"]) > 10


def test_requests_that_are_lost_are_noticed(tmp_path):
    assert roll(tmp_path, rounds=1, together=True).lost
