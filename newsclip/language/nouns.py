"""What tells a noun, and what is no part of a name: articles before it, callings and adjectives in front of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from newsclip.language.pack import in_all_languages, pack
from newsclip.language.pack_tables import NameWords, NounWords
from newsclip.language.pattern_parts import any_of, with_capital


@dataclass(frozen=True, slots=True)
class Nouns:
    """The patterns of a language that writes every noun with a capital.

    "der Stadtrat", "212 Millionen Kronen" are `determined`; "Bürgermeisterin | Ada Quist" and "Staatsagentur | NNA"
    are behind a `calling`, "Israelische | Drohne" behind an `adjective`, "die Europäische | Kommission" behind one
    `of_a_place`.
    """

    words: NounWords
    determined: re.Pattern[str]
    calling: re.Pattern[str]
    adjective: re.Pattern[str]
    of_a_place: re.Pattern[str]


def capital_nouns(language: str) -> Nouns | None:
    """None where nouns have no capitals, or the language is not known."""
    return _nouns(language[:2])


@cache
def _nouns(language: str) -> Nouns | None:
    words = pack(language).nouns
    if words is None:
        return None
    before, opening = any_of(words.determiners), any_of(with_capital(words.opening_determiners))
    return Nouns(
        words,
        re.compile(rf"(?:^|\W)(?:{before}|\d[\d.,]{{0,20}}) [^\W\d]+ $|(?:^|\W)(?:{opening}) $"),
        re.compile(rf"(?:{any_of(words.callings)})s?$"),
        re.compile(rf"(?:{any_of(words.adjectives)})(?:{any_of(words.adjective_endings)})$"),
        re.compile(rf"(?:{any_of(with_capital(words.of_a_place))})\b"),
    )


@cache
def elision() -> re.Pattern[str]:
    """An article or preposition that has lost its vowel before a name, in any language: "d'Orlo"."""
    elisions = any_of(one for table in in_all_languages(NameWords) for one in table.elisions or ())
    return re.compile(rf"^(?:{elisions})['’](?=\w{{2}})", re.IGNORECASE)


def elides(language: str) -> bool:
    known = pack(language).names
    return bool(known and known.elisions)


def is_noun(text: str, start: int, language: str) -> bool:
    """Whether the word at `start` is told as a noun: an article stands before it; in German it has a capital, too."""
    before, capitals = _article(language[:2]), capital_nouns(language)
    if before is None or (capitals and (not text[start].isupper() or capitals.of_a_place.match(text, start))):
        return False
    return bool(before.search(text[max(0, start - 10) : start]))


@cache
def _article(language: str) -> re.Pattern[str] | None:
    known = pack(language).names
    articles = known.articles if known else None
    if articles is None:
        return None
    return re.compile(rf"(?:^|\W)(?:{'|'.join(map(re.escape, articles))})[ ’']$", re.IGNORECASE)


def before_a_name(words: Sequence[str], known: Nouns, *, opens: bool) -> int:
    """How many of these words in a row only lead to a name of two words or more, or to none."""
    count = 0
    while count < len(words) - 2 and len(words[count]) > 5 and known.calling.search(words[count].lower()):
        count += 1
    adjective = opens and not count and known.adjective.search(words[0].lower())
    return 1 if adjective else count


def behind_of(words: Sequence[str], known: Nouns) -> int:
    """Where the one word stands that names what something else is of ("hafenbrücke von | orlo"); 0 where none does."""
    at = next((place for place, word in enumerate(words) if word in known.words.of), 0)
    return at + 1 if at and words[-1] not in known.words.of and len(words) == at + 2 else 0


def is_determined(text: str, start: int, end: int, known: Nouns) -> bool:
    """Whether an article or a figure stands before this noun, or is it."""
    return bool(known.determined.search(text[max(0, start - 12) : end] + " "))
