"""An article's text in units: sentences, those of one quotation taken together, and whose words they are."""

import re
from collections.abc import Sequence

from newsclip.kernel.spans import Span
from newsclip.language.quotations import FoundQuote
from newsclip.language.single_marks import all_closed
from newsclip.language.tokens import sentences
from newsclip.language.unspaced import count_words
from newsclip.writing import cleaning

BLANKED = " " * 8  # where an instruction stood: what is around it is no sentence any more
_LONG_QUOTE = 50  # words: one in single marks that goes on so long, and seems to open anew, is none
_FRAME = 2  # words that say whose a quotation is: "said Quist"
_OPENS_ANEW = re.compile(r"\s['’‘](?=\s|\w)|``")
_MARKS = re.compile(r"\W+")
_ON = ("continued", "goes on")
_CLOSING = {"“": "”", '"': '"'}  # single marks are apostrophes, too
_SUFFIX = re.compile(r"(?:s|re|ve|ll|d|m|t) ")


def units(text: str, quotes: Sequence[FoundQuote]) -> list[Span]:
    """Sentences, those inside or across one quotation taken together, so that no mark is left open."""
    found: list[Span] = []
    for span in (_without_next_mark(text, one) for one in sentences(text)):
        last = found[-1] if found else None
        if last is not None and "\n" not in text[last.start : span.end] and _belongs(text, last, span, quotes):
            found[-1] = Span(last.start, span.end)
        else:
            found.append(span)
    return found


def untitled_units(text: str, quotes: Sequence[FoundQuote], title: str, language: str) -> list[Span]:
    """The units without what the page sets before one, and without its title: the sentence behind that is the first."""
    spans = [
        Span(cleaning.before_sentence(text, unit.start, title, language), unit.end) for unit in units(text, quotes)
    ]
    return [span for span in spans if span.start < span.end]


def _without_next_mark(text: str, span: Span) -> Span:
    """The sentence without a mark set apart that opens what stands behind it."""
    own = span.of(text)
    opens = own.endswith((" '", " ’")) and not all_closed(own) and all_closed(own[:-1])
    return Span(span.start, span.start + len(own[:-1].rstrip())) if opens else span


def is_sound(text: str, quote: FoundQuote) -> bool:
    """Whether the marks are a quotation's, and not those of "country 's" or "''", as set apart by some texts."""
    before = text[: quote.start].rstrip()
    if BLANKED in quote.text:
        return False
    if before.endswith("''") or (before.endswith((" '", " ’")) and _SUFFIX.match(quote.text)):
        return False
    single = before.endswith(("'", "‘"))
    return not (single and len(quote.text.split()) > _LONG_QUOTE and _OPENS_ANEW.search(quote.text))


def _belongs(text: str, last: Span, span: Span, quotes: Sequence[FoundQuote]) -> bool:
    """Whether the sentence goes on with the one before: inside one quotation, or because that one has no end."""
    quoted = any(q.start < last.end and span.start < q.end for q in quotes)
    words_so_far = last.of(text)
    return quoted or words_so_far.count("``") > words_so_far.count("''") or not cleaning.ends(words_so_far)


def only_quotes(text: str, span: Span, quotes: Sequence[FoundQuote]) -> bool:
    """Whether the sentence is a quotation and no more."""
    here = within(span, quotes)
    return bool(here) and count_words(own_words(text, span, here)) < _FRAME


def within(span: Span, quotes: Sequence[FoundQuote]) -> list[FoundQuote]:
    """The quotations of which something stands there."""
    return [quote for quote in quotes if quote.start < span.end and span.start < quote.end]


def missing_mark(text: str, span: Span, quotes: Sequence[FoundQuote]) -> str | None:
    """The mark that a publisher leaves out at the end of the unit because the same speaker's next words open it anew.

    "" where none is missing, None where the quotation stays open for another reason: a mark that was lost may have
    stood anywhere before the journalist's own words.
    """
    here = within(span, quotes)
    if all(quote.closed for quote in here):
        return ""
    last, after = here[-1], next((quote for quote in quotes if quote.start > span.end), None)
    alone = sum(not quote.closed for quote in here) == 1 and not last.closed and last.end >= span.end
    if after is None or not alone or not is_saying(text, span, last) or not speaks_on(after, last):
        return None
    opened = text[last.start - 1 : last.start]
    anew = text[after.start - 1 : after.start] == opened and not text[span.end : after.start - 1].strip()
    return _CLOSING.get(opened) if anew else None


def is_saying(text: str, span: Span, quote: FoundQuote) -> bool:
    """Whether it is a whole saying, which begins the unit or stands behind a colon or a comma: no mere phrase."""
    before = text[span.start : quote.start - 1].rstrip()
    return before[-1:] in ("", ":", ",") and quote.text[:1].isupper()


def speaks_on(quote: FoundQuote, before: FoundQuote) -> bool:
    """Whether the same person goes on, with nothing between that says who speaks."""
    return quote.rule in _ON and quote.speaker is not None and quote.speaker == before.speaker


def own_words(text: str, span: Span, quotes: Sequence[FoundQuote]) -> str:
    """What the sentence says outside its quotations, without their marks."""
    outside, at = "", span.start
    for quote in quotes:
        if quote.start < span.end and span.start < quote.end:
            outside, at = outside + text[at : quote.start] + " ", max(at, quote.end)
    return _MARKS.sub(" ", outside + text[at : span.end])
