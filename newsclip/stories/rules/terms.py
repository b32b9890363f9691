"""The terms of a text: lower-case stems, without the most frequent words."""

import re
from functools import lru_cache

from newsclip.language import unspaced
from newsclip.language.pack import pack
from newsclip.language.text_analysis_tables import StoryWords

WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?|\d[\d,.]*\d|\d")
# Where vowels are marks on letters: they are part of the word, and no `\w`. A danda (U+0964) ends a sentence.
_MARKED_WORD = re.compile(rf"[\u0900-\u0963\u0966-\u0dff]{{2,200}}|{WORD.pattern}")
_MARKED = re.compile(r"[\u0900-\u0dff]")
_WORD = re.compile(r"\w+")
_SIGNS = "“”‘’–—…\u00a0"  # the non-ASCII characters of otherwise ASCII texts
_BLANKS = bytes(code if chr(code).isalnum() or chr(code) == "_" else 32 for code in range(128)) + bytes(range(128, 256))


def terms(text: str, language: str = "en") -> list[str]:
    """The terms of a text in order, with repetitions; single letters are dropped."""
    words = (_MARKED_WORD if not text.isascii() and _MARKED.search(text) else WORD).findall(text)
    if language in unspaced.LANGUAGES:
        words = unspaced.cut(words)
    return [term for word in words if (term := _term(word, language))]


def plain(text: str) -> list[bytes]:
    """All matches of `\\w+` in a text, in UTF-8; scripts without spaces are split into pairs of characters.

    Most texts are ASCII except for some punctuation; the fast path takes a third of the time.
    """
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    if text.isascii():
        return text.encode().translate(_BLANKS).split()
    words = _WORD.findall(text)
    if unspaced.is_in(text):
        words = unspaced.cut(words)
    return " ".join(words).encode("utf-8", "surrogatepass").split()


@lru_cache(maxsize=1 << 15)
def _term(word: str, language: str) -> str:
    plain = word.lower().replace("’", "'").removesuffix("'s")
    if len(plain) < 2:
        return ""
    if plain in common_words(language):
        return ""
    return _singular(plain) if story_words(language) else _stem(plain, language)


def _singular(word: str) -> str:
    """The "s" stemmer (D. Harman, How effective is suffixing?, JASIS 42(1), 1991): names stay recognizable."""
    if len(word) > 4:
        if word.endswith("ies") and word[-4] not in "ae":
            return word[:-3] + "y"
        if word.endswith("es") and word[-3] not in "aeo":
            return word[:-1]
        if word.endswith("s") and word[-2] not in "us":
            return word[:-1]
    return word


def story_words(language: str) -> StoryWords | None:
    """What tells events apart in the language; None where nobody has written that down."""
    return pack(language).stories


@lru_cache(maxsize=64)
def common_words(language: str) -> frozenset[str]:
    """The most frequent words of a language; empty if no list is known."""
    if known := story_words(language):
        return known.common
    import justext  # noqa: PLC0415 most streams never need it

    name = _LISTS.get(language)
    return frozenset(justext.get_stoplist(name)) if name else frozenset()


def _stem(word: str, language: str) -> str:
    from newsclip.language.tokens import stem  # noqa: PLC0415 the same

    return stem(word, language)


_LISTS = {
    "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "gu": "Gujarati", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "kn": "Kannada", "ml": "Malayalam", "mr": "Marathi", "nb": "Norwegian_Bokmal", "ne": "Nepali",
    "nl": "Dutch", "no": "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sv": "Swedish", "ta": "Tamil", "te": "Telugu", "tr": "Turkish", "uk": "Ukrainian",
}  # fmt: skip
