"""What else may be left out of a headline: which one of many was meant, and what was done besides."""

from newsclip.evidence.verifier.syntactic_omissions.circumstances import is_taken_up
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import (
    SUBJECTS,
    OmittedTokens,
    is_one_of_many,
    verb_above,
)
from newsclip.evidence.verifier.syntactic_omissions.single_events import ends, tells_each_of_two, tells_one_event
from newsclip.language.guards import guards_of

_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_SUBJECT = ("nsubj", "nsubjpass")
_OF_VERBS = ("aux", "auxpass", "advmod")
_COMPLEMENTS = ("dobj", "prep", "xcomp", "ccomp", "acomp", "attr", "oprd", "agent", "dative")  # of one verb alone
_CHAINED = ("conj", "cc")


def is_defining_clause(cut: OmittedTokens, language: str) -> bool:
    """Whether it says which one of many: who seized a boat that flew a flag has seized a boat."""
    return ends(cut, language) and _says_which(cut, language)


def is_clause_in_subject(cut: OmittedTokens, language: str) -> bool:
    """Whether it says which one of many did it: where a captain who sank a ferry was fined, a captain was."""
    return _is_in_subject(cut) and _says_which(cut, language)


def _says_which(cut: OmittedTokens, language: str) -> bool:
    parse, noun = cut.parse, cut.parse.tokens[cut.top].head
    if not is_one_of_many(parse, noun) or not is_modifier(cut) or parse.has(noun, "prep"):  # "a third of captains who"
        return False
    verb = verb_above(cut, language, _SUBJECT)
    return verb is not None and tells_one_event(cut, verb, language)


def is_modifier(cut: OmittedTokens) -> bool:
    """Whether it is a relative clause, or a participle and what it has: "a boat built in Orlo"."""
    top, opens = cut.parse.tokens[cut.top], cut.gone[0]
    if opens.tag in _RELATIVE:
        return cut.parse.is_finite(cut.top)
    return top.label == "acl" and top.tag in _PARTICIPLES and cut.top == cut.first == top.head + 1


def _is_in_subject(cut: OmittedTokens) -> bool:
    """Whether the main verb goes on right behind it, of whom it names nothing that is taken up again."""
    tokens, behind, root = cut.parse.tokens, cut.end, cut.parse.roots[0]
    behind += any(token.word == "," for token in tokens[behind : behind + 1])
    while behind < root and tokens[behind].label in _OF_VERBS and tokens[behind].head == root:
        behind += 1
    place = cut.parse.tokens[cut.top].head
    while tokens[place].head != place and tokens[place].label not in _SUBJECT:
        place = tokens[place].head
    return behind == root and tokens[place].head == root and not is_taken_up(cut)


def is_second_predicate(cut: OmittedTokens, language: str) -> bool:
    """Whether it tells what else the subject did: "pleaded guilty and agreed to help". No third thing is told."""
    parse, top = cut.parse, cut.parse.tokens[cut.top]
    if not is_second_of_two(cut, language):
        return False
    if top.head == parse.roots[0]:
        return top.tag in ("VBD", "VBN") and tells_one_event(cut, top.head, language)
    alike = cut.head.pos == top.pos == "VERB" and cut.head.tag == top.tag
    return alike and tells_each_of_two(cut, top.head, language)


def is_second_of_two(cut: OmittedTokens, language: str) -> bool:
    """Whether "and" joins it to one verb alone, which has an object or the like of its own."""
    parse, top, guards = cut.parse, cut.parse.tokens[cut.top], guards_of(language)
    joined = guards is not None and cut.gone[0].lemma == guards.joint and top.label == "conj"
    if not joined or not ends(cut, language) or parse.has(cut.top, *SUBJECTS, *_CHAINED):
        return False
    two = sum(parse.tokens[i].label == "conj" for i in parse.children(top.head)) == 1
    to_it = any(parse.tokens[i].tag == "PRP" for i in parse.children(cut.top, "dobj"))
    own = any(top.head < i < cut.first for i in parse.children(top.head, *_COMPLEMENTS))
    return two and not to_it and own and not _ends_list(cut)


def _ends_list(cut: OmittedTokens) -> bool:
    """Whether it may be the last of three: "stole nets, sold ropes, and"."""
    between = [token.word for token in cut.parse.tokens[cut.parse.tokens[cut.top].head : cut.first]]
    return between[-1:] == [","] and "," in between[:-1]
