"""The agencies that a page credits right behind its text, in lines that are no part of it: "Von dpa"."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from newsclip.articles.rules.head import one_line
from newsclip.language.agency_credits import credited_in

_LAST_WORDS = 24  # characters by which the end of the text is found in the source
_SHORTEST = 16  # of its last line: "Yes" may stand anywhere
_BEHIND = 2_000  # bytes of the source
_MOST_PLACES, _MOST_LINES, _LONGEST_LINE = 3, 3, 100
_SILENT = re.compile(r"<(?:figure|script|aside|footer)\b.*", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|b|i|em|strong|cite)\b[^>]{0,500}+>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,1000}+(?:>|\Z)")


def closing_credits(source: bytes, text: str) -> tuple[str, ...]:
    """The signs of these agencies, or the word for some without names; each once.

    Pictures and footers credit whom they show and belong to: what follows one is not read.
    """
    end = text[-_LAST_WORDS:].rpartition("\n")[2]
    lines = _lines_behind(source, end.encode("utf-8", "replace")) if len(end) >= _SHORTEST else ()
    found = (credit for line in lines for credit in credited_in(line))
    return tuple(dict.fromkeys(found))


def _lines_behind(source: bytes, end: bytes) -> Iterator[str]:
    for place in islice(_places_behind(source, end), _MOST_PLACES):
        behind = _SILENT.sub("", source[place : place + _BEHIND].decode("utf-8", "replace"))
        lines = map(one_line, unescape(_TAG.sub("\n", _INLINE.sub("", behind))).split("\n"))
        for line in islice(filter(None, lines), _MOST_LINES):
            if len(line) > _LONGEST_LINE:
                break
            yield line


def _places_behind(source: bytes, end: bytes) -> Iterator[int]:
    place = source.find(end)
    while place >= 0:
        yield place + len(end)
        place = source.find(end, place + len(end))
