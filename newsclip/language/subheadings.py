"""A publisher's own subheadings: short paragraphs that close with no mark and stand over running text."""

import re
from functools import cache

from newsclip.kernel.spans import Span
from newsclip.language.names import find_names
from newsclip.language.pack import pack
from newsclip.language.tokens import paragraphs

_FEWEST, _MOST, _LONGEST = 2, 9, 80  # words, and characters
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_NO_HEADING = re.compile(r"[.!?:;,…\"”»“„«|@/©()\[\]<>•]|https?:|^\W|^\d")
_PROSE = re.compile(r"[.!?…][\"”’»“)\]]*\s*$")
_PROSE_WORDS = 6  # a shorter line that ends in a stop may be a subheading itself


def subheadings(text: str, language: str) -> list[Span]:
    """The spans of the text's subheadings; none in a language whose pack does not say what is none.

    Running text stands before and behind each: so entries of a list, lines over a picture and what follows the article
    are none. A question is none, nor is a bare name.
    """
    never = _never(language[:2] or "en")
    if never is None:
        return []
    lines = paragraphs(text)
    prose = [_is_prose(line.of(text)) for line in lines]
    return [
        line
        for before, line, behind in zip(range(len(lines)), lines[1:], prose[2:], strict=False)
        if prose[before] and behind and _may_head(line.of(text), never) and not _is_a_name(line.of(text), language)
    ]


def stretch(text: str, subheading: Span, language: str) -> Span | None:
    """What stands below this subheading, up to the next; None where the text has no such subheading."""
    known = subheadings(text, language)
    if subheading not in known:
        return None
    behind = [one.start for one in known if one.start > subheading.start]
    return Span(subheading.end, min(behind, default=len(text)))


def _may_head(line: str, never: re.Pattern[str]) -> bool:
    if len(line) > _LONGEST or _NO_HEADING.search(line) or not line[0].isupper():
        return False
    return _FEWEST <= len(line.split()) <= _MOST and len(_WORD.findall(line)) >= _FEWEST and not never.search(line)


def _is_prose(line: str) -> bool:
    return bool(_PROSE.search(line[-20:])) and len(line[:_LONGEST].split()) >= _PROSE_WORDS


def _is_a_name(line: str, language: str) -> bool:
    return any(len(name.text) >= len(line) - 4 for name in find_names(line, language)) and not line.isupper()


@cache
def _never(language: str) -> re.Pattern[str] | None:
    known = pack(language)
    words = known.section_types.no_subheadings if known and known.section_types else ()
    return re.compile(rf"^(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None
