"""Whether two suggestions for one story propose the same, however they are written."""

import unicodedata
from collections.abc import Mapping
from typing import Any


def same(kind: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """`kind` and the proposals as in Suggestion. Case, punctuation and order are ignored."""
    match kind:
        case "headline":
            return _plain(one["headline"]) == _plain(other["headline"])
        case "hashtags":
            return {_plain(tag) for tag in one["hashtags"]} == {_plain(tag) for tag in other["hashtags"]}
        case _:
            return dict(one) == dict(other)


def _plain(words: str) -> str:
    """Letters and digits only."""
    return "".join(c for c in unicodedata.normalize("NFKC", words).casefold() if c.isalnum())
