"""What a headline may end without, though the rest tells of no past event: after what something is so.

Who says, does or will do something after a thing that happened says, does or will do it: only what is denied, hoped,
expected, counted, ranked or said of all may be so after that alone. What somebody else says or does besides stays: it
may take the rest back, in more words than a list has.
"""

from itertools import pairwise

from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier.syntactic_omissions.circumstances import is_own_clause, opening, says_when
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import SUBJECTS, OmittedTokens, circumstance_words
from newsclip.evidence.verifier.syntactic_omissions.single_events import compares, ends
from newsclip.language.guards import guards_of
from newsclip.language.pack import verifier_words
from newsclip.language.verifier_tables.events import CircumstanceWords

_MAY_BE = frozenset({"could", "may", "might", "would", "can", "should"})
_TELL_NO_COUNT = frozenset({"is", "are"})
_LEADS = frozenset({"ccomp", "xcomp", "pcomp", "acomp", "prep", "pobj"})
_OF_NOUNS = ("relcl", "acl")


def is_aftermath(cut: OmittedTokens, language: str) -> bool:
    """Whether it tells after what, told as past, what stays is so."""
    known = circumstance_words(language)
    if known is None or cut.top < cut.parse.tokens[cut.top].head or not ends(cut, language):
        return False
    upon = cut.gone[0].word.lower() in known.clauses - known.past and (is_own_clause(cut) or _goes_on_meanwhile(cut))
    if upon and any(token.word.lower() in known.likening for token in cut.kept_tokens()):
        return False
    did = cut.gone[0].word.lower() in known.gerunds & known.clauses and opening(cut, language) == 2  # "after claiming"
    return (
        (upon or did) and says_when(cut, known, language) and not _is_turned(cut, language) and _is_led_to(cut, known)
    )


def _goes_on_meanwhile(cut: OmittedTokens) -> bool:
    """Whether "as" opens what goes on while the main verb was done, or is being done: no rule, no source."""
    parse, root = cut.parse, cut.parse.roots[0]
    auxiliaries = [parse.tokens[i].tag for i in parse.children(root, "aux", "auxpass")]
    once = parse.tokens[root].tag == "VBD" or (parse.tokens[root].tag in ("VBN", "VBG") and len(auxiliaries) > 0)
    passive = parse.tokens[root].tag == "VBN" and auxiliaries == ["VBZ"] and parse.has(root, "auxpass")
    told = parse.tokens[cut.top].label == "advcl" and parse.has(cut.top, *SUBJECTS)
    return told and once and not passive and cut.gone[0].word.lower() == "as"


def reaching_words(cut: OmittedTokens, language: str) -> list[str]:
    """The words that may say something of the rest, too: neither "after claiming" nor a clause of a noun in them."""
    gone = cut.gone[opening(cut, language) :]
    return [token.word.lower() for token in gone if token.label not in _OF_NOUNS]


def _is_turned(cut: OmittedTokens, language: str) -> bool:
    """Whether something that stays denies, opposes, asks for something, compares, ranks, or speaks of all."""
    guards, known = guards_of(language), verifier_words(language)
    if guards is None or known is None or known.circumstances is None or "?" in cut.parse.text:
        return True
    kept = cut.kept_tokens()
    said = [token.word.lower() for token in kept]
    within = f" {' '.join(tokens(' '.join(said)))} "
    kinds = (guards.negation, guards.condition, guards.contrast)
    held = {entry for entries in kinds for entry in entries or () if f" {entry} " in within}
    counted = ((known.deeds.of_all | known.circumstances.ranks) - _TELL_NO_COUNT) | _MAY_BE
    turned = held - known.circumstances.narrowing or any(word.endswith("n't") for word in said)
    felt = any(token.lemma.lower() in known.circumstances.felt for token in kept)
    hedged = any(one in known.circumstances.hedges and behind == "to" for one, behind in pairwise(said))
    return bool(turned) or felt or hedged or not counted.isdisjoint(said) or compares(kept)


def _is_led_to(cut: OmittedTokens, known: CircumstanceWords) -> bool:
    """Whether what it hangs on is what the subject does, says or comes to: not what it hopes or averts, nor was."""
    tokens, place, root = cut.parse.tokens, cut.parse.tokens[cut.top].head, cut.parse.roots[0]
    above = [place]
    while tokens[above[-1]].head != above[-1]:
        above.append(tokens[above[-1]].head)
    leads = all(tokens[i].label in _LEADS for i in above[:-1])
    was = tokens[root].lemma == "be" and tokens[root].tag == "VBD"
    return leads and not was and known.averting.isdisjoint(tokens[i].lemma.lower() for i in above)
