"""One attribution for what two sentences say: "Holm said the quay is safe." and "Holm said the ferry is old."

Both have the same speaker, the same verb of saying in the same tense, undenied and certain, and nothing else beside it
that differs, such as a day or an audience. The speaker is a bare name or pronoun, and what is said has no clause and
nothing before its subject that would be told of both: "in Velm, Holm said, the quay is safe".
"""

from collections.abc import Mapping, Sequence

from newsclip.evidence.verifier.proofs import tenses
from newsclip.evidence.verifier.proofs.canonical_forms import form, may_come_in
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import References, Word
from newsclip.evidence.verifier.proofs.relations import AGENT, CONTENT, Relations

_CLAUSES = frozenset({"relcl", "advcl", "acl", "parataxis"})
_BESIDE = frozenset({"nsubj", "ccomp", "punct", "prep", "npadvmod", "aux", "dative"})
_ADVERBIALS = ("prep", "advmod", "npadvmod")


def like(references: References, verb: Word, g: int) -> int | None:
    """The verb of saying in sentence `g` that attributes as this one of another sentence does; None for none."""
    held, words = references.held, references.words
    one, other = held[verb[0]].relations, held[g].relations
    if verb[0] == g or len(other.parse.roots) != 1 or verb[1] not in one.parse.roots:
        return None
    said, at = form(one.parse.tokens[verb[1]], words), other.parse.roots[0]
    told = tenses.told(one.parse, verb[1])
    if said not in words.says or said != form(other.parse.tokens[at], words) or told.denied or told.modal:
        return None
    if told != tenses.told(other.parse, at) or _beside(one, verb[1]) != _beside(other, at):
        return None
    mine, theirs = _speaker(one, verb[1]), _speaker(other, at)
    if mine is None or theirs is None or (g, theirs) not in references.same((verb[0], mine)):
        return None
    plain = _is_plain(held[verb[0]], verb[1], mine) and _is_plain(held[g], at, theirs)
    names = _before(one, mine), _before(other, theirs)
    return at if plain and (names[0] <= names[1] or names[1] <= names[0]) else None


def _is_plain(sentence: ParsedSentence, verb: int, speaker: int) -> bool:
    """Whether it is no quotation, and nothing in it makes the speaker another or what is said less sure."""
    parse, words = sentence.relations.parse, sentence.relations.words
    tokens = parse.tokens
    names = all(tokens[i].label == "compound" for i in parse.children(speaker))
    titled = any(name in words.titles for name in _before(sentence.relations, speaker))
    if not names or titled or sentence.quoted[verb] or sentence.quoted[speaker]:
        return False
    if tokens[speaker].pos not in ("PROPN", "PRON") or any(token.label in _CLAUSES for token in tokens):
        return False
    beside = (i for i in parse.children(verb) if not may_come_in(tokens[i], words))
    if any(tokens[i].label not in _BESIDE for i in beside):
        return False
    content = list(parse.children(verb, "ccomp"))
    return len(content) == 1 and not any(i < content[0] for i in parse.children(content[0], *_ADVERBIALS))


def _before(relations: Relations, name: int) -> set[str]:
    return {relations.parse.tokens[i].word.lower() for i in relations.parse.children(name, "compound")}


def used(
    match: Mapping[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence], references: References
) -> set[Word]:
    """The attributions of the passages that one of the sentence stands for beside the one that it is matched with."""
    found = set[Word]()
    for one in said.relations.all:
        head, dependent = match.get(one.head), match.get(one.dependent)
        if one.kind != CONTENT or head is None or dependent is None or head[0] == dependent[0]:
            continue
        verb = like(references, head, dependent[0])
        if verb is not None and (speaker := _speaker(held[dependent[0]].relations, verb)) is not None:
            found |= {(dependent[0], verb), (dependent[0], speaker)}
    return found


def _speaker(relations: Relations, verb: int) -> int | None:
    told = (one for one in relations.of.get(verb, ()) if one.head == verb and one.kind == AGENT and not one.implied)
    return next((one.dependent for one in told), None)


def _beside(relations: Relations, verb: int) -> set[tuple[str, str]]:
    """What else is told of the saying: when, where, to whom."""
    tokens, words = relations.parse.tokens, relations.words
    told = (one for one in relations.of.get(verb, ()) if one.head == verb and one.kind not in (AGENT, CONTENT))
    return {
        (one.kind, form(tokens[one.dependent], words)) for one in told if not may_come_in(tokens[one.dependent], words)
    }
