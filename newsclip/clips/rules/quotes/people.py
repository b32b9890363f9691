"""From the mention beside a quotation to the speaker's name: fullest form, pronouns, role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsclip.clips.rules.names import Name
from newsclip.clips.rules.quotes import grammar
from newsclip.kernel.spans import Span

_LOOK_BACK = 700
_ROLE = re.compile(r"(?:^|[\s,])((?:[a-z][\w’'\-]*\s+){0,4}[a-z][\w’'\-]*)\s+$")
_DETERMINERS = {"the", "a", "an", "his", "her", "their", "its", "our", "one", "another", "former"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name`: as fullest written in the text, or the phrase as written. `safe`: the resolution cannot well be wrong."""

    name: str
    role: str | None = None
    safe: bool = True


class People:
    """The persons that a text names."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._named = [name for name in names if name.kind in {"person", "other"}]
        self._persons = [name for name in names if name.kind == "person"]
        self._full: dict[str, list[Name]] = {}
        for name in self._named:
            if " " in name.text:
                self._full.setdefault(name.text.split()[-1].lower(), []).append(name)

    def speaker(self, text: str, mention: Span) -> Speaker | None:
        """Who the mention is, or None where it is a pronoun without a person before it."""
        words = mention.of(text)
        if grammar.IS_PRONOUN.fullmatch(words):
            return self._of_pronoun(mention.start) if words.lower() in {"he", "she"} else None
        inside = [name for name in self._named if mention.start <= name.start and name.end <= mention.end]
        if not inside:
            return Speaker(" ".join(words.split()))
        name = inside[-1]
        return Speaker(self._fullest(name), _role(text, mention, name))

    def _of_pronoun(self, place: int) -> Speaker | None:
        before = [name for name in self._persons if place - _LOOK_BACK <= name.start < place]
        if not before:
            return None
        near = {self._fullest(name) for name in before if name.start > place - _LOOK_BACK // 2}
        return Speaker(self._fullest(before[-1]), safe=len(near) <= 1)

    def _fullest(self, name: Name) -> str:
        """The longest name in the text with this surname; the nearest before where two people share it."""
        forms = self._full.get(name.text.split()[-1].lower(), [])
        if not forms or " " in name.text:
            return name.text
        earlier = [form for form in forms if form.start <= name.start]
        return (earlier or forms)[-1].text


def _role(text: str, mention: Span, name: Name) -> str | None:
    """The words before the name in its own phrase: "harbour master Ilse Brandt"."""
    before = _ROLE.search(text[mention.start : name.start])
    if not before:
        return None
    words = [word for word in before.group(1).split() if word.lower() not in _DETERMINERS]
    return " ".join(words) or None
