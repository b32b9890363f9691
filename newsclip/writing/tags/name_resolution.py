"""Which names are of the same person, place or body: "Quist" and "Ada Quist", "OFL" and "Orlo Ferries"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsclip.language.names import Name
from newsclip.language.pack import english
from newsclip.language.places import Place
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.word_lists import BODY_WORDS, CONNECTORS, GIVEN_NAMES, PLACE_WORDS
from newsclip.language.writer_tables import TagWords
from newsclip.writing.tags.concept import Concept, full_name

_TITLE_WEIGHT = 3.0  # a title names what the article is about
_MORE, _WHAT = 2, 2  # times as often as what is named after it; words that tell what that is
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))")


@dataclass(slots=True)
class _Growing:
    """A concept while names are read."""

    place: bool = False
    home: bool = False
    names: Counter[str] = field(default_factory=Counter)
    peoples: set[str] = field(default_factory=set)
    people: int = 0
    weight: float = 0.0
    articles: set[int] = field(default_factory=set)
    titled: bool = False

    @property
    def full(self) -> str:
        return full_name(self.names, self.peoples)


class ConceptBuilder:
    """The concepts so far, and how a name's words lead to them. `short_forms`: the full name of each.

    `times`: how often each name is mentioned.
    """

    def __init__(self, short_forms: Mapping[str, str], times: Mapping[str, int]) -> None:
        self._growing: list[_Growing] = []
        self._short_forms, self._times = short_forms, times
        self._bearers: dict[str, list[str]] = defaultdict(list)
        for name in times:
            if " " in name:
                self._bearers[name.rpartition(" ")[2]].append(name)
        self._known: dict[str, _Growing] = {}
        self._led: dict[tuple[bool, tuple[str, ...]], list[int]] = {}

    def add(self, name: Name, article: int, weight: float, *, titled: bool) -> None:
        """A mention in an article, of the first concept that the name stands for, or of a new one."""
        concept = self._named(name)
        concept.articles.add(article)
        concept.weight += weight
        if titled and not concept.titled:
            concept.weight += _TITLE_WEIGHT
            concept.titled = True

    def concepts(self) -> list[Concept]:
        """Those of all names so far, in the order of their first ones."""
        return [
            Concept(
                one.full, one.names, one.place, one.people, one.home, one.weight, frozenset(one.articles), one.titled
            )
            for one in self._growing
        ]

    def _named(self, name: Name) -> _Growing:
        """The concept, which has the name from now on.

        Of a person and a body, the person: "Quist" is "Ada Quist" rather than "Quist Resorts Ltd". Of several of one
        last name, the one named most.
        """
        if isinstance(name, Place):
            return self._known_place(name)
        place, said = name.kind == "place", self._short_forms.get(name.text, name.text)
        if said[-1] == "s" and said[:-1].isupper() and said[:-1] in self._times:  # "USAs", as Norwegian says whose
            said = said[:-1]
        led = sorted({i for words in {said, name.text} for i in self._led.get((place, tuple(_plain(words))), ())})
        same = [i for i in led if self._is_called(name.text, said, i) and not self._is_more(said, i)]
        same = [i for i in same if not self._is_another(said, i)]
        at = max(
            same,
            key=lambda i: (self._is_person(i), self._growing[i].names.total(), -i),
            default=len(self._growing),
        )
        if at == len(self._growing):
            self._growing.append(_Growing(place=place))
        concept = self._growing[at]
        before = concept.names[name.text]
        concept.names[name.text] += 1
        concept.people += name.kind == "person"
        if not before:
            for words in _leading(said if said == name.text[:-1] else name.text, place=place):
                led = self._led.setdefault((place, words), [])
                led.append(at)
        return concept

    def _known_place(self, name: Place) -> _Growing:
        if name.of not in self._known:
            self._known[name.of] = _Growing(place=True, home=name.home)
            self._growing.append(self._known[name.of])
        concept = self._known[name.of]
        concept.names[name.text] += 1
        if name.people:
            concept.peoples.add(name.text)
        return concept

    def _is_called(self, name: str, said: str, at: int) -> bool:
        """Whether it stands for the concept, in full or as a short form that the concept has already."""
        growing = self._growing[at]
        return _same(said, growing.full, place=growing.place) or (name != said and name in growing.names)

    def _is_person(self, at: int) -> bool:
        first, _, last = self._growing[at].full.partition(" ")
        return bool(last) and first.lower() in GIVEN_NAMES and not _tells_what(last.split())

    def _is_another(self, last: str, at: int) -> bool:
        """Whether somebody else of this last name is named in full more often: a victim's father is not the victim."""
        full = self._growing[at].full
        if " " in last or not full.endswith(f" {last}"):
            return False
        bearers = (name for name in self._bearers[last] if not name.endswith(full) and not full.endswith(name))
        return any(self._times[name] > self._times[full] for name in bearers)

    def _is_more(self, name: str, at: int) -> bool:
        """Whether the word is far more usual than what is named after it: "Orlo" beside "Orlo Weather Service"."""
        full = self._growing[at].full
        first, *rest = full.split()
        if name != first or len(rest) < _WHAT or not _tells_what(rest) or is_common_word(name):
            return False
        return self._times.get(name, 0) > _MORE * self._times.get(full, 0)


def _tells_what(words: Sequence[str]) -> bool:
    """Whether one of the words says what it is that has the name: "Weather Service", "Resorts Ltd"."""
    return any(word.lower() in BODY_WORDS | PLACE_WORDS or is_common_word(word) for word in words)


def _leading(full: str, *, place: bool) -> Iterator[tuple[str, ...]]:
    """What may stand for the name (see `_same`): all its words, the first or last of them, its initials."""
    words = _plain(full)
    yield tuple(words)
    if not place:
        for many in range(1, len(words)):
            yield tuple(words[:many])
            yield tuple(words[-many:])
        yield (_initials(words),)


def _same(name: str, full: str, *, place: bool) -> bool:
    """Whether one name stands for the other: the same words, the first or last of them, or their initials.

    A place is no part of what is named after it: "Orlo Bay" beside "Council of Orlo Bay".
    """
    short, long = _plain(name), _plain(full)
    if len(short) >= len(long) or place:
        return short == long
    if long[-len(short) :] == short and set(long) & CONNECTORS & {"of", "de", "for"}:
        return False
    if len(short) > 1 and short[-1] in BODY_WORDS and long[: len(short)] == short:  # "High Court" and its archive
        return False
    return short in (long[: len(short)], long[-len(short) :], [_initials(long)])


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in CONNECTORS)


def _plain(name: str) -> list[str]:
    words = _POSSESSIVE.sub("", name).replace(".", "").lower().split()
    child = len(words) > 2 and words[-1] in (english(TagWords).generations or ())
    words = words[:-1] if child else words
    return [word for place, word in enumerate(words) if len(word) > 1 or place in {0, len(words) - 1}]  # "Ada L. Quist"
