"""Hashtags: a story's people, places, bodies and themes in CamelCase, one tag a concept."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsclip.clips.rules.names import Name
from newsclip.clips.rules.persons import SOMEBODY
from newsclip.clips.rules.tagger import is_adjective, is_common_word
from newsclip.clips.rules.tags.keyphrases import Phrase
from newsclip.clips.rules.words import CONNECTORS, FUNCTION_WORDS, MONTHS, NEWS_AGENCIES, OFFICES, WEEKDAYS
from newsclip.kernel import unspaced
from newsclip.kernel.language import WORD, stem

FEWEST, MOST = 3, 6
_NAMES_AT_MOST = 4
_TELLING = 0.3  # of the best phrase's score
_TOLD_AGAIN = 2  # times that a text has a theme
_A_THEME = 3
_LONGEST = 32
_SHORT = frozenset({"EU", "UK", "UN", "US", "U.S.", "U.N.", "E.U.", "U.K.", "AI", "A.I."})
_PEOPLE = frozenset({"n", "ns", "an", "ans", "ean", "eans", "ian", "ians", "er", "ers", "ese", "ish"})
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))")
_TITLE_WEIGHT = 3.0
_MENTIONS = 2  # fewer, and in no title: a name in passing
_TITLED = 0.7  # of a line's words begin with a capital: it is a heading, whose capitals tell no names
_PLATFORMS = frozenset(
    "facebook instagram tiktok youtube twitter x whatsapp telegram reddit linkedin".split()  # noqa: SIM905
)
_VAGUE = frozenset(
    """key major personal latest current main big important recent additional total good full several significant
    various possible certain clear strong high low further potential particular own real available stronger greater
    higher lower larger bigger smaller better worse wider longer shorter previous average overall common similar
    different""".split()  # noqa: SIM905
)
_NO_ENDS = frozenset({"news", "features", "feature", "staff", "video", "videos", "photo", "photos", "update", "live"})
_CODE = re.compile(r"^(?:RM|US|S|A|HK|Rs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)?\$?\d")


@dataclass(slots=True)
class Concept:
    """One person, place or body under all the names it is given; `articles` are those that name it."""

    names: list[str] = field(default_factory=list)
    place: bool = False
    weight: float = 0.0
    articles: set[int] = field(default_factory=set)
    titled: bool = False

    @property
    def in_passing(self) -> bool:
        """Whether it is named once, and in no title."""
        return not self.titled and len(self.names) < _MENTIONS

    @property
    def full(self) -> str:
        best = max(self.names, key=lambda name: (len(name.split()), not _shouts(name), self.names.count(name), name))
        return best.capitalize() if _shouts(best) else best

    @property
    def score(self) -> float:
        return self.weight * len(self.articles)


def camel(words: str) -> str:
    """The words as a hashtag without "#": "U.S. relations" → "USRelations". Accents stay; marks and 's go."""
    parts = WORD.findall(_POSSESSIVE.sub("", words).replace(".", "").replace("-", " "))
    plain = ["".join(char for char in part if char.isalnum()) for part in parts]
    return "".join(part[:1].upper() + part[1:] for part in plain if part)


def concepts(named: Sequence[tuple[str, str, Sequence[Name]]]) -> list[Concept]:
    """The concepts of some articles, each (title, text, its names), the most telling first."""
    found: list[Concept] = []
    known_names = {name.text for _, _, names in named for name in names}
    titles = " ".join(title for title, _, _ in named)
    longest_first = sorted(
        ((name, number) for number, (_, text, names) in enumerate(named) for name in _in_sentences(names, text)),
        key=lambda pair: (-len(pair[0].text.split()), pair[1], pair[0].start),
    )
    for name, number in longest_first:
        title, text, _ = named[number]
        if name.text.lower() in _PLATFORMS and name.text not in titles:
            continue
        if not _is_tag(name.text) or _is_joined(name.text, known_names) or _is_plain_word(name, title, text):
            continue
        place = name.kind == "place"
        concept = next((k for k in found if k.place == place and _same(name.text, k.full, place=place)), None)
        if concept is None:
            concept = Concept(place=place)
            found.append(concept)
        concept.names.append(name.text)
        concept.articles.add(number)
        concept.weight += 1 / (1 + 3 * name.start / max(1, len(text)))
        if concept.names.count(name.text) == 1 and name.text in title:
            concept.weight += _TITLE_WEIGHT
            concept.titled = True
    told = [c for c in found if not any(_is_people_of(c.full, other.full) for other in found)]
    return sorted(told, key=lambda concept: (-concept.score, concept.full))


def choose(
    known: Iterable[Concept], phrases: Iterable[Phrase], language: str = "en", titles: str = ""
) -> tuple[str, ...]:
    """Three to six hashtags, best first: up to four names, then themes that share no word with them.

    A theme is what a text names more than once, or its title does; both or thrice where there are three tags already.
    """
    chosen: list[str] = []
    taken: set[str] = set()
    ordered = list(known)
    names = [concept.full for concept in ordered]
    main = [concept.full for concept in ordered if not concept.in_passing][:_NAMES_AT_MOST]
    for name in main:
        _take(name, language, chosen, taken)
    named = {stem(word, language) for name in names for word in WORD.findall(name)}
    ranked = list(phrases)
    titled = {stem(word, language) for word in WORD.findall(titles)}
    if language in unspaced.LANGUAGES:  # no word of a title stands by itself there
        titled |= {p.stems[0] for p in ranked if p.text in titles}
    again = [p for p in ranked if len(p.places) >= _TOLD_AGAIN or titled.issuperset(p.stems)]
    telling = [phrase for phrase in again if phrase.score >= _TELLING * ranked[0].score]
    for phrase in sorted(telling, key=lambda phrase: len(phrase.stems) == 1):
        words = theme(phrase, named, language)
        central = len(phrase.places) >= (_TOLD_AGAIN if titled.issuperset(phrase.stems) else _A_THEME)
        if len(chosen) < MOST and ((" " in words and central) or len(chosen) < FEWEST):
            _take(words, language, chosen, taken)
    for name in names:
        if name not in main and len(chosen) < FEWEST:
            _take(name, language, chosen, taken)
    return tuple("#" + tag for tag in chosen)


def _take(words: str, language: str, chosen: list[str], taken: set[str]) -> None:
    stems = {stem(part, language) for part in unspaced.cut(WORD.findall(words))}
    tag = camel(words)
    plural = {other.lower() + "s" for other in chosen} | {other.lower().rstrip("s") for other in chosen}
    if tag and len(tag) <= _LONGEST and not stems & taken and not tag.isdigit() and tag.lower() not in plural:
        chosen.append(tag)
        taken |= stems


def theme(phrase: Phrase, named: set[str], language: str = "en") -> str:
    """The phrase's theme, without the name that opens it ("Kelmouth | ferry subsidy"), or "" where it has none.

    An abbreviation may stay ("U.S. relations").
    """
    words = phrase.text.split()
    while len(words) > 1 and words[0].lower() in _VAGUE:
        words = words[1:]
    while len(words) > 1 and not words[0].isupper() and (words[0][0].isupper() or stem(words[0], language) in named):
        words = words[1:]
    plain = words[1:] if len(words) > 1 and words[0].isupper() else words
    if words[-1].lower() in SOMEBODY:
        return ""
    small = language == "de" or not any(word[0].isupper() for word in plain)  # German writes all nouns with a capital
    fits = small and all(stem(word, language) not in named for word in plain)
    long_enough = len("".join(words)) > 3 or language in unspaced.LANGUAGES
    return " ".join(words) if fits and long_enough and not any(c.isdigit() for c in phrase.text) else ""


def _in_sentences(names: Sequence[Name], text: str) -> list[Name]:
    """The names less those of headings within the text; all where it is nothing but a heading."""
    told = [name for name in names if not _is_heading(text, name.start)]
    return told or list(names)


def _is_heading(text: str, place: int) -> bool:
    line = text[text.rfind("\n", 0, place) + 1 : (text.find("\n", place) + 1 or len(text) + 1) - 1]
    words = [word for word in line.split() if word[0].isalpha()]
    return (
        len(words) > 3
        and line.rstrip()[-1:] not in '.!?”"'
        and (sum(word[0].isupper() for word in words) >= _TITLED * len(words))
    )


def _shouts(name: str) -> bool:
    """Whether a word or a line is written in capitals for its place or its loudness: "STRASBOURG", "VIEW ALL"."""
    return name.isupper() and (len(name) > 5 or " " in name) and "." not in name


def _is_joined(name: str, names: set[str]) -> bool:
    """Whether two names stand side by side: "Lindmere Ada Quist" beside "Lindmere" and "Ada Quist"."""
    words = name.split()
    rest = " ".join(words[1:])
    if len(words) == 2 and (is_common_word(words[0]) or (words[0].isupper() and len(words[0]) < 5)):
        return rest in names or any(other.startswith(rest + " ") for other in names)  # "Passenger Lin", "AC Raub"
    return len(words) > 2 and words[0] in names and rest in names


def _is_plain_word(name: Name, title: str, text: str) -> bool:
    """Whether a single capital word is no name, or a dateline's town that the story names nowhere else."""
    if " " in name.text:
        return False
    if _shouts(name.text):
        return name.text.capitalize() not in title + text
    low = name.text.lower()
    common = is_common_word(name.text) or (low != name.text and re.search(rf"\b{re.escape(low)}\b", text))
    return bool(common) and not name.text.isupper() and name.kind in {"other", "body"}


def _is_people_of(name: str, other: str) -> bool:
    """Whether the name only says who lives there: "Vellanders" beside "Velland"."""
    return name.lower().startswith(other.lower()) and name.lower()[len(other) :] in _PEOPLE


def _is_tag(name: str) -> bool:
    low = name.lower()
    if _CODE.match(name) or (" " in name and any(any(c.isdigit() for c in word) for word in name.split())):
        return False
    if re.search(r"-[a-z]+$", name) or low.split()[-1] in _NO_ENDS | OFFICES or (len(name) < 4 and name.istitle()):
        return False  # "Malaysia-registered", "Singapore President", "Lin"
    if set(low.split()) & (FUNCTION_WORDS - CONNECTORS - {"and"}):
        return False
    if low in NEWS_AGENCIES | WEEKDAYS | MONTHS or len(set(low.split())) < len(low.split()):
        return False
    if (
        (len(name) < 3 and name not in _SHORT)
        or (" " in name and _shouts(name))
        or re.search(r"[a-z]\d|['’](?:ve|re|ll|d)$", name)
    ):
        return False
    if " " in name or name.isupper():
        return True
    return not is_adjective(name) and not (len(name) < 4 and is_common_word(name))


def _same(name: str, full: str, *, place: bool) -> bool:
    """Whether one name stands for the other: the same words, the first or last of them, or their initials.

    A place is no part of what is named after it: "Orlo Bay" beside "Council of Orlo Bay".
    """
    short, long = _plain(name), _plain(full)
    if len(short) >= len(long) or place:
        return short == long
    if long[-len(short) :] == short and set(long) & CONNECTORS & {"of", "de", "for"}:
        return False
    initials = "".join(word[0] for word in long if word not in CONNECTORS)
    return short in (long[: len(short)], long[-len(short) :], [initials])


def _plain(name: str) -> list[str]:
    return _POSSESSIVE.sub("", name).replace(".", "").lower().split()
