"""A sentence and its passages, read once for all guards."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from newsclip.evidence.verifier.hard_guards import offices
from newsclip.evidence.verifier.proofs.canonical_forms import form
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.relations import Relation
from newsclip.evidence.verifier.proofs.stems import family
from newsclip.language.syntax import Token
from newsclip.language.tokens import stem
from newsclip.language.verifier_tables.guarded import GuardedWords
from newsclip.language.verifier_tables.proofs import ProofWords
from newsclip.language.verifier_tables.qualifiers import QualifierWords

VERBS = ("VERB", "AUX")
HEADS = ("heading", "headline")  # places whose words are chosen more freely
# what a sentence is about: a word of these that no passage has is a new one
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_JOINT = re.compile(r"[-'’.]")
_WORD = re.compile(r"[^\W\d_][\w'’-]{0,60}")
_LONGEST_ABBREVIATION = 6

type Place = tuple[int, int]  # which sentence of the passages, and which of its tokens


class Read:
    """One parsed sentence: its words in lower case, their forms as proofs compare them, and the stems of these."""

    def __init__(self, parsed: ParsedSentence, words: ProofWords) -> None:
        self.relations, self.parse, self.quoted = parsed.relations, parsed.relations.parse, parsed.quoted
        self.tokens: tuple[Token, ...] = self.parse.tokens
        self.low = [token.word.lower().replace("’", "'") for token in self.tokens]
        self.forms = [form(token, words) for token in self.tokens]
        self.stems = [stem(one) for one in self.forms]

    def verbs(self) -> Iterator[int]:
        """Those that tell something: no auxiliaries."""
        return (i for i, t in enumerate(self.tokens) if t.pos in VERBS and t.label not in ("aux", "auxpass"))

    @cached_property
    def verb_places(self) -> frozenset[int]:
        return frozenset(self.verbs())

    def modal(self, place: int) -> str:
        """The modal before the verb, "" for none."""
        found = (self.low[i] for i in self.parse.children(place, "aux") if self.tokens[i].tag == "MD")
        return next(found, "")

    def has_modal(self, place: int) -> bool:
        return bool(self.modal(place))

    def told_of(self, place: int) -> Iterator[Relation]:
        """The relations of which this word is the head."""
        return (one for one in self.relations.of.get(place, ()) if one.head == place)


@dataclass(frozen=True)
class Compared:
    """The sentence (`said`, with its `text`), and the sentences of its passages (`held`, whole `texts`).

    `articles`: whole, with their titles; `published`: when they were. `before`: what the clip says before it;
    `place`: as the guards are asked.
    """

    text: str
    said: Read
    held: tuple[Read, ...]
    texts: tuple[str, ...]
    articles: str
    published: tuple[datetime, ...]
    language: str
    words: ProofWords
    guarded: GuardedWords
    qualifiers: QualifierWords
    before: tuple[str, ...] = ()
    place: str = ""

    @cached_property
    def places(self) -> dict[str, list[Place]]:
        """Where the passages have a stem."""
        found: dict[str, list[Place]] = {}
        for g, one in enumerate(self.held):
            for i, word in enumerate(one.stems):
                found.setdefault(word, []).append((g, i))
        return found

    @cached_property
    def ties(self) -> frozenset[tuple[str, str]]:
        """The stems of each head and dependent in the passages."""
        return frozenset(
            (one.stems[told.head], one.stems[told.dependent]) for one in self.held for told in one.relations.all
        )

    def fillers(self, head: str, kind: str) -> Iterator[Place]:
        """What the passages have in relations of this kind to a word of this stem."""
        for g, i in self.places.get(head, ()):
            yield from ((g, told.dependent) for told in self.held[g].told_of(i) if told.kind == kind)

    def with_magnitudes(self, text: str) -> str:
        """Short magnitudes in full: "20mil" as "20 million"."""
        for full, *shorter in self.guarded.magnitudes:
            text = re.sub(rf"(?<=\d)\s?(?:{'|'.join(map(re.escape, shorter))})\b", f" {full}", text)
        return text

    @cached_property
    def told_stems(self) -> frozenset[str]:
        """The stems of the cited articles' words, and of what the clip says before."""
        return frozenset(stem(word.lower()) for text in (self.articles, *self.before) for word in _WORD.findall(text))

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of the passages' words (proofs.stems)."""
        forms = {form for one in self.held for form in one.forms}
        return frozenset[str]().union(*(family(form, self.words.endings) for form in forms))

    @cached_property
    def low(self) -> frozenset[str]:
        """The words of the passages, in lower case."""
        return frozenset(word for one in self.held for word in one.low)

    @cached_property
    def _stems(self) -> frozenset[str]:
        parts = (stem(part) for word in self.low for part in _JOINT.split(word) if part)
        return frozenset(self.places).union(parts)

    @cached_property
    def _abbreviations(self) -> frozenset[str]:
        return abbreviations(self.articles, self.guarded.within_names)

    @cached_property
    def offices(self) -> frozenset[str]:
        """The words of offices that the passages have in another spelling: "Governor" for "Gov."."""
        return offices.known(self.said.low, [one.low for one in self.held], self.guarded)

    def holds(self, place: int) -> bool:
        """Whether the passages have this word of the sentence, all of its parts, or the name that it abbreviates."""
        said = self.said
        if said.stems[place] in self._stems:
            return True
        parts = [stem(part) for part in _JOINT.split(said.low[place]) if part]
        if len(parts) > 1 and all(part in self._stems for part in parts):
            return True
        if said.low[place].rstrip(".") in self.offices:
            return True
        short = said.tokens[place].word.replace(".", "")
        return len(short) > 1 and short.isupper() and short in self._abbreviations


def abbreviations(text: str, within: frozenset[str]) -> frozenset[str]:
    """The initials of names in the text: "UN" of "United Nations". `within`: small words that names may have."""
    found, run = set[str](), list[str]()
    for word in [*_WORD.findall(text), ""]:
        if word[:1].isupper():
            run = [*run[1 - _LONGEST_ABBREVIATION :], word[0]]
            found.update("".join(run[at:]) for at in range(len(run) - 1))
        elif word.lower() not in within:
            run = []
    return frozenset(found)


def names_a_thing(read: Read, place: int, words: ProofWords) -> bool:
    """Whether the word names or describes something by itself, and is no pronoun, article or the like."""
    token = read.tokens[place]
    return token.pos in TELLING and read.low[place] not in words.adds


def spans_of(one: Read, place: int, labels: Sequence[str]) -> set[str]:
    """The stems of the word and of those under it with one of these labels."""
    first, last = one.parse.bounds[place]
    return {one.stems[k] for k in range(first, last + 1) if k == place or one.tokens[k].label in labels}
