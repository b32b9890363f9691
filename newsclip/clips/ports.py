"""What search, by words and by meaning, needs from outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from newsclip.kernel.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Hit:
    """A clip that a search found, best first."""

    clip_id: int
    score: float


@dataclass(frozen=True, slots=True)
class Fields:
    """What a search may be narrowed by, beside hashtags; `sources`: domains of publishers.

    `names`: those of the category in other languages.
    """

    category: str = ""
    sources: Sequence[str] = ()
    published: datetime | None = None
    names: Sequence[str] = ()

    @property
    def categories(self) -> Sequence[str]:
        return (self.category, *self.names)


NO_FIELDS = Fields()


class SearchIndex(Protocol):
    """Finds clips by their words. Can be rebuilt from the clips table at any time."""

    def create(self) -> bool:
        """Make what it keeps its words in; repeat it freely. True where it holds nothing yet and must be told of all.

        Runs after migrations.
        """

    def put(  # noqa: PLR0913 a field of the index each
        self, clip_id: int, *, headline: str, body: str, tags: str, speakers: str = "", quoted: str = "",
        fields: Fields = NO_FIELDS,
    ) -> None:  # fmt: skip
        """`tags`: names of hashtags, joined by blanks. `speakers`: whom the clip quotes, and as what.

        `quoted`: what the story's articles quote, and of whom: it is found, and counts less than what the clip says.
        """

    def drop(self, clip_id: int) -> None: ...

    def unlearn(self, texts: Sequence[str], tags: Sequence[str]) -> None:
        """Forget the words of these that no clip holds any more, with what is left of them in deleted entries."""

    def search(self, words: str, *, limit: int, skip: int = 0) -> list[Hit]:
        """Clips that hold all the words ("a phrase" in quotation marks), best first.

        `category:`, `source:`, `tag:` (or #), `after:` and `before:` a day (2026-11-24, UTC; `after` holds that day,
        `before` does not) only filter; filters alone give the newest first. Bad syntax is taken as plain words.
        """

    def meant(self, words: str) -> str:
        """The same question with each word that no clip holds replaced by the nearest one that clips do hold.

        At most one letter is wrong in it, or two in a word of eight letters and more.
        """


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A clip that is alike by meaning. `likeness`: the cosine of the two vectors, 1 for the same meaning."""

    clip_id: int
    likeness: float


class VectorIndex(Protocol):
    """Finds clips by what they mean: nearest by vector. Can be rebuilt from the clips table at any time.

    Where it is in trouble it holds and finds nothing, and nothing else is the worse for it.
    """

    def trouble(self) -> Trouble | None: ...

    def create(self) -> bool:
        """Make what it keeps its vectors in; repeat it freely. True where it holds nothing yet and must be told of all.

        Runs after migrations.
        """

    def put(self, clip_id: int, words: str) -> None:
        """`words`: what the clip is about, its headline and summary. Words without a meaning are not kept."""

    def drop(self, clip_id: int) -> None: ...

    def nearest(self, question: str, *, limit: int) -> list[Neighbour]:
        """Clips nearest to a question as search takes it, best first; none where a filter narrows the question."""

    def beside(self, clip_id: int, *, limit: int) -> list[Neighbour]:
        """Clips nearest to this one, best first, without itself; none where it is not kept."""
