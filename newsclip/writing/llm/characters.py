"""Marks, addresses and code that a model may print only where a passage that is printed has them."""

import re
import unicodedata

_MARKS = frozenset(" .,;:'’‘“”\"-–—()%")
_CURRENCY = "Sc"
_LONGEST_WORD = 40  # characters: a longer one is a key or a digest
# what has two letters on both sides of a full stop, as no abbreviation has, or goes on behind a colon or "("
_ADDRESS = re.compile(r"[^\W\d_]{2}\.[^\W\d_]{2}|[^\W\d_]:\w|\w\(")


def strange_character(text: str, held: str) -> str:
    """The first mark that is unusual in a sentence and that the held text has not; "" for none."""
    usual = _MARKS.union(held)
    return next((c for c in text if not c.isalnum() and c not in usual and unicodedata.category(c) != _CURRENCY), "")


def unheld_code(text: str, held: str) -> str:
    """The first word that is an address or code by its look and that the held text has not; "" for none."""
    known = set(held.split())
    codes = (word for word in text.split() if len(word) > _LONGEST_WORD or _ADDRESS.search(word))
    return next((word for word in codes if word not in known and word.strip(".,;:\"'“”") not in held), "")
