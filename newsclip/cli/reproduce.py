"""Reproduces a stored clip from its inputs, settings and version, byte for byte, without the network."""

from collections.abc import Iterator
from typing import Any

from newsclip import wiring
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.evidence.serialization import to_json
from newsclip.kernel.canonical import canonical
from newsclip.kernel.rows import parse_row_id

_MOST = 20


class NoSuchClip(Exception):
    """There is no clip with this ID or slug."""


def differences(name: str) -> list[str]:
    """The differences between the stored clip and the reproduced one; empty if they are identical.

    `name`: the clip's slug, its ID ("c1f…") or its number. Raises NoSuchClip; Refused if it cannot be reproduced.
    """
    clip = clip_of(name)
    told = queries.document(clip)
    again = to_json(queries.written_again(told, wiring.writer_again(told), wiring.parser()))
    if canonical(again) == canonical(clip.document):
        return []
    found = _differing(clip.document, again, "")
    return [line for _, line in zip(range(_MOST), found, strict=False)]


def clip_of(name: str) -> Clip:
    """The clip with this slug, ID or number. Raises NoSuchClip."""
    clip = queries.by_slug(name) or Clip.objects.filter(document__id=name).first()
    clip = clip or Clip.objects.filter(pk=parse_row_id(name)).first()
    if clip is None:
        raise NoSuchClip(name)
    return clip


def _differing(stored: Any, again: Any, place: str) -> Iterator[str]:
    """The paths at which the two differ, as deep as their structures match."""
    if isinstance(stored, dict) and isinstance(again, dict):
        for key in sorted(stored.keys() | again.keys()):
            yield from _differing(stored.get(key), again.get(key), f"{place}.{key}" if place else key)
    elif isinstance(stored, list) and isinstance(again, list) and len(stored) == len(again):
        for number, (one, other) in enumerate(zip(stored, again, strict=True)):
            yield from _differing(one, other, f"{place}[{number}]")
    elif stored != again:
        yield f"{place}: stored {_short(stored)}, derived {_short(again)}"


def _short(value: Any) -> str:
    words = repr(value)
    return words if len(words) <= 100 else words[:100] + "…"
