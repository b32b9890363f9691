"""Count the needs that clips leave unmet: "the cellar", "Holm", "HPA", "too", "There was one problem".

    python -m benchmarks.reading [SET...] [--newsclip COMMAND] [--clips FILE] [--show N] [--per-kind]

SET: a folder of ../shared/data with `rows.jsonl`, of single articles or of stories. Its clips are written by
`newsclip write`, or by another COMMAND, or read from FILE, what that printed (lines with `articles` and `clip`).
Prints a JSON line of figures for each set and for all; exits 1 where more than 2 needs in 100 clips are unmet.
"""

import argparse
import json
import shlex
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.reading.clip_sentences import articles_of, read_clip
from benchmarks.reading.unmet import Unmet, unmet_needs
from newsclip import wiring

SHARED = Path(__file__).parents[3] / "shared" / "data"
SETS = (
    "pages-news258", "summaries-bump", "selection-spark", "stories-basil", "stories-localnews", "stories-mds-ac-en",
)  # fmt: skip
MOST = 2.0  # unmet needs in 100 clips
_SHORTEST, _MOST_ARTICLES = 80, 12  # words of an article; articles of a story

type Row = Mapping[str, Any]


def rows_of(name: str) -> Iterator[Row]:
    """The set's stories, or its articles each as a story of its own, as `newsclip write` takes them."""
    found = [json.loads(line) for line in (SHARED / name / "rows.jsonl").read_text("utf-8").split("\n") if line]
    if "articles" in found[0]:
        yield from ({"id": row["id"], "articles": row["articles"]} for row in found)
        return
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        text = row.get("text") or row.get("gold", {}).get("text") or ""
        if len(text.split()) >= _SHORTEST:
            grouped[str(row.get("gold", {}).get("story") or row["id"])].append({**row, "text": text})
    for story, articles in grouped.items():
        if len(articles) <= _MOST_ARTICLES:
            yield {"id": story, "articles": [_article(one) for one in articles]}


def _article(row: Row) -> Row:
    return {
        "id": str(row["id"]),
        "title": row.get("title") or row.get("gold", {}).get("title") or "",
        "text": row["text"],
        "url": row.get("url") or f"https://outlet.example/{row['id']}",
        "publisher": row.get("publisher") or "The Outlet",
        "published": row.get("published") or "2026-01-02T12:00:00+00:00",
    }


def written(command: str, rows: Iterable[Row]) -> Iterator[Row]:
    given = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    ran = subprocess.run([*shlex.split(command), "write"], input=given, capture_output=True, text=True, check=False)
    yield from map(json.loads, filter(None, ran.stdout.split("\n")))


def needs_in(row: Row) -> list[Unmet]:
    clip = row["clip"]
    return list(unmet_needs(read_clip(clip), articles_of(row, clip["language"]), wiring.parser()))


def report(name: str, rows: Iterable[Row], show: int) -> tuple[int, int]:
    """Print the set's figures, and `show` needs drawn by chance; how many clips, and how many needs."""
    clips = 0
    found: list[tuple[str, Unmet]] = []
    for row in rows:
        if row.get("clip"):
            clips += 1
            found.extend((row["id"], one) for one in needs_in(row))
    kinds = Counter(one.kind for _, one in found)
    print(json.dumps({"set": name, "clips": clips, "unmet": len(found), **_rate(clips, len(found)), **kinds}))
    for story, one in Random(name).sample(found, min(show, len(found))):
        print(f"{one.kind:9} {one.term!r:24} {story}: {one.said.text}", file=sys.stderr)
    return clips, len(found)


def _rate(clips: int, needs: int) -> dict[str, float]:
    return {"in_100_clips": round(100 * needs / max(1, clips), 1)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", default=SETS)
    parser.add_argument("--newsclip", default="newsclip", metavar="COMMAND")
    parser.add_argument("--clips", type=Path, metavar="FILE")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    asked = parser.parse_args()
    if asked.clips:
        lines = asked.clips.read_text("utf-8").split("\n")
        totals = [report(asked.clips.stem, map(json.loads, filter(None, lines)), asked.show)]
    else:
        totals = [report(name, written(asked.newsclip, rows_of(name)), asked.show) for name in asked.sets]
    clips, needs = (sum(column) for column in zip(*totals, strict=True))
    rate = _rate(clips, needs)
    print(json.dumps({"set": "all", "clips": clips, "unmet": needs, **rate, "target": MOST}))
    sys.exit(0 if rate["in_100_clips"] <= MOST else 1)


if __name__ == "__main__":
    main()
