"""Coverage by test: which test runs which lines of the product, and how long it takes.

Counts by sys.monitoring (PEP 669): a line is reported once for each test, then costs nothing.
"""

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).parents[2]
_PRODUCT = f"{ROOT}/newsclip/"
_TOOL = sys.monitoring.COVERAGE_ID


class Reach:
    """Writes a line of JSON for each test: `{test, passed, seconds, lines: {path: [line …]}}`."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("w", encoding="utf-8")
        self._lines: dict[str, set[int]] = defaultdict(set)
        self._began = 0.0
        sys.monitoring.use_tool_id(_TOOL, "reach")
        sys.monitoring.register_callback(_TOOL, sys.monitoring.events.LINE, self._ran)
        sys.monitoring.set_events(_TOOL, sys.monitoring.events.LINE)

    def _ran(self, code: CodeType, line: int) -> object:
        if code.co_filename.startswith(_PRODUCT):
            self._lines[code.co_filename].add(line)
        return sys.monitoring.DISABLE

    def begin(self) -> None:
        self._lines.clear()
        sys.monitoring.restart_events()
        self._began = time.perf_counter()

    def end(self, test: str, *, passed: bool) -> None:
        lines = {str(Path(path).relative_to(ROOT)): sorted(ran) for path, ran in self._lines.items()}
        took = round(time.perf_counter() - self._began, 3)
        self._file.write(json.dumps({"test": test, "passed": passed, "seconds": took, "lines": lines}) + "\n")

    def close(self) -> None:
        sys.monitoring.set_events(_TOOL, sys.monitoring.events.NO_EVENTS)
        sys.monitoring.free_tool_id(_TOOL)
        self._file.close()
