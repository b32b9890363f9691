"""Finds, for each word of a sentence, the word of its passages that says the same in the same relations."""

from collections.abc import Iterator, Sequence

from newsclip.evidence.verifier.proofs import nominals, tenses
from newsclip.evidence.verifier.proofs.bindings import NAMES, Bindings
from newsclip.evidence.verifier.proofs.canonical_forms import adds_nothing, canonical, form
from newsclip.evidence.verifier.proofs.definite_nouns import DefiniteNouns
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import References, Word
from newsclip.evidence.verifier.proofs.relations import CONTENT, UNIT_SIGNS, VERBS, Relation
from newsclip.evidence.verifier.proofs.stems import family
from newsclip.evidence.verifier.proofs.titles_of_names import is_other_name
from newsclip.language.syntax import Parse, Token

_MOST_STEPS = 3_000
_INFLECTED = ("NOUN", "VERB", "ADJ", "ADV")
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_BARE = frozenset({"punct", "cc", "mark", "prep", "agent", "aux", "auxpass"})
_BARE_TOO = frozenset({"expl", "neg", "case", "preconj", "det"})
_NO_WORDS = ("PUNCT", "PART", "SPACE", "SYM", "ADP")


class Matcher:
    """A bounded search. `headline`: the sentence tells in the present what happened."""

    def __init__(
        self,
        said: ParsedSentence,
        held: Sequence[ParsedSentence],
        references: References,
        language: str,
        *,
        headline: bool,
    ) -> None:
        self.language = language
        self.said, self.references, self.headline = said.relations, references, headline
        self.held = [one.relations for one in held]
        self.words = self.said.words
        self.nodes, self.given = self._nodes()
        self.reached = 0  # how many words found their like at once
        self._steps = 0
        self._kinds = DefiniteNouns(said, references, language)
        self._alike: dict[tuple[int, Word], bool] = {}  # like passages ask the same of the same words, over and over
        self._bound: dict[tuple[Relation, Word, Word], bool] = {}
        # by the place of each word the words of the passages that it may be
        self.found = {place: self._candidates(place) for place in self.nodes}
        self.bindings = Bindings(self.said, self.held, references, self.found, language)

    def unread(self) -> int | None:
        """A word of the sentence that stands in no relation and is not bare grammar."""
        known = {*self.nodes, *self.given, *self.said.lifted}
        for i, token in enumerate(self.said.parse.tokens):
            bare = token.label in _BARE | _BARE_TOO or token.tag in _RELATIVE or token.pos in _NO_WORDS
            if self._is_loose(i) or self._is_joint(i):
                return i
            if i not in known and not bare and _is_word(token) and not adds_nothing(self.said.parse, i, self.words):
                return i
        return None

    def _is_joint(self, place: int) -> bool:
        """Whether it tells why, when or on what condition, and no passage has it."""
        token = self.said.parse.tokens[place]
        low = token.word.lower()
        if low not in self.words.orders | self.words.conditions or token.pos in NAMES or token.label == "agent":
            return False
        wanted = canonical(low, self.words)
        return not any(canonical(o.word.lower(), self.words) == wanted for one in self.held for o in one.parse.tokens)

    def _is_loose(self, place: int) -> bool:
        """Whether it ties words of the sentence in a way that no relation tells: "not" of a noun, a lone "because"."""
        tokens = self.said.parse.tokens
        token = tokens[place]
        if token.label == "neg":
            return tokens[token.head].pos not in VERBS
        if token.word.lower() in self.words.orders | self.words.conditions and token.label in (
            "mark",
            "prep",
            "cc",
            "dep",
        ):
            word = canonical(token.word.lower(), self.words)
            if token.label == "mark" and tokens[token.head].label in ("ccomp", "conj"):
                return False  # "whether": what a verb asks is compared with it
            return not any(word in one.kind.partition(":")[2].split() for one in self.said.all)
        if place in self.said.parse.roots:
            return place != self.said.parse.roots[0]
        if token.label == "conj" and token.pos in NAMES and tokens[token.head].pos in VERBS:
            return True  # joined to nothing of its kind: "asked for figures, and the minister"
        alone = place not in self.said.of and token.label != "conj"
        return alone and place in self.nodes and place not in self.said.parse.roots

    def matches(self) -> Iterator[dict[int, Word]]:
        """Each way in which all words find their like, the places of the sentence's by those of the passages'."""
        if all(self.found.values()):
            yield from self._assign(0, {})

    def missing(self) -> int:
        """The word at which the search ended."""
        absent = next((place for place in self.nodes if not self.found[place]), None)
        return absent if absent is not None else self.nodes[min(self.reached, len(self.nodes) - 1)]

    def _nodes(self) -> tuple[list[int], frozenset[int]]:
        """The words that need their like, from the top of the parse down; and parts of names that need none."""
        parse = self.said.parse
        roots = {self.said.lifted.get(root, root) for root in parse.roots}
        listed = {i for i, token in enumerate(parse.tokens) if token.label == "conj" and token.pos in NAMES}
        inside = {place for one in self.said.all for place in (one.head, one.dependent)} | roots | listed
        order, waiting = [], list(parse.roots)
        for at in waiting:
            waiting.extend(parse.children(at))
            if at in inside and (not adds_nothing(parse, at, self.words) or next(parse.children(at), None) is not None):
                order.append(at)
        given = frozenset(part for place in order for part in self.references.named_elsewhere(place))
        return [place for place in order if place not in given and _is_word(parse.tokens[place])], given

    def _assign(self, at: int, done: dict[int, Word]) -> Iterator[dict[int, Word]]:
        self.reached = max(self.reached, at)
        if at == len(self.nodes):
            yield dict(done)
            return
        place = self.nodes[at]
        taken = set(done.values()) if self.said.parse.tokens[place].pos != "PRON" else set()
        for word in self.found[place]:
            self._steps += 1
            if self._steps > _MOST_STEPS:
                return
            if word not in taken and self._fits(place, word, done):
                done[place] = word
                yield from self._assign(at + 1, done)
                del done[place]

    def _candidates(self, place: int) -> list[Word]:
        token = self.said.parse.tokens[place]
        if (meant := self.references.meant(place)) is not None:
            return [word for word in meant if self._is_back(token) == self._is_back(self._held_token(word))]
        wanted = form(token, self.words)
        found = [
            (g, i)
            for g, relations in enumerate(self.held)
            for i, other in enumerate(relations.parse.tokens)
            if other.pos != "PUNCT"
            and form(other, self.words) == wanted
            and _helps(token) == _helps(other)
            and not _is_one_of_many(token, other)
            and not is_other_name(self.said.parse, place, relations.parse, i, self.words)
        ]
        if token.pos == "PROPN" and token.label != "compound" and not self.references.is_clear(place):
            found = [word for word in found if self.references.is_called_alike(place, word)]
        elif token.pos in _INFLECTED and (own := self._family(token)):
            found += [
                (g, i)
                for g, relations in enumerate(self.held)
                for i, other in enumerate(relations.parse.tokens)
                if (g, i) not in found
                and other.pos in _INFLECTED
                and not _is_one_of_many(token, other)
                and (own & self._family(other) or nominals.are_alike(token, other, self.words))
            ]
        found = [word for word in found if self._kinds.may_be(place, word)]
        more = (*self.references.called(place), *self._kinds.meant(place))
        return [*found, *(word for word in more if word not in found)]

    def _held_token(self, word: Word) -> Token:
        return self.held[word[0]].parse.tokens[word[1]]

    def _is_back(self, token: Token) -> bool:
        """Whether it points back to who acts: "herself"."""
        return token.tag.startswith("PRP") and token.word.lower().endswith(("self", "selves"))

    def _family(self, token: Token) -> frozenset[str]:
        return family(token.lemma, self.words.endings) | family(token.word, self.words.endings)

    def _fits(self, place: int, word: Word, done: dict[int, Word]) -> bool:
        alike = self._alike.get((place, word))
        if alike is None:
            alike = self._alike[place, word] = self.tells_alike(place, word)
        if not alike:
            return False
        for one in self.said.of.get(place, ()):
            other = one.dependent if one.head == place else one.head
            if other in done:
                head, dependent = (word, done[other]) if one.head == place else (done[other], word)
                if not self.holds(one, head, dependent):
                    return False
        return True

    def tells_alike(self, place: int, word: Word) -> bool:
        parse, other = self.said.parse, self.held[word[0]].parse
        said, held = tenses.told(parse, place), tenses.told(other, word[1])
        if not tells(parse, place):
            return not (tells(other, word[1]) and (held.denied or held.modal))
        if not tells(other, word[1]):
            return nominals.agrees(said, self.held[word[0]], word[1], headline=self.headline)
        if form(parse.tokens[place], self.words) in self.words.intransitive and not self._is_same_verb(place, word):
            return False
        if form(parse.tokens[place], self.words) in self.words.says:
            return said.denied == held.denied and not held.modal and not said.modal
        if {said.time, held.time} == {tenses.INFINITIVE, tenses.GERUND} and not self._is_either(place):
            return False
        reported = any(one.kind == CONTENT and one.dependent == place for one in self.said.of.get(place, ()))
        return tenses.agrees(said, held, self.words, reported=reported, headline=self.headline)

    def _is_same_verb(self, place: int, word: Word) -> bool:
        """Whether it is the same verb, or neither acts on a thing: "dropped the offer" is not "declined the offer"."""
        both = (self.said.parse, place), (self.held[word[0]].parse, word[1])
        acts = any(parse.tokens[i].pos in NAMES for parse, verb in both for i in parse.children(verb, "dobj"))
        return not acts or len({parse.tokens[verb].lemma.lower() for parse, verb in both}) == 1

    def _is_either(self, place: int) -> bool:
        """Whether it hangs on a verb behind which "to close" and "closing" are one."""
        tokens = self.said.parse.tokens
        above = tokens[tokens[place].head]
        above = tokens[above.head] if above.pos in ("ADP", "SCONJ") else above
        return form(above, self.words) in self.words.either

    def holds(self, one: Relation, head: Word, dependent: Word) -> bool:
        key = one, head, dependent
        if key not in self._bound:
            self._bound[key] = self.bindings.hold(*key)
        return self._bound[key]


def _helps(token: Token) -> bool:
    return token.label in ("aux", "auxpass")


def _is_one_of_many(said: Token, held: Token) -> bool:
    """Whether many are said to be or do what one is or does: "ferries sank", "a ferry sank"."""
    return said.tag == "NNS" and held.tag == "NN" and said.word.lower() != held.word.lower()


def _is_word(token: Token) -> bool:
    return any(character.isalnum() for character in token.word) or token.word in UNIT_SIGNS


def tells(parse: Parse, place: int) -> bool:
    """Whether the word tells that something is or happens: a verb, or what stands behind a form of "be"."""
    token = parse.tokens[place]
    if token.label in ("attr", "acomp"):
        return parse.tokens[token.head].pos in VERBS
    return token.pos in VERBS and token.label not in ("amod", "compound")
