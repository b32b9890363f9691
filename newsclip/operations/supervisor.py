"""Two processes under one command: they start together, are started again when they die, and end together."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from threading import Event
from types import FrameType

import structlog

log = structlog.get_logger()
LOOK_EVERY = 0.5  # seconds
LONGEST_PAUSE = 30.0
GRACE = 10.0  # seconds that a process gets to finish its row
_PR_SET_PDEATHSIG = 1
_SUPERVISOR = "NEWSCLIP_SUPERVISOR"


def supervise(commands: Mapping[str, Sequence[str]], stop: Event) -> None:
    """Run the commands until `stop`. One that dies is started again after a pause that doubles each time."""
    running = {name: _start(command) for name, command in commands.items()}
    pause = dict.fromkeys(commands, 1.0)
    try:
        while not stop.wait(LOOK_EVERY):
            for name, process in running.items():
                if process.poll() is None:
                    continue
                log.error("process_died", process=name, exit=process.returncode, again_in=pause[name])
                if stop.wait(pause[name]):
                    return
                pause[name] = min(2 * pause[name], LONGEST_PAUSE)
                running[name] = _start(commands[name])
    finally:
        _end(running)


def stop_on_signals() -> Event:
    """An event that SIGTERM and SIGINT set: the row at hand is finished, no other is begun."""
    stop = Event()

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)
    return stop


def end_with_supervisor() -> bool:
    """Asks the kernel to end this process with its supervisor, even when that is killed (prctl(2), Linux alone).

    Says whether there is a supervisor.
    """
    parent = os.environ.get(_SUPERVISOR)
    if parent is None:
        return False
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != int(parent):
        sys.exit(1)
    return True


def _start(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, env={**os.environ, _SUPERVISOR: str(os.getpid())})  # noqa: S603 our own commands


def _end(running: Mapping[str, "subprocess.Popen[bytes]"]) -> None:
    for process in running.values():
        process.terminate()
    for process in running.values():
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
