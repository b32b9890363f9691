"""`make bench-hard-days`, or some of them: `make bench-hard-days ARGS="killed-sqlite spike"`.

Prints a JSON line for each figure; exits 1 where one falls short. `--broken NAME` runs a day on one of its broken
builds, `--controls` on each of them; those must fail (then the exit code is 0).
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.hard_days.builds import broken
from benchmarks.hard_days.days import DAYS, Scenario
from benchmarks.hard_days.figures import Day


def run(name: str, scenario: Scenario, *, without: str = "", small: bool = False) -> Day:
    """The day on the product as it is, or on a broken build."""
    work = Path(tempfile.mkdtemp(prefix=f"newsclip-{name}-"))
    work.chmod(0o755)
    day, began = Day(f"{name} without {without}" if without else name), time.monotonic()
    try:
        build = broken(scenario.broken[without], work) if without else None
        scenario.run(day, work, build, small=small)
        day.tells("seconds", time.monotonic() - began)
    finally:
        if day.met != bool(without):  # as it should be: a broken build is to fail
            shutil.rmtree(work, ignore_errors=True)
        else:
            print(f"{day.name}: logs and tables are kept in {work}", file=sys.stderr)
    return day


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("days", nargs="*", choices=[*DAYS, []], help="which; all where none is named")
    parser.add_argument("--small", action="store_true", help="a short form of each")
    parser.add_argument("--broken", default="", metavar="NAME", help="on this broken build")
    parser.add_argument("--controls", action="store_true", help="on each of its broken builds, which must fail")
    asked = parser.parse_args()
    days = {name: DAYS[name] for name in asked.days or DAYS}
    if asked.controls or asked.broken:
        passed = [f"{name} without {rule}" for name, rule in _controls(days, asked.broken) if
                  run(name, days[name], without=rule, small=asked.small).met]  # fmt: skip
        print(json.dumps({"broken builds that passed": passed, "met": not passed}))
        return 1 if passed else 0
    return 0 if all(run(name, scenario, small=asked.small).met for name, scenario in days.items()) else 1


def _controls(days: dict[str, Scenario], only: str) -> list[tuple[str, str]]:
    return [(name, rule) for name, scenario in days.items() for rule in scenario.broken if only in ("", rule)]


if __name__ == "__main__":
    sys.exit(main())
