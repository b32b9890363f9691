"""Whether a verb of saying tells that the words were said: not where they are denied, doubted, read out or played."""

import re

from newsclip.clips.rules.guards import guards_of

_NOT_OWN = re.compile(
    r"(?:den(?:y|ies|ied|ying)|quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|read(?:s|ing)?|recit(?:es?|ed))\b"
)
_CLAUSE = r"[^,;:.“”\"]{0,200}?"
# "quoted Jan Holm as saying", "recalled him saying": in one clause, without a comma between
_ANOTHERS = re.compile(
    rf"{_CLAUSE}\b(?:as|him|her|them|us|it|[A-Z][\w.’'-]*) (?:say|saying|tell|telling|shout|shouting|ask|asking)\b"
)
# what is said in these is played or dreamt; one expression, for words of one language are rare in the others
_PLAYED = re.compile(
    rf"{_CLAUSE}(?:\bin (?:the|an?|his|her|their|that|this)|\bim|\bin (?:der|dem|einem|einer|de|het|een|una?)"
    r"|\bdans (?:le|la|un|une)|\ben (?:la|el|una?)|\bnell?[oa’']?|\bn[oa]|\bnum)\s?(?:[\w’'-]+ ){0,3}?"
    r"(?:films?|movie|play|novel|musical|sketch|comedy|drama|opera|sitcom|parody|dream|roman|theaterstück|traum|pièce"
    r"|rêve|película|novela|comedia|sueño|romanzo|commedia|sogno|filme|peça|sonho|toneelstuk|droom)\b",
    re.IGNORECASE,
)


def is_not_said(verb: str, adverbs: str, rest: str) -> bool:
    """Whether the verb, the words right before it, or what follows it says so (English)."""
    guards = guards_of("en")
    doubts = (guards.negation or frozenset()) | (guards.hedge or frozenset()) if guards else frozenset()
    doubted = not doubts.isdisjoint(adverbs.split())
    return doubted or bool(_NOT_OWN.match(verb) or _ANOTHERS.match(rest)) or is_played(rest)


def is_played(rest: str) -> bool:
    """Whether what follows the verb of saying, or the name, is "in the film" and the like (any language)."""
    return bool(_PLAYED.match(rest))
