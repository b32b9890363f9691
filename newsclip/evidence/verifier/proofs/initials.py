"""Short forms of names: "PO" of "Port of Orlo", where an article has both."""

import re
from functools import lru_cache

from newsclip.language.syntax import Parse

_SHORT = re.compile(r"[A-Z]{3,6}")
_BETWEEN = r"(?:[ -](?:of|the|and|for|on|in|to|&)){0,3}[ -]"


def head_of_name(parse: Parse, short: str, article: str) -> int | None:
    """The word of a parse on which a name hangs whose words begin with these letters; None where there is none.

    Nor where the article has another such name, or has the letters in brackets, and not right behind this name.
    """
    if not _SHORT.fullmatch(short):
        return None
    names = _names(short, article)
    found = _pattern(short).search(_plain(parse.text))
    if found is None or names != {found.group()}:
        return None
    places = [i for i, token in enumerate(parse.tokens) if found.start() <= token.start < found.end()]
    tops = [i for i in places if parse.tokens[i].head not in places or parse.tokens[i].head == i]
    return tops[0] if len(tops) == 1 else None


def _plain(text: str) -> str:
    return text.replace("U.S.", "U\x00S\x00")


@lru_cache(maxsize=256)
def _names(short: str, article: str) -> frozenset[str]:
    """The names in an article that these letters may be short for."""
    text = _plain(article.replace("United States", "U.S."))
    found = [(one.group(), text.startswith(f" ({short})", one.end())) for one in _pattern(short).finditer(text)]
    spelt = f"({short})" in text
    return frozenset(name for name, right_before in found if right_before or not spelt)


@lru_cache(maxsize=256)
def _pattern(short: str) -> re.Pattern[str]:
    """Each letter opens a word, in this order; "U.S." is two of them."""
    first, rest = short[0], short[1:]
    parts = [rf"(?<![\w\x00]){re.escape(first)}(?:[a-z]{{1,30}}|\x00)"]
    parts += [rf"(?:(?<=\x00){re.escape(letter)}\x00|{_BETWEEN}{re.escape(letter)}[a-z]{{1,30}})" for letter in rest]
    return re.compile("".join(parts) + r"(?![\w-]| [A-Z])")
