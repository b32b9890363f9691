"""What every Embedder keeps to (clips.ports)."""

import socket
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclip.adapters.embedded.static_vectors import StaticVectors
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


def test_static_vectors_refuse_files_that_were_not_measured(tmp_path: Path) -> None:
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "l2_supercat_256.safetensors").write_bytes(b"other weights")
    with pytest.raises(RuntimeError, match="not the file that was measured"):
        StaticVectors(tmp_path)
