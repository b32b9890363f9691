"""The clip document (`newsclip/clip/1`), and the articles it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from newsclip.evidence.edits import JUDGED, PROVED, omissions, read, splits
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage

SCHEMA = "newsclip/clip/1"

type Question = Literal["who", "where", "when", "how_many", "why"]


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


type Articles = Mapping[tuple[str, int], SourceArticle]


def by_revision(articles: Iterable[SourceArticle]) -> dict[tuple[str, int], SourceArticle]:
    """The articles by id and revision, as passages name them."""
    return {(article.id, article.revision): article for article in articles}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words we publish, and the passages they rest on, never none. `edits`: what was done to the publisher's words."""

    text: str
    evidence: tuple[Passage, ...]
    edits: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a sentence needs evidence: {self.text!r}")

    @property
    def basis(self) -> Literal["exact", "edited", "judged"]:
        """On what it stands: the publisher's words, less what was dropped; or those with a name put in, shortened or
        split by their syntax, or told otherwise by a chain of licensed edits; or a language model's, which a judge let
        pass.
        """
        if JUDGED in self.edits:
            return "judged"
        if PROVED in self.edits:
            return "edited"
        put_in = any(edit.new for edit in read(self.edits))
        return "edited" if put_in or omissions(self.edits) or splits(self.edits) else "exact"


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
    """`heading` None: the opening section, under the headline itself. `role`: "conclusion" for the last one.

    `type`: the code of the section type that the heading names (language.section_types), "" where it names none.
    """

    heading: Sentence | None
    blocks: tuple[Block, ...]
    role: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A lead picture, as its publisher gives it; what is shown is the copy kept here (articles.models.Picture)."""

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

    @classmethod
    def of(cls, article: SourceArticle) -> "SourceReference":
        return cls(
            article.id, article.publisher, article.title, article.url, article.published, article.report, article.domain
        )


FEWEST_DAYS = 3  # of six timelines of fewer days that editors read, none was worth its room


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
class Slot(Claim):
    """An answer of the glance in a publisher's words. `day`: the date, or interval, that the words of "when" name."""

    question: Question
    day: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    about: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that was not published, and why."""

    sentence: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Amended:
    """What readers wanted a clip to say: `kind` "headline" (one), "hashtags", or "sentence": the digests of passages on
    which it rests no more. `by` names the wish, never a person.
    """

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
    """A clip. Its JSON form is made and read by evidence.serialization; `digest` is over the canonical JSON."""

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
    glance: tuple[Slot, ...] = ()
    schema: str = SCHEMA
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence rests on its passages: `score` in [0, 1], `reason` None when supported."""

    text: str
    supported: bool
    score: float
    reason: Reason | None = None
    passages: tuple[Passage, ...] = ()
