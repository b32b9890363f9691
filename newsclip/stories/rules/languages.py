"""The language a telling is grouped in: stories never mix two."""

from functools import lru_cache

from newsclip.language import unspaced
from newsclip.stories.ports import Telling
from newsclip.stories.rules.terms import common_words

UNTOLD = "en"
_ENOUGH = 120  # Characters; below this a guess is wrong too often, and a wrong one splits a story.
_LOOKED_AT = 400
WORDS = 60
_NONE = frozenset({"und", "mul", "zxx", "mis", "xx"})  # ISO 639-2: undetermined, several, no words, not coded
LEAST = 0.2  # Of prose, two fifths are such as "the" and "of"; of a list of results fewer, but in no other language.


def language(telling: Telling) -> str:
    """The ISO 639-1 code given, or English, unless the text speaks another language."""
    given = telling.language.lower()
    return _language("" if given in _NONE else given[:2], telling.title, telling.text)


@lru_cache(maxsize=8)  # It is asked several times while a telling is placed.
def _language(given: str, title: str, text: str) -> str:
    sample, told = f"{title}\n{text[:_LOOKED_AT]}", given or UNTOLD
    if given not in unspaced.LANGUAGES and (seen := unspaced.language(sample)):
        return seen
    if len(sample) < _ENOUGH or not _denies(text or title, told):
        return told
    from newsclip.language.tokens import language_of  # noqa: PLC0415 only texts whose language is in doubt pay for it

    found = language_of(sample)
    return found if found and (not given or share(text or title, found) >= LEAST) else told


def _denies(text: str, language: str) -> bool:
    """Whether a text is in another language, as far as its commonest words tell."""
    if not common_words(language):
        return False
    spoken = share(text, language)
    return spoken < LEAST or (language != UNTOLD and spoken < share(text, UNTOLD))


@lru_cache(maxsize=8)
def share(text: str, language: str) -> float:
    """How many of the first 60 words of a text are among the commonest of a language, of 1."""
    words = text.split(maxsplit=WORDS)[:WORDS]
    return sum(map(common_words(language).__contains__, map(str.lower, words))) / max(1, len(words))
