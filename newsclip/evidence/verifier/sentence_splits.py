"""Whether a sentence may become two where "and", "but" or a semicolon joins its clauses.

Nothing is lost by it; but what reaches from one clause over to the other would no longer: who says so, a condition, a
denial, or a day before the first subject ("On Monday the mill closed, and the port burned").
"""

import re

from newsclip.evidence.omission import parted
from newsclip.evidence.origin import Origin
from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier.syntactic_omissions.licences import is_second_clause
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import (
    SUBJECTS,
    is_clause,
    omitted_tokens,
    same_syntax,
)
from newsclip.kernel.reasons import Reason
from newsclip.language import single_marks
from newsclip.language.guards import guards_of, stands_in
from newsclip.language.pack_tables import Guards
from newsclip.language.syntax import Parse, Parser
from newsclip.language.word_lists import SPEECH_VERBS

_QUOTED = re.compile(r"[“”„«»\"]|``|''")


def split(text: str, words: str, origin: Origin, parser: Parser) -> str | Reason:
    """The text with these words, its second clause, as a sentence of their own; the reason why they may be none."""
    guards = guards_of(origin.language)
    if guards is None or (made := parted(text, words, guards.joint or "")) is None:
        return Reason("omission_not_held", {"words": words})
    if not parser.mark:
        return Reason("no_parser")
    whole, first, second = (parser(one, origin.language) for one in (text, *made))
    if not (whole and first and second) or _reaches_over(first, second, guards):
        return Reason("not_two_sentences", {"words": words})
    two = _are_two(whole, first, second, words, guards)
    return " ".join(made) if two else Reason("not_two_sentences", {"words": words})


def _are_two(whole: Parse, first: Parse, second: Parse, words: str, guards: Guards) -> bool:
    """Whether each clause stands by itself, opens with its own subject, and hangs together as it did."""
    cut = omitted_tokens(whole, words)
    if cut is None or not is_clause(first) or not is_clause(second) or not same_syntax(cut, first):
        return False
    joint = stands_in(cut.gone[0].word, guards.conjunction) and is_second_clause(cut)
    joined = joint or whole.tokens[cut.first - 1].word == ";"
    behind = 1 if second.tokens[0].pos == "CCONJ" else 0
    return joined and _opens(first) == 0 and _opens(second) == behind


def _opens(clause: Parse) -> int:
    """The place at which its subject begins."""
    return min(clause.bounds[i][0] for i in clause.children(clause.roots[0], *SUBJECTS))


def _reaches_over(first: Parse, second: Parse, guards: Guards) -> bool:
    """Whether something in one clause may hold of the other: who says or knows it in the first, a condition in either,
    a doubt of the first as a whole ("reportedly"); or words are quoted.
    """
    text = f"{first.text} {second.text}"
    told, both = f" {' '.join(tokens(first.text))} ", f" {' '.join(tokens(text))} "
    knows = any(token.label == "ccomp" for token in first.tokens)
    said = knows or any(word in SPEECH_VERBS for word in told.split()) or _holds(told, guards.attribution)
    doubts = (first.tokens[i].word for i in first.children(first.roots[0], "advmod"))
    doubted = any(stands_in(word, guards.hedge) for word in doubts)
    quoted = single_marks.may_open(text) or bool(_QUOTED.search(text))
    return said or doubted or quoted or _holds(both, guards.condition)


def _holds(told: str, entries: frozenset[str] | None) -> bool:
    return any(f" {entry} " in told for entry in entries or ())
