"""What only says when, or upon what, something happened, at the end of its sentence, or before who says so.

Told of one thing that happened, it may go: what happened after the storm happened, and what somebody says happened
after it, they say happened. Of what did not happen, may happen, happens as a rule, was the first or the worst, it may
not: that is so after the storm alone.
"""

from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import SUBJECTS, OmittedTokens
from newsclip.evidence.verifier.syntactic_omissions.single_events import ends, tells_one_event
from newsclip.language.guards import guards_of, stands_in
from newsclip.language.pack import verifier_words
from newsclip.language.syntax import Token
from newsclip.language.verifier_tables.days import CircumstanceWords

_COMPLETES = ("dobj", "dative", "attr", "agent", "xcomp", "ccomp", "oprd", "nsubjpass")


def is_circumstance(cut: OmittedTokens, language: str) -> bool:
    """Whether what is cut from its end says only when, or upon what, one thing in the sentence happened."""
    known = _words(language)
    if known is None:
        return False
    happened = cut.parse.tokens[cut.top].head
    if "?" in cut.parse.text or cut.top < happened or not ends(cut, language):
        return False
    return _says_when(cut, known, language) and tells_one_event(cut, happened, language)


def opening(cut: OmittedTokens, language: str) -> int:
    """How many tokens of the cut open what happened then, and guard nothing: "when he came", "after claiming that".

    What the subject itself did then may be to say something.
    """
    known, first = _words(language), cut.gone[0].word.lower()
    if known is None or len(cut.gone) < 2:
        return 0
    if first in known.gerunds and cut.gone[1].tag == "VBG":
        return 2
    return int(first in known.past and _is_past(cut))


def _is_past(cut: OmittedTokens) -> bool:
    auxiliaries = (cut.parse.tokens[i].tag for i in cut.parse.children(cut.top, "aux", "auxpass"))
    return "VBD" in (cut.parse.tokens[cut.top].tag, *auxiliaries)


def names_time(noun: Token, language: str) -> bool:
    known = _words(language)
    return noun.lemma.lower() in (known.times if known else ())


def _words(language: str) -> CircumstanceWords | None:
    known = verifier_words(language)
    return known.circumstances if known else None


def _says_when(cut: OmittedTokens, known: CircumstanceWords, language: str) -> bool:
    parse, top, opens = cut.parse, cut.parse.tokens[cut.top], cut.gone[0]
    word, opened = opens.word.lower(), cut.top == cut.first
    completed = {parse.tokens[i].label for i in parse.children(top.head) if not cut.holds(i)}
    if top.label == "advcl":
        told = opens.head == cut.top and parse.has(cut.top, *SUBJECTS)
        return told and word in known.clauses and not completed.isdisjoint((*_COMPLETES, "prep", "prt"))
    if top.label == "prep" and parse.has(cut.top, "pcomp"):
        return opened and word in known.gerunds
    guards = guards_of(language)
    if guards is None or completed.isdisjoint(_COMPLETES):
        return False
    day = stands_in(" ".join(token.word for token in cut.gone), guards.day)
    return day or (top.label == "prep" and opened and word in known.phrases)
