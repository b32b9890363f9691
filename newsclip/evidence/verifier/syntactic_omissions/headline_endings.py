"""What else may be left out at the end of a headline: which one of many was meant, and what was done besides."""

from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import SUBJECTS, OmittedTokens, is_finite
from newsclip.evidence.verifier.syntactic_omissions.single_events import ends, tells_one_event
from newsclip.language.guards import guards_of

_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_INDEFINITE = frozenset({"a", "an"})
_LED_TO = ("dobj", "pobj")  # what a verb, or a preposition behind it, has
_CHAINED = ("conj", "cc")


def is_defining_clause(cut: OmittedTokens, language: str) -> bool:
    """Whether it says which one of many: who seized a boat that flew a flag has seized a boat."""
    parse, top, opens = cut.parse, cut.parse.tokens[cut.top], cut.gone[0]
    one = any(parse.tokens[i].lemma in _INDEFINITE for i in parse.children(top.head, "det"))
    relative = opens.tag in _RELATIVE and is_finite(parse, cut.top)
    if not relative or not one or not ends(cut, language):
        return False
    verb = _verb_above(cut)
    return verb is not None and tells_one_event(cut, verb, language)


def _verb_above(cut: OmittedTokens) -> int | None:
    """The verb that the noun hangs on, by nothing but prepositions and nouns that these lead to."""
    tokens, place = cut.parse.tokens, cut.parse.tokens[cut.top].head
    while tokens[place].pos not in ("VERB", "AUX"):
        if tokens[place].label not in (*_LED_TO, "prep", "agent"):
            return None
        place = tokens[place].head
    return place


def is_second_predicate(cut: OmittedTokens, language: str) -> bool:
    """Whether it tells what else the subject did: "pleaded guilty and agreed to help". No third thing is told."""
    parse, top, root, guards = cut.parse, cut.parse.tokens[cut.top], cut.parse.roots[0], guards_of(language)
    joined = top.head == root and guards is not None and cut.gone[0].lemma == guards.joint
    if not joined or not ends(cut, language) or parse.has(cut.top, *SUBJECTS, *_CHAINED):
        return False
    both = sum(parse.tokens[i].label == "conj" for i in parse.children(root)) == 1
    done = top.tag in ("VBD", "VBN")
    to_it = any(parse.tokens[i].tag == "PRP" for i in parse.children(cut.top, "dobj"))
    return both and done and not to_it and tells_one_event(cut, root, language)
