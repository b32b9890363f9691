"""Quotations: verbatim spans of a text, with their speaker where a reliable rule tells it."""

from bisect import bisect_right
from dataclasses import dataclass

from newsclip.clips.rules.names import find_names
from newsclip.clips.rules.quotes.marks import Quoted, quoted
from newsclip.clips.rules.quotes.people import People
from newsclip.clips.rules.quotes.speakers import Mention, mention
from newsclip.kernel.language import paragraphs, sentences
from newsclip.kernel.spans import Span

__all__ = ["FoundQuote", "find_quotes"]


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


def find_quotes(text: str, language: str = "en") -> list[FoundQuote]:
    """The quotations of the text in order, every one verbatim. Speakers are found in English only."""
    marked = quoted(text)
    if language[:2] not in {"en", ""}:
        return [_plain(text, quote) for quote in marked]
    people = People(find_names(text))
    lines, opens = paragraphs(text), [span.start for span in sentences(text)]
    found: list[FoundQuote] = []
    for quote in marked:
        paragraph = lines[bisect_right([line.start for line in lines], quote.outer.start) - 1]
        if quote.continues and found:
            found.append(_continued(text, quote, found[-1]))
            continue
        start = opens[max(0, bisect_right(opens, quote.outer.start) - 1)]
        beside = mention(text, quote, paragraph, max(start, paragraph.start))
        found.append(_spoken(text, quote, beside, people) if beside else _plain(text, quote))
    return found


def _plain(text: str, quote: Quoted) -> FoundQuote:
    return FoundQuote(quote.span.of(text), quote.span.start, quote.span.end, closed=quote.closed)


def _spoken(text: str, quote: Quoted, beside: Mention, people: People) -> FoundQuote:
    speaker = people.speaker(text, beside.span)
    if speaker is None or not speaker.safe:
        return _plain(text, quote)
    return _said_by(text, quote, speaker.name, beside.span, speaker.role, beside.rule)


def _continued(text: str, quote: Quoted, before: FoundQuote) -> FoundQuote:
    if before.speaker is None or before.speaker_start is None or before.speaker_end is None:
        return _plain(text, quote)
    span = Span(before.speaker_start, before.speaker_end)
    return _said_by(text, quote, before.speaker, span, before.role, "continued")


def _said_by(text: str, quote: Quoted, name: str, at: Span, role: str | None, rule: str) -> FoundQuote:  # noqa: PLR0913
    return FoundQuote(
        quote.span.of(text), quote.span.start, quote.span.end, name, at.start, at.end, role, rule,
        reliable=quote.closed, closed=quote.closed,
    )  # fmt: skip
