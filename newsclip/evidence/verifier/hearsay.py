"""Whether a verb of saying tells that the words were said: not where they are denied, doubted, read out or played."""

import re
from functools import cache

from newsclip.evidence.tokens import tokens
from newsclip.language.guards import guards_of
from newsclip.language.pack import english, verifier_words
from newsclip.language.verifier_tables.speech import SpeakingWords

_SPEAKING = english(SpeakingWords)
_NOT_OWN = re.compile(rf"(?:{'|'.join(_SPEAKING.not_own)})\b")
_LEAD = 60  # characters of a clause that hold its first word
_CLAUSE = r"[^,;:.“”\"]{0,200}?"
# "quoted Jan Holm as saying", "recalled him saying": in one clause, without a comma between
_ANOTHERS = re.compile(
    rf"{_CLAUSE}\b(?:as|him|her|them|us|it|[A-Z][\w.’'-]{{0,60}}) (?:{'|'.join(_SPEAKING.saying)})\b"
)
# who does this besides speaking says another's words
_AS_ANOTHER = re.compile(rf"(?:^|,)\s?(?:{'|'.join(_SPEAKING.as_another)})\b", re.IGNORECASE)
# somebody else says that it was said
_HEARSAY = re.compile(rf"\baccording to\b|,\s(?:[\w’'.-]{{1,30}} ){{1,5}}?(?:{'|'.join(_SPEAKING.hearsay)})\b")


@cache
def played(language: str) -> re.Pattern[str] | None:
    """What is said in these is played or dreamt, or forged; None where a language's words for it are not known."""
    known = verifier_words(language)
    if known is None:
        return None
    inside, works, forged = map("|".join, (known.fiction.inside, known.fiction.works, known.fiction.forged))
    dreamt = rf"\b(?:{inside})\s?(?:[\w’'-]{{1,30}} ){{0,3}}?(?:{works})\b"
    return re.compile(rf"{dreamt}|\b(?:{forged})\b", re.IGNORECASE)


def is_not_said(verb: str, ahead: str, adverbs: str, rest: str) -> bool:
    """Whether the verb, the words right before it, or its sentence says so (English)."""
    guards = guards_of("en")
    doubts = (guards.negation or frozenset()) | (guards.hedge or frozenset()) if guards else frozenset()
    if not doubts.isdisjoint(adverbs.split()) or _NOT_OWN.match(verb) or _ANOTHERS.match(rest) or _HEARSAY.search(rest):
        return True
    return any(is_played(words, "en") or _AS_ANOTHER.search(words) for words in (ahead, rest))


def is_played(words: str, language: str) -> bool:
    """Whether the words beside the verb of saying say "in the film", "a forged letter" and the like, or may say so."""
    pattern = played(language[:2])
    return pattern is None or bool(pattern.search(words))


def is_hearsay(behind: str, language: str) -> bool:
    """Whether the next clause begins with who says that it was said: "selon Jan Holm", "behauptet Jan Holm"."""
    guards = guards_of(language)
    told = (guards.attribution or frozenset()) if guards else frozenset()
    return not told.isdisjoint(tokens(behind[:_LEAD])[:1])
