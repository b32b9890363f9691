"""Supervises two processes: starts them together, restarts them when they die, stops them together.

Runs as `python -m newsclip.server.supervisor --host HOST --port PORT` with minimal imports, so that waiting costs
little memory.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from threading import Event
from types import FrameType

from newsclip import __version__
from newsclip.server.supervisor_log import tell

LOOK_EVERY = 0.5  # seconds
SHORTEST_PAUSE = 0.5  # seconds before a restart
LONGEST_PAUSE = 30.0  # seconds; the pause doubles up to this
GRACE = 10.0  # seconds for a process to finish its current row
_PR_SET_PDEATHSIG = 1
SUPERVISOR = "NEWSCLIP_SUPERVISOR"
# One malloc arena: per-thread arenas waste memory, and these threads wait for one lock anyway (mallopt(3)). The same
# holds for the buffers of OpenBLAS threads.
FRUGAL = {"MALLOC_ARENA_MAX": "1", "OPENBLAS_NUM_THREADS": "1"}


def product(*options: str) -> dict[str, list[str]]:
    """The commands of the site, with these options, and of the worker, which does not load the command line's code."""
    python = [sys.executable, "-m"]
    return {
        "web": [*python, "newsclip", "start", "web", *options],
        "worker": [*python, "newsclip.server.start", "start", "worker"],
    }


def supervise(commands: Mapping[str, Sequence[str]], stop: Event) -> None:
    """Run the commands until `stop`. A command that dies is restarted; if it dies at once, after growing pauses."""
    tell("info", "supervisor_started", version=__version__, processes=list(commands))
    running = {name: _Process(command) for name, command in commands.items()}
    try:
        while not stop.wait(LOOK_EVERY):
            for name, process in running.items():
                exit_code = process.attend()
                if exit_code is not None:
                    tell("error", "process_died", process=name, exit=exit_code, again_in=process.pause)
    finally:
        tell("info", "supervisor_stopping", version=__version__)
        _end([process.child for process in running.values()])


class _Process:
    """A child process that is restarted when it dies."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self.pause = SHORTEST_PAUSE
        self._again_at: float | None = None
        self._start()

    def attend(self) -> int | None:
        """Restart the child when its pause is over. Returns the exit code once, when the death is noticed."""
        if self._again_at is not None:
            if time.monotonic() >= self._again_at:
                self._start()
            return None
        if self.child.poll() is None:
            return None
        lived = time.monotonic() - self._started_at
        self.pause = SHORTEST_PAUSE if lived > LONGEST_PAUSE else min(2 * self.pause, LONGEST_PAUSE)
        self._again_at = time.monotonic() + self.pause
        return self.child.returncode

    def _start(self) -> None:
        environment = {**FRUGAL, **os.environ, SUPERVISOR: str(os.getpid())}
        self.child = subprocess.Popen(self._command, env=environment)  # noqa: S603 our own commands
        self._started_at = time.monotonic()
        self._again_at = None


def stop_on_signals() -> Event:
    """An event set by SIGTERM and SIGINT: the current row is finished, no other is started."""
    stop = Event()

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)
    return stop


def end_with_supervisor() -> bool:
    """End this process with its supervisor, even if that is killed. Returns whether there is a supervisor."""
    parent = os.environ.get(SUPERVISOR)
    if parent is None:
        return False
    end_with_parent(signal.SIGTERM)
    if os.getppid() != int(parent):
        sys.exit(1)
    return True


def end_with_parent(sign: signal.Signals = signal.SIGKILL) -> None:
    """Ask the kernel to signal this process when its parent dies (prctl(2), Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, sign)


def _end(running: Sequence["subprocess.Popen[bytes]"]) -> None:
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


if __name__ == "__main__":
    supervise(product(*sys.argv[1:]), stop_on_signals())
