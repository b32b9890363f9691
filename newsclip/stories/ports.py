"""What the clusterer works on, what it needs from outside, and what leaves this stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Telling:
    """One article as the clusterer sees it. `id` is any text; `published` None means undated.

    `found` is when it was first seen, if that is known: what an undated one's age is counted from. `owner` is the group
    behind its publisher, whose papers share texts. `odd`: what it is not placed by, by codes (see rules.oddities).
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
    """The story `gone` turned out to tell what `into` tells. `receipt`: {"score", "parts", "shared", "bridge": id}."""

    gone: str
    into: str
    receipt: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Split:
    """The story `story` turned out to tell two events: these articles, and their copies, are `apart` from now on.

    `receipt`: {"score", "parts", "stayed": [terms], "left": [terms]}.
    """

    story: str
    apart: str
    ids: Sequence[str]
    receipt: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a telling belongs: `story` and `report` are ids of tellings that started them.

    `receipt` explains the best story found, joined or not: {"score", "parts": {name: number}, "shared": [terms],
    "nearest": id | None, "likeness", "copy_of": id | None, "copy": {"sign", "alike", "tie", "credit"} of a copy,
    "related": [{"story", "score"}] where other stories share its subject, "odd": [codes] of what was not believed,
    "joined": whether its score was enough}.
    `likeness` is the cosine to the nearest article, or the share of 3-grams in common (Jaccard) with the article that
    this is a copy of. `merges`: the stories that this telling brought together, in order, and then `split`: what it
    made clear to be two. `story` lies between.
    """

    id: str
    story: str
    report: str
    receipt: Mapping[str, Any]
    merges: Sequence[Merge] = ()
    split: Split | None = None

    @property
    def home(self) -> str:
        """The story that it is in when all is done."""
        return self.split.apart if self.split and self.id in self.split.ids else self.story


class GroupingTrial(Protocol):
    """Reads a telling by the rules of grouping, where a text that holds them up holds up nothing else."""

    def __call__(self, telling: Telling, /) -> None:
        """Raises kernel.reasons.Refused with one of OVER_LIMITS for what takes too much."""


class StoryIndex(Protocol):
    """Finds stories like a telling, and keeps what was placed. Rebuilt from tables at any time.

    `synced` is the number of the last StoryEvent whose articles it holds; 0: it holds none.
    """

    synced: int

    def create(self) -> None:
        """Make what it needs beside the tables of the stages. Repeatable."""
        ...

    def place(self, telling: Telling) -> Placement:
        """Decide where it belongs and remember it there. Placing one id twice gives the same answer."""
        ...

    def revise(self, telling: Telling) -> Placement:
        """Place a telling anew whose words changed. It stays in its story as long as it fits there."""
        ...

    def remember(self, telling: Telling, *, story: str, report: str) -> None:
        """Take in a telling whose place is known already (from the tables); one held elsewhere is moved."""
        ...

    def drop(self, article_id: str) -> None:
        """Let go of an article that no story tells any more."""
        ...

    def unlearn(self, telling: Telling) -> None:
        """Let go of it, and keep none of its words where texts are kept that no other telling is known by."""
        ...

    def settle(self, story: str) -> None:
        """People decided what belongs to this story: it may grow, but is neither merged with another nor split."""
        ...

    def forget(self, before: datetime) -> None:
        """Drop what is older than the window."""
        ...


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story, for the stages below."""

    article_id: int
    revision: int
    report: int
    copy_of: int | None
    receipt: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoryMembers:
    """A story and its articles, first published first."""

    id: int
    version: int
    language: str
    started_at: datetime
    last_at: datetime
    reports: int
    members: Sequence[Member]


@dataclass(frozen=True, slots=True)
class PlaceResult:
    """What came of placing one article: `code` is "placed", "revised" or, where a revision left its story, "moved".

    Else it is why the article is in none, and `story_id` 0.
    """

    article_id: int
    story_id: int
    code: str


@dataclass(frozen=True, slots=True)
class Report:
    """An independent telling of a story, and when it was first told.

    `links`: its articles, where no source showed any of them and people named their addresses.
    """

    at: datetime
    links: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided by hand: by a merge, that `articles` tell the same event as `others`; by a split, that not.

    `undone`: it was taken back later, so it says nothing.
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
    """Why somebody merged or split by hand, and which event (its number) was taken back thereby."""

    why: str = ""
    undoes: int | None = None
