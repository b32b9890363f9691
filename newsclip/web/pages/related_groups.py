"""Related stories as pages list them: under what they share. Only a chain is told as before and after."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from newsclip.clips.models import Clip
from newsclip.language.names import find_names


class _Beside(Protocol):
    """A related clip, as ranking.Related says it."""

    @property
    def clip(self) -> Clip: ...
    @property
    def is_close(self) -> bool: ...
    @property
    def named(self) -> tuple[str, ...]: ...


@dataclass(slots=True)
class RelatedGroup[B: _Beside]:
    """Related clips under one heading: `close` to this one, or about the `name`, or from the place of that name
    (`town`); else alike in another way.
    """

    close: bool = False
    name: str = ""
    town: bool = False
    all: list[B] = field(default_factory=list)


def related_groups[B: _Beside](related: Sequence[B]) -> list[RelatedGroup[B]]:
    """The groups in the order of their best clip: close ones first, then by the name that most of them share."""
    close, named, alike = RelatedGroup[B](close=True), dict[str, RelatedGroup[B]](), RelatedGroup[B]()
    counted = Counter(name for one in related if not one.is_close for name in one.named)
    for one in related:
        if one.is_close:
            close.all.append(one)
        elif one.named:
            name = max(one.named, key=lambda name: (counted[name], " " in name, -one.named.index(name)))
            named.setdefault(name, RelatedGroup(name=name)).all.append(one)
        else:
            alike.all.append(one)
    for group in named.values():
        group.town = _is_town(group.name, (one.clip for one in group.all))
    return [group for group in (close, *named.values(), alike) if group.all]


def _is_town(name: str, clips: Iterable[Clip]) -> bool:
    """Whether a name of one word is a place's, by the words around it: a river or a square is named with its kind."""
    told = (found for clip in clips for found in find_names(f"{clip.headline}\n{clip.summary}", clip.language))
    return " " not in name and any(found.text == name and found.kind == "place" for found in told)
