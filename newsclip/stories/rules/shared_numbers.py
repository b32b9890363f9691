"""The numbers of a text: they stand alike in all languages, whatever script its words are in."""

import re
import zlib

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.uint32]

KEPT = 24  # of a text, the longest: 96 bytes an article
LOOKED_AT = 2_000  # characters
_SMOOTHED = 2.0  # one short number in common of two or three says little
_NUMBER = re.compile(r"\d(?:[\d.,:]{0,18}\d)?")
_GROUPS = re.compile(r"[.,:](?=\d{3}(?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WEIGHT = 7  # the low bits of a number's hash hold its weight, in halves
NONE: Numbers = np.zeros(0, np.uint32)


def numbers_of(title: str, text: str) -> Numbers:
    """Hashes of the numbers of two digits and more in a title and the beginning of a text, with their weights.

    "14,000", "14.000" and "14 000" are one number, unless a space parts it. A longer number weighs more, a year little.
    """
    found = {plain for number in _NUMBER.findall(f"{title}\n{text[:LOOKED_AT]}") if len(plain := _plain(number)) > 1}
    heaviest = sorted(found, key=lambda number: (-_weight(number), number))[:KEPT]
    return np.fromiter(
        ((zlib.crc32(number.encode()) & ~_WEIGHT) | _weight(number) for number in heaviest), np.uint32, len(heaviest)
    )


def overlap(one: Numbers, other: Numbers) -> float:
    """How much of the numbers of the text with fewer of them is in the other, in [0, 1)."""
    shared = np.intersect1d(one, other)
    if not len(shared):
        return 0.0
    return _total(shared) / (_SMOOTHED + min(_total(one), _total(other)))


def common_share(one: Numbers, other: Numbers) -> tuple[float, float]:
    """How much of the numbers of both is in both, in [0, 1], and what those weigh."""
    shared = _total(np.intersect1d(one, other))
    return (shared / (_total(one) + _total(other) - shared) if shared else 0.0), shared


def _total(numbers: Numbers) -> float:
    return float((numbers & _WEIGHT).sum()) / 2


def _plain(number: str) -> str:
    """In digits 0 to 9, without signs between thousands."""
    digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in number)
    return _GROUPS.sub("", digits).replace(",", ".").replace(":", ".")


def _weight(number: str) -> int:
    """In halves: a year .5, two digits 1, three 2, up to 3.5."""
    return 1 if _YEAR.fullmatch(number) else min(_WEIGHT, 2 * (len(number.replace(".", "")) - 1))
