"""What says in what form somebody said something: it was said all the same.

All of its words are of closed lists, so that it holds no name, no figure, no doubt and no source. The verb has nothing
that could be true then alone: it is not denied, doubted, or told of one occasion only, and somebody says it: "nobody
said in a statement" may have been said elsewhere.
"""

from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import SUBJECTS, OmittedTokens, circumstance_words
from newsclip.language.syntax import Token
from newsclip.language.verifier_tables.events import CircumstanceWords

_OF_VERB = "prep"
_NAMES = ("PROPN", "NOUN")
_TELLS = frozenset({"VBD", "VBZ", "VBP"})
# what would say how, or whether, it was said
_TURNS = ("neg", "aux", "auxpass", "advmod", "conj", "mark", "prt")
_CLOSES = frozenset(".,")


def is_said_in(cut: OmittedTokens, language: str) -> bool:
    """Whether what is cut says only in what form the subject of its verb said something."""
    known = circumstance_words(language)
    if known is None or cut.parse.tokens[cut.top].label != _OF_VERB:
        return False
    if not any(_is_of(token, known.said_in) for token in cut.gone):
        return False
    return all(_is_known(token, known) for token in cut.gone) and _says(cut, known) and _stands_apart(cut)


def _is_of(token: Token, words: frozenset[str]) -> bool:
    return token.word.lower() in words or token.lemma.lower() in words


def _is_known(token: Token, known: CircumstanceWords) -> bool:
    return any(_is_of(token, words) for words in (known.said_in, known.of_saying))


def _says(cut: OmittedTokens, known: CircumstanceWords) -> bool:
    """Whether it hangs on a verb that only says something, with its subject and what is said."""
    parse, verb = cut.parse, cut.parse.tokens[cut.top].head
    kept = {parse.tokens[i].label for i in parse.children(verb) if not cut.holds(i)}
    told = parse.tokens[verb].lemma.lower() in known.saying and parse.tokens[verb].tag in _TELLS
    subjects = [i for i in parse.children(verb) if parse.tokens[i].label in SUBJECTS]
    somebody = bool(subjects) and all(_is_somebody(cut, i, known) for i in subjects)
    return told and somebody and "ccomp" in kept and kept.isdisjoint(_TURNS)


def _is_somebody(cut: OmittedTokens, subject: int, known: CircumstanceWords) -> bool:
    """Whether it is names and nouns, without a word that denies, counts or ranks who says it."""
    first, last = cut.parse.bounds[subject]
    tokens = cut.parse.tokens[first : last + 1]
    return all(
        token.word.lower() in known.speakers or (token.pos in _NAMES and not _is_of(token, known.shares))
        for token in tokens
    )


def _stands_apart(cut: OmittedTokens) -> bool:
    """Whether it cannot belong to what is said: that stands whole before the verb, or behind "that" or a comma."""
    tokens, verb = cut.parse.tokens, cut.parse.tokens[cut.top].head
    said = [i for i in cut.parse.children(verb, "ccomp") if not cut.holds(i)]
    if any(verb < cut.parse.bounds[i][0] < cut.first for i in said):
        return False
    behind = tokens[cut.end : cut.end + 1]
    opens = bool(behind) and behind[0].label == "mark" and behind[0].head in said
    return not behind or behind[0].word in _CLOSES or opens
