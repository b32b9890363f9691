"""Which name "the company" or "the minister" means: one whose kind the passages, or the clip before, state.

A kind is stated beside a name ("Ada Holm, the finance minister,", "the city of Orlo"), of it ("Velm Lines is a
company"), before it as a title, or at its end ("Velm Lines Ltd"). Where two bearers of the kind are told of, "the" does
not tell which: then it means nobody.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import cache

from newsclip.evidence.tokens import calendar_words
from newsclip.evidence.verifier.people import people
from newsclip.evidence.verifier.proofs import tenses
from newsclip.evidence.verifier.proofs.canonical_forms import canonical, form
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import References, Word
from newsclip.evidence.verifier.proofs.relations import SUBJECTS
from newsclip.language.guards import guards_of
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_NOUNS = ("NOUN", "PROPN")
_MODIFIERS = ("compound", "amod", "nmod")
_NAME_BEHIND = frozenset({"compound", "nmod"})
_DESCRIBES = frozenset({"VBN", "VBG", "JJ"})
_MANY = "many"


@dataclass(frozen=True, slots=True)
class _Bearer:
    """One of the kind. `name`: its last word, `before`: the others; "" for none.

    `described`: what else the noun has beside it. `known`: told with "the".
    """

    name: str
    before: frozenset[str]
    described: frozenset[str]
    known: bool
    sentence: int = -1  # the number of the one that says so


class DefiniteNouns:
    """`said`: the sentence; `references`: of its passages and of what the clip says before."""

    def __init__(self, said: ParsedSentence, references: References, language: str) -> None:
        self._said, self._references, self._words = said, references, said.relations.words
        self._held = (*references.held, *references.earlier)
        self._doubts, self._days = _doubts(language), calendar_words(language)

    def meant(self, place: int) -> list[Word]:
        """The words of the passages that name what a kind with "the" means; none where that is not sure."""
        kind = kind_with_the(self._said, place)
        if not kind or any(self._said.relations.parse.children(place, *_MODIFIERS)):
            return []
        bearers = self._bearers(kind)
        named = [bearer for bearer in bearers if bearer.name]
        if len(bearers) != 1 or not named or not self._is_known(named[0], kind):
            return []
        held = enumerate(self._references.held)
        # another may bear a surname, and a ship or a place a person's or a club's name
        apart = kind not in self._words.kinds_of_places and (
            kind in self._words.kinds_of_people or kind not in self._words.kinds_before_names
        )
        return [
            (g, i)
            for g, one in held
            for i in range(len(one.quoted))
            if _is_named(one, i, named[0]) and (g == named[0].sentence or (apart and _is_full(one, i, named[0])))
        ]

    def may_be(self, place: int, word: Word) -> bool:
        """Whether a noun of the passages may be meant by a kind with "the": not one of two, and none unknown."""
        kind = kind_with_the(self._said, place)
        if not kind:
            return True
        one = self._references.held[word[0]]
        parse = one.relations.parse
        if _is_part(parse, word[1]):
            return False
        name = self._named(one, word[1], kind)
        if len(self._bearers(kind)) < 2:
            return name is None or self._is_known(_bearer(parse, name, frozenset()), kind)
        return name is None and _described(parse, word[1]) <= _described(self._said.relations.parse, place)

    def _bearers(self, kind: str) -> list[_Bearer]:
        """All that are told of as one of the kind."""
        found = list[_Bearer]()
        told = [replace(it, sentence=g) for g, one in enumerate(self._held) for it in self._told_of(one, kind)]
        for bearer in sorted(told, key=lambda one: not one.name):
            if not any(_is_one(bearer, other) for other in found):
                found.append(bearer)
        return found

    def _is_known(self, bearer: _Bearer, kind: str) -> bool:
        """Whether a reader knows whom it means: the clip before names nobody else."""
        earlier = self._references.earlier
        if not {name for one in earlier for name in _names(one, self._days)} <= {bearer.name}:
            return False
        if earlier and not any(token.word == bearer.name for token in earlier[-1].relations.parse.tokens):
            return False
        if kind in self._words.kinds_of_people:
            said = "\n".join(one.relations.parse.text for one in earlier)
            given = (name for article in self._references.articles for _, _, name in people(article))
            full = {name.split()[0] for name in given if name.endswith(f" {bearer.name}")}
            return {name.split()[-1] for _, _, name in people(said)} <= {bearer.name} and len(full) <= 1
        return True

    def _told_of(self, one: ParsedSentence, kind: str) -> Iterator[_Bearer]:
        parse, words = one.relations.parse, self._words
        for i, token in enumerate(parse.tokens):
            end = _ends(words).get(token.word.lower().rstrip("."))
            if token.pos == "PROPN" and token.label != "compound" and end == kind:
                yield _bearer(parse, i, frozenset())
            elif token.pos in _NOUNS and form(token, words) == kind:
                yield from self._told_by(one, i, kind)

    def _told_by(self, one: ParsedSentence, place: int, kind: str) -> Iterator[_Bearer]:
        """Of whom or what a noun of the kind tells: a name, or one without."""
        parse, token = one.relations.parse, one.relations.parse.tokens[place]
        described = _described(parse, place)
        if token.tag in ("NNS", "NNPS"):
            yield _Bearer("", frozenset(), frozenset({_MANY}), known=False)
        elif (name := self._named(one, place, kind)) is not None:
            yield _bearer(parse, name, described)
        elif token.label not in _NAME_BEHIND:  # "the company car"
            opens = {parse.tokens[i].word.lower() for i in parse.children(place, "det", "poss", "nummod")}
            known = bool(opens) and opens <= self._words.definite
            if not known or described:
                yield _Bearer("", frozenset(), described, known)

    def _named(self, one: ParsedSentence, place: int, kind: str) -> int | None:
        """The name of which the noun says, in no doubt, that it is one of the kind now."""
        parse, words = one.relations.parse, self._words
        name = _beside(parse, place, kind, words)
        if name is None or one.quoted[place] or _is_part(parse, place) or not _stays(parse, place, kind, words):
            return None
        first, last = parse.bounds[place]
        if parse.tokens[place].label == "compound":
            first = min(_before(parse, place), default=place)
            last = place
        inside = parse.hangs_on(name, place)
        own = [parse.tokens[i] for i in range(first, last + 1) if not (inside and parse.hangs_on(i, name))]
        doubted = any(token.word.lower() in self._doubts | words.takes_back | words.conditions for token in own)
        return None if doubted or any(token.tag == "CD" or token.pos == "PRON" for token in own) else name


def kind_with_the(one: ParsedSentence, place: int) -> str:
    """The kind that a common noun with "the" names; "" for none."""
    parse, words = one.relations.parse, one.relations.words
    token = parse.tokens[place]
    if token.tag != "NN" or token.label == "compound":
        return ""
    definite = any(parse.tokens[i].word.lower() in words.definite for i in parse.children(place, "det"))
    kind = form(token, words) if definite else ""
    return kind if kind in kinds(words) else ""


@cache
def kinds(words: ProofWords) -> dict[str, frozenset[str]]:
    """By each kind the nouns that may stand before it and leave it one: "cargo" before "ship"."""
    return {canonical(row[0], words): frozenset(row[1:]) for row in words.kinds}


@cache
def _ends(words: ProofWords) -> dict[str, str]:
    return {end: canonical(row[0], words) for row in words.kinds_by_end for end in row[1:]}


@cache
def _doubts(language: str) -> frozenset[str]:
    guards = guards_of(language)
    return frozenset[str]().union(*((guards.hedge or (), guards.negation or ()) if guards else ()))


def _beside(parse: Parse, place: int, kind: str, words: ProofWords) -> int | None:
    """The name that a noun stands beside, before, or is told of."""
    token = parse.tokens[place]
    head = parse.tokens[token.head]
    if token.label == "appos":
        return token.head if head.pos == "PROPN" else None
    if (behind := next(parse.children(place, "appos"), None)) is not None:
        return behind if parse.tokens[behind].pos == "PROPN" else None
    if token.label == "compound" and kind in words.kinds_before_names:
        names = parse.tokens[place + 1 : token.head + 1]
        titled = any(one.word.lower() in words.titles for one in names)
        return token.head if names and not titled and all(one.pos == "PROPN" for one in names) else None
    if token.label == "attr":
        now = token.head in parse.roots and head.lemma.lower() in words.copulas
        return _subject_now(parse, token.head) if now else None
    return _of_place(parse, place, words) if kind in words.kinds_of_places else None


def _subject_now(parse: Parse, verb: int) -> int | None:
    """The name of which is said what it is, now and in no doubt."""
    told = tenses.told(parse, verb)
    if told.denied or told.modal or told.time != tenses.PRESENT or parse.has(verb, "advmod", "prep", "advcl"):
        return None
    return next((i for i in parse.children(verb, *SUBJECTS) if parse.tokens[i].pos == "PROPN"), None)


def _of_place(parse: Parse, place: int, words: ProofWords) -> int | None:
    """ "Orlo" of "the city of Orlo"."""
    of = (i for i in parse.children(place, "prep") if parse.tokens[i].word.lower() in words.of)
    under = [i for opens in of for i in parse.children(opens, "pobj")]
    named = parse.has(place, "det") and under and parse.tokens[under[0]].pos == "PROPN"
    return under[0] if named else None


def _stays(parse: Parse, place: int, kind: str, words: ProofWords) -> bool:
    """Whether what stands before the noun leaves it one of the kind: "finance minister", but not "prime minister"."""
    people_alone = kind in words.kinds_of_people
    for i in _before(parse, place):
        token = parse.tokens[i]
        low = token.word.lower()
        described = token.tag in _DESCRIBES and not people_alone
        named = token.pos == "PROPN" and low not in words.titles and parse.tokens[place].pos != "PROPN"
        opens = people_alone and i == 0  # "Team captain Ada Holm": any word has a capital there
        if low not in kinds(words)[kind] and not described and (not named or opens):
            return False
    under = (i for opens in parse.children(place, "prep") for i in parse.children(opens, "pobj"))
    return not people_alone or all(parse.tokens[i].pos == "PROPN" for i in under)  # "a minister of the church"


def _before(parse: Parse, place: int) -> list[int]:
    """What belongs to the noun before it; of a title what stands before it and not in the name."""
    own = list(parse.children(place, *_MODIFIERS))
    token = parse.tokens[place]
    if token.label == "compound":
        own += [i for i in parse.children(token.head, *_MODIFIERS) if i < place]
    return own


def _described(parse: Parse, place: int) -> frozenset[str]:
    """What the noun has before it, and the names behind it: "the mayor of Velm"."""
    own = [*_before(parse, place), *parse.children(place, "poss")]
    for opens in parse.children(place, "prep"):
        own += parse.children(opens, "pobj")
    return frozenset(parse.tokens[i].word.lower() for i in own)


def _bearer(parse: Parse, place: int, described: frozenset[str]) -> _Bearer:
    before = (parse.tokens[i].word for i in parse.children(place, "compound"))
    return _Bearer(parse.tokens[place].word, frozenset(before), described, known=True)


def _is_named(one: ParsedSentence, place: int, bearer: _Bearer) -> bool:
    """Whether the word ends this name, as a name of its own."""
    token = one.relations.parse.tokens[place]
    if token.pos != "PROPN" or token.word != bearer.name or token.label == "compound":
        return False
    return _is_one(_bearer(one.relations.parse, place, frozenset()), bearer)


def _is_one(one: _Bearer, other: _Bearer) -> bool:
    """Whether two are surely one; `other` has a name if one of them has."""
    if one.name and other.name:
        return one.name == other.name and (one.before <= other.before or other.before <= one.before)
    if other.name:
        return one.known and one.described <= other.described
    return one.described == other.described


def _is_full(one: ParsedSentence, place: int, bearer: _Bearer) -> bool:
    """Whether it is the same name with all its words, and more than a surname."""
    return bool(bearer.before) and _bearer(one.relations.parse, place, frozenset()).before == bearer.before


def _is_part(parse: Parse, place: int) -> bool:
    """Whether a hyphen ties it to another word: "ex-president", "president-elect"."""
    token = parse.tokens[place]
    return "-" in (parse.text[token.start - 1 : token.start], parse.text[token.end : token.end + 1])


def _names(one: ParsedSentence, days: Set[str]) -> Iterator[str]:
    """The last words of the names that are told of."""
    tokens = one.relations.parse.tokens
    names = (token for token in tokens if token.pos == "PROPN" and token.label != "compound")
    return (token.word for token in names if token.word.lower() not in days)
