"""Words for a picture: which of them the font can draw, and lines that fit, by measured widths."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

_FILE = Path(__file__).parent / "fonts" / "LiberationSerif-Bold.ttf"
LONGEST = 500  # characters that are laid out at most
LEADING = 1.22  # of a line, in sizes of the letters
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_NOWHERE = "\U0010ffff"  # no font has it: what is drawn for it is the box of an unknown character
_UNSEEN = {"Cc", "Cf"}


class Lettering(NamedTuple):
    """Lines of one size, in pixels. `whole`: nothing was cut off."""

    size: int
    lines: tuple[str, ...]
    whole: bool = True

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.size * LEADING)


@lru_cache(32)
def font(size: int) -> ImageFont.FreeTypeFont:
    """The basic layout is the same on every machine; the other one depends on a library that may be missing."""
    return ImageFont.truetype(_FILE, size, layout_engine=ImageFont.Layout.BASIC)


def prepared(text: str) -> str:
    """As it is drawn: on one line, accents joined to their letters, without what nobody sees."""
    seen = "".join(c for c in text[:LONGEST] if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def can_draw(text: str) -> bool:
    """Whether every character of prepared text has its shape, and stands where the basic layout puts it: no box, no
    letter that is written from right to left, no accent that has to find its place.
    """
    return all(map(_has_shape, set(text)))


@lru_cache(4_000)
def _has_shape(character: str) -> bool:
    if character == " ":
        return True
    if unicodedata.combining(character) or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
        return False
    return _shape(character) != _shape(_NOWHERE)


def _shape(character: str) -> tuple[tuple[int, int], bytes]:
    mask = font(24).getmask(character)
    return mask.size, bytes(mask)


def fit(text: str, sizes: Sequence[int], width: int, height: int) -> Lettering:
    """Prepared text in the largest of these sizes in which it fits; cut in the smallest where it fits in none."""
    for size in sizes:
        lettering = Lettering(size, tuple(_lines(text, size, width)))
        if lettering.height <= height:
            return lettering
    room = max(1, int(height / (lettering.size * LEADING)))
    return Lettering(size, (*lettering.lines[: room - 1], _cut(lettering.lines[room - 1], size, width)), whole=False)


def _lines(text: str, size: int, width: int) -> list[str]:
    measure = font(size).getlength
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if measure(longer) <= width:
            lines[-1] = longer
        else:
            lines += _pieces(word, size, width)
    return [line for line in lines if line]


def _pieces(word: str, size: int, width: int) -> list[str]:
    """The word, in as many parts as its width takes."""
    measure = font(size).getlength
    pieces, used = [""], 0.0
    for character in word:
        wide = measure(character)
        if used + wide > width:
            pieces.append("")
            used = 0.0
        pieces[-1] += character
        used += wide
    return pieces


def _cut(line: str, size: int, width: int) -> str:
    measure = font(size).getlength
    while line and measure(line + "…") > width:
        line = line[:-1]
    return line.rstrip() + "…"
