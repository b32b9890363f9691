"""Which names people may choose, so that nobody is taken for somebody else by how their name looks.

After "Highly Restrictive" of Unicode Technical Standard 39 (5.2), by what Python knows of characters.
"""

import unicodedata

_LATIN_ENDS = "\u0250"  # behind it come letters of phonetics, which look like others
_EAST_ASIAN = {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"}
MARKS = set("@.+-_")


def is_plain(name: str) -> bool:
    """Letters of one script, in their ordinary form, digits 0 to 9, and `@.+-_` between them."""
    if unicodedata.normalize("NFKC", name) != name or not name[:1].isalnum():
        return False
    letters = [char for char in name if char not in MARKS and not (char.isascii() and char.isdigit())]
    scripts = {_script(char) for char in letters}
    return all(map(_is_ordinary, letters)) and len(scripts) <= 1


def _is_ordinary(char: str) -> bool:
    if not (char.isalpha() or unicodedata.category(char).startswith("M")):
        return False
    return not unicodedata.name(char, "").startswith("LATIN") or char < _LATIN_ENDS or "\u1e00" <= char < "\u1f00"


def _script(char: str) -> str:
    name = unicodedata.name(char, "").partition(" ")[0]
    return "CJK" if name in _EAST_ASIAN else name
