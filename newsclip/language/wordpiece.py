"""A text as the pieces of a vocabulary: whole words where it has them, else the longest parts that it has.

WordPiece (Schuster and Nakajima, "Japanese and Korean voice search", 2012) as the uncased BERT models read, less marks.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CONTINUES = "##"  # before a piece that goes on with a word
_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPH = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")  # each is a word: no spaces tell them apart
_LONGEST = 40  # letters; what is longer is an address or a code
_REMEMBERED = 4_096  # words that are not whole in the vocabulary: an article's names come again


class Word(NamedTuple):
    """A word as it is folded, and the places of its pieces in the vocabulary; none where that cannot spell it."""

    text: str
    pieces: tuple[int, ...]
    whole: bool


class WordPieces:
    """The words of any text, by the pieces of a vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """`vocabulary`: in lower case, without accents; a piece that goes on with a word begins with CONTINUES."""
        places = {piece: place for place, piece in enumerate(vocabulary)}
        self._begins = {piece: place for piece, place in places.items() if not piece.startswith(CONTINUES)}
        self._goes_on = {piece[2:]: place for piece, place in places.items() if piece.startswith(CONTINUES)}
        self._broken: dict[str, tuple[int, ...]] = {}

    def words(self, text: str) -> Iterator[Word]:
        """Each word, in order."""
        for word in _WORD.findall(folded(text)):
            place = self._begins.get(word)
            yield Word(word, self._pieces(word), whole=False) if place is None else Word(word, (place,), whole=True)

    def _pieces(self, word: str) -> tuple[int, ...]:
        known = self._broken.get(word)
        if known is None:
            if len(self._broken) >= _REMEMBERED:
                self._broken.clear()
            known = self._broken[word] = self._spelt(word) if len(word) <= _LONGEST else ()
        return known

    def _spelt(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start, known = 0, self._begins
        while start < len(word):
            end = next((end for end in range(len(word), start, -1) if word[start:end] in known), None)
            if end is None:
                return ()
            found.append(known[word[start:end]])
            start, known = end, self._goes_on
        return tuple(found)


def folded(text: str) -> str:
    """In lower case and without accents, with spaces between ideographs."""
    text = text.lower()
    if text.isascii():
        return text
    plain = "".join(letter for letter in unicodedata.normalize("NFD", text) if unicodedata.category(letter) != "Mn")
    return _IDEOGRAPH.sub(r" \1 ", plain)
