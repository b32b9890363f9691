"""What writers work on, and what they need from outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from newsclip.evidence.document import (
    Amended,
    Articles,
    Document,
    Quote,
    Section,
    Sentence,
    Slot,
    SourceArticle,
    Verdict,
    WriterMark,
)
from newsclip.evidence.edits import Edit
from newsclip.evidence.origin import Origin
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage
from newsclip.language.syntax import NO_PARSER, Parser


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
    """What became of the sentences that a model offered (some `refused`, then `repaired` or `replaced`), and tokens.

    `bases`: how many stand, by basis; `kinds`: how often each kind of edit was made to them.
    """

    said: int = 0
    refused: int = 0
    repaired: int = 0
    replaced: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    bases: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drafted:
    """How far a clip came with a model: its next `question`, or the `document`, or why there is none (code, detail)."""

    figures: Figures
    question: Question | None = None
    document: Document | None = None
    refused: tuple[str, str] | None = None


class Drafting(Protocol):
    """Goes from a model's answers so far (None: none came) to the next question or the clip. Holds no state."""

    def __call__(
        self, assigned: Assigned, base: Document, mark: WriterMark, answers: Sequence[Answered | None], /
    ) -> Drafted:
        """Raises kernel.reasons.Refused with one of OVER_LIMITS for what takes too much."""


class Writer(Protocol):
    """Turns a story into a clip. Raises kernel.reasons.Refused("too_thin") where there is too little to say, and with
    one of kernel.reasons.OVER_LIMITS for what takes too much.
    """

    @property
    def mark(self) -> WriterMark: ...

    def __call__(self, assigned: Assigned) -> Document: ...


class Judge(Protocol):
    """What a writer asks the verifier, whose rules it does not know: newsclip.evidence.verifier is a Judge.

    A fault tells why something may not be; None where it may.
    """

    def edits_fault(self, edits: Sequence[Edit], texts: Sequence[str], origin: Origin, /) -> Reason | None:
        """Of these edits, recorded as made to the passages with these words."""

    def omission_fault(self, before: str, lost: str, after: str, origin: Origin, /) -> Reason | None:
        """Of leaving these words out between what stands before and after them in a sentence."""

    def speaker_fault(self, quote: Quote, article: SourceArticle, /) -> Reason | None:
        """Of giving the quotation to its speaker by what this article says."""

    def guard_fault(
        self, sentence: Sentence, place: str, before: Sequence[str], articles: Articles, parser: Parser = NO_PARSER, /
    ) -> Reason | None:
        """Of asking a language model about a sentence for which no proof was found; `before`: the nearest last."""

    def judge_hashtag(self, tag: str, articles: Sequence[SourceArticle], /) -> Verdict: ...

    def judge_sentence(self, sentence: Sentence, articles: Articles, /) -> Verdict: ...

    def judge_quote(self, quote: Quote, articles: Articles, /) -> Verdict: ...

    def judge_slot(self, slot: Slot, articles: Articles, /) -> Verdict: ...

    def judge_heading(self, section: Section, articles: Articles, parser: Parser = NO_PARSER, /) -> Verdict | None: ...


class Found(Protocol):
    """What a Judge finds of one sentence: `basis` None, and a `reason`, where it does not stand."""

    @property
    def basis(self) -> str | None: ...

    @property
    def edits(self) -> tuple[str, ...]: ...

    @property
    def reason(self) -> Reason | None: ...


class ClipJudge(Judge, Protocol):
    """A Judge that reads on: each sentence behind those that a clip says before it, with a parser for proofs."""

    def judge_headline(self, headline: Sentence, articles: Articles, parser: Parser = NO_PARSER, /) -> Verdict: ...

    def judge_following(
        self, sentence: Sentence, before: Sequence[Sentence | Quote], articles: Articles, parser: Parser = NO_PARSER, /
    ) -> Verdict: ...

    def judge_apart(self, sentence: Sentence, articles: Articles, parser: Parser = NO_PARSER, /) -> Verdict: ...

    def judge_single(
        self, sentence: Sentence, place: str, before: Sequence[str], articles: Articles, parser: Parser = NO_PARSER, /
    ) -> Found: ...

    def whole_sentences(self, passage: Passage, article: SourceArticle, /) -> str:
        """What the passage says, in whole sentences."""


class HeadlineShortener(Protocol):
    """Says what a sentence tells in fewer characters, for a headline or a heading."""

    def __call__(
        self, sentence: Sentence, language: str, longest: int, repeated: frozenset[str] = ..., /
    ) -> Sentence | None:
        """The shorter sentence, with what was left out recorded, as the verifier lets it pass; None where none goes.

        It has `longest` characters at most where that can be had, else as few as can. It keeps rather the stems
        `repeated` in what it heads.
        """


def no_headline_shortening(
    sentence: Sentence, language: str, longest: int, repeated: frozenset[str] = frozenset()
) -> None:
    """A HeadlineShortener of no language: headlines from the text are whole sentences."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a clip says before a sentence, and after it: right behind it, and in all."""

    before: str = ""
    following: str = ""
    after: str = ""


class SentenceShortener(Protocol):
    """Says what a sentence of a clip tells in fewer words, with what was left out recorded."""

    def __call__(self, sentence: Sentence, language: str, told: Told, /) -> Sentence | None:
        """The shorter sentence as the verifier lets it pass, which has what the rest of the clip needs; or None."""


def no_shortening(sentence: Sentence, language: str, told: Told) -> None:
    """A SentenceShortener of no language: clips hold whole sentences."""


@dataclass(frozen=True, slots=True)
class Shorteners:
    """What shortens a sentence for a headline or heading, and one in the text."""

    headline: HeadlineShortener = no_headline_shortening
    sentence: SentenceShortener = no_shortening


WHOLE_SENTENCES = Shorteners()


class Gate(Protocol):
    """Lets pass what the sources of a draft bear: newsclip.evidence.approval.approve, or the same within bounds."""

    def __call__(self, draft: Document, wanted: Sequence[Amended], articles: Sequence[SourceArticle], /) -> Document:
        """`wanted`: what readers wanted it to say. Raises Refused("not_supported"), and as writers do."""
        ...
