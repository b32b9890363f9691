"""What every TitleEmbedder keeps to (stories.ports)."""

import socket
from pathlib import Path

import numpy as np
import pytest

from newsclip.adapters.embedded import title_embedder
from newsclip.adapters.embedded.title_embedder import E5TitleEmbedder
from newsclip.stories.ports import NoTitleEmbedder, TitleEmbedder
from newsclip.stories.tests.invented_titles import TITLES, InventedTitles

pytestmark = pytest.mark.slow
E5 = E5TitleEmbedder()
EMBEDDERS: list[TitleEmbedder] = [E5, NoTitleEmbedder(), InventedTitles()]


@pytest.fixture(params=EMBEDDERS, ids=lambda embedder: type(embedder).__name__)
def embed(request: pytest.FixtureRequest) -> TitleEmbedder:
    return request.param


def vector_of(told: bytes) -> np.ndarray:
    return np.frombuffer(told, "<f2").astype(np.float32)


def test_a_title_has_a_vector_of_unit_length_unless_there_is_no_model(embed: TitleEmbedder) -> None:
    vectors = [vector_of(embed(title)) for title in TITLES]
    assert bool(embed.mark) == all(map(len, vectors))
    assert all(np.isclose(np.linalg.norm(one), 1, atol=1e-3) for one in vectors if len(one))


def test_one_title_has_one_vector(embed: TitleEmbedder) -> None:
    title = next(iter(TITLES))
    assert embed(title) == embed(title)
    assert E5TitleEmbedder()(title) == E5(title)


def test_no_title_has_no_vector(embed: TitleEmbedder) -> None:
    assert embed("") == embed(" \n") == b""


@pytest.mark.parametrize("title", ["a\0b", "\ud800 lone", "🌉" * 400, "word " * 5_000])
def test_odd_titles_break_nothing(title: str) -> None:
    assert len(vector_of(E5(title))) == 384


def test_less_the_mean_of_its_language_a_title_is_nearest_to_its_event(embed: TitleEmbedder) -> None:
    vectors = {title: vector_of(embed(title)) for title in TITLES}
    means = {spoken: np.mean([vectors[title] for title in TITLES if TITLES[title][0] == spoken], axis=0)
             for spoken, _ in TITLES.values()}  # fmt: skip
    less = {title: vector - means[TITLES[title][0]] for title, vector in vectors.items()}
    unit = {title: vector / max(1e-6, np.linalg.norm(vector)) for title, vector in less.items()}
    for title, (spoken, event) in TITLES.items():
        others = [one for one in TITLES if TITLES[one][0] != spoken]
        if embed.mark and event in {TITLES[one][1] for one in others}:
            assert TITLES[max(others, key=lambda one: float(unit[one] @ unit[title]))][1] == event, title


def test_embedding_never_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert E5TitleEmbedder()("The harbour of Orlo opens")


def test_a_model_that_was_not_measured_is_not_used_and_that_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "e5-small-q4.bin").write_bytes(b"another model")
    embed = E5TitleEmbedder(tmp_path)
    assert [embed(title) for title in TITLES] == [b""] * len(TITLES)
    assert [record.getMessage() for record in caplog.records] == [
        f"Stories stay within a language: {tmp_path}/e5-small-q4.bin is another model than the one that was measured"
    ]


def test_what_is_not_installed_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    assert title_embedder.is_installed()
    monkeypatch.setattr(title_embedder, "_PACKAGE", "nothing_of_this_name")
    assert not title_embedder.is_installed()
