"""Where quotations begin and end: straight, curly, single, French and German marks.

A line is a paragraph. Quotation marks nest, so inside a quotation only its own closing mark ends it. A paragraph that
opens a quotation and does not close it goes on in the next one where that opens with the same mark again: the custom
of English print for quotations of several paragraphs. Some texts have lost their lines: there it opens again behind a
sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsclip.kernel.spans import Span
from newsclip.language.tokens import paragraphs
from newsclip.language.word_lists import ELIDED

# opening mark: the marks that may close it
_CLOSING = {
    '"': '"”“',
    "“": '”"“',
    "„": '“”"‟',
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "‚": "‘’'",
    "‘": "’'",
    "'": "'’",
}
_SINGLE = "'‘‚"
_GUILLEMETS = "«»‹›「『"
_BEFORE_OPENING = re.compile(r"[\s\u202a\u200b(\[{—–―\-/“„\"‘'«»:¿¡]")
_AFTER_CLOSING = re.compile(r"[\s)\]}—–―\-/”\"’'».,;:!?…]")
_BEGINS_SENTENCE = re.compile(r"[.!?…:][”\"]?\s+$")
_ENDS_SENTENCE = re.compile(r"[.!?…][”\"]?(?=\s)")
_ENDING, _GAP, _WORD = 8, 20, 40  # characters: the end of a sentence, the space between two paragraphs, a word
_SURE_END = re.compile(r"[,.!?…]")
_ENDS_APART = re.compile(
    r"[,.!?…]|[^\W_s]|s .(?= [,.;:!?)])"
)  # texts that set all marks apart: "they are late , ' she said"
# 'em, 'tis, the '90s, rock 'n' roll: an apostrophe that looks like an opening mark
_DOUBLE = '"“”„'
_ELISION = re.compile(rf"(?:{ELIDED})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between marks: `span` without them, `outer` with them. `closed`: the publisher closed it.

    `continues`: this paragraph goes on with the quotation of the one before it.
    """

    span: Span
    outer: Span
    mark: str
    closed: bool
    continues: bool = False


def quoted(text: str) -> list[Quoted]:
    """The outermost quotations of the text in order; `span.of(text)` is their words, without marks and space around."""
    text = _typeset(text)
    found: list[Quoted] = []
    open_before: Quoted | None = None
    for paragraph in paragraphs(text):
        here = list(_in_paragraph(text, paragraph))
        if here and open_before and _is_at_start(text, paragraph, here[0]) and here[0].mark == open_before.mark:
            first = here[0]
            here[0] = Quoted(first.span, first.outer, first.mark, first.closed, continues=True)
        found.extend(here)
        open_before = here[-1] if here and not here[-1].closed else None
    return found


def _typeset(text: str) -> str:
    """The text with ``marks of typewriters'' as curly ones, everything in its place."""
    return text.replace("``", "“ ").replace("''", " ”") if "``" in text else text


def _is_at_start(text: str, paragraph: Span, first: Quoted) -> bool:
    return not text[paragraph.start : first.outer.start].strip()


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quoted]:
    place = paragraph.start
    hopeless: set[str] = set()  # marks that nothing closes in the rest of the paragraph: looked for once only
    last = max(text.rfind(mark, paragraph.start, paragraph.end) for mark in _DOUBLE)
    while place < paragraph.end:
        mark = text[place]
        if mark not in _CLOSING or mark in hopeless or not _opens(text, place, paragraph):
            place += 1
            continue
        one = _quotation(text, place, paragraph, last)
        if one and one.span.start < one.span.end:
            yield one
        if mark == "'" and not one:
            hopeless.add(mark)
        place = one.outer.end if one else place + 1


def _quotation(text: str, place: int, paragraph: Span, last: int) -> Quoted | None:
    """The quotation that opens here: to its mark, to where it opens once more, or to the end of the paragraph."""
    mark, again = text[place], _again(text, place, paragraph)
    end = _closing(text, place, Span(paragraph.start, again[1]) if again else paragraph)
    if again and (end is None or _is_plural(text, place, end)):
        return Quoted(_trimmed(text, place + 1, again[0]), Span(place, again[0]), mark, closed=False)
    if end is not None:
        return Quoted(_trimmed(text, place + 1, end), Span(place, end + 1), mark, closed=True)
    goes_on = place == last if mark in '"“„' else mark in _SINGLE and _begins_with(text, paragraph.end, mark)
    rest = Span(place, paragraph.end)
    return Quoted(_trimmed(text, place + 1, rest.end), rest, mark, closed=False) if goes_on else None


def _again(text: str, opening: int, paragraph: Span) -> tuple[int, int] | None:
    """Where the last sentence ends before the next mark that opens as this does, and where that is.

    None where that mark does not begin what it stands before. Texts that lost their lines keep the marks with which
    their paragraphs began.
    """
    mark = text[opening]
    place = text.find(mark, opening + 1, paragraph.end)
    while place >= 0 and not _opens(text, place, paragraph):
        place = text.find(mark, place + 1, paragraph.end)
    if place < 0 or not _BEGINS_SENTENCE.search(text[max(opening + 1, place - _ENDING) : place]):
        return None
    said = [found.end() for found in _ENDS_SENTENCE.finditer(text, opening + 1, place)]
    return (said[-1], place) if said else None


def _is_plural(text: str, opening: int, end: int) -> bool:
    """Whether the mark at `end` is an apostrophe in what somebody says: 'The clerks' boat is late."""
    word = text[max(text.rfind(" ", max(opening, end - _WORD), end), opening) + 1 : end]
    return text[opening + 1].isupper() and word.endswith("s") and word[0].islower() and text[end + 1].isspace()


def _begins_with(text: str, end: int, mark: str) -> bool:
    """Whether the paragraph behind the one that ends here begins with the mark."""
    return text[end : end + _GAP].lstrip().startswith(mark)


def _opens(text: str, place: int, paragraph: Span) -> bool:
    """Whether a mark here may begin a quotation: by what stands before and after it."""
    mark = text[place]
    after = text[place + 1] if place + 1 < paragraph.end else " "
    if mark in _GUILLEMETS:
        return True
    if after.isspace() and mark not in "“„":
        return False
    if place == paragraph.start:
        return not (mark in _SINGLE and _ELISION.match(text, place + 1))
    before = text[place - 1]
    if mark in "“„":
        return True
    if mark in _SINGLE and _ELISION.match(text, place + 1):
        return False
    return bool(_BEFORE_OPENING.match(before))


def _closing(text: str, opening: int, paragraph: Span) -> int | None:
    """Where the quotation that opens here is closed in its paragraph, or None."""
    mark = text[opening]
    if mark in _SINGLE:
        return _single_closing(text, opening, paragraph)
    marks = _CLOSING[mark]
    for place in range(opening + 1, paragraph.end):
        here = text[place]
        if here in marks and _closes(text, place, paragraph):
            return place
        if here == mark:
            return None  # a second opening mark: the first one was never closed
    return None


def _closes(text: str, place: int, paragraph: Span) -> bool:
    if text[place] in "»«›‹」』":
        return True
    before = text[place - 1]
    after = text[place + 1] if place + 1 < paragraph.end else " "
    if text[place] == "”":
        return True
    if text[place] == "“" and not _AFTER_CLOSING.match(after):
        return False
    return not before.isspace() or bool(_AFTER_CLOSING.match(after))


def _single_closing(text: str, opening: int, paragraph: Span) -> int | None:
    """The closing single mark: after punctuation at once, else the first that cannot be a plural's apostrophe."""
    marks = _CLOSING[text[opening]]
    possible: int | None = None
    for place in range(opening + 1, paragraph.end):
        if text[place] == "‘" and text[opening] == "‘":
            break
        if text[place] not in marks or place == opening + 1:
            continue
        before = text[place - 1]
        after = text[place + 1] if place + 1 < paragraph.end else " "
        if before == " " and after == " " and _ENDS_APART.match(text, place - 2):
            return place
        if before.isspace() or not _AFTER_CLOSING.match(after):
            continue
        if _SURE_END.match(before) or before != "s" or not after.isspace():
            return place
        possible = place if possible is None else possible
    return possible


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without white space, and without the comma that belongs to the sentence around (“We go,” she said)."""
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    kept = words.strip()
    if kept.endswith(","):
        kept = kept[:-1].rstrip()
    return Span(start + lead, start + lead + len(kept)) if kept else Span(start, start)
