"""How much of a text may be shown, where its publisher allows only so much."""

import re

_WORD = re.compile(r"\S+")


def excerpt(text: str, words: int | None) -> str:
    """The beginning of the text, this many words of it; None: all. Places in it are places in the whole."""
    if words is None:
        return text
    for number, word in enumerate(_WORD.finditer(text), 1):
        if number > words:
            return text[: word.start()].rstrip()
    return text
