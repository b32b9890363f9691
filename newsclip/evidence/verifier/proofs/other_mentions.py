"""Which one a noun with "the" means: a clause that tells it from another of its kind stays where another is told of.

"The man who shot the mayor was jailed" proves "the man was jailed"; not behind "police arrested a man for arson", of
whom a reader would take it to be told.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from newsclip.evidence.verifier.proofs.canonical_forms import form
from newsclip.evidence.verifier.proofs.circumstances import Circumstances
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import References, Word

_NOUNS = ("NOUN", "PROPN")
_RESTRICTS = ("relcl", "acl", "prep", "amod", "compound", "nmod", "poss", "nummod", "appos")
_BARE = frozenset({"DET", "PUNCT", "ADP", "AUX", "PART"})
_PRONOUNS = ("WDT", "WP", "WP$", "PRP", "PRP$")


def fault(
    match: Mapping[int, Word],
    said: ParsedSentence,
    held: Sequence[ParsedSentence],
    earlier: Sequence[ParsedSentence],
    references: References,
) -> int | None:
    """A noun with "the" that may mean another than its passage does; None where there is none.

    `earlier`: what the clip says before.
    """
    parse, words, used = said.relations.parse, said.relations.words, {g for g, _ in match.values()}
    for place, word in match.items():
        if parse.tokens[place].pos != "NOUN" or not _has(said, place, words.definite):
            continue
        for g, i in {word, *references.same(word)}:
            if g in used and _may_mean_another(said, place, (*held, *earlier), held[g], i):
                return place
    return None


def _may_mean_another(
    said: ParsedSentence, place: int, sentences: Sequence[ParsedSentence], own: ParsedSentence, i: int
) -> bool:
    kind = form(said.relations.parse.tokens[place], said.relations.words)
    token = own.relations.parse.tokens[i]
    if token.pos != "NOUN" or form(token, said.relations.words) != kind:
        return False
    kept, phrase = _phrase(said, place), _phrase(own, i)
    lost = phrase - kept
    if not lost and not _has(own, i, own.relations.words.indefinite):
        return False
    others = _mentions(sentences, kind, own, i)
    return any(_may_be_meant(one, at, kept, lost, (own, i)) for one, at in others)


def _mentions(
    sentences: Sequence[ParsedSentence], wanted: str, own: ParsedSentence, place: int
) -> Iterator[tuple[ParsedSentence, int]]:
    """Where else the noun stands, also before a name: "Mayor Holm"."""
    for one in sentences:
        for i, token in enumerate(one.relations.parse.tokens):
            title = token.pos == "PROPN" or token.label != "compound"
            itself = one is own and i == place
            if token.pos in _NOUNS and title and not itself and form(token, one.relations.words) == wanted:
                yield one, i


def _may_be_meant(
    other: ParsedSentence, at: int, kept: frozenset[str], lost: frozenset[str], own: tuple[ParsedSentence, int]
) -> bool:
    """Whether a reader may take the noun, as the sentence tells it, for this other one."""
    phrase, words = _phrase(other, at), other.relations.words
    if not kept <= {form(token, words) for token in other.relations.parse.tokens}:
        return False  # "the man from Orlo" is not the man from Velm
    if lost and lost <= phrase:
        return False  # the same, told with all that tells it apart
    first, place = own
    behind = other.article and other.article == first.article and (other.start, at) > (first.start, place)
    again = _has(other, at, words.definite) and not phrase
    return not (behind and again)


def _phrase(one: ParsedSentence, place: int) -> frozenset[str]:
    """The words that tell which one a noun means: those of its phrase, without what stands apart behind a comma.

    Those right behind an object, too, which a parser may hang on the verb: "jailed the man with the gun".
    """
    parse, words = one.relations.parse, one.relations.words
    apart = Circumstances(parse, words).is_apart
    own = [i for i in parse.children(place, *_RESTRICTS) if i < place or not apart(i)]
    if parse.tokens[place].label == "dobj":
        behind = parse.children(parse.tokens[place].head, "prep")
        own += [i for i in behind if i == parse.bounds[place][1] + 1]
    spans = (parse.bounds[i] for i in own)
    tokens = (parse.tokens[i] for first, last in spans for i in range(first, last + 1))
    return frozenset(form(token, words) for token in tokens if token.pos not in _BARE and token.tag not in _PRONOUNS)


def _has(one: ParsedSentence, noun: int, articles: Set[str]) -> bool:
    return any(
        one.relations.parse.tokens[i].word.lower() in articles for i in one.relations.parse.children(noun, "det")
    )
