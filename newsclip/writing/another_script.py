"""Lines in another script than their article's: what a page in Latin letters shows besides."""

import re

_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_ANOTHER_SCRIPT, _SOME_NAMES = 1 / 3, 0.1


def is_of_another_script(line: str, text: str) -> bool:
    """Whether a third of the line's letters are not Latin, where of the article's a tenth at most are not."""
    return _not_latin(line) >= _ANOTHER_SCRIPT and _not_latin(text[:1000]) <= _SOME_NAMES


def _not_latin(text: str) -> float:
    letters = [] if text.isascii() else _LETTER.findall(text)
    return 1 - len(_LATIN.findall("".join(letters))) / len(letters) if letters else 0.0
