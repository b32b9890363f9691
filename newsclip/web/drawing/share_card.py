"""What the card of a clip says that other sites show beside a link to it."""

import hashlib
from typing import NamedTuple

SIZE = WIDTH, HEIGHT = 1200, 630  # pixels: what the networks that show large pictures ask for
_DRAWN_AS = 3  # one more when the same words are drawn otherwise


class Proof(NamedTuple):
    """A quotation, or a sentence with a figure, and whose words it is."""

    words: str
    source: str


class ShareCard(NamedTuple):
    """What a card says, in words that are ready to be read. `proofs`: the best first; one of them is shown.
    `publishers`: who tells it, for a card whose headline cannot be drawn.
    """

    site: str
    host: str
    category: str
    headline: str
    told: str
    proofs: tuple[Proof, ...] = ()
    publishers: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Another one whenever the picture is another."""
        return hashlib.sha256(repr((_DRAWN_AS, *self)).encode()).hexdigest()[:32]
