"""The people, places and bodies that a story names, each under all its names."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsclip.language.names import Name
from newsclip.language.pack import english
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.word_lists import (
    BODY_WORDS,
    CONNECTORS,
    GIVEN_NAMES,
    PLACE_WORDS,
)
from newsclip.language.writer_tables import TagWords
from newsclip.writing.tags.mentions import Mention, Named, has_forename_like_a_word, mentions
from newsclip.writing.tags.whole_names import (
    LONGEST,
    SHORT_FORMS,
    is_joined,
    is_publisher,
    is_tag,
    persons,
    shouts,
    without_calling,
)

_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))")
_TITLE_WEIGHT = 3.0  # a title names what the article is about
CENTRAL = 0.2  # of the first one's score: what has less is beside what the story is about
_USUAL = 4  # times as often as the long form: "Orlo Car Care" beside "Orlo Car Care Centre Ltd"
_MENTIONS = 2  # fewer, and in no title: a name in passing
_PLATFORMS = frozenset(
    "facebook instagram tiktok youtube twitter x whatsapp telegram reddit linkedin".split()  # noqa: SIM905
)
_GOES_ON, _NUMBERED = re.compile(r" [A-Z][a-z]"), re.compile(r" (?:[A-Z][a-z]|\d)")
_AND_MORE, _AND_BEFORE = re.compile(r" (?:and|&) (?:the )?[A-Z]"), re.compile(r"[A-Z][a-z]+ (?:and|&) (?:the )?$")
_FOR_BEFORE = re.compile(r"([A-Z][a-z]+) for (?:the )?$")
_PARTICLE_BEFORE = re.compile(r"(?:[a-z,] (?:Al|De|El|La|Le) |\b[Aa]l[- ])$")
_LOOK_BACK = 40  # characters, as much as a long word before "and the" takes
_OWNS, _SHORT_FORM = re.compile(r"['’]s? ([A-Z][a-z]+)"), re.compile(r" \(([A-Z]{2,8})\)")
_DATELINE = re.compile(r"(?:, [\w. ]{1,20})?(?: \([^()\n]{1,40}\))? ?[-–—]|(?:, [\w. ]{1,20})? \(")


@dataclass(slots=True)
class Concept:
    """One person, place or body under all the names it is given; `articles` are those that name it."""

    names: Counter[str] = field(default_factory=Counter)
    place: bool = False
    weight: float = 0.0
    articles: set[int] = field(default_factory=set)
    titled: bool = False

    @property
    def in_passing(self) -> bool:
        """Whether it is named once, and in no title."""
        return not self.titled and self.names.total() < _MENTIONS

    @property
    def is_given_name(self) -> bool:
        """Whether it is somebody's given name and nothing else: a reader does not know whose."""
        return not self.place and " " not in self.full and self.full.lower() in GIVEN_NAMES

    @property
    def full(self) -> str:
        """The name of most words that is no sentence, without what it has beyond one that is far more usual."""
        fit = [name for name in self.names if len(name.replace(" ", "")) <= LONGEST] or list(self.names)
        best = max(fit, key=lambda name: (len(name.split()), not shouts(name), self.names[name], name))
        usual = [name for name in fit if " " in name and best.startswith(f"{name} ")]
        often = max(usual, key=lambda name: (self.names[name], name), default=best)
        best = often if self.names[often] >= _USUAL * self.names[best] else best
        if best.isupper() and best.title() in self.names:
            return best.title()
        if best[-1] == "s" and best[:-1].isupper() and best[:-1] in self.names:  # "USAs", as Norwegian says whose
            return best[:-1]
        return best.capitalize() if shouts(best) else best

    @property
    def score(self) -> float:
        return self.weight * len(self.articles)


def concepts(named: Sequence[Named], headline: str = "") -> list[Concept]:
    """The concepts of some articles, the most telling first. `headline`: that of their clip."""
    found, longest_first = _Found(_short_forms(named)), mentions(named)
    titles = "\n".join([headline, *(title for _, title, _, _ in named)])
    wholes = _Wholes(named, longest_first, titles)
    plain = dict[tuple[str, str, int], bool]()
    for found_name, number in longest_first:
        name = without_calling(found_name, wholes.names)
        _, title, text, _ = named[number]
        if not wholes.has(name):
            continue
        asked = (name.text, name.kind, number)  # once for all mentions, as the whole text is looked through
        if asked not in plain:
            plain[asked] = _is_plain_word(name, title, text)
        if plain[asked]:
            continue
        concept = found.named(name)
        concept.articles.add(number)
        concept.weight += 1 / (1 + 3 * name.start / max(1, len(text)))
        if concept.names[name.text] == 1 and _stands_in(name.text, title):
            concept.weight += _TITLE_WEIGHT
            concept.titled = True
    fulls = {concept.full.lower() for concept in found.concepts}
    told = [
        concept
        for concept in found.concepts
        if not _is_people_of(concept.full.lower(), fulls)
        and not _is_namesake(concept, titles)
        and not concept.is_given_name
    ]
    return sorted(told, key=lambda concept: (-concept.score, concept.full))


class _Wholes:
    """Which of the articles' names are whole, and may be topics. `titles`: theirs, which may name where they appear."""

    def __init__(self, named: Sequence[Named], found: Sequence[Mention], titles: str) -> None:
        self.names = {name.text for _, _, _, names in named for name in names}
        self._opening = {text.partition(" ")[0] for text in self.names if " " in text}
        self._last_names = persons(self.names)
        self._cut = _cut(found, named)
        self._times = Counter(name.text for name, _ in found)
        self._titles = titles

    def has(self, name: Name) -> bool:
        if (name.text.lower() in _PLATFORMS or is_publisher(name.text)) and name.text not in self._titles:
            return False
        if " " in name.text and name.text.lower().split()[-1] in _PLATFORMS:  # "Harbour Talk Facebook"
            return False
        if has_forename_like_a_word(name):
            return True
        if name.text in self._cut or not is_tag(name.text):
            return False
        return self._is_usual(name.text) or not is_joined(name.text, self.names, self._opening, self._last_names)

    def _is_usual(self, name: str) -> bool:
        """Whether two words come together more often than the second alone: "Camp Fire", unlike "Passenger Lin"."""
        first, _, rest = name.partition(" ")
        if first.isupper() and first not in SHORT_FORMS:  # "AC Raub" of "ACP Raub"
            return False
        return " " not in rest and self._times[name] >= _MENTIONS and self._times[name] > self._times[rest]


def _cut(names: Sequence[tuple[Name, int]], named: Sequence[Named]) -> set[str]:
    """The names that mostly go on: "Velland Prime" of "Velland Prime Minister", "Cup" of "Cup 2030".

    "Saint Ada" of "Saint Ada’s Lane", too, and "Harbour Authority" of "Ferry and Harbour Authority".
    """
    goes_on, times = Counter[str](), Counter(name.text for name, _ in names)
    for name, number in names:
        more, text = _GOES_ON if " " in name.text else _NUMBERED, named[number][2]
        owned = _OWNS.match(text, name.end)
        lane = owned is not None and owned[1].lower() in PLACE_WORDS
        goes_on[name.text] += lane or bool(more.match(text, name.end)) or _is_part(name, text)
    return {text for text, times_so in goes_on.items() if 2 * times_so > times[text]}


def _is_part(name: Name, text: str) -> bool:
    """Whether the text has more of a body's name beyond "and" or "Office for", or a particle before: "de Quist"."""
    words, before = name.text.lower().split(), text[max(0, name.start - _LOOK_BACK) : name.start]
    if len(words) > 1 and words[0] in BODY_WORDS and "of" in words and _AND_MORE.match(text, name.end):
        return True
    body = name.kind == "body" or words[-1] in BODY_WORDS
    if len(words) > 1 and body and _AND_BEFORE.search(before):
        return True
    office = _FOR_BEFORE.search(before) if name.kind != "place" else None
    if office and office[1].lower().removesuffix("s") in BODY_WORDS:
        return True
    return bool(_PARTICLE_BEFORE.search(before))


def _short_forms(named: Sequence[Named]) -> dict[str, str]:
    """The names whose short form stands behind them in brackets, by it: "Orlo Ferries (OFL)"."""
    return {
        found[1]: name.text
        for _, _, text, names in named
        for name in names
        if " " in name.text and (found := _SHORT_FORM.match(text, name.end))
    }


class _Found:
    """The concepts so far, and how a name's words lead to them. `short_forms`: the full name of each."""

    def __init__(self, short_forms: Mapping[str, str]) -> None:
        self.concepts: list[Concept] = []
        self._short_forms = short_forms
        self._led: dict[tuple[bool, tuple[str, ...]], list[int]] = {}

    def named(self, name: Name) -> Concept:
        """The first concept that this name stands for, or a new one; it has the name from now on."""
        place, said = name.kind == "place", self._short_forms.get(name.text, name.text)
        led = sorted(set(self._led.get((place, tuple(_plain(said))), ())))
        same = [i for i in led if _same(said, self.concepts[i].full, place=place)]
        at = max(same, key=lambda i: (self.concepts[i].names.total(), -i), default=len(self.concepts))
        if at == len(self.concepts):
            self.concepts.append(Concept(place=place))
        concept = self.concepts[at]
        before = concept.names[name.text]
        concept.names[name.text] += 1
        if not before:
            for words in _leading(name.text, place=place):
                led = self._led.setdefault((place, words), [])
                led.append(at)
        return concept


def _leading(full: str, *, place: bool) -> Iterator[tuple[str, ...]]:
    """What may stand for the name (see `_same`): all its words, the first or last of them, its initials."""
    words = _plain(full)
    yield tuple(words)
    if not place:
        for many in range(1, len(words)):
            yield tuple(words[:many])
            yield tuple(words[-many:])
        yield (_initials(words),)


def _stands_in(name: str, title: str) -> bool:
    return re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", title) is not None


def _is_plain_word(name: Name, title: str, text: str) -> bool:
    """Whether a single capital word is no name, or a dateline's town that the story names nowhere else."""
    if " " in name.text:
        return False
    if shouts(name.text) or (name.text.isupper() and not text[: name.start].strip() and _opens(name, text)):
        return name.text.capitalize() not in title + text
    low = name.text.lower()
    if name.text.isupper() and len(name.text) > 3 and is_common_word(low):
        return True
    common = is_common_word(name.text) or (low != name.text and re.search(rf"\b{re.escape(low)}\b", text))
    if not common or name.text.isupper() or name.kind not in {"other", "body"}:
        return False
    inside = re.findall(rf"[a-z,] {re.escape(name.text)}\b", text)
    return len(inside) < _MENTIONS or re.search(rf"\b{re.escape(low)}\b", text) is not None  # "china"


def _is_namesake(concept: Concept, titles: str) -> bool:
    """Whether it was named in full once, and the titles tell of another of its last name."""
    *given, last = concept.full.split()
    if not given or concept.names[concept.full] > 1 or concept.full in titles:
        return False
    before = {found[1] for found in re.finditer(rf"([A-Z][\w.]+) {re.escape(last)}\b", titles)}
    return bool(before) and not before & set(given)


def _opens(name: Name, text: str) -> bool:
    """Whether a dateline opens with the name: "ROME (CW) —"."""
    return bool(_DATELINE.match(text, name.end))


def _is_people_of(name: str, others: set[str]) -> bool:
    """Whether the name only says who lives there: "vellanders" beside "velland", in lower case."""
    return any(
        name.endswith(ending) and name.removesuffix(ending) in others for ending in english(TagWords).peoples or ()
    )


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
    return words[:-1] if child else words
