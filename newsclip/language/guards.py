"""The words whose loss changes what a sentence says, of each language from its pack.

A language without guards has none that could be kept: in it only whole sentences and titles are published.
"""

import re
from functools import cache

from newsclip.language.pack import pack
from newsclip.language.pack_tables import Guards

KINDS = ("negation", "condition", "hedge", "attribution", "contrast")
_WORD = re.compile(r"[^\W_]+")


def guards_of(language: str) -> Guards | None:
    """The guards of a language (ISO 639-1); None where it has none, or one of the five kinds is unsupported."""
    guards = pack(language).guards
    return guards if guards and all(getattr(guards, kind) for kind in KINDS) else None


def turning(text: str, language: str) -> str:
    """The first guard word or phrase that the text holds, "" where it holds none.

    Of a language without guards every word may be one.
    """
    pattern = _pattern(language[:2])
    found = pattern.search(plain(text)) if pattern else _WORD.search(plain(text))
    return found.group() if found else ""


def stands_in(text: str, entries: frozenset[str] | None) -> bool:
    """Whether the whole text is one entry of the list; never where the list is unsupported."""
    return bool(entries) and plain(text).strip(" ,.:;!") in (entries or ())


def plain(text: str) -> str:
    """In lower case, with one apostrophe and single spaces, as the lists are written."""
    return " ".join(text.replace("’", "'").replace("ʼ", "'").lower().split())


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    guards = guards_of(language)
    if guards is None:
        return None
    entries = sorted({entry for kind in KINDS for entry in getattr(guards, kind)}, key=lambda e: (-len(e), e))
    ends = [(entry, r"(?=\w)" if entry.endswith("'") else r"(?!\w)") for entry in entries]
    forms = "|".join([*(f"{re.escape(entry)}{end}" for entry, end in ends), r"\w+n't(?!\w)"])
    return re.compile(rf"(?<!\w)(?:{forms})")
