"""How many news texts hold a term: what a stream starts from, so that its first articles are weighed sensibly.

The table holds counts, no text. How it was made is in its first line and in docs/why/grouping.md.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsclip.stories.rules.terms import terms

TABLE = Path(__file__).with_name("background.en.gz")


@dataclass(frozen=True, slots=True)
class Background:
    """`counts[term]` of `texts` texts hold the term. `receipt` says which texts, in words."""

    texts: int
    counts: dict[str, int]
    receipt: str = ""


def count(texts: Iterable[str], *, least: int = 3, receipt: str = "") -> Background:
    """Count terms over English texts; a term in fewer than `least` of them is left out."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(set(terms(text)))
    return Background(total, {term: n for term, n in counts.items() if n >= least}, receipt)


def write(background: Background, path: Path) -> None:
    """One line of JSON about the table, then `term<tab>count` a line, the commonest first; the same bytes each time."""
    head = json.dumps({"texts": background.texts, "receipt": background.receipt})
    ordered = sorted(background.counts.items(), key=lambda item: (-item[1], item[0]))
    lines = [head, *(f"{term}\t{n}" for term, n in ordered)]
    path.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))


def read(path: Path = TABLE) -> Background:
    head, *lines = gzip.decompress(path.read_bytes()).decode().split("\n")
    about = json.loads(head)
    pairs = (line.split("\t") for line in lines)
    return Background(about["texts"], {term: int(n) for term, n in pairs}, about["receipt"])
