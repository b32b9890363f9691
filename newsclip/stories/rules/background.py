"""Background document frequencies, so that a new index weights its first articles sensibly.

The table holds counts, no text. Its first line and docs/why/grouping.md say how it was made.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsclip.stories.rules.terms import terms

TABLE = Path(__file__).with_name("background.en.gz")
TABLES = {"en": TABLE}


@dataclass(frozen=True, slots=True)
class Background:
    """`counts[term]` of `texts` documents contain the term. `receipt` describes the documents."""

    texts: int
    counts: dict[str, int]
    receipt: str = ""


def count(texts: Iterable[str], *, least: int = 3, receipt: str = "") -> Background:
    """Count terms over English texts; terms in fewer than `least` of them are dropped."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(set(terms(text)))
    return Background(total, {term: n for term, n in counts.items() if n >= least}, receipt)


def write(background: Background, path: Path) -> None:
    """Write one line of JSON about the table, then `term<tab>count` lines, the most frequent first. Deterministic."""
    head = json.dumps({"texts": background.texts, "receipt": background.receipt})
    ordered = sorted(background.counts.items(), key=lambda item: (-item[1], item[0]))
    lines = [head, *(f"{term}\t{n}" for term, n in ordered)]
    path.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))


def of(language: str) -> Background | None:
    """The table that is shipped for the language; None where there is none."""
    return read(TABLES[language]) if language in TABLES else None


def read(path: Path = TABLE) -> Background:
    head, *lines = gzip.decompress(path.read_bytes()).decode().split("\n")
    about = json.loads(head)
    pairs = (line.split("\t") for line in lines)
    return Background(about["texts"], {term: int(n) for term, n in pairs}, about["receipt"])
