"""Marks, addresses and code that a model may print only where a passage that is printed has them."""

import re
import unicodedata
from collections.abc import Iterator

from newsclip.kernel.addresses import has_known_suffix

_MARKS = frozenset(" .,;:'’‘“”\"-–—()%")
_CURRENCY = "Sc"
_LONGEST_WORD = 40  # characters: a longer one is a key or a digest
_CODE = re.compile(r"[^\W\d_]:\w|\w\(")  # goes on behind a colon or "("
_RUN = re.compile(r"[\w.-]+")
# labels of a host are at most 63 characters long (RFC 1035)
_HOST = re.compile(r"(?<![^\W_])(?:(?:[^\W_]{1,63}\.){1,9}[^\W\d_]{2,}|\d{1,3}(?:\.\d{1,3}){3})")
_ABBREVIATED = 4  # letters before a full stop, at most: "Supt.Smith"


def strange_character(text: str, held: str) -> str:
    """The first mark that is unusual in a sentence and that the held text has not; "" for none."""
    usual = _MARKS.union(held)
    return next((c for c in text if not c.isalnum() and c not in usual and unicodedata.category(c) != _CURRENCY), "")


def unheld_code(text: str, held: str) -> str:
    """The first word that is an address or code by its look and that the held text has not; "" for none."""
    known, hosts = set(held.split()), set(_runs(held))
    for word in text.split():
        if any(_is_address(run) and run not in hosts for run in _runs(word)):
            return word
        is_code = len(word) > _LONGEST_WORD or _CODE.search(word)
        if is_code and word not in known and word.strip(".,;:\"'“”") not in held:
            return word
    return ""


def _runs(text: str) -> Iterator[str]:
    return (found.group().strip(".-_") for found in _RUN.finditer(text))


def _is_address(run: str) -> bool:
    return any(not _lacks_a_space(host) for host in _HOST.findall(run))


def _lacks_a_space(host: str) -> bool:
    """Whether it is an abbreviation or a number and the next word, "St.Petersburg", that no address ends with."""
    before, after = host.split(".")[-2:]
    short = before.isdigit() or (before[:1].isupper() and len(before) <= _ABBREVIATED)
    return short and after[:1].isupper() and not has_known_suffix(host)
