"""Tries every break in one pytest session: tests are collected once, and each trial runs in a fork."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from benchmarks.breaks import selection
from benchmarks.breaks.finders import Break
from benchmarks.breaks.planted import BREAK
from benchmarks.breaks.reach import ROOT, Reach
from benchmarks.breaks.swapping import swap

# Without the tables' migrations: nothing here tries those, and a session is ready in half the time.
OPTIONS = (
    "-s",
    "-p",
    "no:terminal",
    "-p",
    "no:randomly",
    "--nomigrations",
    "-m",
    "not integration and not browser and not shared",
)
_ENDLESS = 100  # CPU seconds; no fast test takes a third of it, so a break that makes one take it was noticed


class Outcome(StrEnum):
    CAUGHT = "caught"
    SURVIVED = "survived"
    UNREACHED = "unreached"  # no test runs the line
    UNDECIDED = "undecided"  # the trial was ended before a test failed or all had passed


class _Anything:
    """Stands for the test that comes next: all that is made for the whole session stays made."""

    def __init__(self, session: pytest.Session) -> None:
        self._session = session

    def listchain(self) -> list[pytest.Session]:
        return [self._session]


class Session:
    """A pytest plugin that tries `breaks` instead of running the tests, and keeps their outcomes in `outcomes`."""

    def __init__(self, breaks: Sequence[Break], reach: Path, processes: int, longest: int) -> None:
        """`longest`: seconds for one trial; a break may make a test wait for ever."""
        self._breaks, self._reach, self._processes, self._longest = breaks, reach, processes, longest
        self.outcomes: dict[Break, Outcome] = {}

    def pytest_configure(self, config: pytest.Config) -> None:
        import hypothesis  # pytest rewrites its plugins as they are loaded

        hypothesis.settings.register_profile("breaks", deadline=None, derandomize=True)
        hypothesis.settings.load_profile("breaks")
        config.option.verbose = 0  # an option of the terminal's, which pytest-django asks for

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        self._prepare_tables(session.items)
        if not self._reach.exists():
            os.waitpid(_fork(lambda: self._write_reach(session.items), 0), 0)
        reached = selection.read(self._reach)
        running: dict[int, Break] = {}
        for broken in self._breaks:
            tests = [items[test] for test in selection.tests_for(broken, reached) if test in items]
            if not tests:
                self._tell(broken, Outcome.UNREACHED)
                continue
            if len(running) >= self._processes:
                self._reap(running)
            pid = _fork(lambda broken=broken, tests=tests: _trial(broken, tests), self._longest)  # type: ignore[misc]
            running[pid] = broken
        while running:
            self._reap(running)
        return True

    def _prepare_tables(self, items: Sequence[pytest.Item]) -> None:
        """The first test that asks for the database makes its tables; every fork finds them made."""
        first = next((item for item in items if item.get_closest_marker("django_db")), None)
        if first is not None:
            first.ihook.pytest_runtest_protocol(item=first, nextitem=_Anything(first.session))

    def _write_reach(self, items: Sequence[pytest.Item]) -> int:
        reach = Reach(self._reach)
        for item, following in _pairs(items):
            reach.begin()
            reach.end(item.nodeid, passed=_passes(item, following))
        reach.close()
        return 0

    def _reap(self, running: dict[int, Break]) -> None:
        pid, status = os.wait()
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)  # whatever a trial that was ended had begun
        self._tell(running.pop(pid), outcome_of(status))

    def _tell(self, broken: Break, outcome: Outcome) -> None:
        self.outcomes[broken] = outcome
        if outcome is not Outcome.CAUGHT:
            told = {"outcome": outcome, "break": broken.key, "new": broken.new, "line": broken.line}
            print(json.dumps(told, ensure_ascii=False), file=sys.__stdout__, flush=True)


def outcome_of(status: int) -> Outcome:
    """What a trial that ended so found; `status` as os.wait gives it. Only the end of its time notices nothing."""
    if status == 0:
        return Outcome.SURVIVED
    return Outcome.UNDECIDED if os.waitstatus_to_exitcode(status) == -signal.SIGALRM else Outcome.CAUGHT


def _trial(broken: Break, tests: Sequence[pytest.Item]) -> int:
    """0 where every test passes with the break, 1 where one fails."""
    if not swap(broken):
        return _apart(broken, [item.nodeid for item in tests])
    return int(any(not _ends_well(item, following) for item, following in _pairs(tests)))


def _ends_well(item: pytest.Item, following: Any) -> bool:
    """Whether it passes; one that does not end ends this process, by SIGPROF."""
    signal.setitimer(signal.ITIMER_PROF, _ENDLESS)
    return _passes(item, following)


def _apart(broken: Break, tests: Sequence[str]) -> int:
    """The same in a process that loads the broken module anew."""
    wanted = (sys.executable, "-m", "pytest", *OPTIONS, "-x", "-p", "benchmarks.breaks.planted", *tests)
    planted = os.environ | {BREAK: json.dumps(asdict(broken))}
    return int(subprocess.run(wanted, cwd=ROOT, env=planted, capture_output=True, check=False).returncode != 0)


def _passes(item: pytest.Item, following: Any) -> bool:
    reports: list[pytest.TestReport] = []

    class Listener:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            reports.append(report)

    listener = Listener()
    item.config.pluginmanager.register(listener)
    try:
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
    finally:
        item.config.pluginmanager.unregister(listener)
    return not any(report.failed for report in reports)


def _pairs(items: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, Any]]:
    return zip(items, [*items[1:], _Anything(items[0].session)], strict=True)


def _fork(work: Callable[[], int], longest: int) -> int:
    """The process that does it; it ends with what the work returns, or is ended after `longest` seconds (0: never)."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    with suppress(BaseException):
        signal.alarm(longest)
        os.setsid()
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        status = work()
    os._exit(status)
