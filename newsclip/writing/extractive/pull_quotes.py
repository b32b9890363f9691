"""Pull quotes: whole, closed quotations by a speaker who is known by name."""

import re
from dataclasses import dataclass

from newsclip.evidence.document import Quote
from newsclip.evidence.verifier.quotations import speaker_fault
from newsclip.kernel.spans import Span
from newsclip.language.quotation_marks import plain
from newsclip.language.quotations import FoundQuote
from newsclip.language.tokens import sentences
from newsclip.writing.candidates import Reading, content_stems, passage, same_fact
from newsclip.writing.extractive.writer_state import Desk

_FEWEST_WORDS, _MOST_WORDS = 8, 45
_VAGUE = re.compile(
    r"^(?:(?:he|she|they|it|his|her|their|its|one|someone|a|an|the|(?:an)?other|some|many|several|officials?|police|"
    r"sources?)\b|(?:brigadier|general|colonel|captain|major|sergeant|inspector|officer|channel)$|[A-Z]-[A-Z]+$)",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"^(?:and|but|so|then|or|because|that|this|these|those|he|she|they|it|it['’]s|that['’]s)\b", re.IGNORECASE
)
_ENDS_BEHIND = re.compile(r"\s?[”“»«\"’']?\s?[.,]")  # ends the saying: «We go», she said


@dataclass(frozen=True, slots=True)
class Pulled:
    """A quotation to print, the article it is from and where in it."""

    quote: Quote
    article: int
    start: int


def pull(desk: Desk, *, most: int) -> list[Pulled]:
    """Up to `most` quotations, each speaker's best first, no saying twice. In reading order."""
    found = [pulled for i in range(len(desk.readings)) for pulled in _candidates(desk, i)]
    chosen: list[Pulled] = []
    for pulled in sorted(found, key=lambda p: (-_merit(p), p.article, p.start)):
        if len(chosen) == most:
            break
        article = desk.readings[pulled.article].article
        if _is_new(desk, pulled, chosen) and not speaker_fault(pulled.quote, article):
            chosen.append(pulled)
    return sorted(chosen, key=lambda p: (p.article, p.start))


def _candidates(desk: Desk, index: int) -> list[Pulled]:
    reading = desk.readings[index]
    text = reading.article.text
    places = {name.text for name in reading.names if name.kind == "place"}
    good = [found for found in reading.quotes if _is_good(found, text) and found.speaker not in places]
    return [Pulled(_quote(reading, found), index, found.start) for found in good]


def _is_good(found: FoundQuote, text: str) -> bool:
    if not (found.reliable and found.closed and found.speaker and found.speaker_start is not None):
        return False
    if _VAGUE.match(found.speaker) or "\n" in found.text:
        return False
    return _is_sentence(found, text) and _FEWEST_WORDS <= len(found.text.split()) <= _MOST_WORDS


def _is_sentence(found: FoundQuote, text: str) -> bool:
    """Whether it is a saying and not a few words that the journalist borrowed."""
    return found.text[:1].isupper() and (
        found.text.rstrip()[-1:] in ".,!?…" or bool(_ENDS_BEHIND.match(text, found.end))
    )


def _quote(reading: Reading, found: FoundQuote) -> Quote:
    """The quotation, with the sentence it stands in and where its speaker and role are named."""
    article = reading.article
    evidence = [passage(article, Span(found.start, found.end))]
    around = _around(article.text, found)
    evidence.append(passage(article, around))
    for said in (found.speaker, found.role):
        if said and said.lower() not in around.of(article.text).lower():
            at = article.text.lower().find(said.lower())
            if at >= 0:
                evidence.append(passage(article, Span(at, at + len(said))))
    text = found.text.rstrip()
    return Quote(text[:-1] if text.endswith(",") else text, found.speaker, tuple(evidence), found.role)


def _around(text: str, found: FoundQuote) -> Span:
    """The sentences from the quotation to the mention of its speaker."""
    start = min(found.start, found.speaker_start if found.speaker_start is not None else found.start)
    end = max(found.end, found.speaker_end or found.end)
    touching = [span for span in sentences(text) if span.start < end and start < span.end]
    return Span(touching[0].start, touching[-1].end)


def _merit(pulled: Pulled) -> float:
    """Quotations that are neither curt nor long, early in their article, and do not go on from another."""
    words = len(pulled.quote.text.split())
    leaning = 0.25 if _LEANS.match(pulled.quote.text) else 0.0
    return 1.0 - abs(words - 22) / 44 - min(0.5, pulled.start / 12_000) - leaning


def _surname(pulled: Pulled) -> str:
    return (pulled.quote.speaker or "").rsplit(maxsplit=1)[-1]


def _is_new(desk: Desk, pulled: Pulled, chosen: list[Pulled]) -> bool:
    stems = content_stems(pulled.quote.text, desk.language)
    said = [content_stems(other.quote.text, desk.language) for other in chosen] + desk.told
    by_speaker = sum(_surname(other) == _surname(pulled) for other in chosen)
    again = any(plain(other.quote.text) == plain(pulled.quote.text) for other in chosen)
    return by_speaker < 2 and not again and not any(same_fact(stems, other) for other in said)
