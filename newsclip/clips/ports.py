"""The clip document (`newsclip/clip/1`), what writers work on, and what clips need from outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from newsclip.kernel.spans import Passage

SCHEMA = "newsclip/clip/1"


class Embedder(Protocol):
    """Turns texts into vectors whose dot product says how alike they are."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of unit length a text."""


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """One revision of one article, as a writer gets it. `report` equal = the same telling."""

    id: str
    revision: int
    title: str
    text: str
    url: str
    publisher: str
    published: datetime | None
    report: str
    section: str = ""
    language: str = ""
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words we publish, and the passages they rest on, never none. `edits`: what was done to the publisher's words."""

    text: str
    evidence: tuple[Passage, ...]
    edits: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a sentence needs evidence: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    sentences: tuple[Sentence, ...]
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim quotation, without its quotation marks. `role` only where the publisher gives one."""

    text: str
    speaker: str | None
    evidence: tuple[Passage, ...]
    role: str | None = None
    kind: Literal["quote"] = "quote"

    def __post_init__(self) -> None:
        if not self.evidence or not self.text.strip():
            raise ValueError(f"a quotation needs words and evidence: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Sentence, ...]
    kind: Literal["bullets"] = "bullets"


type Block = Paragraph | Quote | Bullets


@dataclass(frozen=True, slots=True)
class Section:
    """`heading` None: the opening section, under the headline itself. `role`: "conclusion" for the last one."""

    heading: Sentence | None
    blocks: tuple[Block, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A lead picture, as its publisher gives it; what is shown is the copy kept here (articles.queries.pictures)."""

    url: str
    alt: str
    credit: str
    publisher: str


@dataclass(frozen=True, slots=True)
class SourceReference:
    article: str
    publisher: str
    title: str
    url: str
    published: datetime | None
    report: str
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of the timeline: `when` is a date or a time in ISO 8601."""

    when: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Claim:
    value: str
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    about: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that was not published, and why (a code of kernel.reasons or of the verifier, then words)."""

    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Amended:
    """What readers wanted a clip to say: `kind` "headline" (one) or "hashtags"; `by` names the wish, never a person."""

    kind: str
    words: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """`answers` (digests of a language model's) and `amendments` (what readers wanted) are parts of the input, too."""

    refused: tuple[Refusal, ...] = ()
    inputs: tuple[str, ...] = ()
    category: Mapping[str, Any] = field(default_factory=dict)
    answers: tuple[str, ...] = ()
    amendments: tuple[Amended, ...] = ()


@dataclass(frozen=True, slots=True)
class WriterMark:
    """Which writer, which version of it, which settings: enough to write the same bytes again."""

    name: str
    version: str
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A clip. Its JSON form is made and read by clips.rules.document; `digest` is over the canonical JSON."""

    id: str
    slug: str
    version: int
    story: str
    headline: Sentence
    summary: tuple[Sentence, ...]
    category: str
    language: str
    hashtags: tuple[str, ...]
    published: datetime | None
    updated: datetime | None
    image: Image | None
    sections: tuple[Section, ...]
    sources: tuple[SourceReference, ...]
    timeline: tuple[Moment, ...]
    disagreements: tuple[Disagreement, ...]
    reports: int
    writer: WriterMark
    receipt: Receipt
    schema: str = SCHEMA
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What a writer works on: a story's articles, first published first, and the names the clip already has.

    `at`: when it was given, for writers whose work costs something. Nothing that is written may depend on it.
    """

    id: str
    story: str
    slug: str
    version: int
    articles: tuple[SourceArticle, ...]
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A turn of a conversation with a language model."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a language model is asked. `schema`: the JSON Schema that its answer should follow, `name` names it."""

    name: str
    messages: tuple[Message, ...]
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a language model said, as it came. `cut`: it ended at the length limit; `digest`: what receipts call it."""

    text: str
    cut: bool
    digest: str


class LanguageModel(Protocol):
    """Answers a question. What it says is text of a stranger: nothing in it may be trusted."""

    def __call__(self, question: Question) -> Answered:
        """Raises kernel.reasons.Refused where there is no answer: "busy", "timeout", "over_budget" …"""


@dataclass(slots=True)
class Figures:
    """What became of the sentences that a model offered (some `refused`, then `repaired` or `replaced`), and tokens."""

    said: int = 0
    refused: int = 0
    repaired: int = 0
    replaced: int = 0
    tokens_in: int = 0
    tokens_out: int = 0


class Writer(Protocol):
    """Turns a story into a clip. Raises kernel.reasons.Refused("too_thin") where there is too little to say."""

    mark: WriterMark

    def __call__(self, assigned: Assigned) -> Document: ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence rests on its passages: `score` in [0, 1], `reason` in words ("" when supported)."""

    text: str
    supported: bool
    score: float
    reason: str = ""
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A clip that a search found, best first."""

    clip_id: int
    score: float


@dataclass(frozen=True, slots=True)
class Fields:
    """What a search may be narrowed by, beside hashtags; `sources`: domains of publishers."""

    category: str = ""
    sources: Sequence[str] = ()
    published: datetime | None = None


NO_FIELDS = Fields()


class SearchIndex(Protocol):
    """Finds clips by their words. Can be rebuilt from the clips table at any time."""

    def create(self) -> bool:
        """Make what it keeps its words in; repeat it freely. True where it holds nothing yet and must be told of all.

        Runs after migrations.
        """

    def put(self, clip_id: int, *, headline: str, body: str, tags: str, fields: Fields = NO_FIELDS) -> None:
        """`tags`: names of hashtags, joined by blanks."""

    def drop(self, clip_id: int) -> None: ...

    def search(self, words: str, *, limit: int, skip: int = 0) -> list[Hit]:
        """Clips that hold all the words ("a phrase" in quotation marks), best first.

        `category:`, `source:`, `tag:` (or #), `after:` and `before:` a day (2026-11-24, UTC; `after` holds that day,
        `before` does not) only filter; filters alone give the newest first. Bad syntax is taken as plain words.
        """

    def meant(self, words: str) -> str:
        """The same question with each word that no clip holds replaced by the nearest one that clips do hold."""
