"""The system ends a process that goes on for too long by itself, though its interpreter is held."""

import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

HELD = "import re; re.fullmatch(r'(a|a)*b', 'a' * 60)"
MOVES = """
import time
for turn in range(4):
    allow(1)
    until = time.process_time() + .4
    while time.process_time() < until:
        pass
"""


def ended_with(script: str) -> int:
    whole = f"from newsclip.kernel.cpu_limit import allow\nallow(1)\n{script}"
    return subprocess.run([sys.executable, "-c", whole], check=False).returncode


def test_who_is_held_is_ended():
    assert ended_with(HELD) == -signal.SIGXCPU


def test_who_moves_goes_on():
    assert ended_with(MOVES) == 0
