"""Whether a verb of saying tells that the words were said: not where they are denied, doubted, read out or played."""

import re

from newsclip.evidence.verifier.tokens import tokens
from newsclip.language.guards import guards_of

_NOT_OWN = re.compile(
    r"(?:den(?:y|ies|ied|ying)|quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|read(?:s|ing)?|recit(?:es?|ed))\b"
)
_LEAD = 60  # characters of a clause that hold its first word
_CLAUSE = r"[^,;:.“”\"]{0,200}?"
# "quoted Jan Holm as saying", "recalled him saying": in one clause, without a comma between
_ANOTHERS = re.compile(
    rf"{_CLAUSE}\b(?:as|him|her|them|us|it|[A-Z][\w.’'-]{{0,60}})"
    r" (?:say|saying|tell|telling|shout|shouting|ask|asking)\b"
)
# what is said in these is played or dreamt; one expression, for words of one language are rare in the others
_PLAYED = re.compile(
    r"(?:\b[Ii]n (?:the|an?|his|her|their|that|this)|\b[Ii]m|\b[Ii]n (?:der|dem|einem|einer|de|het|een|una?)"
    r"|\b[Dd]ans (?:le|la|un|une)|\b[Ee]n (?:la|el|una?)|\b[Nn]ell?[oa’']?|\b[Nn][oa]|\b[Nn]um)"
    r"\s?(?:[\w’'-]{1,30} ){0,3}?(?:films?|movie|play|novel|musical|sketch|comedy|drama|opera|sitcom|parody|dream"
    r"|roman|theaterstück|traum|pièce"
    r"|rêve|película|novela|comedia|sueño|romanzo|commedia|sogno|filme|peça|sonho|toneelstuk|droom)\b"
    # or forged
    r"|\b(?:forged|faked?|false(?:ly)?|fictional|imaginary|doctored|deepfake|gefälscht\w*|falsch\w*|faux|fausse"
    r"|fals[oaie]"
    r"|vals|valse|vervalst\w*)\b",
    re.IGNORECASE,
)
# who does this besides speaking says another's words
_AS_ANOTHER = re.compile(
    r"(?:^|,)\s?(?:quoting|reading|reciting|imitating|impersonating|mimicking|parodying"
    r"|playing|singing|echoing|mocking)\b",
    re.IGNORECASE,
)
# somebody else says that it was said
_HEARSAY = re.compile(
    r"\baccording to\b"
    r"|,\s(?:[\w’'.-]{1,30} ){1,5}?(?:claim(?:s|ed)?|alleg(?:es?|ed)|heard|testified|recall(?:s|ed)?)\b"
)


def is_not_said(verb: str, ahead: str, adverbs: str, rest: str) -> bool:
    """Whether the verb, the words right before it, or its sentence says so (English)."""
    guards = guards_of("en")
    doubts = (guards.negation or frozenset()) | (guards.hedge or frozenset()) if guards else frozenset()
    if not doubts.isdisjoint(adverbs.split()) or _NOT_OWN.match(verb) or _ANOTHERS.match(rest) or _HEARSAY.search(rest):
        return True
    return any(is_played(words) or _AS_ANOTHER.search(words) for words in (ahead, rest))


def is_played(words: str) -> bool:
    """Whether the words beside the verb of saying say "in the film", "a forged letter" and the like (any language)."""
    return bool(_PLAYED.search(words))


def is_hearsay(behind: str, language: str) -> bool:
    """Whether the next clause begins with who says that it was said: "selon Jan Holm", "behauptet Jan Holm"."""
    guards = guards_of(language)
    told = (guards.attribution or frozenset()) if guards else frozenset()
    return not told.isdisjoint(tokens(behind[:_LEAD])[:1])
