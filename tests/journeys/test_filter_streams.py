"""The group filter in a pipe: when it answers, and what is left where it is broken off."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN

pytestmark = pytest.mark.slow

ROWS = [
    json.dumps({"id": n, "title": title, "text": text}) for n, (title, text) in enumerate([BRIDGE, BRIDGE_TOLD_AGAIN])
]


@contextmanager
def piped(tmp_path, *options) -> "Iterator[subprocess.Popen[str]]":
    command, pipe = [sys.executable, "-m", "newsclip", "group", *options], subprocess.PIPE
    env = {"TMPDIR": str(tmp_path), "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=env) as process:
        yield process


def test_at_once_each_line_is_answered_before_the_next_is_given(tmp_path):
    with piped(tmp_path, "--at-once") as process:
        for row in ROWS:
            print(row, file=process.stdin, flush=True)
            assert json.loads(process.stdout.readline())["story"] == "0"
        process.stdin.close()
    assert process.returncode == 0


def test_bad_lines_are_counted_when_the_input_ends(tmp_path):
    with piped(tmp_path) as process:
        said, complaint = process.communicate("\n".join([ROWS[0], "{", ROWS[1]]))
    rows = [json.loads(line) for line in said.splitlines()]
    assert [row.get("story") for row in rows] == ["0", None, "0"]
    assert (process.returncode, complaint.startswith("newsclip: 1 line")) == (3, True)


def test_broken_off_it_says_nothing_and_leaves_nothing(tmp_path):
    with piped(tmp_path) as process:
        print(*ROWS * 200, sep="\n", file=process.stdin, flush=True)  # more than a pipe holds: some of it was read
        process.terminate()
        assert process.stdout.read() == ""
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path):
    with piped(tmp_path) as process:
        process.stdout.close()
        process.stdin.write("\n".join(ROWS))
        process.stdin.close()
        assert process.stderr.read() == ""
