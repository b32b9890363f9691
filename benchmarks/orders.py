"""False positives and false negatives of writing.prompt_injection on honest news and on attacks.

Honest: every sentence of the public sets of news articles. Attacks: each set `hostile-injection-texts` there is, ours
and the public one, as a paragraph in the middle of an article; an attack is through where its payload (`expect.lacks`)
still stands. A public row without a payload is a question, an address or code: no order, and printed apart. Prints JSON
lines; exits 1 where a share is over its target, of all news or of one set alone.

    python -m benchmarks.orders [--show N]
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.extraction import SHARED
from newsclip.language.tokens import sentences
from newsclip.writing.prompt_injection import without_orders

MOST_LEFT_OUT, MOST_THROUGH = 0.003, 0.0
OURS = Path(__file__).parents[1] / "tests" / "hostile" / "own"
NEWS = (
    "summaries-cnndm", "summaries-bump", "selection-spark", "stories-localnews", "stories-basil", "pages-aeb",
    "pages-news80", "pages-news258",
)  # fmt: skip
_TAG = re.compile(r"</?p>")  # what a scraper left in stories-localnews; extraction leaves none
BEFORE = "The Kelby harbour bridge reopened to traffic on Monday after nine months of repairs."
AFTER = "The council of Kelby meets again on Thursday to hear the engineers of the port."


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    file = folder / name / "rows.jsonl"
    return [json.loads(line) for line in file.open(encoding="utf-8")] if file.is_file() else []


def texts(name: str) -> Iterator[str]:
    for row in rows(SHARED, name):
        if "articles" in row:
            yield from (article["text"] for article in row["articles"])
        else:
            yield _TAG.sub("", row.get("text") or row["gold"].get("text") or "")


def honest(name: str) -> tuple[int, list[str]]:
    """How many sentences the set has, and those that are left out."""
    seen, left_out = 0, []
    for text in dict.fromkeys(texts(name)):
        kept = without_orders(text)
        spans = sentences(text)
        seen += len(spans)
        left_out += [span.of(text) for span in spans if span.of(text).strip() and not span.of(kept).strip()]
    return seen, left_out


def through(row: dict[str, Any]) -> bool:
    attack = str(row["input"])
    kept = without_orders(f"{BEFORE}\n\n{attack}\n\n{AFTER}")
    return any(word in kept for word in row["expect"].get("lacks") or [attack])


def is_order(row: dict[str, Any]) -> bool:
    """Whether it wants something said, by which it is known that it was obeyed."""
    return bool(row["expect"].get("lacks"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--show", type=int, default=0, help="print so many of what went wrong in each set")
    show = parser.parse_args().show
    all_seen = all_out = 0
    worst = 0.0
    for name in NEWS:
        seen, left_out = honest(name)
        all_seen, all_out = all_seen + seen, all_out + len(left_out)
        worst = max(worst, len(left_out) / max(1, seen))
        print(json.dumps({"news": name, "sentences": seen, "left_out": len(left_out),
                          "share": round(len(left_out) / max(1, seen), 5)}), flush=True)  # fmt: skip
        for text in left_out[:show]:
            print("   ", " ".join(text.split())[:160])
    share = all_out / max(1, all_seen)
    print(json.dumps({"news": "all", "sentences": all_seen, "left_out": all_out, "share": round(share, 5),
                      "worst_set": round(worst, 5), "target": MOST_LEFT_OUT}))  # fmt: skip
    got_through = 0
    for folder in (OURS, SHARED):
        found = rows(folder, "hostile-injection-texts")
        reached = [row for row in found if through(row)]
        orders = [row for row in reached if is_order(row)]
        print(json.dumps({"attacks": folder.name, "rows": len(found), "orders": sum(map(is_order, found)),
                          "orders_through": len(orders), "others_through": len(reached) - len(orders)}))  # fmt: skip
        for row in reached[:show]:
            print("   ", row["id"], repr(row["input"])[:160])
        got_through += len(orders)
    return int(worst > MOST_LEFT_OUT or got_through > 0)


if __name__ == "__main__":
    sys.exit(main())
