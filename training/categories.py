"""Trains the category model: one linear classifier for every data set given, and its receipt."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression

from newsclip.language.vectors import Embedder
from newsclip.writing.tags.model import FILE, LEAD, VECTOR_WEIGHT, CategoryModel, terms
from training.data import Row, counts, rows, terms_of_use

SEED = 7
TERMS = 40_000
STRENGTH = 10.0  # inverse of the regularisation (C of scikit-learn)
_FEWEST = 3


def train(folders: list[Path], embedder: Embedder) -> dict[str, Any]:
    """Takes the figures on the held rows, trains on all, writes the model and its receipt, and gives the receipt."""
    found = [row for row in rows(folders) if row.category]
    judged = fit([row for row in found if not row.held], embedder)
    figures = accuracy(judged, [row for row in found if row.held], embedder)
    model = fit(found, embedder)
    save(model, FILE)
    receipt = {
        "data": counts(found),
        "terms_of_use": terms_of_use(folders),
        "categories": dict(sorted(Counter(row.category for row in found).items())),
        "held_out": "one row in five by the digest of its id; the shipped model is then trained on all rows",
        "accuracy_on_held_out": figures,
        "settings": {"seed": SEED, "terms": len(model.places), "C": STRENGTH, "lead": LEAD, "vector": VECTOR_WEIGHT},
        "made": datetime.now(UTC).date().isoformat(),
        "bytes": FILE.stat().st_size,
    }
    FILE.with_suffix(".receipt.json").write_text(json.dumps(receipt, indent=2) + "\n", encoding="utf-8")
    return receipt


def fit(found: list[Row], embedder: Embedder) -> CategoryModel:
    """A model of these rows' categories."""
    categories = tuple(sorted({row.category for row in found}))
    labels = np.array([categories.index(row.category) for row in found])
    counted = [terms(row.title, row.text) for row in found]
    names, idf = _chosen(counted, labels)
    places = {name: place for place, name in enumerate(names)}
    empty = np.zeros((len(names), len(categories)), np.float32)
    model = CategoryModel(categories, places, idf, empty, np.zeros(len(categories), np.float32))
    table = _table(model, found, embedder)
    solver = LogisticRegression(C=STRENGTH, max_iter=300, random_state=SEED).fit(table, labels)
    weights = solver.coef_.T.astype(np.float16).astype(np.float32)
    return CategoryModel(categories, places, idf, weights, solver.intercept_.astype(np.float32))


def accuracy(model: CategoryModel, found: list[Row], embedder: Embedder) -> dict[str, float]:
    """Each data set's share of right categories, among those that the set uses."""
    right: Counter[str] = Counter()
    known = {data: {row.category for row in found if row.data == data} for data in counts(found)}
    for row in found:
        vector = embedder([f"{row.title}. {row.text}"[:LEAD]])[0]
        shares = model.probabilities(row.title, row.text, vector)
        right[row.data] += max(known[row.data], key=lambda name: shares[name]) == row.category
    return {data: round(right[data] / count, 4) for data, count in counts(found).items()}


def save(model: CategoryModel, path: Path) -> None:
    """Arrays and text only, half precision."""
    np.savez_compressed(
        path,
        categories=np.frombuffer("\n".join(model.categories).encode(), np.uint8),
        terms=np.frombuffer("\n".join(model.places).encode(), np.uint8),
        idf=model.idf.astype(np.float16),
        weights=model.weights.astype(np.float16),
        bias=model.bias,
    )


def _chosen(counted: list[Counter[str]], labels: NDArray[np.int_]) -> tuple[list[str], NDArray[np.float32]]:
    """The terms that tell most about the categories (chi-squared), in order, with their idf."""
    documents = Counter(term for counts_ in counted for term in counts_)
    names = sorted(term for term, count in documents.items() if count >= _FEWEST)
    places = {name: place for place, name in enumerate(names)}
    cells = [(row, places[term]) for row, counts_ in enumerate(counted) for term in counts_ if term in places]
    at = np.array(cells).T
    table = sparse.csr_matrix((np.ones(len(cells)), (at[0], at[1])), shape=(len(counted), len(names)))
    told, _ = chi2(table, labels)
    kept = sorted(np.argsort(-told, kind="stable")[:TERMS])
    chosen = [names[place] for place in kept]
    idf = np.log((1 + len(counted)) / (1 + np.array([documents[name] for name in chosen]))) + 1
    return chosen, idf.astype(np.float16).astype(np.float32)


def _table(model: CategoryModel, found: list[Row], embedder: Embedder) -> sparse.csr_matrix:
    vectors = embedder([f"{row.title}. {row.text}"[:LEAD] for row in found])
    made = [
        sparse.csr_matrix(model.features(row.title, row.text, vector))
        for row, vector in zip(found, vectors, strict=True)
    ]
    return sparse.vstack(made).tocsr()
