"""Quotations: verbatim spans of a text, with their speaker where a reliable rule tells it."""

from bisect import bisect_right
from dataclasses import dataclass

from newsclip.kernel.spans import Span
from newsclip.language.names import find_names
from newsclip.language.pack import is_english
from newsclip.language.quotations.foreign import with_speakers
from newsclip.language.quotations.found import FoundQuote, Said, Speaker
from newsclip.language.quotations.marks import Quoted, quoted
from newsclip.language.quotations.people import People
from newsclip.language.quotations.speakers import goes_on, is_title, mention
from newsclip.language.tokens import paragraphs, sentences

__all__ = ["FoundQuote", "find_quotes", "sentences_around"]


def find_quotes(text: str, language: str = "en") -> list[FoundQuote]:
    """The quotations of the text in order, every one verbatim.

    Speakers are found in English, and by the frame behind the quotation where a language has cues.
    """
    marked = quoted(text)
    if not is_english(language) or not marked:
        return with_speakers(text, [(_plain(text, quote), quote.outer) for quote in marked], language)
    page = _Page(
        text, paragraphs(text), sentences(text), People(text, find_names(text), [quote.outer for quote in marked])
    )
    found: list[FoundQuote] = []
    before: tuple[Quoted, FoundQuote] | None = None
    last: Said | None = None
    for place, quote in enumerate(marked):
        one = _attributed(page, quote, marked[place - 1].outer.end if place else 0, before, last)
        found.append(one)
        last = _said(text, one, last)
        if one.speaker or not is_title(one.text):  # a title within a frame ends nobody's saying
            before = quote, one
    return found


def sentences_around(text: str, found: FoundQuote) -> Span:
    """The sentences from the quotation to the mention of its speaker."""
    start = min(found.start, found.speaker_start if found.speaker_start is not None else found.start)
    end = max(found.end, found.speaker_end or found.end)
    touching = [span for span in sentences(text) if span.start < end and start < span.end]
    return Span(touching[0].start, touching[-1].end)


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    paragraphs: list[Span]
    sentences: list[Span]
    people: People

    def paragraph_of(self, place: int) -> Span:
        return self.paragraphs[bisect_right(self.paragraphs, place, key=lambda span: span.start) - 1]

    def sentence_start(self, place: int) -> int:
        return self.sentences[max(0, bisect_right(self.sentences, place, key=lambda span: span.start) - 1)].start


def _attributed(
    page: _Page, quote: Quoted, free: int, before: tuple[Quoted, FoundQuote] | None, last: Said | None
) -> FoundQuote:
    """The quotation with its speaker.

    `free`: where the one before ends; `before`: the saying before, as marked and found; `last`: who spoke last.
    """
    text = page.text
    paragraph = page.paragraph_of(quote.outer.start)
    start = max(page.sentence_start(quote.outer.start), paragraph.start, free)
    said = before[1] if before else None
    beside = mention(text, quote, paragraph, start)
    if beside:
        speaker = page.people.speaker(beside.span, page.sentences, last, behind_verb=beside.behind_verb)
        if not speaker and quote.continues and said and said.speaker:
            speaker = Speaker(said.speaker, said.role)
        return _said_by(text, quote, speaker, beside.span, beside.rule) if speaker else _plain(text, quote)
    if before and said and quote.continues:
        return _same_speaker(text, quote, said, "continued")
    if before and said and goes_on(text, before[0], quote, paragraph, said.speaker_start):
        return _same_speaker(text, quote, said, "goes on")
    return _plain(text, quote)


def _said(text: str, one: FoundQuote, last: Said | None) -> Said | None:
    if one.speaker is None or one.speaker_start is None or one.speaker_end is None:
        return last
    at = Span(one.speaker_start, one.speaker_end)
    return last if last and last.name == one.speaker and at.of(text).lower() in {"he", "she"} else Said(one.speaker, at)


def _plain(text: str, quote: Quoted) -> FoundQuote:
    return FoundQuote(quote.span.of(text), quote.span.start, quote.span.end, closed=quote.closed)


def _same_speaker(text: str, quote: Quoted, said: FoundQuote, rule: str) -> FoundQuote:
    if said.speaker is None or said.speaker_start is None or said.speaker_end is None:
        return _plain(text, quote)
    span = Span(said.speaker_start, said.speaker_end)
    return _said_by(text, quote, Speaker(said.speaker, said.role), span, rule)


def _said_by(text: str, quote: Quoted, speaker: Speaker, at: Span, rule: str) -> FoundQuote:
    return FoundQuote(
        quote.span.of(text), quote.span.start, quote.span.end, speaker.name, at.start, at.end, speaker.role, rule,
        reliable=quote.closed, closed=quote.closed,
    )  # fmt: skip
