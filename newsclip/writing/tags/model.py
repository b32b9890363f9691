"""The shipped category model: a linear classifier on chosen words' TF-IDF and the text's vector. Made by
`python -m training categories`; its receipt lies beside it.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsclip.language.tokens import stem

FILE = Path(__file__).parent.parent / "models" / "categories.npz"
LEAD = 3000  # characters of title and text that are read
VECTOR_WEIGHT = 0.7
TRAINED_ON = frozenset({"en", ""})  # what names no language is read as English
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


def terms(title: str, text: str) -> Counter[str]:
    """The stems of title and lead, the title's twice, and pairs of neighbours ("stock market")."""
    stems = [stem(word) for word in _WORD.findall(f"{title}. {text}"[:LEAD])]
    pairs = [f"{a} {b}" for a, b in pairwise(stems)]
    return Counter(stems) + Counter(pairs) + Counter(stem(word) for word in _WORD.findall(title))


@dataclass(frozen=True, slots=True)
class CategoryModel:
    """`weights[feature, category]`: the rows are the terms in order, then the vector's dimensions."""

    categories: tuple[str, ...]
    places: dict[str, int]
    idf: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def features(self, title: str, text: str, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """One row: sublinear TF-IDF of unit length, then the vector times VECTOR_WEIGHT."""
        row = np.zeros(len(self.places) + len(vector), np.float32)
        for term, count in terms(title, text).items():
            place = self.places.get(term)
            if place is not None:
                row[place] = (1 + math.log(count)) * self.idf[place]
        row /= float(np.linalg.norm(row)) or 1.0
        row[len(self.places) :] = vector * VECTOR_WEIGHT
        return row

    def probabilities(self, title: str, text: str, vector: NDArray[np.float32]) -> dict[str, float]:
        """Each trained category's share; they add up to 1."""
        scores = self.features(title, text, vector) @ self.weights + self.bias
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return {name: float(share) for name, share in zip(self.categories, shares, strict=True)}

    def reasons(self, title: str, text: str, category: str, most: int = 5) -> tuple[str, ...]:
        """The article's terms that speak most for the category, strongest first."""
        column = self.weights[:, self.categories.index(category)]
        counts = terms(title, text)
        told = [(counts[t] * self.idf[p] * column[p], t) for t, p in self.places.items() if t in counts]
        return tuple(term for weight, term in sorted(told, key=lambda pair: (-pair[0], pair[1]))[:most] if weight > 0)


@cache
def category_model() -> CategoryModel:
    """The shipped model. The file holds arrays and text only (no pickle)."""
    with np.load(FILE, allow_pickle=False) as file:
        names = file["terms"].tobytes().decode().split("\n")
        return CategoryModel(
            categories=tuple(file["categories"].tobytes().decode().split("\n")),
            places={term: place for place, term in enumerate(names)},
            idf=file["idf"].astype(np.float32),
            weights=file["weights"].astype(np.float32),
            bias=file["bias"].astype(np.float32),
        )
