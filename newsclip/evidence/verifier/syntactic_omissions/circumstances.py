"""What only says when, or upon what, something happened, at the end of its sentence, or before who says so.

Told of one thing that happened, it may go: what happened after the storm happened, and what somebody says happened
after it, they say happened. Of what did not happen, may happen, happens as a rule, was the first or the worst, it may
not: that is so after the storm alone.
"""

from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import SUBJECTS, OmittedTokens, circumstance_words
from newsclip.evidence.verifier.syntactic_omissions.single_events import ends, tells_one_event
from newsclip.language.guards import guards_of, stands_in
from newsclip.language.syntax import Token
from newsclip.language.verifier_tables.events import CircumstanceWords

_MOST_OF_MEASURE = 5  # words: "less than two days after"
_COMPLETES = ("dobj", "dative", "attr", "agent", "xcomp", "ccomp", "oprd", "nsubjpass")


def is_circumstance(cut: OmittedTokens, language: str) -> bool:
    """Whether what is cut from its end says only when, or upon what, one thing in the sentence happened."""
    known = circumstance_words(language)
    if known is None:
        return False
    happened = cut.parse.tokens[cut.top].head
    if "?" in cut.parse.text or cut.top < happened or not ends(cut, language):
        return False
    if any(cut.parse.tokens[i].lemma.lower() in known.felt for i in cut.kept()):
        return False
    return says_when(cut, known, language) and tells_one_event(cut, happened, language)


def is_taken_up(cut: OmittedTokens) -> bool:
    """Whether what stays may mean what was named in what goes: "he", "the ferry"; not "of her own"."""
    rest = cut.parse.tokens[cut.end :]
    others = any(token.pos in ("NOUN", "PROPN") for token in cut.gone)
    own = {i for i, token in enumerate(rest) if rest[i + 1 : i + 2] and rest[i + 1].lemma == "own"}
    means = any(token.tag in ("PRP", "PRP$") for i, token in enumerate(rest) if i not in own)
    named = {token.lemma.lower() for token in cut.gone if token.pos in ("NOUN", "PROPN")}
    return (others and means) or any(token.lemma.lower() in named for token in rest)


def opening(cut: OmittedTokens, language: str) -> int:
    """How many tokens of the cut open what happened then, and guard nothing: "when he came", "after claiming that".

    What the subject itself did then may be to say something.
    """
    known = circumstance_words(language)
    at = _measured(cut, known) if known else 0
    if known is None or len(cut.gone) < at + 2:
        return 0
    first = cut.gone[at].word.lower()
    if first in known.gerunds and cut.gone[at + 1].tag == "VBG":
        return at + 2
    measured = at > 0 and cut.top == cut.first + at
    return at + 1 if first in known.past and (_is_past(cut) or measured) else 0


def is_own_clause(cut: OmittedTokens) -> bool:
    """Whether it is a clause of its own that tells what had happened, so that who says what in it says nothing else.

    Not one with a comma: ", the police said" may stand behind it.
    """
    told = cut.parse.tokens[cut.top].label == "advcl" and cut.parse.has(cut.top, *SUBJECTS)
    return told and _is_past(cut) and not any(token.word == "," for token in cut.gone)


def _is_purpose(cut: OmittedTokens, known: CircumstanceWords) -> bool:
    """Whether it says what for: not of whom it was asked ("ordered the captain to"), nor how long it took."""
    parse, verb = cut.parse, cut.parse.tokens[cut.top].head
    long = any(parse.tokens[i].lemma.lower() in known.times for i in parse.children(verb, "dobj"))
    alone = cut.gone[0].head == cut.top and not parse.has(cut.top, *SUBJECTS, "conj")
    return alone and not long and parse.tokens[verb].lemma.lower() not in known.of_others


def _measured(cut: OmittedTokens, known: CircumstanceWords) -> int:
    """How many words say first how long before or after: "just two days" of "just two days before"."""
    for i, token in enumerate(cut.gone[:_MOST_OF_MEASURE]):
        if token.word.lower() in (*known.clauses, *known.phrases):
            return i
        if token.pos != "NUM" and token.lemma.lower() not in known.times and token.word.lower() not in known.measures:
            return 0
    return 0


def _is_past(cut: OmittedTokens) -> bool:
    auxiliaries = (cut.parse.tokens[i].tag for i in cut.parse.children(cut.top, "aux", "auxpass"))
    return "VBD" in (cut.parse.tokens[cut.top].tag, *auxiliaries)


def names_time(noun: Token, language: str) -> bool:
    known = circumstance_words(language)
    return noun.lemma.lower() in (known.times if known else ())


def _leaves_measure(cut: OmittedTokens, known: CircumstanceWords) -> bool:
    """Whether "a month" or "two days" would be left before it, that "after" belongs to."""
    before = cut.parse.tokens[max(0, cut.first - 2) : cut.first]
    counted = len(before) == 2 and (before[0].pos == "NUM" or before[0].word.lower() in known.measures)
    return counted and before[1].lemma.lower() in known.times


def _is_source(cut: OmittedTokens, known: CircumstanceWords, language: str) -> bool:
    """Whether it is "as the police said"."""
    guards, says = guards_of(language), cut.parse.tokens[cut.top].word.lower()
    return cut.gone[0].word.lower() in known.likening and (guards is None or says in (guards.attribution or ()))


def says_when(cut: OmittedTokens, known: CircumstanceWords, language: str) -> bool:
    """Whether it opens as what says when, upon what or what for does, behind a verb that has what it needs."""
    at = _measured(cut, known)
    if _leaves_measure(cut, known):
        return False
    parse, top, opens = cut.parse, cut.parse.tokens[cut.top], cut.gone[at]
    word, opened = opens.word.lower(), cut.top == cut.first + at
    completed = {parse.tokens[i].label for i in parse.children(top.head) if not cut.holds(i)}
    if top.label == "advcl" and opens.tag == "TO":
        return "dobj" in completed and _is_purpose(cut, known)
    if top.label == "advcl":
        told = opens.head == cut.top and parse.has(cut.top, *SUBJECTS) and not _is_source(cut, known, language)
        return told and word in known.clauses and not completed.isdisjoint((*_COMPLETES, "prep", "prt"))
    if top.label == "prep" and parse.has(cut.top, "pcomp"):
        return opened and word in known.gerunds
    guards = guards_of(language)
    if guards is None or completed.isdisjoint(_COMPLETES):
        return False
    day = stands_in(" ".join(token.word for token in cut.gone), guards.day)
    upon = word in known.phrases or (at > 0 and word in known.clauses)
    return day or (top.label == "prep" and opened and upon)
