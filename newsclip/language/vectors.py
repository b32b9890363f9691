"""Texts as vectors: what rules and writers need, whoever makes them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # who serves pages needs no numbers by the thousand: they would hold 20 MB for their sake
    import numpy as np
    from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns texts into vectors whose dot product says how alike they are."""

    def __call__(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """One row of unit length a text."""
