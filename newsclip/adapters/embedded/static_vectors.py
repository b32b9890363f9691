"""Static word vectors: the averaged token embeddings of the wordllama wheel, without running a model.

The wheel's loader looks for its tokenizer in a folder that the wheel lacks, and then downloads it. So the two files are
read here, and only if they are exactly the files that were measured (docs/why/vectors.md).
"""

import hashlib
import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

DIMENSIONS = 256  # of the shipped weights
_WEIGHTS = ("weights/l2_supercat_256.safetensors", "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5")
_TOKENIZER = (
    "tokenizers/l2_supercat_tokenizer_config.json",
    "93248f2a9ec36c7b35f700a033d5f36228aae48db61aee31007fa49062cdeb68",
)


class StaticVectors:
    """An Embedder (language.vectors): the mean of the token embeddings as a unit vector; zeros without tokens."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: the wordllama package, by default the installed one (its code is not imported).

        Raises RuntimeError if it is missing or a file differs from the measured one.
        """
        folder = folder or _installed()
        _checked(folder, *_WEIGHTS)
        self._rows = _mapped(folder / _WEIGHTS[0])
        self._tokenizer = Tokenizer.from_str(_checked(folder, *_TOKENIZER).decode())
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        for place, text in enumerate(texts):
            # One at a time: encode_batch starts threads, which break a later fork.
            tokens = self._tokenizer.encode(_encodable(text), add_special_tokens=False).ids
            if tokens:
                vectors[place] = self._rows[tokens].astype(np.float32).mean(axis=0)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        lengths[lengths == 0] = 1
        vectors /= lengths
        return vectors


def _installed() -> Path:
    found = importlib.util.find_spec("wordllama")
    if found is None or found.origin is None:
        raise RuntimeError("the package wordllama is not installed")
    return Path(found.origin).parent


def _checked(folder: Path, name: str, sha256: str) -> bytes:
    content = (folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise RuntimeError(f"{folder / name} is not the file that was measured (sha256 {sha256})")
    return content


def _mapped(file: Path) -> NDArray[np.float16]:
    """Memory-map the rows, so that all processes share them and the kernel may evict them.

    A safetensors file: the length of its header (8 bytes, little-endian), the header in JSON, the tensors.
    """
    with file.open("rb") as opened:
        size = int.from_bytes(opened.read(8), "little")
        about = json.loads(opened.read(size))["embedding.weight"]
    return np.memmap(file, np.float16, "r", offset=8 + size + about["data_offsets"][0], shape=tuple(about["shape"]))


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
