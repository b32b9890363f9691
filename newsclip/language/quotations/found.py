"""A quotation that was found, and who speaks."""

from dataclasses import dataclass

from newsclip.kernel.spans import Span


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """One quotation: `text` is the text's own `[start, end)`, without the marks.

    `speaker` (None where no reliable rule tells) is the name as fullest written in the text, or the phrase as written;
    `[speaker_start, speaker_end)` is the mention that `rule` found. `role` stands beside the name ("harbour master").
    `closed`: the publisher closed it; a quotation of several paragraphs is closed only in its last one.
    """

    text: str
    start: int
    end: int
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    role: str | None = None
    rule: str = ""
    reliable: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name`: as fullest written in the text, or the phrase as written."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Who spoke last, and the last mention that named them."""

    name: str
    at: Span
