"""Background document frequencies, so that a new index weights its first articles sensibly.

The table holds counts, no text, and is made by `python -m training terms`; its first line says from which data.
"""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("background.en.gz")
TABLES = {"en": TABLE}


@dataclass(frozen=True, slots=True)
class Background:
    """`counts[term]` of `texts` documents contain the term. `receipt` describes the documents."""

    texts: int
    counts: dict[str, int]
    receipt: str = ""


def of(language: str) -> Background | None:
    """The table that is shipped for the language; None where there is none."""
    return read(TABLES[language]) if language in TABLES else None


def read(path: Path = TABLE) -> Background:
    head, *lines = gzip.decompress(path.read_bytes()).decode().split("\n")
    about = json.loads(head)
    pairs = (line.split("\t") for line in lines)
    return Background(about["texts"], {term: int(n) for term, n in pairs}, about["receipt"])
