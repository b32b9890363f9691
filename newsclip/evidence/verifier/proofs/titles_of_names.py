"""What stands before a name: whether it means who bears the name, what else belongs to it, and their sex."""

import re
from collections.abc import Iterator, Set
from itertools import islice

from newsclip.evidence.verifier.proofs.relations import Relations
from newsclip.language.pack import english
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords
from newsclip.language.verifier_tables.speech import IntroductionWords
from newsclip.language.word_lists import OFFICES, PERSON_TITLES, TITLES_HER, TITLES_HIS

_CALLINGS = english(IntroductionWords).callings | OFFICES | PERSON_TITLES
_OF_TITLES = frozenset({"compound", "amod", "nmod", "advmod", "punct"})
_OF_NAMES = ("NOUN", "PROPN", "ADJ")
_CALLED = ("det", "poss", "compound")
_MOST_MENTIONS = 50
_LONGEST_WORD = 40
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,30})\.?([ -])$")
_SEXES = (("he", re.compile(TITLES_HIS)), ("she", re.compile(TITLES_HER)))


def sex_of(title: str) -> str:
    """ "he" of "Mr", "she" of "Mrs"; "" where it says nothing."""
    return next((sex for sex, known in _SEXES if known.fullmatch(title.rstrip("."))), "")


def means_its_bearer(parse: Parse, place: int, last_names: Set[str], words: ProofWords) -> bool:
    """Whether a word before a name means its bearer: a title, or what one person is ("designer Ada Holm")."""
    token, after = parse.tokens[place], parse.tokens[place + 1 : place + 2]
    if token.word.lower() in words.titles:
        return True
    calls = token.word.lower() in _CALLINGS and token.tag in ("NN", "NNP")
    return calls and any(one.pos == "PROPN" for one in after) and parse.tokens[token.head].word in last_names


def is_title(word: str, words: ProofWords) -> bool:
    """Whether the word may stand before a name and say what its bearer is."""
    return word.lower() in words.titles | _CALLINGS


def is_title_before(told: Relations, place: int) -> bool:
    """Whether the word is a title before a name: who met the mayor is not "Mayor Holm"."""
    token = told.parse.tokens[place]
    before_name = token.label == "compound" and told.parse.tokens[token.head].pos == "PROPN"
    return before_name and is_title(token.word, told.words)


def word_before_title(parse: Parse, place: int, told: Set[int], words: ProofWords) -> int | None:
    """The word right before a told title that belongs to it and is not told: "deputy" of "Deputy Mayor Holm"."""
    tokens, at = parse.tokens, place - 1
    if not is_title(tokens[place].word, words) or tokens[place].pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    while at >= 0 and tokens[at].word == ".":
        at -= 1
    if at < 0 or at in told or tokens[at].label not in _OF_TITLES:
        return None
    low = tokens[at].word.lower()
    named = tokens[place].label in ("compound", "nmod") and tokens[at].pos != "DET"
    return at if named or low in words.takes_back else None


def is_whole_title(title: str, article: str, words: ProofWords) -> bool:
    """Whether an article has a title with a name so, and never as a part of another: "Gov. Holm" of "Lt. Gov. Holm"."""
    whole = False
    for found in islice(re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", article), _MOST_MENTIONS):
        before = _WORD_BEFORE.search(article, max(0, found.start() - _LONGEST_WORD), found.start())
        if before and before.group(1).lower() in words.takes_back:
            return False
        joined = before is not None and (before.group(2) == "-" or before.group(1)[0].isupper())
        whole = whole or not joined or before is None
    return whole


def is_other_name(said: Parse, place: int, held: Parse, other: int, words: ProofWords) -> bool:
    """Whether one of two like words names something, and the other is a common noun: "the Army", "an army".

    Not of a title, and not where a sentence begins or all of its words have capitals.
    """
    token, their = said.tokens[place], held.tokens[other]
    if token.word[:1].isupper() == their.word[:1].isupper():
        return False
    if token.pos not in _OF_NAMES or their.pos not in _OF_NAMES:
        return False
    (capital, at), (small, noun) = (said, place), (held, other)
    if their.word[:1].isupper():
        (capital, at), (small, noun) = (small, noun), (capital, at)
    within = capital.has(at, *_CALLED) or capital.tokens[at].label in _OF_TITLES
    if within and (token.word.lower() in words.called_so or is_title(token.word, words)):
        return False  # but "Pope" alone may be a surname
    one = any(small.tokens[i].word.lower() in words.indefinite for i in small.children(noun, "det"))
    opens = at == 0 and not (one and capital.tokens[at].pos == "PROPN")  # "Turkey", "a turkey"
    return not opens and not _has_capitals(capital)


def _has_capitals(parse: Parse) -> bool:
    """Whether most of its words do, as those of a title may."""
    told = [token for token in parse.tokens if token.pos in ("NOUN", "PROPN", "VERB", "ADJ", "ADV")]
    return len(told) > 2 and all(token.word[:1].isupper() for token in told if token.pos != "ADV")


def parts_of_name(said: Parse, place: int, held: Parse, name: int) -> Iterator[int]:
    """The words before a name in a passage that a sentence has before it too: "Supreme" of "the Supreme Court"."""
    ours = {said.tokens[i].word for i in said.children(place, "compound")}
    return (i for i in held.children(name, "compound") if held.tokens[i].word in ours)
