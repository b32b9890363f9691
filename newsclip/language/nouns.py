"""What tells a noun, and what is no part of a name: articles before it, callings and adjectives in front of it."""

import re
from collections.abc import Sequence
from functools import cache

from newsclip.language.pack import pack

ELISION = re.compile(r"^(?:[dlsn]|qu|dell|nell|all|dall|sull|un)['’](?=\w{2})", re.IGNORECASE)
# in German a noun behind an article or a figure is no name: "der Stadtrat", "212 Millionen Kronen"
_DETERMINED = re.compile(
    r"(?:^|\W)(?:d(?:er|ie|as|en|em|es)|(?:k?ein|dies|jed|all|ihr|sein)(?:e[rnms]?)?|vom|zu[rm]|i[mn]s?|am|\d[\d.,]{0,20})"
    r" [^\W\d]+ $|(?:^|\W)(?:D(?:er|ie|as|en|em)|Eine?[nrm]?|Kein\w*) $"
)

# "Bürgermeisterin | Ada Quist", "Staatsagentur | NNA"; "Israelische | Drohne" opens a sentence
_CALLING = re.compile(
    r"(?:(?:er|or|ist|ät|ent|ant|ef|log|eur)in|kenner|kanzler|präsident|minister|chef|meister|leiter|sprecher|direktor"
    r"|sekretär|kommissar|trainer|anwalt|richter|forscher|experte|politiker|autor|rat|agentur|organisation|behörde)s?$"
)
_ADJECTIVE = re.compile(
    r"(?:isch|lich|ig|ell|iv|nal|end|neu|alt|jung|groß|klein|erst|zweit|weiter|falsch|schwer|hoh)e[rsnm]?$"
)
_OF_A_PLACE = re.compile(r"\w*isch(?:e[rsnm]?)?\b|Deutsche[rsnm]?\b")  # "die Europäische | Kommission"


def is_noun(text: str, start: int, language: str) -> bool:
    """Whether the word at `start` is told as a noun: an article stands before it; in German it has a capital, too."""
    before = _article(language[:2])
    if before is None or (language[:2] == "de" and (not text[start].isupper() or _OF_A_PLACE.match(text, start))):
        return False
    return bool(before.search(text[max(0, start - 10) : start]))


@cache
def _article(language: str) -> re.Pattern[str] | None:
    known = pack(language)
    articles = known.names.articles if known and known.names else None
    if articles is None:
        return None
    return re.compile(rf"(?:^|\W)(?:{'|'.join(map(re.escape, articles))})[ ’']$", re.IGNORECASE)


def before_a_name(words: Sequence[str], *, opens: bool) -> int:
    """How many of these German words in a row only lead to a name of two words or more, or to none."""
    count = 0
    while count < len(words) - 2 and len(words[count]) > 5 and _CALLING.search(words[count].lower()):
        count += 1
    adjective = opens and not count and _ADJECTIVE.search(words[0].lower())
    return 1 if adjective else count


def is_determined(text: str, start: int, end: int) -> bool:
    """Whether an article or a figure stands before this German noun, or is it."""
    return bool(_DETERMINED.search(text[max(0, start - 12) : end] + " "))
