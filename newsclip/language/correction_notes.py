"""How publishers say in an article that they corrected it; no report of the event, and often its opposite."""

import re
from collections.abc import Iterator
from functools import cache

from newsclip.language.page_words import in_any_language
from newsclip.language.pattern_parts import ignoring_case

_LOOKED_AT = 300  # characters of a paragraph
_SOON = 100  # characters behind a dash
_FIRST, _LAST = 3, 8  # paragraphs at the head and the foot of an article: notes stand there, and nowhere else


def is_correction_note(paragraph: str) -> bool:
    """Whether it opens as such a note, in whatever language."""
    return _pattern().match(paragraph[:_LOOKED_AT]) is not None


def correction_notes(text: str, longest: int) -> Iterator[str]:
    """The paragraphs at the head and the foot of the text that are such notes, each of `longest` characters at most."""
    paragraphs = text.split("\n\n")
    foot = paragraphs[max(_FIRST, len(paragraphs) - _LAST) :]
    notes = (" ".join(paragraph[:longest].split()) for paragraph in (*paragraphs[:_FIRST], *foot))
    return filter(is_correction_note, notes)


@cache
def _pattern() -> re.Pattern[str]:
    """A dash behind a label also stands in titles of other corrections: "Correction – markets fell"."""
    fields = ("labels", "of_itself", "openings")
    labels, of_itself, openings = ("|".join(in_any_language(f"corrections.{field}")) for field in fields)
    before = r"\W{0,3}(?:[^\W\d_][^\n:]{0,30}:\s)?"  # "Editor's note: "
    dash = rf"[–—][^\n]{{0,{_SOON}}}?\b(?:{of_itself})"
    label = rf"(?:{labels})(?: \([^()\n]{{1,30}}\))?\s?(?:[:)\]]|{dash})"
    return ignoring_case(rf"^{before}(?:{label}|(?:{openings}))")
