"""Hard days in small, on real processes; and each on a broken build, which must be noticed: benchmarks/hard_days."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.hard_days.builds import broken
from benchmarks.hard_days.days import DAYS

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="these start databases of their own"),
]
ROOT = Path(__file__).resolve().parents[2]
# The others take longer: make bench-hard-days, with --controls for their broken builds.
IN_SMALL = ("killed-sqlite", "power-cut", "locked", "spike", "backup-sqlite", "upgrade-sqlite", "upgrade-postgresql")
BROKEN = (("upgrade-sqlite", "keeping-rows"), ("spike", "shedding"))


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    command = [sys.executable, "-m", "benchmarks.hard_days", "--small", *words]
    return subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, timeout=600, check=False)


@pytest.mark.parametrize("day", IN_SMALL)
def test_a_hard_day_is_got_through(day):
    done = run(day)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("day", "rule"), BROKEN)
def test_a_build_without_its_rule_does_not_get_through(day, rule):
    done = run(day, "--broken", rule)
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"met": false' in done.stdout


def test_a_full_disk_is_got_through():
    if subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode:
        pytest.skip("NO MOUNT NAMESPACE may be had here: run it as root")
    done = run("disk-full")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("day", DAYS)
def test_every_broken_build_can_still_be_made(day, tmp_path):
    for rule, edits in DAYS[day].broken.items():
        assert broken(edits, tmp_path / rule).is_dir()
        shutil.rmtree(tmp_path / rule)
