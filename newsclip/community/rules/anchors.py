"""A comment on one sentence stays with it when the clip is written anew."""

from collections.abc import Mapping, Sequence
from typing import Any

type Json = Mapping[str, Any]


def anchor(sentence: Json) -> dict[str, Any]:
    """What is remembered of a sentence of a clip's document."""
    return {"text": sentence["text"], "digests": sorted(passage["digest"] for passage in sentence["evidence"])}


def find(remembered: Json, sentences: Sequence[Json]) -> int | None:
    """The place of the remembered sentence: the same words, else the one that shares most of its passages.

    None where the clip no longer says it; the comment then keeps the words it was about.
    """
    best, most = None, 0
    digests = set(remembered.get("digests", ()))
    for place, sentence in enumerate(sentences):
        if sentence["text"] == remembered.get("text"):
            return place
        shared = len(digests & {passage["digest"] for passage in sentence["evidence"]})
        if shared > most:
            best, most = place, shared
    return best
