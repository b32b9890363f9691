"""How often dates in sentences are resolved correctly: a labelled suite of our own, in seven languages.

Prints one JSON line of figures; exits 1 where precision or recall is under its target.

    python -m benchmarks.dating [--show]
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsclip.writing.extractive.timeline import day_of

SUITE = Path(__file__).with_name("dating.tsv")
LEAST_PRECISION, LEAST_RECALL = 0.97, 0.85


@dataclass(frozen=True, slots=True)
class Case:
    """`when`: what the sentence names, seen from `published`; "" where it would have to be guessed."""

    language: str
    published: date
    when: str
    text: str


def cases() -> Iterator[Case]:
    for line in SUITE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, published, when, text = line.split("\t")
            yield Case(language, date.fromisoformat(published), "" if when == "-" else when, text)


def figures(*, show: bool) -> dict[str, float]:
    right = wrong = missed = silent = 0
    for case in cases():
        found = day_of(case.text, case.published, case.language)
        right += bool(found) and found == case.when
        wrong += bool(found) and found != case.when
        missed += not found and bool(case.when)
        silent += not found and not case.when
        if show and found != case.when:
            print(
                case.language, case.published, case.when or "none", "found", found or "none", case.text, file=sys.stderr
            )
    return {
        "cases": right + wrong + missed + silent,
        "precision": round(right / max(1, right + wrong), 3),
        "recall": round(right / max(1, sum(bool(c.when) for c in cases())), 3),
        "rightly silent": silent,
    }


def main() -> None:
    found = figures(show="--show" in sys.argv)
    print(json.dumps(found))
    sys.exit(found["precision"] < LEAST_PRECISION or found["recall"] < LEAST_RECALL)


if __name__ == "__main__":
    main()
