"""Records that leave the social half."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

NO_REASON = "No reason given."
"""What the log stores where a moderator was not asked for one."""


@dataclass(frozen=True, slots=True)
class DisplayedComment:
    """A comment for display: `text` (as typed) and `html` are empty if it was removed or withdrawn; `replies` in
    display order.

    `anchor`: the words it is about; `place`: the index of the clip's sentence that says so now, or None. `author`: ""
    for a deleted comment; `reason`: why a moderator removed it; `voted`: the viewing reader's vote, 1, -1 or 0.
    """

    id: int
    author: str
    text: str
    html: str
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
    reason: str = ""
    replies: tuple["DisplayedComment", ...] = ()


@dataclass(frozen=True, slots=True)
class LastReading:
    """The version of a clip that a reader saw last, and when."""

    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ClipChanges:
    """Sentences that only the newer version has, what took which one's place (the new one → the old one), and those
    that only the older version has.
    """

    new: tuple[str, ...]
    changed: Mapping[str, str]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A list item as mutes see it. Keys as in models.Topic."""

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
    """Rate limits of an account per day. `unseen_domains`: may submit links of new domains.

    `known_links`: links that are known already; `edits` and `withdrawals`: of comments; `checks`: of texts.
    """

    links: int
    known_links: int
    comments: int
    edits: int
    withdrawals: int
    votes: int
    flags: int
    suggestions: int
    checks: int
    unseen_domains: bool


@dataclass(frozen=True, slots=True)
class Order:
    """A moderator's instruction: `kind` of models.Action.Kind, `target` and `key` as in models.Target.

    `label`: its name, except for stories; `gone`: the key of the story to merge into this one. `leaves_flags`: those on
    the target stay open, as the moderator decided about something else. `reopens_flags`: a restoring opens those again
    that the removal closed. `detail`: see models.Action.
    """

    kind: str
    target: str
    key: str
    reason: str
    label: str = ""
    until: datetime | None = None
    gone: str = ""
    leaves_flags: bool = False
    reopens_flags: bool = False
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SubscriptionMessage:
    """A message to a subscription; each `key` is sent once. `body` is JSON."""

    key: str
    at: datetime
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class News:
    """A message to a reader; each `key` is sent once.

    `words` are English. With `given`, they are a template of rules.notices; a `correction` is given by its ID.
    """

    kind: str
    words: str
    key: str
    story: int | None = None
    comment: int | None = None
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggester:
    """Somebody who suggested a source: their name, "" of a deleted account, when, and why, where they said it."""

    name: str
    at: datetime
    why: str
