"""Compares our extraction with trafilatura, page by page in one run: F1, metadata, CPU ratios.

    python -m benchmarks.extraction [SET…]

SET is a folder of the shared data (pages-*; see NEWSCLIP_SHARED). `f1` is over runs of four words, precision and recall
averaged over pages. `body` is our reading of the text alone against trafilatura's, `whole` that of text and metadata:
how many times cheaper ours is. What libraries load on first use is not counted on either side. Prints JSON
lines, each with the figures that `missed` their target; exits 1 where there are any. `wrong_day`: pages that are given
a day which is not theirs, rather than none.
"""

import argparse
import gzip
import json
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import trafilatura

from newsclip.articles.ports import Extracted
from newsclip.articles.rules import extract, extract_text

SHARED = Path(os.environ.get("NEWSCLIP_SHARED", Path(__file__).parents[2] / "shared")) / "data"
WORD = re.compile(r"\w+")
TARGETS: dict[str, dict[str, float]] = {
    "pages-aeb": {"f1": 0.973, "body": 6, "whole": 5},
    "pages-news80": {"f1": 0.963, "body": 6, "whole": 5},
    "pages-news258": {"f1": 0.956, "day": 0.988, "title": 0.86, "authors": 0.88, "body": 6, "whole": 5},
    "pages-dates": {"day": 0.92, "body": 6, "whole": 5},
    "pages-wcxb-dev": {"f1": 0.96, "title": 0.86},
}
AT_MOST: dict[str, dict[str, float]] = {"pages-news258": {"wrong_day": 0.012}, "pages-dates": {"wrong_day": 0.04}}


@dataclass
class Tally:
    """Sums over pages: precision and recall of text, hits of metadata, CPU seconds."""

    text: list[tuple[float, float]] = field(default_factory=list)
    hits: dict[str, list[bool]] = field(default_factory=dict)

    def add(self, gold: dict[str, Any], text: str, told: dict[str, str]) -> None:
        if gold.get("text"):
            self.text.append(agreement(gold["text"], text))
        for name, right in answers(gold).items():
            self.hits.setdefault(name, []).append(told[name] == right)
            if name == "day":
                self.hits.setdefault("wrong_day", []).append(told[name] not in {"", right})

    def figures(self) -> dict[str, float]:
        shares = {name: round(mean([float(hit) for hit in hits]), 4) for name, hits in self.hits.items()}
        if not self.text:
            return shares
        precision, recall = mean([p for p, _ in self.text]), mean([r for _, r in self.text])
        return {"f1": round(2 * precision * recall / (precision + recall), 4), **shares}


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def agreement(gold: str, text: str) -> tuple[float, float]:
    want, have = runs(gold), runs(text)
    common = (want & have).total()
    return common / max(1, have.total()), common / max(1, want.total())


def plain(words: str | None) -> str:
    return " ".join(WORD.findall((words or "").lower()))


def names(authors: list[str]) -> str:
    return "|".join(sorted({plain(name) for name in authors} - {""}))


def answers(gold: dict[str, Any]) -> dict[str, str]:
    """What the set knows of a page, in the form it is compared in."""
    known = {}
    if isinstance(gold.get("published"), str):
        known["day"] = gold["published"][:10]
    if gold.get("title"):
        known["title"] = plain(gold["title"])
    if gold.get("authors") is not None:
        known["authors"] = names(gold["authors"])
    return known


def ours(found: Extracted) -> dict[str, str]:
    day = found.published.isoformat()[:10] if found.published else ""
    return {"day": day, "title": plain(found.title), "authors": names(list(found.authors))}


def theirs(html: str, url: str) -> dict[str, str]:
    document = trafilatura.bare_extraction(html, url=url, include_comments=False, with_metadata=True)
    told = document if isinstance(document, dict) else document.as_dict() if document else {}
    return {
        "day": (told.get("date") or "")[:10],
        "title": plain(told.get("title")),
        "authors": names((told.get("author") or "").split("; ")),
    }


def timed[Result](work: Callable[[], Result]) -> tuple[Result, float]:
    began = process_time()
    return work(), process_time() - began


def warm_up() -> None:
    """Make both load what they load late: trafilatura, htmldate and its languages, the list of public suffixes."""
    link = '<p>As <a href="https://post.example/">others</a> say.'
    page = '<p class="date">on the 12 at 10:30 or so</p>' + link + "<p>The train was late again. " * 20
    extract(page, "https://gazette.example/")
    theirs(page, "")


def measure(name: str) -> bool:
    """Read one set; whether its targets are met."""
    us, them = Tally(), Tally()
    cpu = dict.fromkeys(("ours", "our text", "text", "whole"), 0.0)
    order = random.Random(7)
    for line in (SHARED / name / "rows.jsonl").read_text(encoding="utf-8").strip().split("\n"):
        row = json.loads(line)
        raw = gzip.decompress((SHARED / name / row["path"]).read_bytes())
        html, url = raw.decode("utf-8", "replace"), row.get("url") or ""
        found: dict[str, Any] = {}
        jobs: dict[str, Callable[[], Any]] = {
            "ours": partial(extract, raw, url),
            "our text": partial(extract_text, raw, url),
            "text": partial(trafilatura.extract, html, include_comments=False),
            "whole": partial(theirs, html, url),
        }
        for job in order.sample(sorted(jobs), len(jobs)):
            found[job], spent = timed(jobs[job])
            cpu[job] += spent
        us.add(row["gold"], found["ours"].text, ours(found["ours"]))
        them.add(row["gold"], found["text"] or "", found["whole"])
    return report(name, us.figures(), them.figures(), cpu)


def report(name: str, us: dict[str, float], them: dict[str, float], cpu: dict[str, float]) -> bool:
    ratios = {"body": round(cpu["text"] / cpu["our text"], 2), "whole": round(cpu["whole"] / cpu["ours"], 2)}
    least, most, figures = TARGETS.get(name, {}), AT_MOST.get(name, {}), us | ratios
    missed = [figure for figure in least if figures[figure] < least[figure]]
    missed += [figure for figure in most if figures[figure] > most[figure]]
    told = {"set": name, "ours": us, "trafilatura": them, **ratios, "targets": least, "at_most": most}
    print(json.dumps(told | {"missed": missed, "met": not missed}), flush=True)
    return not missed


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=sorted(TARGETS))
    warm_up()
    met = [measure(name) for name in parser.parse_args().sets]
    sys.exit(0 if all(met) else 1)
