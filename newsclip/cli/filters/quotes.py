"""newsclip quotes: the quotations of a text, verbatim, with their speakers."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from newsclip.kernel.reasons import Refused
from newsclip.language.quotations import find_quotes

_FIELDS = ("text", "start", "end", "speaker", "speaker_start", "speaker_end", "role")


def make() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The filter: `{text, language?}` gives `{quotes: [{text, start, end, speaker, …}]}`."""
    return find


def find(row: dict[str, Any]) -> dict[str, Any]:
    text = row.get("text")
    if not isinstance(text, str):
        raise Refused("bad_row", "text is missing")
    found = [asdict(quote) for quote in find_quotes(text, str(row.get("language") or "en"))]
    return {"quotes": [{field: quote[field] for field in _FIELDS} for quote in found]}
