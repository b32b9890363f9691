"""Who says a quotation in German, French, Spanish, Portuguese and Italian: the frame right behind it only.

“…”, sagte die Bürgermeisterin Ilse Brandt · « … », a déclaré Ilse Brandt · “…”, dijo Ilse Brandt. No pronoun is
followed: no speaker rather than a wrong one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsclip.kernel.spans import Span
from newsclip.language.cues import cues
from newsclip.language.names import Name, find_names
from newsclip.language.quotations.foreign_callings import calls, goes_on
from newsclip.language.quotations.found import FoundQuote

_WINDOW = 160  # characters behind a quotation in which its speaker is named
_LEAD = re.compile(r"^[»”“«\"’']?\s*[.,]?\s*[—–-]?\s*")
_CLAUSE_END = re.compile(r"[,.;:!?\n“”„«»\"()]")


def with_speakers(text: str, plain: Sequence[tuple[FoundQuote, Span]], language: str) -> list[FoundQuote]:
    """The quotations, each with its outer span, with a speaker where the frame behind names one in full."""
    if cues(language) is None:
        return [quote for quote, _ in plain]
    names = [name for name in find_names(text, language) if name.kind in {"person", "other"}]
    return [_named(text, quote, outer, names, language) for quote, outer in plain]


def _named(text: str, quote: FoundQuote, outer: Span, names: Sequence[Name], language: str) -> FoundQuote:
    known = cues(language)
    if known is None or not quote.closed:
        return quote
    window = text[outer.end : outer.end + _WINDOW]
    lead = _LEAD.match(window)
    start = lead.end() if lead else 0
    ends = _CLAUSE_END.search(window, start)
    frame = window[start : ends.start() if ends else len(window)]
    verb = known.says.search(frame)
    if verb is None:
        return quote
    here = [n for n in names if outer.end + start <= n.start and n.end <= outer.end + start + len(frame)]
    at = outer.end + start
    name = _behind(text, at + verb.end(), here, language) if verb.start() == 0 else None
    name = name or _ahead(text, Span(at, at + verb.start()), here, language)
    if name is None:
        return quote
    printed = name.text if " " in name.text else _fullest(name, names)
    if not printed:
        return quote
    return replace(
        quote, speaker=printed, speaker_start=name.start, speaker_end=name.end, rule="frame behind", reliable=True
    )


def _behind(text: str, verb: int, names: Sequence[Name], language: str) -> Name | None:
    """Who is named behind the verb, which ends at `verb`, with a calling at most: "sagte Rektorin Ilse Brandt"."""
    for name in names:
        if name.start >= verb and calls(text[verb : name.start], language):
            rest = text[name.end : name.end + _WINDOW]
            ends = _CLAUSE_END.search(rest)
            return name if goes_on(rest[: ends.start() if ends else len(rest)], language) else None
    return None


def _ahead(text: str, before: Span, names: Sequence[Name], language: str) -> Name | None:
    """Who is named right before the verb, at the beginning of the frame: "Ilse Brandt a déclaré"."""
    for name in names:
        if name.end <= before.end and not text[name.end : before.end].strip():
            return name if calls(text[before.start : name.start], language) else None
    return None


def _fullest(name: Name, names: Sequence[Name]) -> str:
    """The one full name that ends in this word; "" where there are none or several."""
    forms = {other.text for other in names if " " in other.text and other.text.split()[-1] == name.text}
    return forms.pop() if len(forms) == 1 else ""
