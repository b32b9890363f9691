"""Mutation testing of guards: removes one after the other and runs the tests that use it.

    make bench-breaks ARGS="[--kind KIND]… [--path PART] [--every N] [--reach FILE] [--processes N] [--longest SECONDS]"

Walks the product for owner filters, decorators and scopes of what can be asked, checks, branches that refuse, rules of
the verifier, caps and preferences of the orders, limits, and calls that clean; see `finders`. Each break is tried
against the fast tests that run its statement. `--reach` keeps what each test runs for another run; `--longest` is for a
busy machine. Prints a line of JSON for each break that no test noticed, then one for each kind; exits 1 where one
survives that `equivalent.toml` does not explain, or fewer than 100 were planted.
"""

import argparse
import json
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.breaks.finders import FINDERS, Break, breaks
from benchmarks.breaks.reach import ROOT
from benchmarks.breaks.session import OPTIONS, Outcome, Session

LEAST = 100


def explained() -> dict[str, str]:
    """Breaks that change nothing anyone could see, each with its reason."""
    rows = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text(encoding="utf-8"))
    return {row["break"]: row["why"] for row in rows.get("equivalent", [])}


def tell(outcomes: Mapping[Break, Outcome], explained: int) -> None:
    for kind in FINDERS:
        count = Counter(outcome for one, outcome in outcomes.items() if one.kind == kind)
        if count:
            print(json.dumps({"kind": kind, "planted": count.total(), **{one: count[one] for one in Outcome}}))
    total = Counter(outcomes.values())
    print(json.dumps({"planted": total.total(), **{one: total[one] for one in Outcome}, "explained": explained}))


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--kind", action="append", choices=sorted(FINDERS), default=[])
    asked.add_argument("--path", default="")
    asked.add_argument("--every", type=int, default=1)
    asked.add_argument("--reach", type=Path)
    asked.add_argument("--processes", type=int, default=2)
    asked.add_argument("--longest", type=int, default=900)
    given = asked.parse_args()
    known, everything = explained(), breaks(ROOT)
    stale = set(known) - {one.key for one in everything}
    kinds = given.kind or list(FINDERS)
    chosen = [one for one in everything if one.kind in kinds and given.path in one.path and one.key not in known]
    with tempfile.TemporaryDirectory() as made:
        reach = given.reach or Path(made) / "reach.jsonl"
        session = Session(chosen[:: given.every], reach, given.processes, given.longest)
        pytest.main([*OPTIONS, str(ROOT)], plugins=[session])
    for key in sorted(stale):
        print(json.dumps({"break": key, "outcome": "explained, but no longer there"}))
    tell(session.outcomes, len(known))
    caught = sum(outcome is Outcome.CAUGHT for outcome in session.outcomes.values())
    whole = len(chosen) == len(everything) - len(known) and given.every == 1
    return int(caught < len(session.outcomes) or not caught or bool(stale) or (whole and len(chosen) < LEAST))


if __name__ == "__main__":
    sys.exit(main())
