"""Limits are exact however many ask at once: real threads on a real database."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from newsclip.community.rules.trust import NEWCOMER
from tests.integration.crowd import CROWD, let_through

pytestmark = pytest.mark.integration
EXACT = {"spent": 7, "comments": NEWCOMER.comments, "comments kept": NEWCOMER.comments}
EXACT |= {"votes": CROWD, "votes kept": 1, "flags kept": 1}

ON_A_FILE = """
import json
from newsclip.operations.setup import prepare
prepare()
from tests.integration.crowd import let_through
print(json.dumps(let_through()))
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has a file of its own below")
def test_limits_are_exact_on_postgresql():
    found = let_through()
    assert found.items() >= EXACT.items()


def test_limits_are_exact_on_sqlite(tmp_path):
    surroundings = {**os.environ, "NEWSCLIP_HOME": str(tmp_path), "NEWSCLIP_DATABASE_URL": ""}
    surroundings["DJANGO_SETTINGS_MODULE"] = "newsclip.settings"
    answer = subprocess.run(
        [sys.executable, "-c", ON_A_FILE], env=surroundings, capture_output=True, text=True, timeout=120, check=False
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert json.loads(answer.stdout).items() >= EXACT.items()
