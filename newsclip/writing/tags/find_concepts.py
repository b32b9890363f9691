"""The people, places and bodies that a story names, each under all its names."""

import re
from collections import Counter
from collections.abc import Sequence

from newsclip.language import unspaced
from newsclip.language.names import Name
from newsclip.language.pack import ENGLISH, english, pack
from newsclip.language.places import Place
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.word_lists import (
    BODY_WORDS,
    GIVEN_NAMES,
    PLACE_WORDS,
)
from newsclip.language.writer_tables import TagWords
from newsclip.writing.tags.concept import Concept
from newsclip.writing.tags.mentions import has_forename_like_a_word, mentions
from newsclip.writing.tags.name_resolution import ConceptBuilder
from newsclip.writing.tags.named_places import Mention, Named
from newsclip.writing.tags.whole_names import (
    SHORT_FORMS,
    crowned,
    forenames,
    is_joined,
    is_publisher,
    is_tag,
    persons,
    shouts,
    without_calling,
)

_MENTIONS = 2
_PLATFORMS = frozenset(
    "facebook instagram tiktok youtube twitter x whatsapp telegram reddit linkedin".split()  # noqa: SIM905
)
_GOES_ON, _NUMBERED = re.compile(r" [A-Z][a-z]"), re.compile(r" (?:[A-Z][a-z]|\d)")
_AND_MORE, _AND_BEFORE = re.compile(r" (?:and|&) (?:the )?[A-Z]"), re.compile(r"[A-Z][a-z]+ (?:and|&) (?:the )?$")
_FOR_BEFORE = re.compile(r"([A-Z][a-z]+) for (?:the )?$")
_PARTICLE_BEFORE = re.compile(r"(?:[a-z,] (?:Al|De|El|La|Le) |\b[Aa]l[- ])$")
_LAWS = frozenset({"act", "bill", "law"})
_STREETS = frozenset({"street", "road", "avenue", "lane", "drive", "block", "highway", "route"})
_BY = re.compile(r"\b(?:on|to|via) $")
_STATE = re.compile(r"[A-Z]\.[A-Z]\.")  # behind a town: "Orlo, N.Y."
_LOOK_BACK = 40  # characters, as much as a long word before "and the" takes
_OWNS, _SHORT_FORM = re.compile(r"['’]s? ([A-Z][a-z]+)"), re.compile(r" \(([A-Z]{2,8})\)")
_DATELINE = re.compile(r"(?:, [\w. ]{1,20})?(?: \([^()\n]{1,40}\))? ?[-–—]|(?:, [\w. ]{1,20})? \(")


def find_concepts(named: Sequence[Named], headline: str = "") -> list[Concept]:
    """The concepts of some articles, the most telling first. `headline`: that of their clip."""
    longest_first = mentions(named)
    builder = ConceptBuilder(_short_forms(named), Counter(name.text for name, _ in longest_first))
    titles = "\n".join([headline, *(title for _, title, _, _ in named)])
    wholes = _Wholes(named, longest_first, titles)
    plain = dict[tuple[str, str, int], bool]()
    for found_name, number in longest_first:
        name = without_calling(found_name, wholes.names)
        language, title, text, _ = named[number]
        asked = (name.text, name.kind, number)  # once for all mentions, as the whole text is looked through
        first = asked not in plain
        if first:
            known = isinstance(name, Place)
            whole = wholes.has(name) and wholes.is_repeated(name.text, language)
            plain[asked] = not known and (not whole or _is_plain_word(name, title, text))
        if plain[asked]:
            continue
        titled = first and (
            _stands_in(name.text, title) or (isinstance(name, Place) and _stands_in(f"{name.text}s", title))
        )
        builder.add(name, number, 1 / (1 + 3 * name.start / max(1, len(text))), titled=titled)
    given, found = forenames(wholes.names), builder.concepts()
    fulls = {concept.full.lower() for concept in found}
    told = [
        concept
        for concept in found
        if not _is_people_of(concept.full.lower(), fulls)
        and not _is_namesake(concept, titles)
        and not concept.is_given_name
        and concept.full not in given
        and not concept.is_last_name
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
        self._means = _means(found, named)

    def has(self, name: Name) -> bool:
        if (name.text.lower() in _PLATFORMS or is_publisher(name.text)) and not self._is_titled(name.text):
            return False
        if " " in name.text and name.text.lower().split()[-1] in _PLATFORMS:  # "Harbour Talk Facebook"
            return False
        if has_forename_like_a_word(name) or _is_crowned(name):
            return True
        if name.text in self._cut or not is_tag(name.text):
            return False
        return self._is_usual(name.text) or not is_joined(name.text, self.names, self._opening, self._last_names)

    def is_repeated(self, name: str, language: str) -> bool:
        """Whether a name can be told from a word's form and from two names side by side, as from "Captain Ada Quist".

        Where no pack tells these of the language, it has to come twice in that form, or stand in a title.
        """
        told = pack(language or ENGLISH).names is not None or language[:2] in unspaced.LANGUAGES
        return told or self._times[name] >= _MENTIONS or name in self._titles

    def _is_titled(self, name: str) -> bool:
        """Whether a title has the name, not only as the source in brackets: "(Orlo Radio) Ferry sinks"."""
        return name in self._titles and f"({name})" not in self._titles and name not in self._means

    def _is_usual(self, name: str) -> bool:
        """Whether two words come together more often than the second alone: "Camp Fire", unlike "Passenger Lin"."""
        first, _, rest = name.partition(" ")
        if first.isupper() and first not in SHORT_FORMS:  # "AC Raub" of "ACP Raub"
            return False
        return " " not in rest and self._times[name] >= _MENTIONS and self._times[name] > self._times[rest]


def _is_crowned(name: Name) -> bool:
    """Whether it is a title and a given name, which belong together: "Queen Ada", "Hurricane Ada"."""
    first, _, rest = name.text.lower().partition(" ")
    return first in crowned() and (name.kind == "person" or rest in GIVEN_NAMES)


def _cut(names: Sequence[tuple[Name, int]], named: Sequence[Named]) -> set[str]:
    """The names that mostly go on: "Velland Prime" of "Velland Prime Minister", "Cup" of "Cup 2030".

    "Saint Ada" of "Saint Ada’s Lane", too, and "Harbour Authority" of "Ferry and Harbour Authority".
    """
    goes_on, times = Counter[str](), Counter(name.text for name, _ in names)
    for name, number in names:
        numbered = " " not in name.text or name.text.split()[-1].lower() in _STREETS
        more, text = _NUMBERED if numbered else _GOES_ON, named[number][2]
        owned = _OWNS.match(text, name.end)
        lane = owned is not None and owned[1].lower() in PLACE_WORDS
        goes_on[name.text] += lane or bool(more.match(text, name.end)) or _is_part(name, text)
    return {text for text, times_so in goes_on.items() if 2 * times_so > times[text]}


def _is_part(name: Name, text: str) -> bool:
    """Whether the text has more of a body's name beyond "and" or "Office for", or a particle before: "de Quist"."""
    words, before = name.text.lower().split(), text[max(0, name.start - _LOOK_BACK) : name.start]
    if len(words) > 1 and words[0] in BODY_WORDS and "of" in words and _AND_MORE.match(text, name.end):
        return True
    body = name.kind == "body" or words[-1] in BODY_WORDS | _LAWS
    if len(words) > 1 and body and _AND_BEFORE.search(before):
        return True
    office = _FOR_BEFORE.search(before) if name.kind != "place" else None
    if office and office[1].lower().removesuffix("s") in BODY_WORDS:
        return True
    return bool(_PARTICLE_BEFORE.search(before))


def _means(found: Sequence[Mention], named: Sequence[Named]) -> set[str]:
    """The platforms that are only what something was told by: "A video on Facebook shows"."""
    told = [(name, named[number][2]) for name, number in found if name.text.lower() in _PLATFORMS]
    by = Counter(name.text for name, text in told if _BY.search(text[max(0, name.start - _LOOK_BACK) : name.start]))
    times = Counter(name.text for name, _ in told)
    return {name for name, so in by.items() if 2 * so > times[name]}


def _short_forms(named: Sequence[Named]) -> dict[str, str]:
    """The names whose short form stands behind them in brackets, by it: "Orlo Ferries (OFL)".

    None that is only the end of what it stands for: "Ministry of Harbour and | Ferry Works (MHFW)".
    """
    return {
        found[1]: name.text
        for _, _, text, names in named
        for name in names
        if " " in name.text and (found := _SHORT_FORM.match(text, name.end)) and f" {found[1][0]}" in f" {name.text}"
    }


def _stands_in(name: str, title: str) -> bool:
    return re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", title) is not None


def _is_plain_word(name: Name, title: str, text: str) -> bool:
    """Whether a single capital word is no name, or a dateline's town that the story names nowhere else."""
    if " " in name.text:
        return False
    if _STATE.fullmatch(name.text) and text[: name.start].endswith(", "):
        return True
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
