"""Which constituents may be left out: a licence for each kind, judged by the parse of the whole sentence."""

from collections.abc import Callable
from itertools import pairwise

from newsclip.evidence.edits import (
    APPOSITION,
    ASIDE,
    CIRCUMSTANCE,
    DEFINING,
    DETAIL,
    HALF,
    OCCASION,
    OF_SUBJECT,
    PARENTHESIS,
    PARTICIPLE_CLAUSE,
    PREDICATE,
    RELATIVE_CLAUSE,
)
from newsclip.evidence.verifier.syntactic_omissions.circumstances import (
    is_circumstance,
    is_own_clause,
    names_time,
    opening,
)
from newsclip.evidence.verifier.syntactic_omissions.headline_details import is_aftermath
from newsclip.evidence.verifier.syntactic_omissions.headline_endings import (
    is_clause_in_subject,
    is_defining_clause,
    is_second_predicate,
)
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import SUBJECTS, OmittedTokens, circumstance_words
from newsclip.evidence.verifier.syntactic_omissions.said_in import is_said_in
from newsclip.evidence.verifier.taken_back import acts_on_rest, may_turn, takes_back
from newsclip.language.guards import guards_of, stands_in
from newsclip.language.word_lists import SPEECH_VERBS

_MAIN = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "appos"})
_OF_RELATIVES = frozenset({"nsubj", "nsubjpass", "dobj"})
_CLOSES = frozenset(".!?")
_DEFINITE, _INDEFINITE = frozenset({"the", "this"}), frozenset({"a", "an"})
_SET_APART = frozenset({",", "–", "—", "-", "("})
_OPEN_NOUNS = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_GO_ON = frozenset({"VBD", "VBZ", "VBP", "MD", "IN", "TO"})
_OF_DEEDS = (RELATIVE_CLAUSE, PARTICIPLE_CLAUSE, HALF, DEFINING, OF_SUBJECT, PREDICATE, DETAIL)
_NO_SUBJECTS = ("WDT", "WP", "DT")  # "towns that sank, and that asked for a ferry"
_OF_LISTS = ("conj", "cc", "preconj")


def allows(kind: str, cut: OmittedTokens, language: str) -> bool:
    """Whether what is cut is of this kind, and may go."""
    if _names_antecedent(cut) or _reverses(kind, cut, language):
        return False
    gone = cut.gone[opening(cut, language) :] if kind in (CIRCUMSTANCE, DETAIL) else cut.gone
    says = any(token.word.lower() in SPEECH_VERBS and token.pos != "PROPN" for token in gone)
    own = kind in (DEFINING, OF_SUBJECT, OCCASION) or (kind in (CIRCUMSTANCE, DETAIL) and is_own_clause(cut))
    if says and kind not in (HALF, PREDICATE) and not own:
        return False
    return _LICENCES[kind](cut, language)


def _reverses(kind: str, cut: OmittedTokens, language: str) -> bool:
    """Whether it takes back what stays; what happened before something does not, but before it is told it may."""
    if kind in _OF_DEEDS and may_turn(cut.gone, language):
        return True
    known = circumstance_words(language)
    opens = {token.word.lower() for token in cut.gone[:2]}  # "as", "just as"
    later = known is not None and not opens.isdisjoint(known.past | known.likening)
    told = kind in (*_OF_DEEDS, APPOSITION, PARENTHESIS) and kind != DETAIL
    if told and acts_on_rest(cut.parse, cut.first, cut.end, language):
        return True
    undoes = told or kind == DETAIL or (kind == CIRCUMSTANCE and later)
    return undoes and takes_back(cut.parse, cut.first, cut.end, language)


def _apposition(cut: OmittedTokens, language: str) -> bool:
    """Of nouns in a row that are no names each may be a member of a list: only "the firm, a builder" is none."""
    top, opens = cut.parse.tokens[cut.top], cut.gone[0]
    if top.label != "appos" or top.pos != "NOUN" or names_time(top, language) or _is_listed(cut) or not _reads_on(cut):
        return False
    others = any(cut.parse.has(i, "det", "poss") for i in cut.parse.children(cut.top, "conj")) or _goes_on_listing(cut)
    named = cut.head.pos == cut.parse.tokens[cut.first - 2].pos == "PROPN"
    of_a_name = named and (opens.pos in ("DET", "PRON", "ADJ") or opens.tag == "NN")
    of_a_noun = _determined(cut, _DEFINITE) and opens.lemma in _INDEFINITE
    return not others and _is_right_before(cut) and (of_a_name or of_a_noun)


def _relative_clause(cut: OmittedTokens, language: str) -> bool:
    """Of a name or of one thing; behind other words it may say which are meant: "any driver, who".

    A preposition behind it would say which: of "the ferry, which was late, with a red funnel", "the ferry with".
    """
    top, opens = cut.parse.tokens[cut.top], cut.gone[0]
    if any(token.pos == "ADP" for token in cut.parse.tokens[cut.end + 1 : cut.end + 2]):
        return False
    relative = opens.tag in ("WP", "WDT") and opens.label in _OF_RELATIVES and cut.parse.tokens[opens.head] in cut.gone
    if top.label != "relcl" or not relative or not cut.parse.is_finite(cut.top) or _is_listed(cut):
        return False
    known = cut.head.pos == "PROPN" or _determined(cut, _DEFINITE | _INDEFINITE)
    return known and _is_right_before(cut) and _reads_on(cut)


def _participle_clause(cut: OmittedTokens, language: str) -> bool:
    top, root = cut.parse.tokens[cut.top], cut.parse.roots[0]
    at_an_end = cut.parse.tokens[cut.end].word in ({","} if cut.first == 0 else _CLOSES)
    opens = cut.top == cut.first and not _leaves_joint(cut) and not _leaves_adjective(cut)
    return top.tag in ("VBG", "VBN") and top.label in ("advcl", "acl") and top.head == root and at_an_end and opens


def _leaves_joint(cut: OmittedTokens) -> bool:
    """Whether "and in one case" would be left before it, which it belongs to."""
    comma = next((i for i in range(cut.first - 2, 0, -1) if cut.parse.tokens[i].word == ","), None)
    between = cut.parse.tokens[comma + 1 : cut.first - 1] if comma else ()
    return bool(between) and between[0].pos == "CCONJ" and not any(token.pos in ("VERB", "AUX") for token in between)


def _leaves_adjective(cut: OmittedTokens) -> bool:
    """Whether it is a noun with its adjectives, of which one would be left: "the last, wheezing gasp"."""
    before = list(cut.parse.tokens[: max(0, cut.first - 1)])
    while before and before[-1].pos == "ADJ":
        if before.pop() and before and before[-1].pos == "DET":
            return True
    return False


def _parenthesis(cut: OmittedTokens, language: str) -> bool:
    """Behind a name; what stands behind anything else may narrow it: "voters (those without a degree)"."""
    marks = cut.parse.tokens[cut.first - 1].word, cut.parse.tokens[cut.end].word
    named = cut.first > 1 and cut.parse.tokens[cut.first - 2].pos == "PROPN"
    return marks == ("(", ")") and named and len(cut.gone) > 1 and cut.gone[0].tag in ("DT", "PRP$", "WP", "NN", "VBN")


def _aside(cut: OmittedTokens, language: str) -> bool:
    guards = guards_of(language)
    words = " ".join(token.word for token in cut.gone)
    opposes = guards is None or stands_in(words, guards.contrast)
    return guards is not None and stands_in(words, guards.connective) and not opposes


def _half(cut: OmittedTokens, language: str) -> bool:
    guards = guards_of(language)
    return guards is not None and cut.gone[0].lemma == guards.joint and is_second_clause(cut)


def is_second_clause(cut: OmittedTokens) -> bool:
    """The second of two clauses, and no third: of "A came, B saw, and C won" none ends without "and"."""
    top, root = cut.parse.tokens[cut.top], cut.parse.roots[0]
    subjects = [cut.parse.tokens[i] for i in cut.parse.children(cut.top, *SUBJECTS) if i < cut.top]
    own = any(token.pos != "NUM" and token.tag not in _NO_SUBJECTS for token in subjects)
    if top.label != "conj" or top.head != root or not own or not cut.parse.is_finite(cut.top):
        return False
    return cut.gone[0].pos == "CCONJ" and not cut.parse.has(cut.top, "mark") and not _is_spliced(cut)


def _is_spliced(cut: OmittedTokens) -> bool:
    """Whether what stays may be a list of clauses that "and" ends: a noun stands behind a comma after its subject."""
    tokens, root = cut.parse.tokens, cut.parse.roots[0]
    subject = min(cut.parse.children(root, *SUBJECTS), default=root)
    behind = (one for mark, one in pairwise(tokens[subject : cut.first]) if mark.word == ",")
    return any(one.pos in _OPEN_NOUNS for one in behind) or any(
        i < root for i in cut.parse.children(root, "conj", "ccomp", "parataxis")
    )


def _determined(cut: OmittedTokens, articles: frozenset[str]) -> bool:
    """Whether the noun that has it is named with one of these articles, or as somebody's."""
    opens = [cut.parse.tokens[i] for i in cut.parse.children(cut.parse.tokens[cut.top].head, "det", "poss")]
    return cut.head.pos == "NOUN" and any(token.label == "poss" or token.lemma in articles for token in opens)


def _is_right_before(cut: OmittedTokens) -> bool:
    """Whether nothing else stands between what it says more of and its first mark, and nothing set apart itself."""
    head = cut.parse.tokens[cut.top].head
    between = range(head, cut.first - 1)
    apart = any(cut.parse.tokens[i].pos == "PUNCT" for i in between)
    return head < cut.first and not apart and all(cut.parse.hangs_on(i, head) for i in between)


def _reads_on(cut: OmittedTokens) -> bool:
    """Whether the sentence ends with it, or goes on with a verb or a preposition, which need no comma before them."""
    behind = cut.parse.tokens[cut.end : cut.end + 2]
    if not behind or behind[0].word in _CLOSES:
        return True
    return len(behind) == 2 and behind[1].tag in _GO_ON and behind[1].label != "mark" and not _is_within_marks(cut)


def _is_within_marks(cut: OmittedTokens) -> bool:
    """Whether it is inside something set apart, which the mark behind it closes: "Holm, head of Orlo, a port, said"."""
    tokens, place = cut.parse.tokens, cut.parse.tokens[cut.top].head
    while tokens[place].head != place:
        start = cut.parse.bounds[place][0]
        if start and tokens[start - 1].word in _SET_APART:
            return True
        place = tokens[place].head
    return False


def _goes_on_listing(cut: OmittedTokens) -> bool:
    """Whether a comma and "and" stand in it: "Holm, the mayor, and others"."""
    return any(one.word == "," and other.pos == "CCONJ" for one, other in pairwise(cut.gone))


def _is_listed(cut: OmittedTokens) -> bool:
    """Whether it may be a member of a list."""
    heads = cut.parse.tokens[cut.top].head
    beside = cut.parse.tokens[cut.end + 1 : cut.end + 2]
    listed = cut.head.label == "conj" or cut.parse.has(heads, *_OF_LISTS)
    return listed or bool(beside and beside[0].pos == "CCONJ")


def _names_antecedent(cut: OmittedTokens) -> bool:
    """Whether a pronoun behind what goes may mean somebody who is named in it alone."""
    named = any(token.pos == "PROPN" and token.label in _MAIN for token in cut.gone)
    return named and any(token.tag in ("PRP", "PRP$") for token in cut.parse.tokens[cut.end :])


_LICENCES: dict[str, Callable[[OmittedTokens, str], bool]] = {
    APPOSITION: _apposition,
    RELATIVE_CLAUSE: _relative_clause,
    PARTICIPLE_CLAUSE: _participle_clause,
    PARENTHESIS: _parenthesis,
    ASIDE: _aside,
    HALF: _half,
    CIRCUMSTANCE: is_circumstance,
    DETAIL: is_aftermath,
    DEFINING: is_defining_clause,
    PREDICATE: is_second_predicate,
    OF_SUBJECT: is_clause_in_subject,
    OCCASION: is_said_in,
}
