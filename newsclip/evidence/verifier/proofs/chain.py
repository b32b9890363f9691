"""The edits that a proof consists of, as they are recorded: what the words of the passages became."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsclip.evidence.proof_edits import (
    FIGURE,
    FORM,
    KIND,
    MERGED,
    NAME,
    NOMINAL,
    PAIR,
    PHRASE,
    REORDERED,
    TENSE,
    TITLE,
    Proved,
)
from newsclip.evidence.verifier.proofs import nominals, tenses
from newsclip.evidence.verifier.proofs.canonical_forms import form
from newsclip.evidence.verifier.proofs.definite_nouns import kinds
from newsclip.evidence.verifier.proofs.matching import tells
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import Word
from newsclip.evidence.verifier.proofs.relations import CONTENT, UNIT_SIGNS, Relations
from newsclip.evidence.verifier.proofs.titles_of_names import is_title
from newsclip.language.syntax import Parse, Token
from newsclip.language.verifier_tables.proofs import ProofWords

_NAMES = frozenset({"PROPN", "PRON"})
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM")


def of(match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> list[str]:
    """What was done to the words of the passages, in the order of the sentence."""
    figures, phrases = _figures(match, said, held), _phrases(match, said, held)
    return [*_joined(match), *_changed(match, said, held), *figures, *phrases, *_left_out(match, said, held)]


def _joined(match: dict[int, Word]) -> Iterator[str]:
    if len({g for g, _ in match.values()}) > 1:
        yield MERGED
    places = [match[place] for place in sorted(match)]
    if any(one[0] == other[0] and one[1] > other[1] for one, other in pairwise(places)):
        yield REORDERED


def _changed(match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> Iterator[str]:
    for place, (g, i) in sorted(match.items()):
        ours, theirs = said.relations, held[g].relations
        one, other = ours.parse.tokens[place], theirs.parse.tokens[i]
        if _is_reported(ours, place) and tenses.told(ours.parse, place) != tenses.told(theirs.parse, i):
            yield str(Proved(_verb(theirs.parse, i), _verb(ours.parse, place), TENSE))
        elif one.word.lower() != other.word.lower():
            licence = _licence(one, other, ours.words)
            yield str(Proved(_name(theirs.parse, i) if licence == KIND else other.word, one.word, licence))
        elif one.label != "compound" and other.label == "compound" and is_title(one.word, ours.words):
            yield str(Proved(_name(theirs.parse, other.head), one.word, TITLE))


def _figures(match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> Iterator[str]:
    """Numbers that are written otherwise, each with its currency."""
    for place, (g, i) in sorted(match.items()):
        word, other = (one.relations.parse.tokens[at].word for one, at in ((said, place), (held[g], i)))
        if not word[:1].isdigit() or word != other:
            continue
        ours, theirs = _number(said, place), _number(held[g], i)
        if ours.lower() != theirs.lower():
            yield str(Proved(theirs, ours, FIGURE))


def _number(one: ParsedSentence, place: int) -> str:
    """A number as it is written: "two million dollars", "$2,000,000"."""
    tokens, words = one.relations.parse.tokens, one.written
    sign = place > 0 and words[place - 1] in UNIT_SIGNS and tokens[place - 1].end == tokens[place].start
    return f"{words[place - 1]}{words[place]}" if sign else words[place]


def _phrases(match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> Iterator[str]:
    """Phrases that stand for others of their row: in the sentence, or in a passage that it tells of."""
    text, theirs = said.relations.parse.text, [held[g] for g in sorted({g for g, _ in match.values()})]
    ours, put = dict(said.phrases), dict(row for one in theirs for row in one.phrases)
    for phrase in dict.fromkeys((*ours, *put)):
        new, old = ours.get(phrase, phrase), put.get(phrase, phrase)
        there = any(phrase in one.relations.parse.text for one in theirs)
        if there and phrase in text and new.lower() != old.lower():
            yield str(Proved(old, new, PHRASE))


def _licence(one: Token, other: Token, words: ProofWords) -> str:
    """By what kind of step a word of the sentence may stand for another of the passages."""
    if nominals.are_alike(one, other, words) or {one.pos, other.pos} == {"NOUN", "VERB"}:
        return NOMINAL
    if form(one, words) == form(other, words) and one.pos != "PRON":
        return PAIR if one.lemma.lower() != other.lemma.lower() else FORM
    if _NAMES.issuperset((one.pos, other.pos)):
        return NAME
    return KIND if other.pos == "PROPN" and form(one, words) in kinds(words) else FORM


def _is_reported(relations: Relations, place: int) -> bool:
    reported = any(one.kind == CONTENT and one.dependent == place for one in relations.of.get(place, ()))
    return reported and tells(relations.parse, place)


def _verb(parse: Parse, place: int) -> str:
    """A verb with what helps it: "would sail"."""
    verb = parse.tokens[place].head if parse.tokens[place].label in ("attr", "acomp") else place
    return " ".join(parse.tokens[i].word for i in sorted({verb, *parse.children(verb, "aux", "auxpass")}))


def _name(parse: Parse, place: int) -> str:
    """The name that ends with this word, with a title before it."""
    first = place
    while first and parse.tokens[first - 1].pos == "PROPN":
        first -= 1
    return parse.text[parse.tokens[first].start : parse.tokens[place].end]


def _left_out(match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> Iterator[str]:
    """Runs of words with nothing told of them, marks at their ends apart."""
    for g, one in enumerate(held):
        used = {i for other, i in match.values() if other == g}
        if not used:
            continue
        tokens, run = one.relations.parse.tokens, list[int]()
        for i in range(len(tokens) + 1):
            if i < len(tokens) and i not in used:
                run.append(i)
                continue
            while run and tokens[run[0]].pos == "PUNCT":
                run.pop(0)
            while run and tokens[run[-1]].pos == "PUNCT":
                run.pop()
            words = one.relations.parse.text[tokens[run[0]].start : tokens[run[-1]].end] if run else ""
            if words not in said.relations.parse.text and any(tokens[j].pos in _CONTENT for j in run):
                yield str(Proved(words))
            run = []
