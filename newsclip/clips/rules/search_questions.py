"""What to ask search for the stories that a sentence may be about: it finds clips that hold all words of a question."""

from collections.abc import Sequence
from itertools import chain, islice, zip_longest

from newsclip.language.names import find_names
from newsclip.language.tokens import language_of, words

_NAMES, _LONGEST = 2, 60  # of a sentence; letters of a name or word
_FEWEST_LETTERS = 6  # of a word that tells one story from others


def search_questions(sentence: str) -> list[str]:
    """Its longest names, as phrases; its two longest other words together, and each by itself. At most five."""
    names = _names(sentence)
    found = [f'"{name}"' for name in sorted(names, key=len, reverse=True)[:_NAMES]]
    named = {word for name in names for word in words(name)}
    others = [word for word in dict.fromkeys(words(sentence)) if _FEWEST_LETTERS <= len(word) <= _LONGEST]
    telling = sorted((word for word in others if word not in named), key=len)[-2:]
    return [*found, *dict.fromkeys([" ".join(telling), *telling] if telling else [])]


def questions_of_all(sentences: Sequence[str], most: int) -> list[list[str]]:
    """The questions of each sentence; at most `most` differ. The first of every one goes before the second of any."""
    asked = [search_questions(one) for one in sentences]
    in_turn = chain.from_iterable(zip_longest(*asked, fillvalue=""))
    chosen = set(islice(dict.fromkeys(one for one in in_turn if one), most))
    return [[one for one in own if one in chosen] for own in asked]


def _names(sentence: str) -> list[str]:
    language = language_of(sentence) or "en"
    found = dict.fromkeys(name.text for name in find_names(sentence, language))
    return [name for name in found if len(name) <= _LONGEST and '"' not in name]
