"""Static word vectors: a weighted mean of a vector for each word, without running a model.

Made by `python -m training vectors` from a sentence model of a clear licence (docs/why/vectors.md).
"""

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from newsclip.language.wordpiece import Word, WordPieces

FOLDER = Path(__file__).parent / "models"
ROWS, VOCABULARY = "word_vectors.npy", "word_vectors.vocabulary.txt"
_DIRECTIONS = 1_024  # two of them make a word's own: half a million pairs
_OWN = 0.7  # how long a word's own direction is beside a usual word's row
_STEM = 5  # letters: forms of one word share its direction


class StaticVectors:
    """An Embedder (language.vectors): the mean of the words' vectors as a unit vector; zeros without words.

    A row is as long as its word is telling, so the mean is a weighted one. A word that the vocabulary does not have
    whole is its pieces, counted as the square root of their number, and a direction of its own, by chance (Kanerva et
    al., "Random indexing of text samples", 2000): so names, and words of other languages, are at least like themselves.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        # Mapped, so that all processes share the rows and the kernel may evict them.
        self._rows: NDArray[np.int8] = np.load(folder / ROWS, mmap_mode="r", allow_pickle=False)
        self._pieces = WordPieces((folder / VOCABULARY).read_text(encoding="utf-8").split("\n"))
        self._own = self._directions()

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self._rows.shape[1]), np.float32)
        for place, text in enumerate(texts):
            words = list(self._pieces.words(text))
            vectors[place] = self._told(words) + self._named([word.text for word in words if not word.whole])
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        lengths[lengths == 0] = 1
        vectors /= lengths
        return vectors

    def _told(self, words: Sequence[Word]) -> NDArray[np.float32]:
        places = [piece for word in words for piece in word.pieces]
        weights = np.array([len(word.pieces) ** -0.5 for word in words for _ in word.pieces], np.float32)
        told: NDArray[np.float32] = weights @ self._rows[places].astype(np.float32)
        return told

    def _named(self, words: Sequence[str]) -> NDArray[np.float32]:
        """The sum of the words' own directions. Numbers have none: they are alike by chance."""
        marks = [crc32(word[:_STEM].encode()) for word in words if word.isalpha()]
        pairs = [place for mark in marks for place in (mark % _DIRECTIONS, mark // _DIRECTIONS % _DIRECTIONS)]
        named: NDArray[np.float32] = self._own[pairs].sum(axis=0)
        return named

    def _directions(self) -> NDArray[np.float32]:
        """Reproducible for ever: numpy guarantees this generator's stream, unlike its newer ones (NEP 19)."""
        made = np.random.RandomState(_DIRECTIONS).standard_normal((_DIRECTIONS, self._rows.shape[1]))
        usual = np.median(np.linalg.norm(self._rows[::16].astype(np.float32), axis=1))  # not all are read for it
        made *= _OWN * usual / np.linalg.norm(made, axis=1, keepdims=True) / np.sqrt(2)
        return made.astype(np.float32)
