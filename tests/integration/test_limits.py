"""Limits are exact however many ask at once: real threads on a real database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from benchmarks.new_tables import lay_out
from newsclip.accounts.actions import INVITATIONS, TOKENS
from newsclip.community.actions.subscribing import MOST_BROWSERS, MOST_WEBHOOKS
from newsclip.community.rules.trust import NEWCOMER
from tests.integration.crowd import CROWD, let_through
from tests.integration.doors import LIMIT

pytestmark = pytest.mark.integration
EXACT = {"spent": 7, "comments": NEWCOMER.comments, "comments kept": NEWCOMER.comments}
EXACT |= {"votes": CROWD, "votes kept": 1, "flags kept": 1}
EXACT |= {"invited": 1, "invitations used": 1}
EXACT |= {"same words": CROWD, "same words shown": 1, "made the same": CROWD, "made the same shown": 1}
EXACT |= {"links to invite": INVITATIONS, "tokens": TOKENS, "webhooks": MOST_WEBHOOKS, "browsers": MOST_BROWSERS}
EXACT |= {"collections": CROWD // 2, "kept in collections": CROWD // 2}

ON_A_FILE = """
import json
from newsclip.server.setup import prepare
prepare()
from tests.integration.{crowd} import let_through
print(json.dumps(let_through()))
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has a file of its own below")
def test_limits_are_exact_on_postgresql():
    found = let_through()
    assert {name: found[name] for name in EXACT} == EXACT


def on_a_file(folder: Path, crowd: str) -> str:
    """What a crowd says of a database that is a file in this folder."""
    lay_out(folder)
    surroundings = {**os.environ, "NEWSCLIP_HOME": str(folder), "NEWSCLIP_DATABASE_URL": ""}
    surroundings["DJANGO_SETTINGS_MODULE"] = "newsclip.settings"
    answer = subprocess.run(
        [sys.executable, "-c", ON_A_FILE.format(crowd=crowd)],
        env=surroundings, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr[-2000:]
    return answer.stdout


def test_limits_are_exact_on_sqlite(tmp_path):
    found = json.loads(on_a_file(tmp_path, "crowd"))
    assert {name: found[name] for name in EXACT} == EXACT


def test_tries_to_sign_in_are_counted_exactly_by_many_processes_on_sqlite(tmp_path):
    assert json.loads(on_a_file(tmp_path, "doors")) == LIMIT
