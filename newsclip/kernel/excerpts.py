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


def quoted(text: str, words: int | None) -> str:
    """The same to be quoted by itself: it ends with "…" where it was cut. "" where no word may be shown."""
    shown = excerpt(text, words)
    return f"{shown}…" if shown and shown != text.rstrip() else shown
