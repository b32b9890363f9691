"""CPU seconds of pathological texts at each entry point of the product, end to end.

    python -m benchmarks.pathological [--door NAME …] [--shapes N]

A JSON line for each door and length: the slowest shapes, how many were refused and by which code, how many failed and
how. Exits 1 where one fails or takes longer than the target: 1 s at 4,000 characters, 5 s at 200,000, what extraction
takes of a page at the most. `--shapes` takes every so-manieth one.
"""

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
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
            line = _measured(DOORS[name], {shape: shaped(shape, length) for shape in list(SHAPES)[::step]}, target)
            print(json.dumps({"door": name, "characters": length, **line}), flush=True)
            met &= bool(line["met"])
    return met


def _measured(door: Callable[[str], object], texts: Mapping[str, str], target: float) -> dict[str, object]:
    """The line of one door and length."""
    found = {shape: _opened(door, text) for shape, text in texts.items()}
    slowest = sorted(found, key=lambda shape: -found[shape][0])[:SLOWEST]
    refused = Counter(said for _, how, said in found.values() if how == "refused")
    failed = Counter(said for _, how, said in found.values() if how == "failed")
    return {"shapes": len(found), "refused": refused, "failed": failed,
            "slowest_cpu_s": {shape: round(found[shape][0], 2) for shape in slowest},
            "target_cpu_s": target, "met": not failed and found[slowest[0]][0] <= target}  # fmt: skip


def _opened(door: Callable[[str], object], text: str) -> tuple[float, str, str]:
    """CPU seconds, and what became of the text: read, refused by a code, or failed with an error."""
    from newsclip.kernel.reasons import Refused
    from tests.cpu_time import HitTheWall, wall

    how = ("read", "")
    began = time.thread_time()
    try:
        with wall(WALL):
            door(text)
    except Refused as refused:
        how = ("refused", refused.code)
    except (Exception, HitTheWall) as error:
        how = ("failed", type(error).__name__)
    return time.thread_time() - began, *how


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--door", nargs="*", default=[], help="of these doors alone")
    parser.add_argument("--shapes", type=int, default=1, metavar="N", help="every so-manieth shape")
    asked = parser.parse_args()
    sys.exit(0 if main(asked.door, asked.shapes) else 1)
