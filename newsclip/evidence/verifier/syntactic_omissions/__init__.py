"""Whether words may be left out of a sentence for their place in its syntax.

The writer takes a constituent by its label. Here what it took is judged as a span: one word of it hangs on a word
outside, and none outside on a word of it; its marks are a pair; its words turn nothing and count nothing; and what is
left has the same syntax when it is parsed by itself. A wrong parse seldom stays as it was when a part of it is gone.
"""

import re
from collections.abc import Sequence

from newsclip.evidence.edits import (
    ASIDE,
    CIRCUMSTANCE,
    DEFINING,
    DETAIL,
    HALF,
    OCCASION,
    OF_SUBJECT,
    PARENTHESIS,
    PREDICATE,
    PUBLISHER,
    Omission,
)
from newsclip.evidence.omission import rest_of
from newsclip.evidence.origin import Origin
from newsclip.evidence.tokens import names_number, tokens
from newsclip.evidence.verifier.omissions import omission_fault
from newsclip.evidence.verifier.syntactic_omissions.circumstances import is_own_clause, opening
from newsclip.evidence.verifier.syntactic_omissions.headline_details import reaching_words
from newsclip.evidence.verifier.syntactic_omissions.headline_endings import is_modifier
from newsclip.evidence.verifier.syntactic_omissions.licences import allows
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import (
    OmittedTokens,
    circumstance_words,
    is_clause,
    omitted_tokens,
    same_syntax,
)
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks
from newsclip.language.guards import guards_of, stands_in, turning
from newsclip.language.syntax import Parser

_PARTING = re.compile(r"[\"“”„«»()\[\];:–—]|``|''")


def shortened(text: str, edits: Sequence[Omission], origin: Origin, parser: Parser) -> str | Reason:
    """The sentence without what the edits leave out, one after the other; the reason why one may not be."""
    for edit in edits:
        rest = rest_of(text, edit)
        if rest is None:
            return Reason("omission_not_held", {"words": edit.words})
        if wrong := _fault(text, edit, rest, origin, parser):
            return wrong
        text = rest
    return text


def _fault(text: str, edit: Omission, rest: str, origin: Origin, parser: Parser) -> Reason | None:
    if not parser.mark:
        return Reason("no_parser")
    whole, left = parser(text, origin.language), parser(rest, origin.language)
    cut = omitted_tokens(whole, edit.words) if whole else None
    if word := _turning(edit, cut, origin.language):
        return Reason("turning_left_out", {"word": word})
    apart = Reason("not_apart", {"words": edit.words})
    if whole is None or left is None or _stands_in_marks(text, edit.words) or not is_clause(left):
        return apart
    if edit.kind == PARENTHESIS and omission_fault(*_around(text, edit.words), origin) is None:
        return None  # a party or a short form, by the rules that need no parse
    if edit.kind == PUBLISHER:
        return None if _is_publisher(edit.words, origin) and is_clause(whole) else apart
    fine = cut is not None and allows(edit.kind, cut, origin.language) and same_syntax(cut, left)
    return None if fine else apart


def _around(text: str, words: str) -> tuple[str, str, str]:
    """What stands before a parenthesis, itself with its marks, and what stands behind it."""
    at, marked = text.find(words), f" ({words}) "
    return text[: max(0, at - 2)], marked, text[at + len(words) + 1 :].lstrip()


def _turning(edit: Omission, cut: OmittedTokens | None, language: str) -> str:
    """The first word that may not be lost, "" where none is: a guard or a figure.

    What a half or a predicate says may, or counts, has no hold over the other, nor has what a circumstance denies or
    counts over what happened. A connective, a publisher and an occasion are told by their lists.
    """
    if edit.kind in (PUBLISHER, ASIDE, OCCASION):
        return ""
    if edit.kind in (HALF, PREDICATE):
        return _governing(tokens(edit.words), language)
    if edit.kind == DETAIL and cut:
        words = reaching_words(cut, language)
        return _reaching(tokens(" ".join(words)), language, within=is_own_clause(cut) and "," not in words)
    if edit.kind in (CIRCUMSTANCE, DETAIL, DEFINING, OF_SUBJECT):
        which = edit.kind in (DEFINING, OF_SUBJECT)
        own = opening(cut, language) if cut and not which else 0
        words = [token.word.lower() for token in cut.gone[own:]] if cut else tokens(edit.words)
        within = cut is not None and (is_modifier(cut) if which else is_own_clause(cut))
        return _reaching(tokens(" ".join(words)), language, within=within and "," not in words)
    return turning(edit.words, language) or next((word for word in tokens(edit.words) if names_number(word)), "")


def _reaching(words: Sequence[str], language: str, *, within: bool) -> str:
    """The first guard that may hold of more than the circumstance it stands in: who says so, on what condition.

    `within`: whether who says what, and when, is told of the circumstance alone.
    """
    guards, known = guards_of(language), circumstance_words(language)
    if guards is None or known is None:
        return " ".join(words[:1])
    told = f" {' '.join(words)} "
    own = (guards.attribution or frozenset()) | known.own if within else frozenset[str]()
    kinds = (guards.condition, guards.attribution, guards.contrast)
    return next((one for entries in kinds for one in sorted((entries or frozenset()) - own) if f" {one} " in told), "")


def _governing(words: Sequence[str], language: str) -> str:
    """The first guard of a half behind its "and", but for hedges."""
    guards = guards_of(language)
    if guards is None:
        return words[0]
    within = f" {' '.join(words[1:])} "
    kinds = (guards.negation, guards.condition, guards.attribution, guards.contrast)
    held = (entry for entries in kinds for entry in sorted(entries or ()) if f" {entry} " in within)
    return next(held, "") or next((word for word in words if word.endswith("n't")), "")


def _stands_in_marks(text: str, words: str) -> bool:
    """Whether the words are quoted or hold marks of their own that part a sentence."""
    at = text.find(words)
    inside = quotation_marks.inside(text.replace('""', '" '))  # some pages double them
    return bool(_PARTING.search(words)) or inside[at] or inside[at + len(words) - 1]


def _is_publisher(words: str, origin: Origin) -> bool:
    """Whether the words say that the article's own publisher says so, and nothing else."""
    guards = guards_of(origin.language)
    names = [tokens(name) for name in origin.publishers]
    said = tokens(words)
    for name in names:
        at = next((i for i in range(len(said)) if said[i : i + len(name)] == name), None)
        if name and at is not None and guards is not None:
            others = " ".join([*said[:at], *said[at + len(name) :]])
            return any(stands_in(one, guards.attribution) for one in (others, others.removeprefix("the ")))
    return False
