"""Whether some words of a sentence take the others back, make them up, or tell that they came to nothing.

"Which a higher court annulled", "and recanted the confession", "who is played by Tomas Reyl". Some words do so whatever
they are said of; a verb such as "drop" does where it acts on what the others tell: on a ruling, a claim or the like, or
on what they name themselves.
"""

from collections.abc import Iterator, Sequence

from newsclip.language.pack import verifier_words
from newsclip.language.syntax import Parse, Token
from newsclip.language.verifier_tables.events import UndoingWords

_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
_RELATIVE = frozenset({"which", "that", "whom", "who"})
_SUBJECTS = ("nsubj", "nsubjpass")
_ACTED_ON = ("dobj", "nsubjpass")
_WITH_VERB = ("prt", "advmod", "prep", "acomp", "oprd")
_IS = ("appos", "attr")
_INSIDE = ("in", "from", "inside")
_AGENT, _OF_NOUN = "agent", ("relcl", "acl")


def takes_back(parse: Parse, first: int, end: int, language: str) -> bool:
    """Whether the tokens from `first` up to `end` take back what stays."""
    known = verifier_words(language)
    if known is None or known.undoing is None:
        return True
    words = known.undoing
    return any(
        _undoes(parse, place, words)
        or _acts_on_rest(parse, place, (first, end), words)
        or _is_made_up(parse, place, words)
        or _never_was(parse, place, words)
        or _is_another(parse, place)
        for place in range(first, min(end, len(parse.tokens)))
    )


def acts_on_rest(parse: Parse, first: int, end: int, language: str) -> bool:
    """Whether something is done to what stays, whatever that is: "and the storm swallowed it", "whom they mistook"."""
    known = verifier_words(language)
    if known is None or known.undoing is None:
        return True
    gone = (first, end)
    return any(_acts(parse, place, gone, known.undoing) for place in range(first, min(end, len(parse.tokens))))


def _acts(parse: Parse, place: int, gone: tuple[int, int], words: UndoingWords) -> bool:
    token, verb = parse.tokens[place], parse.tokens[place].head
    if token.label != "dobj":
        return False
    low, joined = token.word.lower(), parse.tokens[verb].label == "conj" and not _is_in(gone, parse.tokens[verb].head)
    if low in _RELATIVE:
        above = _relative_above(parse, verb)
        act = above is not None and not words.acts.isdisjoint(_forms(parse, above))
        return low == "whom" or act
    if token.tag == "PRP":
        before = parse.tokens[gone[0] : verb]
        return joined and not any(one.pos in _NOUNS and one.label not in _SUBJECTS for one in before)
    the = any(parse.tokens[i].lemma.lower() == "the" for i in parse.children(place, "det"))
    return joined and the and not _names_of_rest(parse, gone).isdisjoint(_forms(parse, place))


def _is_in(gone: tuple[int, int], place: int) -> bool:
    return gone[0] <= place < gone[1]


def _names_of_rest(parse: Parse, gone: tuple[int, int]) -> set[str]:
    """The nouns that stay."""
    return {form for i in range(len(parse.tokens)) if not _is_in(gone, i) for form in _named(parse, i)}


def may_turn(gone: Sequence[Token], language: str) -> bool:
    """Whether the words may tell that what stands beside them came out otherwise: "just", "turned out"."""
    known = verifier_words(language)
    if known is None or known.undoing is None:
        return True
    said = f" {' '.join(token.word.lower() for token in gone)} "
    return any(f" {entry} " in said for entry in known.undoing.perhaps)


def _undoes(parse: Parse, place: int, words: UndoingWords) -> bool:
    """Whether the word takes back whatever it is said of: "annulled", "fictional"."""
    if parse.tokens[place].label == "compound" or words.always.isdisjoint(_forms(parse, place)):
        return False
    objects = [set(parse.children(i, "det")) for i in parse.children(place, "dobj")]
    new = (any(parse.tokens[i].lemma.lower() in words.indefinite for i in articles) for articles in objects)
    return not objects or not all(new)  # "annulled a fine" annuls that fine


def _acts_on_rest(parse: Parse, place: int, gone: tuple[int, int], words: UndoingWords) -> bool:
    """Whether a verb that may undo something acts on what the rest tells: "dropped the charge", "which it revoked"."""
    if parse.tokens[place].pos not in _VERBS or words.acting.isdisjoint(_forms(parse, place)):
        return False
    named = _names_of_rest(parse, gone)
    return any(
        lemma in words.pronouns | words.acts or lemma in named
        for i in _acted_on(parse, place, words)
        for lemma in _forms(parse, i)
    )


def _named(parse: Parse, place: int) -> Iterator[str]:
    if parse.tokens[place].pos in _NOUNS:
        yield from _forms(parse, place)


def _acted_on(parse: Parse, verb: int, words: UndoingWords) -> Iterator[int]:
    """What the verb acts on; for "which" what it means, unless that is somebody."""
    for i in parse.children(verb, *_ACTED_ON):
        if parse.tokens[i].word.lower() not in _RELATIVE:
            yield i
        elif (above := _relative_above(parse, verb)) is not None:
            yield above
    if parse.tokens[verb].label == "acl" and parse.tokens[verb].tag == "VBN":
        yield parse.tokens[verb].head


def _relative_above(parse: Parse, verb: int) -> int | None:
    """What the relative clause of the verb tells more of."""
    while parse.tokens[verb].label not in _OF_NOUN:
        if parse.tokens[verb].head == verb:
            return None
        verb = parse.tokens[verb].head
    return parse.tokens[verb].head


def _is_made_up(parse: Parse, place: int, words: UndoingWords) -> bool:
    """Whether it tells that somebody or something is: "played by Tomas Reyl", "whom he plays", "a scene from"."""
    token, forms = parse.tokens[place], _forms(parse, place)
    if token.pos in _NOUNS and not words.works.isdisjoint(forms):
        return token.label in _IS or parse.tokens[token.head].word.lower() in _INSIDE
    if token.pos not in _VERBS or words.playing.isdisjoint(forms):
        return False
    whom = (parse.tokens[i].word.lower() for i in parse.children(place, "dobj"))
    return parse.has(place, _AGENT) or not _RELATIVE.isdisjoint(whom)


def _never_was(parse: Parse, place: int, words: UndoingWords) -> bool:
    """ "That never happened", "who does not exist"."""
    return parse.has(place, "neg") and not words.being.isdisjoint(_forms(parse, place))


def _is_another(parse: Parse, place: int) -> bool:
    """ "A bomb, which was a cooking pot"; not of a name, "Ada Holm, who was a captain"."""
    token = parse.tokens[place]
    of_name = parse.tokens[token.head].pos == "PROPN"
    is_so = token.label == "relcl" and token.lemma == "be" and not of_name
    return is_so and any(parse.tokens[i].pos in _NOUNS for i in parse.children(place, "attr"))


def _forms(parse: Parse, place: int) -> set[str]:
    """The word, its lemma, and with a verb what belongs to it: "set aside"."""
    token = parse.tokens[place]
    lemma = token.lemma.lower()
    beside = (parse.tokens[i].word.lower() for i in parse.children(place, *_WITH_VERB))
    return {token.word.lower(), lemma, *(f"{lemma} {word}" for word in beside)}
