"""One quotation, two speakers: the same words that independent reports put into different mouths."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from newsclip.evidence.document import Claim, Disagreement
from newsclip.language.quotations import FoundQuote, sentences_around
from newsclip.language.tokens import words
from newsclip.writing.candidates import Reading, passage
from newsclip.writing.disagreements.questions import who_said

_FEWEST_WORDS = 5  # a shorter saying may be that of two people
_NAME = re.compile(r"(?!The\b|Ministry|Department|Office|Police|Council)[A-Z][a-z’'\-]+(?<![’']s)[\w’'\-]*$")
_ALIKE = 0.8  # of the stems: one saying, perhaps cut
_IN_ABOUT = 8  # words that name a saying


def disagreements(readings: Sequence[Reading]) -> list[Disagreement]:
    """Quotations whose speaker two publishers name differently."""
    said = [(reading, quote) for reading in readings for quote in reading.quotes if _tells(quote)]
    found: list[Disagreement] = []
    for (one, a), (other, b) in combinations(said, 2):
        if one.article.publisher != other.article.publisher and _alike(a, b) and _apart(a, b):
            start = " ".join(a.text.split()[:_IN_ABOUT])
            claims = [claim for reading, quote in ((one, a), (other, b)) for claim in _claim(reading, quote)]
            if len(claims) == 2:
                found.append(Disagreement(who_said(start), tuple(claims)))
    return found


def _tells(quote: FoundQuote) -> bool:
    """A saying of some length whose speaker is named in full: "the ministry" may be its minister."""
    named = (quote.speaker or "").split()
    return len(named) >= 2 and all(map(_NAME.match, named)) and len(words(quote.text)) >= _FEWEST_WORDS


def _alike(a: FoundQuote, b: FoundQuote) -> bool:
    one, other = ({w.lower() for w in words(q.text)} for q in (a, b))
    return len(one & other) / max(len(one), len(other)) >= _ALIKE


def _apart(a: FoundQuote, b: FoundQuote) -> bool:
    """Two people: no part of one's name is a part of the other's."""
    return not ({w.lower() for w in words(a.speaker or "")} & {w.lower() for w in words(b.speaker or "")})


def _claim(reading: Reading, quote: FoundQuote) -> Iterator[Claim]:
    """The speaker, with the sentences from the quotation to where he is named."""
    if quote.speaker is None or None in (quote.speaker_start, quote.speaker_end):
        return
    around = sentences_around(reading.article.text, quote)
    if quote.speaker in around.of(reading.article.text):
        yield Claim(quote.speaker, (passage(reading.article, around),))
