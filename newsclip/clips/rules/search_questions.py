"""What to ask search for the stories that a text may be about: it finds clips that hold all words of a question."""

from collections.abc import Iterable, Iterator

from newsclip.language.names import find_names
from newsclip.language.tokens import language_of, sentences, words

_MOST, _LONGEST = 10, 60  # questions of a text; letters of one
_FEWEST_LETTERS = 6  # of a word that tells one story from others, where no name does


def search_questions(text: str) -> list[str]:
    """Names of the text, the longest first, as phrases; of a sentence without names its two longest words."""
    language = language_of(text) or "en"
    found = list(dict.fromkeys(_questions((span.of(text) for span in sentences(text)), language)))
    return sorted(found, key=lambda one: (not one.startswith('"'), -len(one)))[:_MOST]


def _questions(told: Iterable[str], language: str) -> Iterator[str]:
    for own in told:
        names = [name.text for name in find_names(own, language) if len(name.text) <= _LONGEST]
        yield from (f'"{name}"' for name in names if '"' not in name)
        if not names:
            long = [word for word in dict.fromkeys(words(own)) if _FEWEST_LETTERS <= len(word) <= _LONGEST]
            yield from [" ".join(sorted(long, key=len)[-2:])] if long else []
