"""Anchors: a comment on a sentence stays with it when the clip is rewritten."""

from collections.abc import Mapping, Sequence
from typing import Any

type Json = Mapping[str, Any]


def anchor(sentence: Json) -> dict[str, Any]:
    """What is stored of a sentence in a clip's document."""
    return {"text": sentence["text"], "digests": sorted(passage["digest"] for passage in sentence["evidence"])}


def find(remembered: Json, sentences: Sequence[Json]) -> int | None:
    """The index of the anchored sentence: identical words, else the one that shares most passages.

    None if the clip does not say it any more; the comment then shows the words it was about.
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
