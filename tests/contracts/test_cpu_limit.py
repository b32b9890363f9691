"""The system ends a process that goes on for too long by itself, though its interpreter is held."""

import resource
import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

ALLOW = "from newsclip.kernel.cpu_limit import allow"
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
    whole = f"{ALLOW}\nallow(1)\n{script}"
    return subprocess.run([sys.executable, "-c", whole], check=False).returncode


def test_who_is_held_is_ended():
    assert ended_with(HELD) == -signal.SIGPROF


def test_who_moves_goes_on():
    assert ended_with(MOVES) == 0


def test_what_was_used_before_does_not_count_however_the_kernel_counted_it():
    left = "signal.getitimer(signal.ITIMER_PROF)[0], resource.getrlimit(resource.RLIMIT_CPU)[0]"
    asked = f"import resource, signal\n{ALLOW}\nsum(range(10**7))\nallow(60)\nprint({left})"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    seconds, since_the_start = done.stdout.split()
    assert (round(float(seconds)), int(since_the_start)) == (60, resource.RLIM_INFINITY)
