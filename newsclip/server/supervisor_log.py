"""The supervisor's log: as server/logs.py writes it, without the 14 MB of its library, for a process that only waits.

It tells of processes and their ends, never of settings or of anything that comes from outside.
"""

import json
import os
import sys
import time
from typing import TextIO

_LEVELS = ("debug", "info", "warning", "error")


def tell(level: str, event: str, *, stream: TextIO | None = None, **facts: object) -> None:
    """Write one line, unless the level of NEWSCLIP_LOG_LEVEL is higher."""
    stream = stream or sys.stderr
    if _LEVELS.index(level) < _LEVELS.index(os.environ.get("NEWSCLIP_LOG_LEVEL") or "info"):
        return
    form, now = os.environ.get("NEWSCLIP_LOG_FORM") or "auto", time.time()
    at = f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(now))}.{int(now % 1 * 1e6):06d}Z"
    if form == "text" or (form == "auto" and stream.isatty()):
        said = " ".join(f"{name}={value}" for name, value in facts.items())
        line = f"{at} [{level:<9}] {event:<30} {said}".rstrip()
    else:
        line = json.dumps({**facts, "event": event, "level": level, "timestamp": at})
    print(line, file=stream, flush=True)
