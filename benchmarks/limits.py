"""`make bench-limits`: the overhead of reading pages and writing clips in a resource-limited process.

The same articles go from fetched bytes to published clips (`benchmarks.intake`, a window of 1,000 articles) with the
rules in a process of their own and with the rules in the worker itself, by turns. CPU milliseconds an article, all
processes together: the least of `--times` runs each way. Exits 1 where it costs more than 5 %, 2 where data is missing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

from benchmarks.real_input import SHARED

TARGET, SIZE = 1.05, 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    if not SHARED.is_dir():
        print(f"SKIPPED, no shared data at {SHARED}: set NEWSCLIP_SHARED", file=sys.stderr)
        return 2
    limited, unlimited = [], []
    for _ in range(times):
        unlimited.append(_run("--in-process"))
        limited.append(_run())
    least, without = (min(one["ms_an_article"] for one in runs) for runs in (limited, unlimited))
    ratio = round(least / without, 3)
    figures = {"limited_ms": least, "unlimited_ms": without, "ratio": ratio, "target": TARGET, "met": ratio <= TARGET}
    held = {"text_process_mib": limited[-1]["text_process_mib"], "worker_mib": limited[-1]["memory_mib"],
            "worker_alone_mib": unlimited[-1]["memory_mib"]}  # fmt: skip
    print(json.dumps({"figure": "limits, cost of intake", **figures, **held}))
    return 0 if ratio <= TARGET else 1


def _run(*options: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="newsclip-limits-") as home:
        environment = {**os.environ, "NEWSCLIP_HOME": home, "NEWSCLIP_DATABASE_URL": "", "NEWSCLIP_QUEUE_URL": ""}
        here = [sys.executable, "-m", "benchmarks.intake"]
        subprocess.run([*here, "--fill", str(SIZE)], env=environment, check=True)
        said = subprocess.run(
            [*here, "--child", str(SIZE), *options], env=environment, check=True, stdout=subprocess.PIPE
        ).stdout
    print(said.splitlines()[-1].decode(), flush=True)
    return json.loads(said.splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main())
