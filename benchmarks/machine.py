"""The load that a run put on this machine's cores."""

import os
import resource
from contextlib import suppress
from pathlib import Path


def cpu_of_children() -> float:
    """Seconds of those that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _seconds(process: int, fields: int) -> float:
    """The first of utime, stime, cutime, cstime (proc(5)), counted from behind the name; 0 of one that has ended."""
    with suppress(OSError):
        ticks = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11 : 11 + fields]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return 0.0


def cpu_of(*processes: int) -> float:
    """Seconds so far of these alone, not of their children."""
    return sum(_seconds(process, 2) for process in processes)


def family(pid: int) -> dict[int, str]:
    """The process and all that descend from it: pid → command line."""
    parents, lines = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError, ValueError):
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
            if stat[0] == "Z":
                continue
            parents[int(folder.name)] = int(stat[1])
            lines[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    found = {pid} if pid in lines else set()
    grown = True
    while grown:
        more = {child for child, parent in parents.items() if parent in found} - found
        found |= more
        grown = bool(more)
    return {one: lines[one] for one in found if one in lines}


def cpu_of_tree(process: int) -> float:
    """Seconds so far of a process and its descendants, those that ended included (cutime and cstime)."""
    return sum(_seconds(one, 4) for one in family(process))
