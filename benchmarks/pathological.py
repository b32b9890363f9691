"""CPU seconds that texts nobody writes take at each door of the product, from end to end.

    python -m benchmarks.pathological [--door NAME …] [--shapes N]

A JSON line for each door and length: the slowest shapes. Exits 1 where one takes longer than the target: 1 s at 4,000
characters, 5 s at 200,000, what extraction takes of a page at the most. `--shapes` takes every so-manieth one.
"""

import argparse
import json
import os
import sys
import time
from contextlib import suppress

import django

TARGETS = {4_000: 1.0, 200_000: 5.0}  # characters: CPU seconds
WALL = 60.0  # CPU seconds after which a text is given up
SLOWEST = 5


def main(names: list[str], step: int) -> bool:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclip.settings")
    django.setup()
    from tests.pathological.doors import DOORS
    from tests.pathological.shapes import SHAPES, shaped

    met = True
    for name in names or DOORS:
        with suppress(Exception):
            DOORS[name](shaped("same sentence", 1_000))  # so that what is loaded once is loaded
        for length, target in TARGETS.items():
            took = sorted((_seconds(DOORS[name], shaped(shape, length)), shape) for shape in list(SHAPES)[::step])
            slowest = {shape: round(seconds, 2) for seconds, shape in took[: -SLOWEST - 1 : -1]}
            line = {"door": name, "characters": length, "shapes": len(took), "slowest_cpu_s": slowest,
                    "target_cpu_s": target, "met": took[-1][0] <= target}  # fmt: skip
            print(json.dumps(line), flush=True)
            met &= took[-1][0] <= target
    return met


def _seconds(door, text: str) -> float:  # type: ignore[no-untyped-def]
    from tests.cpu_time import HitTheWall, wall

    began = time.thread_time()
    with suppress(Exception, HitTheWall), wall(WALL):
        door(text)
    return time.thread_time() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--door", nargs="*", default=[], help="of these doors alone")
    parser.add_argument("--shapes", type=int, default=1, metavar="N", help="every so-manieth shape")
    asked = parser.parse_args()
    sys.exit(0 if main(asked.door, asked.shapes) else 1)
