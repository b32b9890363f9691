"""Distils static word vectors from a sentence model.

Each piece of the model's vocabulary goes through it alone; what it says is reduced by principal components and weighted
by how rare the word is in news. The idea is that of Model2Vec (Tulkens and van Dongen, 2024), the weights and the
direction taken out are after Arora et al., "A simple but tough-to-beat baseline for sentence embeddings", 2017.
"""

import hashlib
import json
import re
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclip.adapters.embedded.static_vectors import FOLDER, ROWS, VOCABULARY
from newsclip.language.cues import function_words
from newsclip.language.pack import codes
from newsclip.language.tokens import stem
from newsclip.language.word_frequency import news_frequencies
from newsclip.language.wordpiece import CONTINUES, folded
from training.sentence_model import SHA256, SentenceModel

type Numbers = NDArray[np.float32]

# Chosen by docs/why/vectors.md, "How they are made".
DIMENSIONS = 256
RAREST = 7.5  # an idf beyond this says no more
FAINT = 0.3  # of what tells little: digits, single letters, other languages' function words that English news lacks
EVERYDAY = 3.5  # an idf up to this: English news has the word often
COMMON = 0.7  # the share that is taken out of what all texts have in common
EVEN = 0.5  # 0: components as large as they are; 1: all alike
_WORD = re.compile(r"[^\W_]+")
_AT_ONCE = 512


def distil(model: SentenceModel) -> dict[str, Any]:
    """Writes the vectors, their vocabulary and the receipt, and gives the receipt."""
    kept = [place for place, piece in enumerate(model.pieces) if _WORD.fullmatch(piece.removeprefix(CONTINUES))]
    pieces = [model.pieces[place] for place in kept]
    rows = _small(weighted(reduced(_told(model, kept)), pieces))
    unheard = sorted(word for word in _foreign() - set(pieces) if _WORD.fullmatch(word))
    pieces += unheard
    np.save(FOLDER / ROWS, np.vstack([rows, np.zeros((len(unheard), DIMENSIONS), np.int8)]))
    (FOLDER / VOCABULARY).write_text("\n".join(pieces), encoding="utf-8")
    receipt = {
        "made_from": f"all-MiniLM-L6-v2, model.safetensors (sha256 {SHA256}), and its vocabulary",
        "licence": "Apache-2.0 (word_vectors.LICENSE.txt)",
        "changes": "each piece of the vocabulary through the model alone; principal components; weights by frequency",
        "settings": {"dimensions": DIMENSIONS, "rarest": RAREST, "faint": FAINT, "common": COMMON, "even": EVEN},
        "pieces": len(pieces),
        "sha256": {name: hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() for name in (ROWS, VOCABULARY)},
        "made": datetime.now(UTC).date().isoformat(),
        "bytes": (FOLDER / ROWS).stat().st_size,
    }
    (FOLDER / "word_vectors.receipt.json").write_text(json.dumps(receipt, indent=2) + "\n", encoding="utf-8")
    return receipt


def reduced(told: Numbers) -> Numbers:
    """The first principal components, made more even."""
    centred = told - told.mean(axis=0)
    strengths, directions = np.linalg.eigh((centred.T @ centred).astype(np.float64))
    best = np.argsort(-strengths)[:DIMENSIONS]
    # a direction or its opposite: the larger number is positive, wherever this runs
    turned = directions[:, best] * np.sign(directions[np.abs(directions[:, best]).argmax(axis=0), best])
    made: Numbers = (centred @ turned / strengths[best] ** (EVEN / 2)).astype(np.float32)
    return made


def weighted(rows: Numbers, pieces: list[str]) -> Numbers:
    """The rows less what texts have in common, as long as their words are telling."""
    rarity = _rarity(pieces)
    weights = np.sqrt(np.minimum(rarity, RAREST)) * _clarity(pieces, rarity)
    often = np.exp(-rarity) * weights
    made: Numbers = ((rows - COMMON * (often @ rows) / often.sum()) * weights[:, None]).astype(np.float32)
    return made


def _told(model: SentenceModel, kept: list[int]) -> Numbers:
    """Of each piece alone: the mean of what the model says at its three places, and what it says at the piece's."""
    first, last = model.pieces.index("[CLS]"), model.pieces.index("[SEP]")
    found = []
    for start in range(0, len(kept), _AT_ONCE):
        rows = np.array([[first, place, last] for place in kept[start : start + _AT_ONCE]])
        hidden = model.hidden(rows)
        found.append(np.hstack([hidden.mean(axis=1), hidden[:, 1]]))
    return np.vstack(found)


def _rarity(pieces: list[str]) -> NDArray[np.float64]:
    """Each piece's inverse document frequency in news; the median for what is no word."""
    frequencies = news_frequencies()
    known = np.array([frequencies.idf(stem(piece)) if piece.isalpha() else np.nan for piece in pieces])
    return np.where(np.isnan(known), np.nanmedian(known), known)


def _clarity(pieces: list[str], rarity: NDArray[np.float64]) -> NDArray[np.float64]:
    foreign = _foreign()
    letters = np.array([len(piece.removeprefix(CONTINUES)) == 1 for piece in pieces])
    figures = np.array([any(letter.isdigit() for letter in piece) for piece in pieces])
    functions = np.array([piece in foreign for piece in pieces]) & (rarity > EVERYDAY)
    found = np.ones(len(pieces))
    for faint in (letters, figures, functions):
        found[faint] *= FAINT
    return found


def _foreign() -> set[str]:
    """The function words of other languages than English: those that the model does not know say nothing."""
    return {folded(word) for language in codes() - {"en"} for word in function_words(language)}


def _small(rows: Numbers) -> NDArray[np.int8]:
    """As whole numbers from -127 to 127: only directions count."""
    small: NDArray[np.int8] = np.round(rows / np.abs(rows).max() * 127).astype(np.int8)
    return small
