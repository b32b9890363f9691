"""Trains the model of free claims: one linear classifier, every set counting the same, and its receipt in one file.

Sets named `planted*` are our own (`python -m benchmarks.verifying --rows DIR`); they count less, and see to it
that what stays word for word is judged as such.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from newsclip.evidence.verifier.claims import FILE, THRESHOLD, compared, mean_of
from newsclip.evidence.verifier.likeness import NAMES
from newsclip.language.vectors import Embedder

STRENGTH = 0.003  # inverse of the regularisation (C of scikit-learn)
OWN = 0.3  # what a planted set counts, against 1
FOLDS, PARTITIONS = 5, 4
_SCALE = 1000.0

type Matrix = NDArray[np.float64]


class Rows:
    """One set: the figures of its claims, whether each is supported, and its source's number."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        lines = (folder / "rows.jsonl").read_text("utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        told = [(row, compared(row["source"], row["claim"], embedder)) for row in rows]
        kept = [(row, mean_of(one)) for row, one in told if one]
        sources = sorted({row["source"] for row, _ in kept})
        self.name = folder.name
        self.features: Matrix = np.array([figures for _, figures in kept], float)
        self.supported = np.array([bool(row["gold"]["supported"]) for row, _ in kept])
        self.source = np.array([sources.index(row["source"]) for row, _ in kept])

    def folds(self, partition: int) -> NDArray[np.int_]:
        """Each claim's fold: all claims on one source are in one."""
        shuffled = np.random.RandomState(partition).permutation(self.source.max() + 1)
        found: NDArray[np.int_] = shuffled[self.source] % FOLDS
        return found

    def weights(self) -> Matrix:
        """Both answers count the same, whatever their number."""
        share = float(self.supported.mean())
        even = np.where(self.supported, 0.5 / share, 0.5 / (1 - share)) / len(self.supported)
        counted: Matrix = even * _SCALE * (OWN if self.name.startswith("planted") else 1.0)
        return counted


def train(folders: list[Path], embedder: Embedder) -> dict[str, Any]:
    """Takes the figures by cross-validation, trains on all rows, writes the model, gives its receipt."""
    sets = [Rows(folder, embedder) for folder in folders]
    receipt = {
        "data": {one.name: len(one.supported) for one in sets},
        "balanced_accuracy": _cross_validated(sets),
        "balanced_accuracy_without_the_set": {one.name: _without(one, sets) for one in sets},
        "how": f"{PARTITIONS} times {FOLDS} folds by source, threshold {THRESHOLD}; then trained on all rows",
        "settings": {"C": STRENGTH, "planted sets count": OWN},
        "made": datetime.now(UTC).date().isoformat(),
    }
    scaler, model = _fit([(one, np.ones(len(one.supported), bool)) for one in sets])
    table = zip(NAMES, model.coef_[0], scaler.mean_, scaler.scale_, strict=True)
    weights = {name: [round(float(v), 5) for v in values] for name, *values in table}
    body = {"receipt": receipt, "bias": round(float(model.intercept_[0]), 5), "weights": weights}
    text = json.dumps(body, indent=1).replace(",\n   ", ", ").replace("[\n   ", "[").replace("\n  ]", "]")
    FILE.write_text(text + "\n", encoding="utf-8")
    return receipt


def _fit(parts: list[tuple[Rows, NDArray[np.bool_]]]) -> tuple[StandardScaler, LogisticRegression]:
    features = np.vstack([one.features[kept] for one, kept in parts])
    supported = np.concatenate([one.supported[kept] for one, kept in parts])
    weights = np.concatenate([one.weights()[kept] for one, kept in parts])
    scaler = StandardScaler().fit(features)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    return scaler, model.fit(scaler.transform(features), supported, sample_weight=weights)


def _cross_validated(sets: list[Rows]) -> dict[str, float]:
    """The mean over several partitions into folds; a set of few sources swings between them."""
    found: dict[str, list[float]] = {one.name: [] for one in sets}
    for partition in range(PARTITIONS):
        folds = {one.name: one.folds(partition) for one in sets}
        scores = {one.name: np.zeros(len(one.supported)) for one in sets}
        for fold in range(FOLDS):
            scaler, model = _fit([(one, folds[one.name] != fold) for one in sets])
            for one in sets:
                held = folds[one.name] == fold
                scores[one.name][held] = model.predict_proba(scaler.transform(one.features[held]))[:, 1]
        for one in sets:
            found[one.name].append(_balanced(one, scores[one.name]))
    return {name: round(float(np.mean(values)), 4) for name, values in found.items()}


def _without(one: Rows, sets: list[Rows]) -> float:
    """How well the other sets teach this one."""
    scaler, model = _fit([(other, np.ones(len(other.supported), bool)) for other in sets if other is not one])
    return _balanced(one, model.predict_proba(scaler.transform(one.features))[:, 1])


def _balanced(one: Rows, scores: Matrix) -> float:
    kept = float((scores[one.supported] > THRESHOLD).mean())
    caught = float((scores[~one.supported] <= THRESHOLD).mean())
    return round((kept + caught) / 2, 4)
