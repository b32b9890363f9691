"""Countries and well-known cities, one file a language (`packs/places/<code>.toml` says what it holds)."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsclip.language.names import Name
from newsclip.language.nouns import capital_nouns

FOLDER = Path(__file__).parent / "packs" / "places"
_ENDINGS = ("e", "en", "em", "er", "es")  # of adjectives where every noun has a capital


@dataclass(frozen=True, slots=True)
class Place(Name):
    """A mention of a place of the list; `of` is its first name there.

    `people`: by a word for what is of it, or as its owner ("Orlos"). `in_compound`: as a part of one ("Orlo-Wahl").
    `home`: whether most papers of the language are of it, and name it for all that they tell.
    """

    of: str = ""
    people: bool = False
    in_compound: bool = False
    home: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    places: dict[str, str]
    peoples: dict[str, str]
    home: frozenset[str]
    pattern: re.Pattern[str]


def places(text: str, language: str) -> Iterator[Place]:
    """The mentions of the places that the language's list has, in order; none where it has no list."""
    known = _known(language[:2] or "en")
    if not known:
        return
    for found in known.pattern.finditer(text):
        words, start, end = found.group(), found.start(), found.end()
        of = known.places.get(words) or known.peoples.get(words.lower()) or known.places[words[:-1]]
        yield Place(
            words,
            start,
            end,
            "place",
            of,
            people=words not in known.places,
            in_compound=text[end : end + 1] == "-",
            home=of in known.home,
        )


@cache
def _known(language: str) -> _Known | None:
    file = FOLDER / f"{language}.toml"
    if not language.isalpha() or not file.is_file():
        return None
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    named = {name: name for name in told["names"]} | {o: n for n, others in told["other_names"].items() for o in others}
    peoples = {word: name for name, words in told["peoples"].items() for word in words}
    capitals = capital_nouns(language) is not None
    if capitals:
        peoples = {word + ending: name for word, name in peoples.items() for ending in _ENDINGS}
        peoples |= {word.capitalize(): name for word, name in peoples.items()}  # it may open a sentence
    behind = r"s?(?!\w)" if capitals else r"(?![\w-])"
    pattern = rf"(?<![\w.-])(?:(?:{_any_of(named)}){behind}|(?:{_any_of(peoples)})(?![\w-]))"
    low = {word.lower(): name for word, name in peoples.items()}
    return _Known(named, low, frozenset(told["home"]), re.compile(pattern))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
