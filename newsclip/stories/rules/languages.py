"""The language that an article is grouped in: a story has one language."""

from functools import lru_cache

from newsclip.language import unspaced
from newsclip.stories.ports import IncomingArticle
from newsclip.stories.rules.terms import common_words

UNTOLD = "en"
_ENOUGH = 120  # characters; below this a guess is wrong too often, and a wrong one splits a story
_LOOKED_AT = 400  # characters: the detector is sure by then
WORDS = 60  # the beginning tells the language; the end may quote another
_NONE = frozenset({"und", "mul", "zxx", "mis", "xx"})  # ISO 639-2: undetermined, several, no words, uncoded
LEAST = 0.2  # two fifths of prose are words like "the" and "of"; a list of results has fewer


def language(incoming: IncomingArticle) -> str:
    """The declared ISO 639-1 code, or English, unless the text is in another language."""
    given = incoming.language.lower()
    return _language("" if given in _NONE else given[:2], incoming.title, incoming.text)


@lru_cache(maxsize=8)  # asked several times while one article is placed
def _language(given: str, title: str, text: str) -> str:
    sample, told = f"{title}\n{text[:_LOOKED_AT]}", given or UNTOLD
    if given not in unspaced.LANGUAGES and (seen := unspaced.language(sample)):
        return seen
    if len(sample) < _ENOUGH or not _denies(text or title, told):
        return told
    from newsclip.language.tokens import language_of  # noqa: PLC0415 only doubtful texts pay for loading it

    found = language_of(sample)
    return found if found and (not given or share(text or title, found) >= LEAST) else told


def _denies(text: str, language: str) -> bool:
    """Whether a text's most frequent words show that it is in another language."""
    if not common_words(language):
        return False
    spoken = share(text, language)
    return spoken < LEAST or (language != UNTOLD and spoken < share(text, UNTOLD))


@lru_cache(maxsize=8)
def share(text: str, language: str) -> float:
    """The share of a text's first 60 words that are among a language's most frequent, in [0, 1]."""
    words = text.split(maxsplit=WORDS)[:WORDS]
    return sum(map(common_words(language).__contains__, map(str.lower, words))) / max(1, len(words))
