"""Whether a heading names what its passages tell: their words in any order, and nothing asserted that they do not.

A heading with a finite verb is proved like a sentence, unless it opens with "what" or the like. Another names things:
its words, or words of the same stem, stand in the passages, or say what a section is for ("what", "reactions"). Verbs
and participles keep who did it and to whom, figures what they count, adjectives their noun; nouns may stand in any
order, tied by words such as "of" and "in".
"""

from collections.abc import Iterator, Sequence

from newsclip.evidence.tokens import calendar_words, names_number
from newsclip.evidence.verifier.proofs import attachments, match_guards, paired_phrases, tenses
from newsclip.evidence.verifier.proofs.canonical_forms import form, is_frame
from newsclip.evidence.verifier.proofs.denials import Denials
from newsclip.evidence.verifier.proofs.lost_heads import LostHeads
from newsclip.evidence.verifier.proofs.matching import Matcher, tells
from newsclip.evidence.verifier.proofs.omitted import Omitted
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import References, Word
from newsclip.evidence.verifier.proofs.relations import IS, OF, OF_KIND, PREP, SUBJECTS, Relation
from newsclip.kernel.reasons import Reason
from newsclip.language.tokens import stem

_LONGEST = 9  # words: an editor's longest of 129 has eight
_MOST_MATCHES = 40
_TIED = frozenset({OF, OF_KIND, IS})
_NOUNS = ("NOUN", "PROPN")


def proof_of_heading(
    said: ParsedSentence, held: Sequence[ParsedSentence], references: References, language: str
) -> dict[int, Word] | Reason:
    """The words of the passages by those of the heading; the reason why it may not head them."""
    parse = said.relations.parse
    if sum(token.pos != "PUNCT" for token in parse.tokens) > _LONGEST or "?" in parse.text:
        return Reason("heading_states", {"words": parse.text})
    matcher = HeadingMatcher(said, held, references, language, headline=True)
    if (unread := matcher.unread()) is not None:
        return Reason("not_proved", {"said": parse.tokens[unread].word})
    if not matcher.nodes:
        return Reason("role_unknown")
    for number, match in enumerate(matcher.matches()):
        if _fault(match, said, held, references, language) is None:
            return match
        if number >= _MOST_MATCHES:
            break
    return Reason("not_proved", {"said": parse.tokens[matcher.missing()].word})


class HeadingMatcher(Matcher):
    """Nouns tied otherwise than in the passages are their words all the same; a stem is enough."""

    def _nodes(self) -> tuple[list[int], frozenset[int]]:
        nodes, given = super()._nodes()
        roles = frozenset(place for place in nodes if self._names_role(place))
        return [place for place in nodes if place not in roles], given | roles

    def _names_role(self, place: int) -> bool:
        token = self.said.parse.tokens[place]
        return form(token, self.words) in self.words.roles and not any(self._alike_instem(place))

    def _candidates(self, place: int) -> list[Word]:
        token = self.said.parse.tokens[place]
        found = super()._candidates(place)
        inflected = token.pos in ("NOUN", "VERB", "ADJ", "AUX") and token.label != "nummod"
        return [*found, *(word for word in self._alike_instem(place) if word not in found)] if inflected else found

    def _alike_instem(self, place: int) -> Iterator[Word]:
        wanted = stem(self.said.parse.tokens[place].word.lower())
        for g, relations in enumerate(self.held):
            for i, token in enumerate(relations.parse.tokens):
                if token.pos in ("NOUN", "VERB", "ADJ", "PROPN") and stem(token.word.lower()) == wanted:
                    yield g, i

    def holds(self, one: Relation, head: Word, dependent: Word) -> bool:
        if one.kind == OF_KIND and self.bindings.told(one, head, dependent):
            return True
        if one.kind == OF_KIND:  # "a lying fool" is no lying minister
            nouns = self.said.parse.tokens[one.dependent].pos in _NOUNS
            return nouns and not self._is_part(head, dependent) and self._may_be_tied(one, head, dependent)
        return (
            super().holds(one, head, dependent)
            or self._may_be_tied(one, head, dependent)
            or self._is_opened_below(one, head, dependent)
        ) and not self._is_of_another(one, head, dependent)

    def _is_part(self, head: Word, dependent: Word) -> bool:
        """Whether it is a part of another noun in the passage: "the boat crew saw a fire" is no "boat fire"."""
        token = self.held[dependent[0]].parse.tokens[dependent[1]]
        return token.label == "compound" and (dependent[0], token.head) not in self.references.same(head)

    def _is_of_another(self, one: Relation, head: Word, dependent: Word) -> bool:
        """Whether the passage says so of another noun: "police in Orlo found a bomb" is no "bomb in Orlo"."""
        told, tokens = self.held[dependent[0]], self.held[dependent[0]].parse.tokens
        if tokens[dependent[1]].pos != "PROPN" or not one.kind.startswith((PREP, OF)):
            return False
        heads = [other.head for other in told.of.get(dependent[1], ()) if other.dependent == dependent[1]]
        same = {i for g, i in self.references.same(head) if g == dependent[0]}
        nouns = [i for i in heads if tokens[i].pos in _NOUNS]
        return bool(nouns) and same.isdisjoint(nouns)

    def _is_opened_below(self, one: Relation, head: Word, dependent: Word) -> bool:
        """Whether the same preposition opens it in the passage, below the same verb; or anywhere, below a noun."""
        held = self.held[dependent[0]]
        kinds = {told.kind for told in held.of.get(dependent[1], ()) if told.dependent == dependent[1]}
        if not one.kind.startswith((PREP, OF)) or one.kind not in kinds:
            return False
        if self.said.parse.tokens[one.head].pos in _NOUNS:
            return not self._tells_when(one) and one.kind.removeprefix(PREP) not in self.words.orders
        return head[0] == dependent[0] and held.parse.hangs_on(dependent[1], head[1])

    def _may_be_tied(self, one: Relation, head: Word, dependent: Word) -> bool:
        """Whether it only ties two nouns: not what one did, how many there are, when, or of what kind they are."""
        tokens, told = self.said.parse.tokens, self.held[head[0]].of.get(head[1], ())
        if tokens[one.head].pos not in _NOUNS or tokens[one.dependent].pos not in _NOUNS or self._tells_when(one):
            return False
        others = (other for other in told if other.head == head[1] and other.kind == one.kind != OF_KIND)
        if any(other.dependent != dependent[1] for other in others):
            return False  # "the arrest of the captain" is not that of a sailor
        if one.kind == OF and tokens[one.dependent].pos == "PROPN":
            return False  # "Quist's theft": whose it is must be told
        joint = one.kind.removeprefix(PREP)
        if self._acts_on(head, dependent):
            return False  # "the mayor watched the trial of a sailor" is not "the mayor's trial"
        if one.kind in _TIED or joint in self.words.ties:
            return True
        beside = head[0] == dependent[0] and not self.held[head[0]].pairs.get((head[1], dependent[1]))
        if any(self._is_rival(one, other, head, dependent) for other in self.held[dependent[0]].all):
            return False  # "got praise from Holm" is no praise from another
        return one.kind.startswith(PREP) and beside and joint not in self.words.orders | self.words.comes_from

    def _acts_on(self, head: Word, dependent: Word) -> bool:
        """Whether one of the two does something, or has it done, with the other: what it is then is not told."""
        if head[0] != dependent[0]:
            return False
        parse = self.held[head[0]].parse
        for subject, other in ((head[1], dependent[1]), (dependent[1], head[1])):
            verb = parse.tokens[subject].head
            if parse.tokens[subject].label in SUBJECTS and verb != subject and parse.hangs_on(other, verb):
                return not parse.hangs_on(other, subject)
        return False

    def _is_rival(self, one: Relation, other: Relation, head: Word, dependent: Word) -> bool:
        """Whether the same clause of the passage has another word in this place."""
        held = self.held[dependent[0]]
        if other.kind != one.kind or other.dependent == dependent[1]:
            return False
        beside = {held.cluster(dependent[1]), held.cluster(head[1] if head[0] == dependent[0] else dependent[1])}
        return head[0] != dependent[0] or held.cluster(other.head) in beside

    def _tells_when(self, one: Relation) -> bool:
        word = self.said.parse.tokens[one.dependent].word.lower()
        return word in calendar_words(self.language) or names_number(word)


def _fault(
    match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence], references: References, language: str
) -> int | None:
    """The word for which the heading may not stand: quoted, doubted, denied, or told by somebody alone."""
    for place, word in match.items():
        used = frozenset(i for g, i in match.values() if g == word[0])
        if not _may_stand(place, word[1], said, held[word[0]], used, language):
            return place
        if said.relations.parse.tokens[place].pos == "PRON" and references.meant(place) is None:
            return place
        joined = said.relations.parse.tokens[place].label == "conj"
        if joined and not match_guards.joined_alike(place, match, said, held):
            return place
    apart = attachments.fault(match, said, held, language, heading=True)
    return paired_phrases.fault(match, said, held) if apart is None else apart


def _is_of_untold(one: ParsedSentence, i: int, used: frozenset[int], language: str) -> bool:
    """Whether it belongs to a word that is not told, or all is made up: "ten dead birds", "years ago", "a novel"."""
    relations = one.relations
    tokens, words = relations.parse.tokens, relations.words
    if tokens[i].label == "amod" and tokens[i].head not in used:
        return True
    if tokens[i].label in ("npadvmod", "nummod") and LostHeads(
        relations.parse, words, used, frozenset(), language
    ).lost(i):
        return True
    return any(is_frame(token, words) for j, token in enumerate(tokens) if j not in used)


def _may_stand(
    place: int, i: int, said: ParsedSentence, one: ParsedSentence, used: frozenset[int], language: str
) -> bool:
    """Whether the passage tells this word as a fact: it happened, or there is such a thing."""
    parse, happens = said.relations.parse, tells(one.relations.parse, i)
    told, denials = tenses.told(one.relations.parse, i), Denials(one.relations, used)
    verb = tells(parse, place) or parse.tokens[place].label == "acl" or happens
    if (happens and (told.denied or told.modal)) or denials.denies(i):
        return False
    if _is_of_untold(one, i, used, language):
        return False
    if one.led or (one.quoted[i] and not said.quoted[place] and verb):
        return False
    if not verb and denials.averts(i):
        return False
    above = Omitted(one.relations, used, frozenset(), language).above
    return not (verb or parse.tokens[place].pos == "ADJ") or above(i) is None
