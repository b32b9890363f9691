"""The quality of clips beside baselines: summaries beside the articles' first 60 words, quotations, topics.

    python -m benchmarks.writing [--limit N]

Runs the filters over the shared data and scores them as its `score.py` does. Prints a JSON line a figure with its
target; exits 1 where one falls short. Categories are given as the receipt of the shipped model has them: on rows that
were held out, because the model was then trained on all rows.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from newsclip.cli.filters import quotes, tags, write
from newsclip.kernel.reasons import Refused
from newsclip.writing.tags.model import FILE

SHARED = Path(os.environ.get("NEWSCLIP_SHARED", Path(__file__).parents[2] / "shared"))
ABOVE_THE_LEAD = 0.010
QUOTES = {"verbatim": 1.0, "recall": 0.97, "speaker_precision": 0.985, "speaker_coverage": 0.76}
KEYPHRASES = {"f1@10": 0.16}  # the gold is mostly single words, 49 an article
CATEGORIES = {"categories-bbc": 0.95, "categories-agnews": 0.86}

type Row = dict[str, Any]
type Figure = tuple[str, str, float, float, dict[str, float]]  # set, figure, value, target, beside it


def rows(name: str, limit: int | None) -> list[Row]:
    lines = (SHARED / "data" / name / "rows.jsonl").read_text(encoding="utf-8").splitlines()[:limit]
    return [json.loads(line) for line in lines]


def scorer() -> ModuleType:
    spec = spec_from_file_location("score", SHARED / "measure/score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"NO SCORER at {SHARED}/measure")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answered(given: list[Row], ask: Callable[[Row], Row]) -> Iterator[tuple[Row, Row]]:
    """Each row with what the filter says to it, nothing where it refuses; the gold is not passed on."""
    for row in given:
        try:
            yield row, ask({key: value for key, value in row.items() if key != "gold"})
        except Refused:
            yield row, {}


def as_story(row: Row) -> Row:
    article = {
        "id": row["id"],
        "title": "",
        "text": row["text"],
        "url": "https://paper.example/1",
        "publisher": "Paper",
    }
    return {"id": row["id"], "articles": [article | {"published": "2026-01-02T12:00:00+00:00"}]}


def summaries(score: ModuleType, limit: int | None) -> Iterator[Figure]:
    clip = write.make()
    for name in ("summaries-cnndm", "summaries-bump"):
        given = rows(name, limit)
        said = []
        for row, answer in answered(given, lambda row: clip(as_story(row))):
            made = answer.get("clip") or {}
            said.append((row, {"clip": made | {"summary": made["summary"]["text"]} if made else {}}))
        own = score.summary(said)["rouge1"]
        lead = score.summary([(row, {"text_out": " ".join(row["text"].split()[:60])}) for row in given])["rouge1"]
        yield name, "rouge1", own, round(lead + ABOVE_THE_LEAD, 4), {"first_60_words": round(lead, 4)}


def quotations(score: ModuleType, limit: int | None) -> Iterator[Figure]:
    figures = score.quotes(list(answered(rows("quotes-polnear", limit), quotes.make())))
    yield from (("quotes-polnear", name, figures[name], target, {}) for name, target in QUOTES.items())


def topics(score: ModuleType, limit: int | None) -> Iterator[Figure]:
    figures = score.keyphrases(list(answered(rows("keyphrases-kpcrowd", limit), tags.make())))
    yield from (("keyphrases-kpcrowd", name, figures[name], target, {}) for name, target in KEYPHRASES.items())
    held = json.loads(FILE.with_suffix(".receipt.json").read_text(encoding="utf-8"))["accuracy_on_held_out"]
    yield from ((name, "accuracy_held_out", held[name], target, {}) for name, target in CATEGORIES.items())


def run(limit: int | None) -> bool:
    """Print every figure; whether all targets are met."""
    fine, score = True, scorer()
    for part in (summaries, quotations, topics):
        for name, figure, value, target, beside in part(score, limit):
            met = round(value, 4) >= target
            fine = fine and met
            line = {"set": name, "figure": figure, "value": round(value, 4), **beside, "target": target, "met": met}
            print(json.dumps(line), flush=True)
    return fine


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=None, help="rows of each set")
    asked = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"NO SHARED DATA at {SHARED}: set NEWSCLIP_SHARED to the folder that holds data/ and measure/")
    sys.exit(0 if run(asked.limit) else 1)
