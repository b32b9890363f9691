"""Near-duplicates: wire texts, reprints and rewrites of one text count as one report.

Three tests, from cheap to expensive: the same normalized text, the same first 60 words, and common word 3-grams
(MinHash: A. Broder, On the resemblance and containment of documents, 1997).
"""

import hashlib
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules.origins import NOWHERE, Origin, origin, tie
from newsclip.stories.rules.terms import plain

type Hashes = NDArray[np.uint8]

OPENING_WORDS = 60  # see docs/why/grouping.md
FEWEST_WORDS = 30  # below this only identical words are a copy: a few 3-grams prove nothing
MOST_WORDS = 2_000  # bounds the 3-grams of one text
ALIKE = 0.35  # Jaccard; measured in docs/why/grouping.md
ALIKE_IF_TIED = 0.3  # with the same agency, owner or first publisher; still more than two long quotations in common
CONTAINED = 0.5  # share of the shorter text, if the openings are equal
PERMUTATIONS = 64  # an estimate within about .06 (1 / (2 sqrt 64))
_RANDOM = np.random.default_rng(20_250_101)
_FACTORS = _RANDOM.integers(0, 1 << 63, (PERMUTATIONS, 1), dtype=np.uint64) | np.uint64(1)
_OFFSETS = _RANDOM.integers(0, 1 << 63, (PERMUTATIONS, 1), dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is stored of a text to recognize its copies: two hashes, 64 minima, the number of 3-grams, the origin."""

    whole: int
    opening: int
    minima: Hashes | None
    grams: int
    origin: Origin = NOWHERE


def fingerprint(title: str, text: str, publisher: str = "", owner: str = "") -> Fingerprint:
    """The text's fingerprint; the title's if there is no text."""
    words = plain((text or title).lower())
    whole = _digest(words)
    if len(words) < FEWEST_WORDS:
        return Fingerprint(whole, whole, None, 0)
    grams = _grams(words[:MOST_WORDS])
    opening = _digest(words[:OPENING_WORDS])
    return Fingerprint(whole, opening, _minima(grams), len(grams), origin(text, publisher, owner))


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """The estimated Jaccard similarity of the 3-grams, in [0, 1]; 1 if the normalized texts are equal."""
    if one.whole == other.whole:
        return 1.0
    if one.minima is None or other.minima is None:
        return 0.0
    return float((one.minima == other.minima).mean())


def is_copy(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether both are the same report."""
    alike = likeness(one, other)
    if alike >= (ALIKE_IF_TIED if tie(one.origin, other.origin) else ALIKE):
        return True
    return one.opening == other.opening and _contained(alike, one.grams, other.grams) >= CONTAINED


def explained(copy: Fingerprint, original: Fingerprint) -> dict[str, Any]:
    """Why one text is a copy of another: {"sign", "alike", "tie", "credit"}.

    `sign` is "text" (the same normalized words), "opening" (the same first 60 words, and the rest contained) or
    "phrases" (common word 3-grams); `alike` the estimated Jaccard similarity of the 3-grams; `tie` what connects the
    two publishers (see origins.tie), or ""; `credit` the agency that both name, or "".
    """
    sign = "text" if copy.whole == original.whole else "opening" if copy.opening == original.opening else "phrases"
    tied = tie(copy.origin, original.origin)
    both = copy.origin.credit if tied == "agency" and copy.origin.credit == original.origin.credit else ""
    return {"sign": sign, "alike": round(likeness(copy, original), 3), "tie": tied, "credit": both}


def _contained(jaccard: float, one: int, other: int) -> float:
    """The share of the shorter text that the longer contains: an equal beginning alone may be a
    publisher's preamble.
    """
    return jaccard * (one + other) / (1 + jaccard) / min(one, other)


def _digest(words: list[bytes]) -> int:
    return int.from_bytes(hashlib.blake2b(b" ".join(words), digest_size=8).digest())


def _grams(words: list[bytes]) -> NDArray[np.uint64]:
    """A 64-bit number for each 3-gram. The multipliers are odd and unrelated, so that word order matters."""
    one = np.fromiter(map(zlib.crc32, words), np.uint64, len(words))
    mixed = (
        one[:-2] * np.uint64(0x9E3779B97F4A7C15)
        + one[1:-1] * np.uint64(0xC2B2AE3D27D4EB4F)
        + one[2:] * np.uint64(0x165667B19E3779F9)
    )
    grams: NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(29))
    return grams


def _minima(grams: NDArray[np.uint64]) -> Hashes:
    """The minimum of each of 64 hash functions over the 3-grams; 8 bits of each are enough.

    P. Li and A. C. König, b-Bit Minwise Hashing, WWW 2010.
    """
    hashed = _FACTORS * grams
    hashed += _OFFSETS
    minima: Hashes = (hashed.min(axis=1) >> np.uint64(32)).astype(np.uint8)
    return minima
