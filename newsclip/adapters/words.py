"""What a reader typed, as words and phrases that both search engines understand."""

import re

_TERM = re.compile(r'"([^"]+)"|(\S+)')
_WORD = re.compile(r"\w+", re.UNICODE)
MOST_TERMS = 12


def terms(typed: str) -> list[str]:
    """Each word or "quoted phrase", its words joined by single blanks; signs of any query language are dropped."""
    found = []
    for phrase, word in _TERM.findall(typed):
        term = " ".join(_WORD.findall(phrase or word))
        if term:
            found.append(term)
    return found[:MOST_TERMS]
