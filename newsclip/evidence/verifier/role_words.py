"""Which words may say what somebody is: a calling and what belongs to it, and nothing that leans on other sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsclip.evidence.verifier.people import people
from newsclip.language.guards import guards_of, plain
from newsclip.language.pack import english
from newsclip.language.syntax import Parse, Token
from newsclip.language.verifier_tables.speech import IntroductionWords, SpeakingWords
from newsclip.language.word_lists import OFFICES, PERSON_TITLES

_COURTESY = english(SpeakingWords).courtesy
_MOST_WORDS = 9  # "a professor of geography at the University of Orlo"; more is a sentence of its own
_INDEFINITE, _DEFINITE = frozenset({"a", "an"}), frozenset({"the"})
_NO_PART = frozenset({"PRON", "NUM", "SCONJ", "INTJ", "SYM", "X"})
_VERBAL = frozenset({"VBN", "VBG"})
_OF_NOUNS = frozenset({"amod", "compound"})
_ONE = frozenset({"NN", "NNP"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADP"})
_SHORT = re.compile(r"[A-Z]{2,8}")


@dataclass(frozen=True, slots=True)
class RoleTokens:
    """The tokens of a role from `first` up to `end`; `calling` has the others: "midwife" of "a midwife at Orlo"."""

    parse: Parse
    first: int
    end: int
    calling: int

    @property
    def all(self) -> Sequence[Token]:
        return self.parse.tokens[self.first : self.end]


def is_role(role: RoleTokens, article: str, words: IntroductionWords, language: str) -> bool:
    """Whether these words say by themselves what somebody is, without doubt, accusation or time."""
    said = role.parse.text[role.all[0].start : role.all[-1].end]
    return (
        len(said.split()) <= _MOST_WORDS
        and all(_may_stand(token) or _parts_place(role, i) for i, token in enumerate(role.all, role.first))
        and not _is_guarded(said, words, language)
        and not any(token.pos != "PROPN" and token.word.lower() in words.times for token in role.all)
        and _calls(role, words)
        and all(_is_known(role, token) for token in role.all if token.pos == "DET")
        and not _names_in_short(role, article)
    )


def holds_office(role: RoleTokens) -> bool:
    """Whether its title is a name ("President", "Sen."), which is given to nobody else."""
    calling = role.parse.tokens[role.calling]
    return calling.tag == "NNP" and calling.word.lower().strip(".") in OFFICES | PERSON_TITLES


def _may_stand(token: Token) -> bool:
    """Whether it is no pronoun, number or verb; a participle may stand as an adjective does ("managing")."""
    if token.pos in _NO_PART or (token.pos == "PUNCT" and token.word != "-"):
        return False
    return token.label in _OF_NOUNS if token.tag in _VERBAL else token.pos not in ("VERB", "AUX")


def _parts_place(role: RoleTokens, comma: int) -> bool:
    """Whether it is a comma before the name that ends the role, as in "a nurse in Velm, Orlo Bay"."""
    behind = role.parse.tokens[comma + 1 : role.end]
    named = role.parse.tokens[comma - 1].pos == "PROPN" and all(token.pos == "PROPN" for token in behind)
    return role.parse.tokens[comma].word == "," and role.first < comma and bool(behind) and named


def _is_guarded(said: str, words: IntroductionWords, language: str) -> bool:
    guards = guards_of(language)
    if guards is None:
        return True
    within = f" {plain(said)} "
    kinds = (guards.negation, guards.condition, guards.hedge)
    held = any(f" {entry} " in within for entries in kinds for entry in entries or ())
    one_by_one = set(within.split())
    parts = set(within.replace("-", " ").split())
    other = words.doubts | words.others
    return held or not (other | words.accusing).isdisjoint(one_by_one | parts)


def _calls(role: RoleTokens, words: IntroductionWords) -> bool:
    """Whether the word that has the others calls one person something, and what it needs beside it is there."""
    calling = role.parse.tokens[role.calling]
    forms = _forms(calling)
    if not _is_calling(calling, words) or not _COURTESY.isdisjoint(forms):
        return False
    others = [token for i, token in enumerate(role.all, role.first) if i != role.calling]
    if not words.whose.isdisjoint(forms):
        return any(token.pos == "PROPN" for token in others)
    joined = [i for i in role.parse.children(role.calling, "conj") if role.first <= i < role.end]
    alike = all(role.parse.tokens[i].tag in _ONE and not role.parse.has(i, "det", "poss") for i in joined)
    stands = calling.tag == "NNP" or words.what.isdisjoint(forms) or any(token.pos in _CONTENT for token in others)
    return alike and stands


def calls_one(role: RoleTokens, words: IntroductionWords) -> bool:
    """Whether no other word of it calls somebody something: of "the wife of the mayor, Ada Holm," it may be either."""
    return not any(_is_calling(token, words) for i, token in enumerate(role.all, role.first) if i != role.calling)


def _is_calling(noun: Token, words: IntroductionWords) -> bool:
    known = words.callings | words.whose | OFFICES | PERSON_TITLES
    ends = any(form.endswith(end) and len(form) > len(end) + 1 for form in _forms(noun) for end in words.ends)
    return ends or not known.isdisjoint(_forms(noun))


def _forms(noun: Token) -> set[str]:
    """The word and its last part: "co-founder", "founder"."""
    whole = noun.word.lower().strip(".")
    return {whole, whole.rsplit("-", 1)[-1]}


def _is_known(role: RoleTokens, article: Token) -> bool:
    """Whether what stands behind "the" has a name in it: "the mayor of Orlo", not "the mayor". "A" needs none.

    Not before a name: "the Rings director" may be cut out of "Lord of the Rings director".
    """
    said = article.lemma.lower()
    if said in _INDEFINITE:
        return True
    if said not in _DEFINITE or _stands_before_name(role):
        return False
    first, last = role.parse.bounds[article.head]
    held = range(max(first, role.first), min(last + 1, role.end))
    return any(role.parse.tokens[i].pos == "PROPN" and i != role.calling for i in held)


def _stands_before_name(role: RoleTokens) -> bool:
    behind = role.parse.tokens[role.end : role.end + 1]
    return bool(behind) and behind[0].pos == "PROPN"


def _names_in_short(role: RoleTokens, article: str) -> bool:
    """Whether it names by a surname or a short form somebody or something that the article has named in full."""
    said = role.parse.text[role.all[0].start : role.all[-1].end]
    full = {name for _, _, name in people(article) if " " in name}
    surnames = {name.rsplit(maxsplit=1)[-1] for name in full if name not in said}
    named = {token.word for token in role.all if token.pos == "PROPN"}
    return not surnames.isdisjoint(named) or any(f"({word})" in article for word in named if _SHORT.fullmatch(word))
