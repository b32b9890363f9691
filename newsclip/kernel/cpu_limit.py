"""A CPU limit for this process. The kernel enforces it even while C code holds the GIL (setitimer(2))."""

import signal


def allow(seconds: int) -> None:
    """Allow this many CPU seconds from now; then the kernel ends the process with SIGPROF.

    RLIMIT_CPU would count from the start of the process, and by whole ticks of whoever runs when the tick comes: on a
    busy machine 5 % more than the time that a process can measure, so that one that lives for hours gets none.
    """
    signal.setitimer(signal.ITIMER_PROF, seconds)
