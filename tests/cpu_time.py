"""How work grows with its input, whatever the machine: the cost of two sizes beside each other, never seconds alone.

Others share the machine: what seems to grow too fast is measured again, the small beside the large, before it fails.
A wall ends what hangs.
"""

import gc
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from statistics import median
from typing import Any

MOST_GROWTH = 2.6  # twice the input; a quadratic rule costs 4 times as much, and n log n less than 2.3
MEASURABLE = 0.002  # CPU seconds; of less than that, caches and interrupts tell more than the work
WALL = 60.0  # CPU seconds for one piece of work; the slowest take about 3
TRIES = 9
CLEAR, CLEAR_TRIES = 3.3, 4  # times as long, so many times: nobody has to look again


class HitTheWall(BaseException):
    """Work that would not end. No `except Exception` in it may hide that."""


@contextmanager
def wall(seconds: float = WALL) -> Iterator[None]:
    """Raise in the work itself after so many CPU seconds; `re` and `regex` look for signals while they match."""

    def stop(*_: Any) -> None:
        raise HitTheWall(f"not done after {seconds} CPU seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def cpu_seconds(work: Callable[[], object], runs: int = 1, most: float = WALL) -> float:
    """The least CPU time of `runs` runs, each of which must end in `most` CPU seconds."""
    return min(_once(work, most) for _ in range(runs))


def _once(work: Callable[[], object], most: float) -> float:
    gc.disable()  # others left things behind, too; to collect them is no cost of this work
    try:
        with wall(most):
            began = time.thread_time()  # Linux counts a process's time in ticks of 4 ms once a timer is set on it
            work()
            return time.thread_time() - began
    finally:
        gc.enable()


def growth(work: Callable[[Any], object], once: Any, twice: Any) -> float:
    """How many times the cost of `once` `twice` costs."""
    return _growth(lambda size: partial(work, size), once, twice)


def _growth(make: Callable[[Any], Callable[[], object]], once: Any, twice: Any) -> float:
    """The same for work that is made ready for a size: anew for each run, as it may keep what it found."""
    pairs: list[tuple[float, float]] = []
    while len(pairs) < TRIES and (not pairs or times(pairs) > MOST_GROWTH):
        pairs.append((cpu_seconds(make(once)), cpu_seconds(make(twice))))
        if len(pairs) >= CLEAR_TRIES and times(pairs) > CLEAR:
            break
    return times(pairs)


def times(pairs: list[tuple[float, float]]) -> float:
    """How many times the first of each pair the second is, in seconds that a busy machine made longer.

    What it held up for a moment is not in the least of all, and what it slows down all the time is in both of a pair.
    """
    firsts, seconds = zip(*((max(first, MEASURABLE), second) for first, second in pairs), strict=True)
    return min(
        min(seconds) / min(firsts), median(second / first for first, second in zip(firsts, seconds, strict=True))
    )


def keeps_growing(make: Callable[[int], Callable[[], object]], once: int) -> bool:
    """Whether twice the size costs over MOST_GROWTH times as much, and at four times the size still does.

    Work that is bounded at some length may grow fast up to there.
    """
    return all(_growth(make, size, 2 * size) > MOST_GROWTH for size in (once, 4 * once))


def dearer(work: Callable[[], object], than: Callable[[], object]) -> float:
    """How many times the cost of `than` `work` costs: for work that is bounded, beside what is usual."""
    return cpu_seconds(work, 5) / max(cpu_seconds(than, 5), MEASURABLE)
