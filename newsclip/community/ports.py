"""What crosses the edge of the social half."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as it is shown: `text` is empty where it was removed or withdrawn; `replies` in the order shown.

    `anchor`: the words that it is about; `place`: which of the clip's sentences says that now, None where none does.
    `author`: "" of what is gone; `voted`: how the reader who looks judged it, 1, -1 or 0.
    """

    id: int
    author: str
    text: str
    at: datetime
    state: str
    score: int
    edited: bool
    anchor: str
    depth: int
    mine: bool
    may_edit: bool
    may_remove: bool
    place: int | None = None
    voted: int = 0
    replies: tuple["Said", ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a list shows, as far as mutes are concerned. Keys as in models.Topic."""

    story: int
    headline: str
    summary: str
    category: str
    hashtags: frozenset[str]
    sources: frozenset[str]
    person: str = ""


@dataclass(frozen=True, slots=True)
class Muted:
    """A mute in force: `kind` and `key` as in models.Topic, `scope` as in models.Mute.Scope."""

    kind: str
    key: str
    scope: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one account may do in a day; `unseen_domains`: may submit links of domains nobody submitted before.

    `known_links`: links that are here already; `edits` and `withdrawals` of comments.
    """

    links: int
    known_links: int
    comments: int
    edits: int
    withdrawals: int
    votes: int
    flags: int
    suggestions: int
    unseen_domains: bool


@dataclass(frozen=True, slots=True)
class Agreed:
    """What each of those counts for who agree with a suggestion, beside its author."""

    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What a moderator wants done: `kind` of models.Action.Kind, `target` and `key` as in models.Target.

    `label`: what it is called, but for stories; `gone`: the key of the story that is merged into this one.
    """

    kind: str
    target: str
    key: str
    reason: str
    label: str = ""
    until: datetime | None = None
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a subscription is told; what has the same `key` is told once. `body` is JSON."""

    key: str
    at: datetime
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class News:
    """Something to tell a reader; what has the same `key` is told once.

    `words` are English; where something is `given`, they are a sentence of rules.notices with places for it; a
    `correction` is given by its id.
    """

    kind: str
    words: str
    key: str
    story: int | None = None
    comment: int | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
