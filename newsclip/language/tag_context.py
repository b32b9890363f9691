"""Brill's contextual rules for tags, looked up by what they ask for rather than tried one after the other.

A rule gives words of one tag another if certain words or tags stand beside them. Of those that hold, the last in the
file decides. The words before have their new tags by then, those behind their old ones.
"""

from collections.abc import Iterable, Sequence
from functools import cache

_REACH = 3
_EDGE = "STAART"  # the file's name, as word and as tag, for what is before the first word and behind the last
_WORD, _TAG = 0, 1

type _Slot = tuple[int, int]  # how many words behind this one (before it: negative), and whether its word or its tag
type _Rule = tuple[int, _Slot | None, str, str]  # its place in the file, what else has to be what, and the new tag
type _Rules = list[tuple[_Slot, dict[str, list[_Rule]]]]

# command → its alternatives: which slot has to hold the rule's first word, and which its second
_COMMANDS: dict[str, tuple[tuple[_Slot, ...], ...]] = {
    "PREVTAG": (((-1, _TAG),),),
    "NEXTTAG": (((1, _TAG),),),
    "PREV2TAG": (((-2, _TAG),),),
    "NEXT2TAG": (((2, _TAG),),),
    "PREV1OR2TAG": (((-1, _TAG),), ((-2, _TAG),)),
    "NEXT1OR2TAG": (((1, _TAG),), ((2, _TAG),)),
    "PREV1OR2OR3TAG": (((-1, _TAG),), ((-2, _TAG),), ((-3, _TAG),)),
    "SURROUNDTAG": (((-1, _TAG), (1, _TAG)),),
    "CURWD": (((0, _WORD),),),
    "PREVWD": (((-1, _WORD),),),
    "NEXTWD": (((1, _WORD),),),
    "PREV1OR2WD": (((-1, _WORD),), ((-2, _WORD),)),
    "WDPREVTAG": (((-1, _TAG), (0, _WORD)),),
    "WDNEXTTAG": (((0, _WORD), (1, _TAG)),),
    "WDAND2AFT": (((0, _WORD), (2, _WORD)),),
    "WDAND2TAGBFR": (((-2, _TAG), (0, _WORD)),),
    "WDAND2TAGAFT": (((0, _WORD), (2, _TAG)),),
    "LBIGRAM": (((-1, _WORD), (0, _WORD)),),
    "RBIGRAM": (((0, _WORD), (1, _WORD)),),
    "PREVBIGRAM": (((-2, _TAG), (-1, _TAG)),),
    "NEXTBIGRAM": (((1, _TAG), (2, _TAG)),),
}


class TagContext:
    """The rules of a file, each as its fields: the old tag, the new one, a command, and one or two words or tags."""

    def __init__(self, rules: Iterable[Sequence[str]]) -> None:
        self._rules = list(rules)
        self._rules_for = cache(self._find_rules)

    def apply(self, tagged: list[list[str]]) -> list[list[str]]:
        """The words, each with its tag, as they are tagged beside each other."""
        edge = [_EDGE] * _REACH
        words = [*edge, *(word for word, _ in tagged), *edge]
        tags = [*edge, *(tag for _, tag in tagged), *edge]
        held = words, tags
        for at in range(_REACH, len(words) - _REACH):
            tags[at] = self._tag(at, held)
        return [list(pair) for pair in zip(words[_REACH:-_REACH], tags[_REACH:-_REACH], strict=True)]

    def _tag(self, at: int, held: tuple[list[str], list[str]]) -> str:
        last, tag = -1, held[_TAG][at]
        for (by, part), rules in self._rules_for(tag):
            for place, also, what, new in rules.get(held[part][at + by], ()):
                if place <= last:
                    break
                if also is None or held[also[1]][at + also[0]] == what:
                    last, tag = place, new
                    break
        return tag

    def _find_rules(self, tag: str) -> _Rules:
        """For words of this tag: slot → what stands there → the rules that ask for it, the last first."""
        found: dict[_Slot, dict[str, list[_Rule]]] = {}
        for place, (old, new, command, first, *second) in reversed(list(enumerate(self._rules))):
            if old in (tag, "*"):
                for slot, *also in _COMMANDS[command]:
                    rule = place, also[0] if also else None, second[0] if also else "", new
                    found.setdefault(slot, {}).setdefault(first, []).append(rule)
        return list(found.items())
