"""How alike the sentences of a story are, and how much each matters: by its words, its form and its position."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclip.language.vectors import Embedder
from newsclip.writing import cleaning
from newsclip.writing.candidates import Line

type Matrix = NDArray[np.float32]

# What half or double of a limit gives: docs/why/writer.md, "How much the limits matter".
_DECAY = 0.1  # how fast later lines count less in the timeline; half or double: nothing
_LEXICAL = 0.5  # the share of tf-idf; half or .75: nothing


def likeness(lines: Sequence[Line], embedder: Embedder) -> Matrix:
    """How alike each two lines are, in [0, 1]: the mean of the cosines of tf-idf and of the embedder's vectors."""
    if not lines:
        return np.zeros((0, 0), np.float32)
    lexical = _tf_idf(lines)
    vectors = embedder([line.told.text for line in lines])
    alike: Matrix = _LEXICAL * (lexical @ lexical.T) + (1 - _LEXICAL) * np.maximum(0, vectors @ vectors.T)
    return alike


def position_prior(lines: Sequence[Line]) -> Matrix:
    """1 for the first line of an article, falling; long, short and quoting lines count a little less."""
    return np.array([_form(line) / (1 + _DECAY * line.place) for line in lines], np.float32)


def weight(lines: Sequence[Line]) -> Matrix:
    """How much a line matters: its words, by how often the story has them and how many articles do, and its position.

    The centroid of Radev et al., "Centroid-based summarization of multiple documents", 2004, with position beside it.
    Trees on twenty-three features did no better on stories they were not made from (docs/why/writer.md).
    """
    articles = {line.article for line in lines}
    often = Counter(stem for line in lines for stem in line.stems)
    told_by = Counter(stem for _, stem in {(line.article, stem) for line in lines for stem in line.stems})
    worth = {stem: math.log(1 + often[stem]) * told_by[stem] / len(articles) for stem in often}
    central = np.array([sum(worth[s] for s in line.stems) / max(1, len(line.stems)) for line in lines], np.float32)
    place = Counter[int]()
    early = np.zeros(len(lines), np.float32)
    for i, line in enumerate(lines):
        early[i] = 1 / math.sqrt(1 + place[line.article])
        place[line.article] += 1
    found: Matrix = central / max(float(central.max(initial=0)), 1e-9) + early
    return found


def support(lines: Sequence[Line], alike: Matrix) -> Matrix:
    """For each line the number of articles that tell something like it, itself included."""
    owner = np.array([line.article for line in lines])
    count = np.zeros(len(lines), np.float32)
    for article in sorted(set(owner.tolist())):
        count += alike[:, owner == article].max(axis=1) >= 0.5
    return np.maximum(1, count)


def reach(alike: Matrix) -> Matrix:
    """How much each line has to do with all of them."""
    mean: Matrix = alike.mean(axis=1) if len(alike) else np.zeros(0, np.float32)
    return mean


def _form(line: Line) -> float:
    length = min(1.0, line.size / 12) * (1.0 if line.size < 45 else 0.8)
    return length * (0.7 if cleaning.has_quotation(line.told.text) else 1.0)


def _tf_idf(lines: Sequence[Line]) -> Matrix:
    spread = Counter(stem for line in lines for stem in line.stems)
    column = {stem: i for i, stem in enumerate(sorted(spread))}
    matrix = np.zeros((len(lines), max(1, len(column))), np.float32)
    for row, line in enumerate(lines):
        for stem in line.stems:
            matrix[row, column[stem]] = math.log(1 + len(lines) / spread[stem])
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit: Matrix = (matrix / np.where(length > 0, length, 1)).astype(np.float32)
    return unit
