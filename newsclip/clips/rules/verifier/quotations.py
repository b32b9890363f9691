"""Whether a quotation is what somebody said, whole, and whether that somebody is the one it is given to."""

import re
from collections.abc import Sequence
from functools import lru_cache

from newsclip.clips.ports import Quote, SourceArticle
from newsclip.clips.rules.guards import turning
from newsclip.clips.rules.languages import language_of_article
from newsclip.clips.rules.quotes import FoundQuote, find_quotes
from newsclip.clips.rules.verifier import marks
from newsclip.clips.rules.verifier.tokens import tokens
from newsclip.kernel.reasons import Reason

_ELISION = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))\s*")
_BEGINS = re.compile(r"(?:^|[\"“„«‹‘'‚`]|[.!?…:][\"”’']*\s)\s*$")
_ENDS = re.compile(r"^[,.!?…;]*\s*(?:[\"”“»›’']|$)|^[.!?…]|^\s*[—–-]+\s*[\"”’']")
_PRONOUNS = frozenset({"he", "she", "they"})
_PARTICLES = frozenset({"the", "a", "mr", "mrs", "ms", "dr", "sir", "dame"})


def fault(quote: Quote, texts: Sequence[str], language: str) -> Reason | None:
    """Why the passages do not hold the quotation as speech; None where they do."""
    holding = [text for text in texts if _held(quote.text, text, language)]
    if not holding:
        return Reason("quotation_not_held")
    if not any(marks.said(_ELISION.split(quote.text)[0], text) for text in holding):
        return Reason("not_speech")
    if not any(_whole(quote.text, text, language) for text in holding):
        return Reason("quotation_cut")
    everything = marks.plain(" ".join(texts)).lower()
    for said in (quote.speaker, quote.role):
        if said and marks.plain(said).lower() not in everything:
            return Reason("not_named", {"name": said})
    return None


def speaker_fault(quote: Quote, article: SourceArticle) -> Reason | None:
    """Why this article does not give the quotation to its speaker, by the rules that find speakers."""
    first = quote.evidence[0]
    words = marks.plain(_ELISION.split(quote.text)[0])
    found = [
        one
        for one in _found(article.text, language_of_article(article) or "en")
        if one.start < first.end and first.start < one.end and words in marks.plain(one.text)
    ]
    if not found:
        return Reason("not_speech")
    if quote.speaker and not any(_same_person(quote.speaker, one) for one in found):
        told = next((one.speaker for one in found if one.speaker), None)
        if told is None:
            return Reason("speaker_unnamed", {"said": quote.speaker})
        return Reason("speaker_differs", {"said": quote.speaker, "held": told})
    if quote.role and not any(_same_role(quote.role, one) for one in found):
        return Reason("role_differs", {"role": quote.role})
    return None


@lru_cache(maxsize=64)
def _found(text: str, language: str) -> tuple[FoundQuote, ...]:
    return tuple(find_quotes(text, language))


def _same_person(name: str, found: FoundQuote) -> bool:
    """Whether the names agree; a shorter one may be part of the fuller one ("Brandt", "Ilse Brandt")."""
    if not found.speaker:
        return False
    a, b = set(tokens(name)) - _PARTICLES, set(tokens(found.speaker)) - _PARTICLES
    return bool(a and b) and (a <= b or b <= a)


def _same_role(role: str, found: FoundQuote) -> bool:
    return bool(found.role) and marks.plain(role).lower() in marks.plain(found.role or "").lower()


def _held(words: str, text: str, language: str) -> bool:
    """Whether the text holds the words; the pieces between elisions in their order, with nothing turning left out."""
    return bool(_places(words, text, language))


def _places(words: str, text: str, language: str) -> list[tuple[int, int]]:
    plain = marks.plain(text)
    found: list[tuple[int, int]] = []
    at = 0
    for piece in filter(None, (marks.plain(p) for p in _ELISION.split(words))):
        start = plain.find(piece, at)
        if start < 0 or (found and turning(plain[at:start], language)):
            return []
        at = start + len(piece)
        found.append((start, at))
    return found


def _whole(words: str, text: str, language: str) -> bool:
    """Whether it begins where a saying or one of its sentences begins, and ends where one ends."""
    places = _places(words, text, language)
    plain = marks.plain(text)
    start, end = places[0][0], places[-1][1]
    ends = plain[end - 1 : end] in ".!?…" or _ENDS.match(plain[end:])
    return bool(_BEGINS.search(plain[:start]) and ends)
