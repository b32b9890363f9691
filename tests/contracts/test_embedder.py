"""What every Embedder keeps to (language.vectors)."""

import hashlib
import json
import socket

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclip.adapters.embedded.static_vectors import FOLDER, ROWS, VOCABULARY, StaticVectors
from newsclip.language.vectors import Embedder

EMBEDDERS: list[Embedder] = [StaticVectors()]


@pytest.fixture(params=EMBEDDERS, ids=lambda embedder: type(embedder).__name__)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    return request.param


def test_each_text_gets_one_row_of_unit_length(embedder: Embedder) -> None:
    rows = embedder(["The harbour opens.", "Der Hafen öffnet.", "港"])
    assert rows.shape[0] == 3
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_texts_of_one_meaning_are_nearer_than_others(embedder: Embedder) -> None:
    talks, negotiations, match = embedder(
        [
            "The council resumes talks on the ferry.",
            "Ferry negotiations restart.",
            "The striker scored twice.",
        ]
    )
    assert talks @ negotiations > talks @ match + 0.2


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embedder([]).shape[0] == 0


def test_a_text_has_the_same_vector_alone_and_among_others(embedder: Embedder) -> None:
    alone = embedder(["The mill burns."])[0]
    among = embedder(["A word.", "The mill burns.", ""])[1]
    assert np.array_equal(alone, among)


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_any_text_has_a_finite_vector(text: str) -> None:
    for embedder in EMBEDDERS:
        assert np.isfinite(embedder([text])).all()


def test_static_vectors_never_ask_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert StaticVectors()(["The harbour opens."]).any()


def test_the_receipt_names_the_files_that_ship() -> None:
    receipt = json.loads((FOLDER / "word_vectors.receipt.json").read_text())
    shipped = {name: hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() for name in (ROWS, VOCABULARY)}
    assert receipt["sha256"] == shipped


def test_what_the_vectors_derive_from_and_its_licence_ship_with_them() -> None:
    told = (FOLDER / "word_vectors.LICENSE.txt").read_text()
    assert "derived from all-MiniLM-L6-v2" in told
    assert "Apache License" in told


def test_a_word_of_many_pieces_counts_little_more_than_one_of_one() -> None:
    whole, with_a_name, name = StaticVectors()(["ferry harbour", "ferry harbour Mazzarelqvo", "Mazzarelqvo"])
    assert whole @ with_a_name > 0.5 > whole @ name
