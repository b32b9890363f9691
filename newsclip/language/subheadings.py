"""A publisher's own subheadings: short paragraphs that close with no mark and stand over running text."""

import re
from functools import cache

from newsclip.kernel.spans import Span
from newsclip.language.names import find_names
from newsclip.language.pack import pack
from newsclip.language.pos_tagger import TAGGED_LANGUAGES
from newsclip.language.quotation_marks import closed
from newsclip.language.tokens import paragraphs

_FEWEST, _MOST, _LONGEST = 2, 9, 80  # words, and characters
_FEWEST_OF_TWO = 4  # words of one in two parts; fewer are a label or a place ("Velm, Norvale")
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_NO_HEADING = re.compile(r"[.!?:;,…\"”»“„«|@/©()\[\]<>•]|https?:|^\W|^\d")
_NO_PARTS = re.compile(r"[.!?;…|@/©()\[\]<>•]|https?:|[,:]$|^\W|^\d")
_PROSE = re.compile(r"[.!?…][\"”’»“)\]]*\s*$")
_PROSE_WORDS = 6  # a shorter line that ends in a stop may be a subheading itself


def subheadings(text: str, language: str) -> list[Span]:
    """The spans of the text's subheadings; none in a language whose pack does not say what is none.

    Running text stands before and behind each: so entries of a list, lines over a picture and what follows the article
    are none. A question is none, nor is a bare name. In other languages than English, one may have a colon, a comma or
    words in quotation marks.
    """
    never = _never(language[:2] or "en")
    if never is None:
        return []
    lines = paragraphs(text)
    prose = [_is_prose(line.of(text)) for line in lines]
    return [
        line
        for before, line, behind in zip(range(len(lines)), lines[1:], prose[2:], strict=False)
        if prose[before]
        and behind
        and _may_head(line.of(text), never, language)
        and not _is_a_name(line.of(text), language)
    ]


def stretch(text: str, subheading: Span, language: str) -> Span | None:
    """What stands below this subheading, up to the next; None where the text has no such subheading."""
    known = subheadings(text, language)
    if subheading not in known:
        return None
    behind = [one.start for one in known if one.start > subheading.start]
    return Span(subheading.end, min(behind, default=len(text)))


def _may_head(line: str, never: re.Pattern[str], language: str) -> bool:
    if len(line) > _LONGEST or not line[0].isupper():
        return False
    if _NO_HEADING.search(line) and not (language[:2] not in TAGGED_LANGUAGES and _is_in_parts(line)):
        return False
    return _FEWEST <= len(line.split()) <= _MOST and len(_WORD.findall(line)) >= _FEWEST and not never.search(line)


def _is_in_parts(line: str) -> bool:
    """Whether it has one colon or comma, or words in quotation marks: "Velm: Der Kai ist „sicher“"."""
    parts = line.count(":") + line.count(",")
    return parts <= 1 and len(line.split()) >= _FEWEST_OF_TWO and closed(line) and not _NO_PARTS.search(line)


def _is_prose(line: str) -> bool:
    return bool(_PROSE.search(line[-20:])) and len(line[:_LONGEST].split()) >= _PROSE_WORDS


def _is_a_name(line: str, language: str) -> bool:
    return any(len(name.text) >= len(line) - 4 for name in find_names(line, language)) and not line.isupper()


@cache
def _never(language: str) -> re.Pattern[str] | None:
    known = pack(language).section_types
    words = known.no_subheadings if known else ()
    return re.compile(rf"^(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None
