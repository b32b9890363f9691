"""all-MiniLM-L6-v2 from its files, in numpy: enough of BERT (Devlin et al., 2019) to ask it about one word."""

import hashlib
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

type Numbers = NDArray[np.float32]

WEIGHTS, VOCABULARY = "model.safetensors", "vocab.txt"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of the weights
_LAYERS, _HEADS = 6, 12
_TINY = 1e-12


class SentenceModel:
    """The layers of the model; `pieces` is its vocabulary, in order."""

    def __init__(self, folder: Path) -> None:
        """`folder`: with model.safetensors and vocab.txt. Raises ValueError for other weights."""
        content = (folder / WEIGHTS).read_bytes()
        if hashlib.sha256(content).hexdigest() != SHA256:
            raise ValueError(f"{folder / WEIGHTS} is not all-MiniLM-L6-v2 (sha256 {SHA256})")
        self._tensors = _tensors(content)
        self.pieces = (folder / VOCABULARY).read_text(encoding="utf-8").removesuffix("\n").split("\n")

    def hidden(self, rows: NDArray[np.int_]) -> Numbers:
        """What the last layer says at each place of texts of one length: [text, place, number]."""
        named = self._tensors
        state: Numbers = (
            named["embeddings.word_embeddings.weight"][rows]
            + named["embeddings.position_embeddings.weight"][: rows.shape[1]]
            + named["embeddings.token_type_embeddings.weight"][0]
        )
        state = self._normal(state, "embeddings.LayerNorm")
        for layer in range(_LAYERS):
            state = self._layer(state, f"encoder.layer.{layer}.")
        return state

    def _layer(self, state: Numbers, name: str) -> Numbers:
        told = self._linear(self._attention(state, f"{name}attention.self."), f"{name}attention.output.dense")
        state = self._normal(told + state, f"{name}attention.output.LayerNorm")
        wide = self._linear(state, f"{name}intermediate.dense")
        wide = (wide * np.float32(0.5) * (1 + erf(wide / np.float32(np.sqrt(2))))).astype(np.float32)
        return self._normal(self._linear(wide, f"{name}output.dense") + state, f"{name}output.LayerNorm")

    def _attention(self, state: Numbers, name: str) -> Numbers:
        texts, places, width = state.shape
        query, key, value = (
            self._linear(state, name + part).reshape(texts, places, _HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width / _HEADS))
        shares: Numbers = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        told: Numbers = (shares @ value).transpose(0, 2, 1, 3).reshape(texts, places, width)
        return told

    def _linear(self, state: Numbers, name: str) -> Numbers:
        told: Numbers = state @ self._tensors[f"{name}.weight"].T + self._tensors[f"{name}.bias"]
        return told

    def _normal(self, state: Numbers, name: str) -> Numbers:
        centred: Numbers = state - state.mean(axis=-1, keepdims=True)
        spread: Numbers = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + _TINY).astype(np.float32)
        told: Numbers = centred / spread * self._tensors[f"{name}.weight"] + self._tensors[f"{name}.bias"]
        return told


def _tensors(content: bytes) -> dict[str, Numbers]:
    """A safetensors file: the length of its header (8 bytes, little-endian), the header in JSON, the tensors."""
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])
    found = {}
    for name, about in header.items():
        if name != "__metadata__" and about["dtype"] == "F32":
            start, end = (8 + size + offset for offset in about["data_offsets"])
            found[name] = np.frombuffer(content[start:end], np.float32).reshape(about["shape"])
    return found
