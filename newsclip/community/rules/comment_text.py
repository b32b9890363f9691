"""Readers' text: cleaned, bounded, and held if it looks like a flood."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from newsclip.kernel.reasons import Refused
from newsclip.kernel.text_direction import without_overrides

LONGEST = 10_000  # characters: a few pages of text
DEEPEST = 12  # levels of replies: bounds recursion and indentation
_LONGEST_QUOTATION = 600  # characters: a paragraph
MOST_MENTIONED = 5  # members per comment: more is calling a crowd
EDIT_FOR = timedelta(minutes=30)  # time for a slip of the pen, before people have answered
SAME_TEXT_FOR = timedelta(days=1)  # who says the same elsewhere again is repeating an advertisement
_LINK = re.compile(r"https?://", re.IGNORECASE)
_LINKS_OF_A_NEWCOMER = 1  # spam lives by links; a source for a claim needs one
_LINKS = 8  # more in one comment are held for a moderator
_MOST_LABELS = 127  # in a host name (RFC 1035: 255 bytes, at least two per label)
_SITE = re.compile(r"(?<![\w-])[\w-]++(?:\.[\w-]++)+")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str, *, longest: int = LONGEST) -> str:
    """The text without control characters and stray white space. Raises Refused("empty", "too_long")."""
    kept = without_overrides(unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
    kept = "".join(c for c in kept if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs", "Cn"})
    kept = _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in kept.split("\n"))).strip()
    if not kept:
        raise Refused("empty")
    if len(kept) > longest:
        raise Refused("too_long", f"{len(kept):,} of {longest:,} characters")
    return kept


def line(text: str, *, longest: int) -> str:
    """The same for a single line."""
    return clean(" ".join(text.split()), longest=longest)


def with_clean_reason(detail: Mapping[str, Any]) -> dict[str, Any]:
    """What the log keeps of an action, with the reason (`why`) on one line, as it may be printed."""
    why = str(detail.get("why", ""))
    return {**detail, "why": line(why, longest=500)} if why.strip() else dict(detail)


def shortened(text: str, *, longest: int) -> str:
    """The text on one line, cut after a word if it is longer."""
    whole = " ".join(text.split())
    if len(whole) <= longest:
        return whole
    cut = whole[:longest]
    return (cut[: cut.rfind(" ")] if " " in cut[longest // 2 :] else cut[: longest - 1]).rstrip(" ,;:–—-") + "…"


def of_doubt(sentence: str, why: str) -> str:
    """What a moderator reads in their queue of a challenge to a sentence."""
    return f"“{shortened(sentence, longest=150)}” {why}"[:500]


def quoted(text: str) -> str:
    """The first words of a comment as a quotation in Markdown, ready to be answered, without what it quotes itself."""
    lines = text.split("\n")
    own = "\n".join(line for line in lines if not line.lstrip().startswith(">")).strip() or text
    own = _BLANK_LINES.sub("\n\n", own)
    cut = own if len(own) <= _LONGEST_QUOTATION else own[:_LONGEST_QUOTATION].rstrip() + "…"
    return "".join(f"> {line}".rstrip() + "\n" for line in cut.split("\n")) + "\n"


def digest(text: str) -> str:
    """Equal for texts with the same words."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()


def why_held(text: str, *, newcomer: bool, said_before: int) -> str:
    """Why a moderator should review it before it is shown; "" if there is no reason."""
    links = len(_LINK.findall(text))
    if said_before:
        return "the same text was posted already"
    if links > (_LINKS_OF_A_NEWCOMER if newcomer else _LINKS):
        return f"it holds {links} links"
    return ""


def sites_in(text: str) -> set[str]:
    """The site names in a text, linked or not, with their parent domains: "a.b.example" is also "b.example"."""
    found: set[str] = set()
    for name in _SITE.findall(text.casefold()):
        labels = name.lstrip("-_.").split(".")[-_MOST_LABELS:]
        found.update(".".join(labels[place:]) for place in range(len(labels) - 1))
    return found


def may_edit(written: datetime, now: datetime) -> bool:
    return now - written < EDIT_FOR
