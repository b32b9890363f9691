"""What else a heading may lose, since its whole sentence stands below it: a detail at its end, what opens it.

Of one thing that happened less is told: a board that fined the captain in Orlo has fined the captain. What a comma sets
apart says nothing of whether the rest is so: the crew left, though nobody had told it to.
"""

import re

from newsclip.evidence.verifier.syntactic_omissions.circumstances import names_time
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import (
    SUBJECTS,
    OmittedTokens,
    circumstance_words,
    is_one_of_many,
    verb_above,
)
from newsclip.evidence.verifier.syntactic_omissions.single_events import ends, tells_one_event
from newsclip.language.guards import guards_of, stands_in, turning
from newsclip.language.syntax import Token
from newsclip.language.verifier_tables.events import CircumstanceWords
from newsclip.language.word_lists import SPEECH_VERBS

_COMPLETES = ("dobj", "dative", "attr", "agent", "xcomp", "oprd", "acomp", "prep")
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_detail(cut: OmittedTokens, language: str) -> bool:
    """Whether it only tells more of what happened, or of what is named last, at the end of the sentence."""
    known = circumstance_words(language)
    if known is None or "?" in cut.parse.text or cut.top < cut.parse.tokens[cut.top].head or not ends(cut, language):
        return False
    if _is_set_apart(cut, known):
        return True
    if (
        cut.parse.tokens[cut.top].label not in ("prep", "agent")
        or cut.top != cut.first
        or _guards(cut, known, language)
    ):
        return False
    head, verb = cut.parse.tokens[cut.top].head, verb_above(cut, language)
    if verb is None or cut.parse.tokens[verb].lemma in known.bound or not _adds(cut, known, language):
        return False
    whole = _is_complete(cut, verb) if verb == head else _names_one(cut, head)
    return whole and tells_one_event(cut, verb, language)


def is_opening(cut: OmittedTokens, language: str) -> bool:
    """Whether it only says when, why or in spite of what, before a comma and the main verb's subject."""
    known, parse, root = circumstance_words(language), cut.parse, cut.parse.roots[0]
    begins = {parse.bounds[i][0] for i in parse.children(root, *SUBJECTS)}
    if known is None or cut.first or cut.end + 1 not in begins or parse.tokens[cut.end].word != ",":
        return False
    if parse.tokens[cut.top].head != root or "?" in parse.text:
        return False
    if cut.gone[0].word.lower() in known.asides:
        return True
    return (
        not _guards(cut, known, language) and _is_a_time(cut, known, language) and tells_one_event(cut, root, language)
    )


def _is_set_apart(cut: OmittedTokens, known: CircumstanceWords) -> bool:
    """Whether a comma sets apart a clause that is told besides: "…, which nobody had seen", "…, leaving the quay"."""
    opens, top = cut.gone[0], cut.parse.tokens[cut.top]
    if cut.first < 2 or cut.parse.tokens[cut.first - 1].word != ",":
        return False
    if top.label == "relcl":
        some = {cut.parse.tokens[i].lemma for i in cut.parse.children(top.head, "det")} & known.each
        right = not any(token.pos == "PUNCT" for token in cut.parse.tokens[top.head : cut.first - 1])
        return opens.tag in _RELATIVE and cut.parse.is_finite(cut.top) and right and not some
    root = top.head == cut.parse.roots[0]
    if top.label != "advcl" or not root:
        return False
    participle = cut.top == cut.first and top.tag == "VBG" and top.word.lower() not in known.provisos
    return participle or opens.word.lower() in known.asides


def _guards(cut: OmittedTokens, known: CircumstanceWords, language: str) -> bool:
    """Whether it denies, doubts or ascribes anything, or is of a work of fiction."""
    says = any(token.lemma.lower() in SPEECH_VERBS or token.word.lower() in SPEECH_VERBS for token in cut.gone)
    return says or bool(turning(" ".join(token.word for token in cut.gone), language)) or _is_of_a_work(cut, known)


def _is_a_time(cut: OmittedTokens, known: CircumstanceWords, language: str) -> bool:
    top, opens, guards = cut.parse.tokens[cut.top], cut.gone[0].word.lower(), guards_of(language)
    if guards and stands_in(" ".join(token.word for token in cut.gone), guards.day):
        return True
    if top.label != "prep" or cut.top != cut.first:
        return False
    return opens in known.phrases or (opens in known.settings and _has_a_time(cut, language))


def _adds(cut: OmittedTokens, known: CircumstanceWords, language: str) -> bool:
    """Whether its preposition leads to nothing that the verb may need, or to a time, somebody or something by name."""
    opens, top = cut.gone[0].word.lower(), cut.parse.tokens[cut.top]
    if opens in known.details or (opens in known.gerunds and cut.parse.has(cut.top, "pcomp")) or top.label == "agent":
        return True
    named = any(cut.parse.tokens[i].pos == "PROPN" for i in cut.parse.children(cut.top, "pobj"))
    return opens in known.settings and (named or _has_a_time(cut, language))


def _has_a_time(cut: OmittedTokens, language: str) -> bool:
    objects = [cut.parse.tokens[i] for i in cut.parse.children(cut.top, "pobj")]
    return any(_is_time(one, language) for one in objects)


def _is_time(noun: Token, language: str) -> bool:
    guards = guards_of(language)
    day = guards is not None and stands_in(noun.word, guards.day)
    return names_time(noun, language) or day or bool(_YEAR.fullmatch(noun.word))


def _is_complete(cut: OmittedTokens, verb: int) -> bool:
    """Whether the verb keeps what it was done to, or with."""
    return any(not cut.holds(i) for i in cut.parse.children(verb, *_COMPLETES) if i > verb)


def _names_one(cut: OmittedTokens, noun: int) -> bool:
    """Whether the noun is a name or one of many, so that nothing behind it says which one is meant."""
    return is_one_of_many(cut.parse, noun) or cut.parse.tokens[noun].pos == "PROPN"


def _is_of_a_work(cut: OmittedTokens, known: CircumstanceWords) -> bool:
    """Whether a film, a play or a dream is named, in which something happened."""
    return any(token.lemma.lower() in known.works and token.pos != "VERB" for token in cut.parse.tokens)
