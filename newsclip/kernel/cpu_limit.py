"""How long this process may go on by itself: the system keeps count, whatever holds the interpreter (setrlimit(2))."""

import math
import resource
import time


def allow(seconds: int) -> None:
    """So many more CPU seconds from now on; then the system ends this process with SIGXCPU."""
    used = math.ceil(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))
