"""Excerpts, for publishers that allow only part of a text to be shown."""

import re

_WORD = re.compile(r"\S+")


def excerpt(text: str, words: int | None) -> str:
    """The first `words` words of the text; all of it if None. Offsets into the excerpt are offsets into the text."""
    if words is None:
        return text
    for number, word in enumerate(_WORD.finditer(text), 1):
        if number > words:
            return text[: word.start()].rstrip()
    return text
