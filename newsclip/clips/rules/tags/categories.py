"""Which category an article belongs to: the publisher's own section votes first, then the model, then descriptions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

import numpy as np
from numpy.typing import NDArray

from newsclip.clips.ports import Embedder
from newsclip.clips.rules.tags.model import LEAD, category_model
from newsclip.clips.rules.tags.taxonomy import GENERAL, TAXONOMY, Category, voted

_VOTE = 0.6  # a vote's share of the score: the model alone cannot overrule it
_UNSURE = 0.12  # General's score beside shares that add up to one
_SHARPNESS = 14.0  # of likeness to descriptions; chosen on the training data's held part


@dataclass(frozen=True, slots=True)
class Categorised:
    """`scores` add up to 1, best first. `by`: "section", "address", "model" or "none"."""

    category: str
    scores: tuple[tuple[str, float], ...]
    by: str
    reasons: tuple[str, ...] = ()


def categorise(  # noqa: PLR0913
    title: str,
    text: str,
    *,
    embedder: Embedder,
    language: str = "en",
    section: str = "",
    url: str = "",
    taxonomy: tuple[Category, ...] = TAXONOMY,
) -> Categorised:
    """The article's category. What is not English is judged by the publisher's section and address alone."""
    vote, by = _vote(section, url, taxonomy)
    english = language[:2] in {"en", ""}
    shares = _shares(title, text, embedder, taxonomy) if english else {GENERAL: 1.0}
    if vote:
        shares = {name: (1 - _VOTE) * share for name, share in shares.items()}
        shares[vote] = shares.get(vote, 0.0) + _VOTE
    ranked = tuple(sorted(shares.items(), key=lambda pair: (-pair[1], pair[0])))
    best = ranked[0][0]
    model = category_model()
    known = english and best in model.categories
    return Categorised(best, ranked, by or ("model" if english else "none"), _reasons(title, text, best) if known else ())


def _reasons(title: str, text: str, category: str) -> tuple[str, ...]:
    return category_model().reasons(title, text, category)


def _vote(section: str, url: str, taxonomy: tuple[Category, ...]) -> tuple[str, str]:
    by_section = voted(section, taxonomy)
    if by_section:
        return by_section, "section"
    folders = [part for part in unquote(urlsplit(url).path).split("/")[:-1] if 0 < len(part) < 30][:3]
    for folder in folders:
        by_address = voted(folder, taxonomy)
        if by_address:
            return by_address, "address"
    return "", ""


def _shares(title: str, text: str, embedder: Embedder, taxonomy: tuple[Category, ...]) -> dict[str, float]:
    """The untrained categories' shares come from their descriptions; the model divides the rest."""
    vector = embedder([f"{title}. {text}"[:LEAD]])[0]
    described = _described(vector, embedder, taxonomy)
    trained = category_model().probabilities(title, text, vector)
    trained = {name: share for name, share in trained.items() if name in described}
    left = sum(described[name] for name in trained)
    whole = sum(trained.values()) or 1.0
    shares = {n: left * trained[n] / whole if n in trained else share for n, share in described.items()}
    total = sum(shares.values()) + _UNSURE
    return {GENERAL: _UNSURE / total, **{name: share / total for name, share in shares.items()}}


def _described(vector: NDArray[np.float32], embedder: Embedder, taxonomy: tuple[Category, ...]) -> Mapping[str, float]:
    names = tuple(category.name for category in taxonomy if category.description)
    if not names:
        return {}
    described = _descriptions(embedder, tuple(c.description for c in taxonomy if c.description))
    mean = described.mean(axis=0)
    rows = described - mean
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    here = vector - mean
    here /= float(np.linalg.norm(here)) or 1.0
    shares = np.exp(_SHARPNESS * (rows @ here))
    return {name: float(share) for name, share in zip(names, shares / shares.sum(), strict=True)}


@lru_cache(maxsize=8)
def _descriptions(embedder: Embedder, descriptions: tuple[str, ...]) -> NDArray[np.float32]:
    return embedder(descriptions)
