"""A quotation that goes on behind who says it: "“The quay is safe,” Holm said. “We checked it.”" """

from collections.abc import Sequence

from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.relations import CONTENT, SUBJECTS, VERBS
from newsclip.language.syntax import Parse

_FARTHEST = 4  # characters between two sentences


def goes_on(held: Sequence[ParsedSentence], g: int, h: int) -> bool:
    """Whether the second sentence is a quotation alone, right behind the first, which says who speaks.

    Not in another paragraph, where another may speak, nor behind a question, which another answers.
    """
    one, other = held[g], held[h]
    between = one.article[one.end : other.start]
    beside = one.article == other.article and other.start >= one.end and not between.strip(' ”"')
    words = [i for i, token in enumerate(other.relations.parse.tokens) if token.word[:1].isalnum()]
    alone = bool(words) and all(other.quoted[i] for i in words)
    return beside and len(between) < _FARTHEST and alone and "?" not in one.relations.parse.text


def says(one: ParsedSentence, verb: int) -> bool:
    """Whether this word, the main verb and outside the quotation, has words in quotation marks for its content."""
    told = (other for other in one.relations.of.get(verb, ()) if other.head == verb and other.kind == CONTENT)
    return (
        verb in one.relations.parse.roots
        and not one.quoted[verb]
        and any(one.quoted[other.dependent] for other in told)
    )


def is_main(parse: Parse, place: int) -> bool:
    """Whether it is the main verb of a sentence, what stands behind that, or joined to it with its own subject."""
    tokens = parse.tokens
    if tokens[place].label in ("attr", "acomp"):
        place = tokens[place].head
    if tokens[place].label == "conj" and tokens[place].pos in VERBS and parse.has(place, *SUBJECTS):
        place = tokens[place].head
    return place in parse.roots
