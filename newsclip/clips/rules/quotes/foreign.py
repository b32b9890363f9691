"""Who says a quotation in German, French, Spanish, Portuguese and Italian: the frame right behind it only.

“…”, sagte die Bürgermeisterin Ilse Brandt · « … », a déclaré Ilse Brandt · “…”, dijo Ilse Brandt. No pronoun is
followed: no speaker rather than a wrong one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsclip.clips.rules.foreign import cues
from newsclip.clips.rules.names import Name, find_names
from newsclip.clips.rules.quotes.found import FoundQuote
from newsclip.kernel.spans import Span

_WINDOW = 160
_LEAD = re.compile(r"^[»”“«\"’']?\s*[.,]?\s*[—–-]?\s*")
_CLAUSE_END = re.compile(r"[,.;:!?\n“”„«»\"()]")
_MOST_BETWEEN = 4  # words between the verb and the name: "sagte der Sprecher der Feuerwehr Jan Holt"


def with_speakers(text: str, plain: Sequence[tuple[FoundQuote, Span]], language: str) -> list[FoundQuote]:
    """The quotations, each with its outer span, with a speaker where the frame behind names one in full."""
    known = cues(language)
    if known is None:
        return [quote for quote, _ in plain]
    names = [name for name in find_names(text, language) if name.kind in {"person", "other"}]
    full = [name for name in names if " " in name.text]
    return [_named(text, quote, outer, known.says, names, full) for quote, outer in plain]


def _named(
    text: str, quote: FoundQuote, outer: Span, says: re.Pattern[str], names: Sequence[Name], full: Sequence[Name]
) -> FoundQuote:
    if not quote.closed:
        return quote
    window = text[outer.end : outer.end + _WINDOW]
    lead = _LEAD.match(window)
    start = lead.end() if lead else 0
    ends = _CLAUSE_END.search(window, start)
    frame = window[start : ends.start() if ends else len(window)]
    verb = says.search(frame)
    if verb is None:
        return quote
    here = [n for n in names if outer.end + start <= n.start and n.end <= outer.end + start + len(frame)]
    at = outer.end + start
    behind = [n for n in here if n.start >= at + verb.end() and _close(text[at + verb.end() : n.start])]
    before = [n for n in here if n.end <= at + verb.start() and _close(text[n.end : at + verb.start()])]
    opens = verb.start() == 0 or bool(before and not text[at : before[0].start].strip())
    name = next(iter(behind[-1:] or before[:1]), None) if opens else None
    if name is None:
        return quote
    printed = name.text if " " in name.text else _fullest(name, full)
    if not printed:
        return quote
    return replace(
        quote, speaker=printed, speaker_start=name.start, speaker_end=name.end, rule="frame behind", reliable=True
    )


def _close(words: str) -> bool:
    return len(words.split()) <= _MOST_BETWEEN


def _fullest(name: Name, full: Sequence[Name]) -> str:
    """The one full name that ends in this word; "" where there are none or several."""
    forms = {other.text for other in full if other.text.split()[-1] == name.text}
    return forms.pop() if len(forms) == 1 else ""
