"""The clusterer's input and output, its ports, and the records that leave this stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol


@dataclass(frozen=True, slots=True)
class IncomingArticle:
    """One article as the clusterer sees it. `id` is any text; `published` is None if unknown.

    `found` is when it was first seen, if known; the age of an undated article counts from it. `owner` is the group
    behind its publisher, whose papers share texts. `odd`: codes of what was disregarded (see rules.anomalies).
    """

    id: str
    title: str
    text: str
    published: datetime | None = None
    language: str = ""
    publisher: str = ""
    found: datetime | None = None
    owner: str = ""
    odd: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """The story `gone` was merged into `into`. `receipt`: {"score", "parts", "shared", "bridge": id}."""

    gone: str
    into: str
    receipt: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Split:
    """The story `story` turned out to be two events: the articles `ids`, and their copies, now form the story `apart`.

    `receipt`: {"score", "parts", "stayed": [terms], "left": [terms]}.
    """

    story: str
    apart: str
    ids: Sequence[str]
    receipt: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Move:
    """The article `id` of the story `story`, and its copies, fit the story `into` better, and are there now.

    `receipt`: {"score", "parts", "shared", "nearest": id, "likeness", "bridge": id}.
    """

    story: str
    into: str
    id: str
    receipt: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article belongs: `story` and `report` are the IDs of the articles that started them.

    `receipt` explains the best story found, joined or not: {"score", "parts": {name: number}, "shared": [terms],
    "nearest": id | None, "likeness", "copy_of": id | None, "copy": {"sign", "alike", "tie", "credit"} of a copy,
    "related": [{"story", "score"}] if other stories share its subject, "odd": [codes] of what was disregarded,
    "joined": whether the score reached the threshold, "across": why its story holds other languages too (see
    rules.cross_language.Found)}. `likeness` is the cosine to the nearest article or, for a copy,
    the share of 3-grams in common with the original (Jaccard).

    `merges` are the merges that this article caused, in order; `moves` are applied after them, and `split` in the end.
    `story` is the story before the split.
    """

    id: str
    story: str
    report: str
    receipt: Mapping[str, Any]
    merges: Sequence[Merge] = ()
    split: Split | None = None
    moves: Sequence[Move] = ()

    @property
    def home(self) -> str:
        """The story that it is in after all of these."""
        return self.split.apart if self.split and self.id in self.split.ids else self.story


class TitleEmbedder(Protocol):
    """Turns titles of all languages into vectors: what tells the same points the same way."""

    @property
    def mark(self) -> str:
        """The model and its version; vectors of two marks are never compared. "" where there is none."""

    def __call__(self, title: str) -> bytes:
        """A vector of unit length as little-endian half floats; b"" if there is none for this title.

        The same title gives the same bytes.
        """


class NoTitleEmbedder:
    """A TitleEmbedder without a model: stories stay within a language."""

    mark = ""

    def __call__(self, title: str) -> bytes:
        return b""


NO_TITLE_EMBEDDER = NoTitleEmbedder()


class GroupingTrial(Protocol):
    """Runs the grouping rules on an article in isolation, so that a text that hangs them stops nothing else."""

    def __call__(self, incoming: IncomingArticle, /) -> None:
        """Raises kernel.reasons.Refused with one of OVER_LIMITS if a limit is exceeded."""


class StoryIndex(Protocol):
    """Finds similar stories, and remembers what was placed. Can be rebuilt from the tables at any time.

    `synced` is the ID of the last StoryEvent applied; 0 for an empty index.
    """

    synced: int

    def create(self) -> None:
        """Create its storage besides the stages' tables. Idempotent."""

    def place(self, incoming: IncomingArticle) -> Placement:
        """Decide where the article belongs, and remember it there. Idempotent by ID."""

    def revise(self, incoming: IncomingArticle) -> Placement:
        """Place a revised article again. It stays in its story as long as it fits there."""

    def remember(self, incoming: IncomingArticle, *, story: str, report: str) -> None:
        """Load an article whose place is known from the tables; moves it if the index has it elsewhere."""

    def drop(self, article_id: str) -> None:
        """Remove an article that is in no story any more."""

    def unlearn(self, incoming: IncomingArticle) -> None:
        """Remove the article and every stored word that occurs in no other article."""

    def settle(self, story: str) -> None:
        """People decided about this story: it may grow, but is neither merged nor split automatically."""

    def forget(self, before: datetime) -> None:
        """Drop what is older than the window."""


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story, for the stages below."""

    article_id: int
    revision: int
    report: int
    copy_of: int | None
    receipt: Mapping[str, Any]
    language: str = ""


@dataclass(frozen=True, slots=True)
class StoryMembers:
    """A story and its articles, oldest first. `language`: that of the article that began it."""

    id: int
    version: int
    language: str
    started_at: datetime
    last_at: datetime
    reports: int
    members: Sequence[Member]


@dataclass(frozen=True, slots=True)
class PlaceResult:
    """The result of placing one article: "placed", "revised" or, if a revision left its story, "moved".

    Otherwise `code` says why the article is in no story, and `story_id` is 0.
    """

    article_id: int
    story_id: int
    code: str


BeginningReason = Literal["alone", "time", "credit", "same_day", "unknown", "agency"]


@dataclass(frozen=True, slots=True)
class Beginning:
    """`first`: the article that told the story first; None if that is not known.

    `why`: it is "alone"; its "time" is before all others'; others "credit" it; all told it on the "same_day"; it began
    with an "agency" that is not followed here; or "unknown". `leads`: for each report the article that the others
    copied, or None. `agencies`: for each report whose texts name an agency that is not in the story, its name.
    """

    first: int | None
    why: BeginningReason
    leads: Mapping[int, int | None]
    agencies: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Report:
    """An independent report of a story, and when it was first published.

    `links`: its articles, if no source listed any of them and readers submitted them.
    """

    at: datetime
    links: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainStory:
    """A story of a chain, and what it has in common with the next one on the way to the story asked about."""

    story: int
    began: datetime
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """What came before a story and what came after it, each in the order of time."""

    earlier: tuple[ChainStory, ...] = ()
    later: tuple[ChainStory, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A manual decision: a merge says that `articles` are about the same event as `others`, a split that they are not.

    `undone`: reverted later, so it says nothing.
    """

    at: datetime
    kind: str
    by: str
    why: str
    articles: Sequence[int]
    others: Sequence[int]
    undone: bool


@dataclass(frozen=True, slots=True)
class Note:
    """Why somebody merged or split by hand, and the ID of the event that this reverts."""

    why: str = ""
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class PublisherTellings:
    """How many stories a publisher told, and in how many of several reports its own was published first; how many of
    its articles repeat the text of another publisher, and how many of others repeat one of its own. `more`: whether
    older stories were left out of all but the first number.
    """

    stories: int
    first: int
    copies: int
    copied: int
    more: bool = False
