"""Checks over all given articles that the extractive writer publishes no word that its passages lack.

    python -m benchmarks.unsupported [--limit N] [--every N] [--show N] SET…

SET is a folder of the shared data: pages-* (read from the page), stories-* and summaries-* (texts). Every article gives
a clip of its own. A word counts as supported when a passage that its sentence cites holds it; that count knows nothing
of the verifier; `refused` is what the gate kept from being published, `withheld` whole clips. Prints JSON lines; exits
1 where one word is not supported.
"""

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsclip.articles.rules import extract
from newsclip.evidence.document import Document, SourceArticle
from newsclip.evidence.edits import ROLE
from newsclip.evidence.serialization import clip_id
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.visitor import quotations, sentences
from newsclip.kernel.reasons import Refused, message
from newsclip.kernel.spans import Passage
from newsclip.wiring import parser, writer
from newsclip.writing.ports import Assigned

SHARED = Path(os.environ.get("NEWSCLIP_SHARED", Path(__file__).parents[2] / "shared")) / "data"
SETS = (
    "pages-aeb", "pages-dates", "pages-news258", "pages-news80", "stories-allsides-dated", "stories-allsides-undated",
    "stories-basil", "stories-localnews", "stories-mds-ac-en", "summaries-bump", "summaries-cnndm",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


def article_of(row: Mapping[str, Any], folder: Path) -> SourceArticle | None:
    """The row's article; None where its page holds none."""
    name, url = str(row["id"]), str(row.get("url") or "")
    when = datetime(2026, 1, 2, 12, tzinfo=UTC)
    if "path" not in row:
        return SourceArticle(name, 1, str(row.get("title") or ""), row["text"], url, "Example", when, name)
    raw = (folder / row["path"]).read_bytes()
    try:
        read = extract(gzip.decompress(raw) if row["path"].endswith(".gz") else raw, url)
    except Refused:
        return None
    return SourceArticle(
        name, 1, read.title, read.text, url, read.site, read.published or when, name, language=read.language
    )


def unsupported(document: Document, article: SourceArticle) -> Iterator[str]:
    """The words of the clip that no passage cited for them holds; a role heading's words are ours."""
    told = [(s.text, s.evidence) for s in sentences(document) if ROLE not in s.edits]
    told += [(" ".join(filter(None, (q.text, q.speaker, q.role))), q.evidence) for q in quotations(document)]
    for text, evidence in told:
        held = {word for passage in evidence for word in _words(_of(passage, article))}
        yield from (word for word in _words(text) if word not in held)


def _of(passage: Passage, article: SourceArticle) -> str:
    return passage.span.of(article.title if passage.part == "title" else article.text)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def run(name: str, limit: int | None, every: int, show: int) -> bool:
    """Write a clip of every article of the set; whether every word of them all is supported."""
    write, count, wrong, refused = writer(), Counter[str](), list[str](), list[str]()
    folder = SHARED / name
    rows = (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()[:limit:every]
    for row in map(json.loads, rows):
        article = article_of(row, folder)
        count["articles"] += article is not None
        if article is None or not article.text.strip():
            continue
        try:
            draft = write(Assigned(clip_id(article.id), article.id, "", 1, (article,)))
            document = supported_only(draft, [article], parser())
        except Refused as none:
            count["withheld"] += none.code == "not_supported"
            refused += [f"{article.id}: {none}"] if none.code == "not_supported" else []
            continue
        said = " ".join([*(s.text for s in sentences(document)), *(q.text for q in quotations(document))])
        words = list(unsupported(document, article))
        told = document.receipt.refused
        count.update(clips=1, words=len(_words(said)), unsupported=len(words), refused=len(told))
        wrong += [f"{article.id}: {word}" for word in words]
        refused += [f"{article.id}: {one.sentence} [{message(one.reason)}]" for one in told]
    keys = ("articles", "clips", "withheld", "words", "unsupported", "refused")
    print(json.dumps({"set": name, **{key: count[key] for key in keys}}), flush=True)
    for line in [*wrong, *refused][:show]:
        print(line, file=sys.stderr)
    return not wrong


if __name__ == "__main__":
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--limit", type=int, default=None, help="the first so many rows of each set")
    asking.add_argument("--every", type=int, default=1, help="one row in so many")
    asking.add_argument("--show", type=int, default=20, help="print so many unsupported words and refusals of each set")
    asking.add_argument("sets", nargs="*", default=SETS)
    asked = asking.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"NO SHARED DATA at {SHARED}: set NEWSCLIP_SHARED to the folder that holds data/")
    fine = [run(name, asked.limit, asked.every, asked.show) for name in asked.sets]
    sys.exit(0 if all(fine) else 1)
