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


def test_no_request_is_lost_while_one_after_the_other_restarts_and_those_lost_when_both_do_are_noticed(tmp_path):
    in_turn, at_once = roll(tmp_path, rounds=1, together=(False, True))
    assert in_turn.lost == []
    assert min(in_turn.answers["GET"], in_turn.answers["POST"]) > 10
    assert at_once.lost
