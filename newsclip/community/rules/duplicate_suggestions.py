"""Whether two suggestions for one story want the same, however they are written."""

import unicodedata
from collections.abc import Mapping
from typing import Any


def same(kind: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """`kind` and what is wanted: as Suggestion has them. Case, marks and order make no difference."""
    match kind:
        case "headline":
            return _plain(one["headline"]) == _plain(other["headline"])
        case "hashtags":
            return {_plain(tag) for tag in one["hashtags"]} == {_plain(tag) for tag in other["hashtags"]}
        case _:
            return dict(one) == dict(other)


def _plain(words: str) -> str:
    """Letters and figures alone."""
    return "".join(c for c in unicodedata.normalize("NFKC", words).casefold() if c.isalnum())
