"""Counts in how many English news texts each term occurs: the background of newsclip/stories/rules."""

import gzip
import json
from collections import Counter
from pathlib import Path

from newsclip.stories.rules.background import TABLE
from newsclip.stories.rules.terms import terms
from training.data import counts, rows

_FEWEST = 3  # texts; rarer terms are left out
_WORDS = 400  # of each text


def count_terms(folders: list[Path], path: Path = TABLE) -> dict[str, object]:
    """Writes a line of JSON about the table, then `term<tab>count` lines, the most frequent first. Gives that line."""
    found = rows(folders)
    documents = Counter(term for row in found for term in set(terms(" ".join(row.text.split()[:_WORDS]))))
    kept = sorted((-count, term) for term, count in documents.items() if count >= _FEWEST)
    of = f"Terms of English news texts, first {_WORDS} words: {', '.join(counts(found))}"
    head = {"texts": len(found), "receipt": f"{of}; a term counts from {_FEWEST} texts on."}
    lines = [json.dumps(head), *(f"{term}\t{-count}" for count, term in kept)]
    path.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    return head
