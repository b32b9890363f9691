"""From the mention beside a quotation to the speaker's name: fullest form, pronouns, role."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from newsclip.clips.rules.names import Name
from newsclip.clips.rules.quotes import grammar
from newsclip.clips.rules.words import BODY_WORDS, FUNCTION_WORDS, PLACE_WORDS, SPEECH_VERBS
from newsclip.kernel.spans import Span

_LOOK_BACK = 700
_ROLE_BEFORE = re.compile(r"(?:^|[\s,])((?:[a-z][\w’'\-]*\s+){0,4}[a-z][\w’'\-]*)\s+(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?$")
_ROLE_AFTER = re.compile(r", (?:the |an? |its |their )?([a-z][\w’'\-]+(?<!ing)(?: [\w’'\-]+){0,7}),")
_NO_ROLE = FUNCTION_WORDS | SPEECH_VERBS


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name`: as fullest written in the text, or the phrase as written."""

    name: str
    role: str | None = None


class People:
    """The persons that a text names. Only those named outside quotations can be whom a pronoun means."""

    def __init__(self, names: Sequence[Name], quotes: Sequence[Span]) -> None:
        self._named = [name for name in names if name.kind in {"person", "other"}]
        self._full: dict[str, list[Name]] = {}
        for name in self._named:
            if " " in name.text:
                self._full.setdefault(name.text.split()[-1].lower(), []).append(name)
        self._outside = [name for name in self._named if self._is_person(name) and not _inside(name, quotes)]

    def speaker(self, text: str, mention: Span, sentences: Sequence[Span]) -> Speaker | None:
        """Who the mention is, or None where it is a pronoun that no single person before it explains."""
        words = mention.of(text)
        if grammar.IS_PRONOUN.fullmatch(words):
            return self._of_pronoun(mention.start, sentences) if words.lower() in {"he", "she"} else None
        inside = [name for name in self._named if mention.start <= name.start and name.end <= mention.end]
        if not inside:
            return Speaker(" ".join(words.split()))
        name = inside[-1]
        return Speaker(self._fullest(name), _role(text, mention, name))

    def _is_person(self, name: Name) -> bool:
        words = name.text.lower().split()
        if name.kind == "person" or (len(words) == 1 and words[0] in self._full):
            return True
        return 1 < len(words) < 4 and not set(words) & (BODY_WORDS | PLACE_WORDS | {"of", "the", "for"})

    def _of_pronoun(self, place: int, sentences: Sequence[Span]) -> Speaker | None:
        """The person of the nearest sentence before that names one, where it names one only."""
        first, after = (bisect_left(self._outside, at, key=lambda n: n.start) for at in (place - _LOOK_BACK, place))
        before = self._outside[first:after]
        if not before:
            return None
        last = before[-1]
        start = sentences[bisect_right(sentences, last.start, key=lambda sentence: sentence.start) - 1].start
        together = {self._fullest(name) for name in before if name.start >= start}
        return Speaker(together.pop()) if len(together) == 1 else None

    def _fullest(self, name: Name) -> str:
        """The longest name in the text with this surname; the nearest before where two people share it."""
        forms = self._full.get(name.text.split()[-1].lower(), [])
        if not forms or " " in name.text:
            return name.text
        earlier = [form for form in forms if form.start <= name.start]
        return (earlier or forms)[-1].text


def _inside(name: Name, quotes: Sequence[Span]) -> bool:
    place = bisect_right(quotes, name.start, key=lambda quote: quote.start) - 1
    return place >= 0 and name.start < quotes[place].end


def _role(text: str, mention: Span, name: Name) -> str | None:
    """What stands beside the name: "harbour master Ilse Brandt", "Ilse Brandt, the harbour master, said"."""
    before = _ROLE_BEFORE.search(text[mention.start : name.start])
    if before:
        words = before.group(1).split()
        while words and words[0].lower() in _NO_ROLE:
            words = words[1:]
        return " ".join(words) or None
    after = _ROLE_AFTER.match(text, name.end)
    if not after or after.group(1).split()[0].lower() in FUNCTION_WORDS | SPEECH_VERBS:
        return None
    return " ".join(after.group(1).split())
