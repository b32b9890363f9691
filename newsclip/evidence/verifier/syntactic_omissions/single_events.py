"""Whether a sentence tells of one event, of which less may be told: it happened, or somebody says that it did."""

from collections.abc import Sequence

from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import OmittedTokens, circumstance_words
from newsclip.language.guards import guards_of, plain
from newsclip.language.pack import verifier_words
from newsclip.language.syntax import Parse, Token
from newsclip.language.verifier_tables.events import CircumstanceWords

_COMPARES = frozenset({"JJR", "JJS", "RBR", "RBS"})
_CLOSES = frozenset(".!")
_HAPPENS = frozenset({"VBD", "VBZ", "VBP"})
_LEADS = ("ccomp", "xcomp", "pcomp")  # what a verb leads to holds where the verb does


def ends(cut: OmittedTokens, language: str) -> bool:
    """Whether nothing stands behind it, or only who says so."""
    behind, guards, root = cut.parse.tokens[cut.end :], guards_of(language), cut.parse.roots[0]
    if all(token.word in _CLOSES for token in behind):
        return True
    said = " ".join(token.word.lower() for token in behind[1:])
    if guards is None:
        return False
    by = any(said.startswith(f"{entry} ") for entry in guards.attribution or ())
    return by or (root > cut.end and plain(cut.parse.tokens[root].word) in (guards.attribution or ()))


def tells_one_event(cut: OmittedTokens, verb: int, language: str) -> bool:
    """Whether what stays tells that the verb's deed happened, with nothing that the cut could restrict."""
    return is_unrestricted(cut, language) and _happened(cut, verb, language)


def tells_each_of_two(cut: OmittedTokens, verb: int, language: str) -> bool:
    """Whether the verb and what it is joined to hold each by itself: who was forced to do both had to do the one."""
    words = circumstance_words(language)
    return words is not None and is_unrestricted(cut, language) and _is_led_to(cut, verb, language, words)


def is_unrestricted(cut: OmittedTokens, language: str) -> bool:
    """Whether nothing that stays denies, doubts, compares, ranks, counts all, or says what may be."""
    known = verifier_words(language)
    if known is None or known.circumstances is None:
        return False
    restricted = known.deeds.of_all | known.circumstances.ranks
    kept = cut.kept_tokens()
    if any(token.tag == "MD" for token in kept) or compares(kept):
        return False
    said = {token.word.lower() for i, token in enumerate(kept) if not _goes_on_now(kept, i)}
    return said.isdisjoint(restricted) and not _is_guarded(cut, language)


def _goes_on_now(kept: Sequence[Token], i: int) -> bool:
    """Whether it is the "is" of "is closing", which tells of one deed, not of a rule."""
    behind = next((token for token in kept[i + 1 :] if token.label not in ("neg", "advmod")), None)
    return kept[i].tag in ("VBZ", "VBP") and kept[i].label == "aux" and behind is not None and behind.tag == "VBG"


def compares(kept: Sequence[Token]) -> bool:
    """Whether one of the words compares: "more than 20" says how many."""
    return any(token.tag in _COMPARES and not _counts(kept[i + 1 : i + 3]) for i, token in enumerate(kept))


def _counts(behind: Sequence[Token]) -> bool:
    """Whether a figure stands behind the word: "than 20"."""
    return len(behind) == 2 and behind[0].word == "than" and behind[1].tag == "CD"


def _happened(cut: OmittedTokens, verb: int, language: str) -> bool:
    """Whether the verb is told of the past, as are all that lead to it, but for a main verb that says so.

    What somebody "was forced to do after staff refused" was done, what they promised to do after a vote was not.
    """
    parse, told = cut.parse, cut.parse.tokens[verb]
    if not _is_past(parse, verb) and (told.label not in ("xcomp", "pcomp") or parse.tokens[cut.top].tag != "VBD"):
        return False
    if told.head == verb:
        return True
    above = parse.tokens[told.head].head if parse.tokens[told.head].label == "prep" else told.head
    upon = told.label == "advcl" and _opens_upon(parse, verb, language)
    if told.label not in _LEADS and not upon:
        return False
    return _says(cut, above, language) or _happened(cut, above, language)


def _is_led_to(cut: OmittedTokens, verb: int, language: str, words: CircumstanceWords) -> bool:
    """Whether the main verb, told as past or as said, leads to this one by verbs that are true of both of two deeds."""
    parse, told = cut.parse, cut.parse.tokens[verb]
    if told.head == verb:
        return _is_past(parse, verb) or _says(cut, verb, language)
    if told.label not in _LEADS:
        return False
    above = parse.tokens[told.head]
    if above.label == "prep":
        through = above.word.lower() in words.of_each
        return through and parse.tokens[above.head].pos == "VERB" and _is_led_to(cut, above.head, language, words)
    leads = told.label == "ccomp" or above.lemma.lower() in words.leading
    return leads and above.pos == "VERB" and _is_led_to(cut, told.head, language, words)


def _opens_upon(parse: Parse, verb: int, language: str) -> bool:
    """Whether its clause says upon what another thing happened."""
    known = circumstance_words(language)
    upon = known.clauses if known else frozenset[str]()
    return any(parse.tokens[i].word.lower() in upon for i in parse.children(verb, "mark"))


def _says(cut: OmittedTokens, verb: int, language: str) -> bool:
    guards, told = guards_of(language), cut.parse.tokens[verb]
    return guards is not None and told.head == verb and plain(told.word) in (guards.attribution or ())


def _is_past(parse: Parse, verb: int) -> bool:
    auxiliaries = [parse.tokens[i].tag for i in parse.children(verb, "aux", "auxpass")]
    told = parse.tokens[verb]
    past = told.tag == "VBD" or (told.tag in ("VBN", "VBG") and not _HAPPENS.isdisjoint(auxiliaries))
    return told.pos == "VERB" and past


def _is_guarded(cut: OmittedTokens, language: str) -> bool:
    """Whether what stays denies, doubts, opposes or asks for something: who says so stays, and doubts nothing less."""
    guards, known = guards_of(language), circumstance_words(language)
    if guards is None or known is None:
        return True
    tree, text = cut.parse.tokens, cut.parse.text
    first, behind = (next((token.start for token in tree[at:]), len(text)) for at in (cut.first, cut.end))
    words = [*tokens(text[:first]), "|", *tokens(text[behind:])]
    within = f" {' '.join(words)} "
    harmless = (guards.attribution or frozenset()) | known.narrowing
    kinds = (guards.negation, guards.condition, guards.hedge, guards.contrast)
    held = {entry for entries in kinds for entry in entries or () if f" {entry} " in within}
    return bool(held - harmless) or any(word.endswith("n't") for word in words)
