"""Counts in how many news articles each word's stem occurs."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from newsclip.language.tokens import WORD, stem
from newsclip.language.word_frequency import FILE
from training.data import counts, rows

_FEWEST = 3  # stems in fewer articles are left out: they are mostly names and misprints


def count_words(folders: list[Path]) -> dict[str, object]:
    """Writes the counts to the shipped file, and gives the receipt that stands in it."""
    found = rows(folders)
    documents = Counter(word for row in found for word in {stem(w) for w in WORD.findall(row.text) if not w.isdigit()})
    kept = {word: count for word, count in sorted(documents.items()) if count >= _FEWEST}
    receipt = {
        "data": counts(found),
        "least": _FEWEST,
        "words": len(kept),
        "made": datetime.now(UTC).date().isoformat(),
    }
    model = {"documents": len(found), "receipt": receipt, "counts": kept}
    FILE.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return receipt
