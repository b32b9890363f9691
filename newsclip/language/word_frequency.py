"""How common a word is in news: document frequencies counted over news articles, shipped with their receipt."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

COUNTED_LANGUAGES = frozenset({"en"})  # of the articles in which words were counted
FILE = Path(__file__).parent / "models" / "news_words.json"


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of `documents` articles each stem occurs; a stem that is absent occurs in none."""

    documents: int
    counts: Mapping[str, int]

    def idf(self, stem: str) -> float:
        """Inverse document frequency (Spärck Jones 1972), natural logarithm, never below zero."""
        return max(0.0, math.log((self.documents + 1) / (self.counts.get(stem, 0) + 0.5)))


@cache
def news_frequencies() -> Frequencies:
    model = json.loads(FILE.read_text(encoding="utf-8"))
    return Frequencies(model["documents"], model["counts"])
