"""Whether a clause behind a quotation names its speaker, in German, French, Spanish, Italian, Portuguese and Dutch."""

import re
from functools import cache

from newsclip.evidence.tokens import UPPER
from newsclip.language.pack import pack
from newsclip.language.pattern_parts import any_of

_CAPITALS = rf"[{UPPER}][\w.'\-]*"


def says(clause: str, start: int, end: int, language: str) -> bool:
    """Whether the clause says that who is named at `[start, end)` says it, with a calling beside the name at most."""
    patterns = _patterns(language[:2])
    if patterns is None:
        return False
    plain = clause.replace("’", "'")
    ahead, rest = plain[:start], plain[end:]
    verb, lead, behind = patterns
    if opened := verb.match(ahead):
        return bool(lead.fullmatch(ahead, opened.end()) and behind.fullmatch(rest))
    return bool(lead.fullmatch(ahead) and verb.match(rest.lstrip()))


def has_verb(clause: str, language: str) -> bool:
    """Whether the clause holds a verb of saying."""
    known = pack(language).callings
    return known is not None and bool(
        re.search(rf"\b(?:{any_of(known.says)})\b", clause.replace("’", "'"), re.IGNORECASE)
    )


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None:
    """The verb; what may stand between it and the name; how the clause may go on behind the name."""
    known = pack(language).callings
    if known is None:
        return None
    article = rf"(?:{any_of(known.articles)})(?:(?<=')|\s+)"
    calling = rf"(?:(?:{any_of(known.callings)})\b\.?\s+)"
    of = rf"(?:{any_of(known.of)})(?:(?<=')|\s+)"
    under = rf"(?:(?:(?:{any_of(known.bodies)})|(?-i:(?!(?:{_titled(any_of(known.callings))})\b){_CAPITALS}))\s+)"
    holder = rf"(?:(?:{any_of(known.holders)})\s+{of}{under}{{1,3}})"
    if pack(language).nouns:  # every noun has a capital there
        holder = rf"(?:(?:{any_of(known.holders)})\s+{of}(?:{any_of(known.bodies)})\s+)"
    lead = rf"\s*(?:{article})?{calling}*{holder}?{calling}{{0,2}}"
    return (
        re.compile(rf"\s*(?:{any_of(known.says)})\b(?:\s+|$)", re.IGNORECASE),
        re.compile(lead, re.IGNORECASE),
        re.compile(rf"\s*(?:(?:{any_of(known.behind)})\b.*)?", re.IGNORECASE | re.DOTALL),
    )


def _titled(callings: str) -> str:
    return rf"(?i:{callings})"
