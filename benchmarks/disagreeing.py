"""Precision and recall of disagreements between two to four reports, on planted conflicts.

Each case is a story of an invented place, told by several publishers in their own words; one slot is told differently
in half of them (the conflicts), and the same in other words, or later anew, in the rest (the controls). Other values
stand in all of them. Prints one JSON line of figures; exits 1 where recall or precision is under .90.

    python -m benchmarks.disagreeing [--seed N] [--count N] [--show]
    python -m benchmarks.disagreeing --told all|open|reserve [--show]
    python -m benchmarks.disagreeing --real FOLDER… [--half 0|1] [--show]

`--told` judges the stories that were written by hand (conflicts/told.toml) and exits 0. `--real` tells how many
disagreements are found in the stories of sets with `rows.jsonl`, every article as if of its own publisher; whether they
are true is for a reader to say, with `--show`. `--half` takes every other story, by a hash of its name.
"""

import argparse
import json
import random
import sys
import tomllib
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.conflicts import CONTROLS, SLOTS, make
from benchmarks.conflicts.scenes import Case, Telling
from newsclip.evidence import verifier
from newsclip.evidence.document import Disagreement, SourceArticle
from newsclip.evidence.verifier import judge_disagreement
from newsclip.writing.candidates import read
from newsclip.writing.disagreements import disagreements

LEAST = 0.9
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Outcome:
    case: Case
    found: bool
    wrong: tuple[Disagreement, ...]


def told(case: Case) -> list[SourceArticle]:
    return [
        SourceArticle(
            id=str(n), revision=1, title="", text=telling.text, url="", publisher=telling.publisher,
            published=NOON + timedelta(hours=telling.hours), report=str(n), language="en",
        )
        for n, telling in enumerate(case.tellings, 1)
    ]  # fmt: skip


def judge(case: Case) -> Outcome:
    """Whether the planted conflict was found, its values in its passages; and what else was said to be one."""
    articles = told(case)
    known = {(article.id, article.revision): article for article in articles}
    given = disagreements(read(articles, "en", verifier), "en")
    right = [d for d in given if _is_planted(d, case)]
    held = all(judge_disagreement(d, known).supported for d in given)
    return Outcome(case, bool(right) and held, tuple(d for d in given if d not in right))


def _is_planted(found: Disagreement, case: Case) -> bool:
    values = " | ".join(claim.value for claim in found.claims).lower()
    return bool(case.values) and all(value.lower() in values for value in case.values)


def run(seed: int, count: int) -> list[Outcome]:
    chance = random.Random(seed)
    kinds = [kind for _ in range(count) for kind in (*SLOTS, *CONTROLS)]
    return [judge(make(kind, chance)) for kind in kinds[:count]]


def written(part: str) -> list[Outcome]:
    """The stories written by hand, of one part or all."""
    stories = tomllib.loads((Path(__file__).parent / "conflicts/told.toml").read_text(encoding="utf-8"))["story"]
    return [
        judge(Case(story["kind"], tuple(Telling(**telling) for telling in story["tellings"]), tuple(story["values"])))
        for story in stories
        if part in {"all", story["part"]}
    ]


def real(folder: Path, half: int | None) -> list[list[SourceArticle]]:
    """The stories of two articles or more of a set, each in the order of time."""
    stories: dict[str, list[SourceArticle]] = {}
    for number, line in enumerate((folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        published = datetime.fromisoformat(row["published"]).replace(tzinfo=UTC) if row.get("published") else None
        article = SourceArticle(
            id=str(number), revision=1, title=row["title"] or "", text=row.get("text") or "", url="",
            publisher=str(number), published=published, report=str(number), language="en",
        )  # fmt: skip
        stories.setdefault(row["gold"]["story"], []).append(article)
    return [
        sorted(articles, key=lambda article: article.published or NOON)
        for name, articles in stories.items()
        if len(articles) > 1 and half in {None, zlib.crc32(name.encode()) % 2}
    ]


def count_real(folder: Path, half: int | None, *, show: bool) -> dict[str, Any]:
    stories = real(folder, half)
    total = 0
    for articles in stories:
        found = disagreements(read(articles, "en", verifier), "en")
        total += len(found)
        known = {article.id: article for article in articles}
        for one in found if show else ():
            print(f"\n{one.about}", file=sys.stderr)
            for claim in one.claims:
                there = known[claim.evidence[0].article]
                words = there.text[claim.evidence[0].start : claim.evidence[0].end]
                print(f"  {claim.value!r} {there.published or 'undated'}: {' '.join(words.split())}", file=sys.stderr)
    return {"set": folder.name, "stories": len(stories), "told": total}


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    planted = [o for o in outcomes if o.case.values]
    found = sum(o.found for o in planted)
    wrong = sum(len(o.wrong) for o in outcomes)
    by = Counter(o.case.kind for o in planted)
    hits = Counter(o.case.kind for o in planted if o.found)
    return {
        "cases": len(outcomes),
        "planted": len(planted),
        "recall": round(found / max(1, len(planted)), 3),
        "precision": round(found / max(1, found + wrong), 3),
        "by kind": {kind: f"{hits[kind]}/{number}" for kind, number in sorted(by.items())},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=240)
    parser.add_argument("--told", choices=("all", "open", "reserve"))
    parser.add_argument("--real", type=Path, nargs="+", default=())
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    for folder in given.real:
        print(json.dumps(count_real(folder, given.half, show=given.show)))
    if given.real:
        return
    outcomes = written(given.told) if given.told else run(given.seed, given.count)
    for outcome in outcomes if given.show else ():
        if outcome.wrong or (outcome.case.values and not outcome.found):
            _show(outcome)
    found = figures(outcomes)
    print(json.dumps(found))
    sys.exit(not given.told and (found["recall"] < LEAST or found["precision"] < LEAST))


def _show(outcome: Outcome) -> None:
    print(f"\n{outcome.case.kind} planted {outcome.case.values} found {outcome.found}", file=sys.stderr)
    for wrong in outcome.wrong:
        print("  WRONG", wrong.about, [claim.value for claim in wrong.claims], file=sys.stderr)
    for telling in outcome.case.tellings:
        print(f"  {telling.publisher} {telling.hours:+}h: {telling.text}", file=sys.stderr)


if __name__ == "__main__":
    main()
