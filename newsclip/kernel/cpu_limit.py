"""A CPU limit for this process. The kernel enforces it even while C code holds the GIL (setrlimit(2))."""

import math
import resource
import time


def allow(seconds: int) -> None:
    """Allow this many more CPU seconds; then the kernel ends the process with SIGXCPU."""
    used = math.ceil(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))
