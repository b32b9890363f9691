"""The words that search writes into its index and asks of it: the same on every database.

Each word is folded (case, accents) and cut to its English stem, whatever its language, as nobody can tell in which one
it will be asked. The stemmer cuts some words to the stem of others that mean something else ("herring" to "her",
"positive" to "posit"): `search_stems.txt` keeps them apart.
"""

import re
import unicodedata
from functools import cache
from hashlib import sha256
from pathlib import Path

from newsclip.language.tokens import stem
from newsclip.language.unspaced import apart

FILE = Path(__file__).parent / "search_stems.txt"
LONGEST = 60  # letters of a word that tell it from others
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_ACCENTS = dict.fromkeys(range(0x300, 0x370))
_VERSION = 1  # of what is done to a word here
_OWN = "0"  # behind a stem of the list: no stem of another word ends so


def search_stems(text: str) -> str:
    """The stems of all words of the text, in their order, joined by spaces."""
    return " ".join(search_stem(word) for word in search_words(text))


def search_words(text: str) -> list[str]:
    """The words of a text as search takes them: "Breen's" is "Breen"; Chinese and Japanese characters one by one."""
    return _WORD.findall(apart(_POSSESSIVE.sub("", text if text.isascii() else text.translate(_ACCENTS))))


def search_stem(word: str) -> str:
    """The stem of one word."""
    plain = folded(word)
    return _apart().get(plain) or stem(plain)


def folded(word: str) -> str:
    """The word in lower case, without accents, at most `LONGEST` letters."""
    plain = word[:LONGEST].casefold()
    if plain.isascii():
        return plain
    bare = unicodedata.normalize("NFKD", plain).translate(_ACCENTS)
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", bare)))[:LONGEST] or plain


@cache
def _apart() -> dict[str, str]:
    """Word → the stem that it has for itself."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    forms = [line.split() for line in lines if line and not line.startswith("#")]
    return {word: f"{words[0]}{_OWN}" for words in forms for word in words}


@cache
def stems_digest() -> str:
    """Where it is another one, the words of an index were stemmed in another way."""
    return f"{_VERSION}-{sha256(FILE.read_bytes()).hexdigest()[:16]}"
