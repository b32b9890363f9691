"""What keeps titles and their vectors beyond this process: each can be computed again, but that takes 30 ms."""

from typing import NamedTuple, Protocol

from newsclip.stories.rules.translations import Telling


class Title(NamedTuple):
    """An article as it is compared; `seen`: the day that its expiry counts from."""

    id: str
    language: str
    text: str
    telling: Telling
    seen: float


class KeptTitles(Protocol):
    """Keeps titles by the ID of their article."""

    def add(self, title: Title) -> bytes:
        """Keep a title. Returns its vector if that is kept for these words, else b""."""

    def learn(self, title: Title, vector: bytes) -> None:
        """Keep the vector of a title."""


class NothingKept:
    """KeptTitles for an index that lives as long as its process."""

    def add(self, title: Title) -> bytes:
        return b""

    def learn(self, title: Title, vector: bytes) -> None:
        pass


NOTHING_KEPT = NothingKept()
