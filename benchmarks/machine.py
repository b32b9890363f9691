"""What a run took of this machine's cores."""

import os
import resource
from pathlib import Path


def cpu_of_children() -> float:
    """Seconds of those that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cpu_of(process: int) -> float:
    """Seconds of one that runs (proc(5): utime and stime, counted from behind its name)."""
    ticks = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def busy_seconds() -> float:
    """Of all cores together, since the machine began (proc(5): user, nice, system)."""
    ticks = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:4]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
