"""Finds names, figures, units, titles and dates in articles, and swaps one for another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.language.names import find_names

_TITLES = (
    "mayor|minister|president|chief executive|chairman|chairwoman|chair|director|captain|professor|doctor|spokesman|"
    "spokeswoman|secretary|engineer|coach|judge|inspector|superintendent|governor|head teacher|farmer|nurse|historian|"
    "curator|commissioner|ambassador|sergeant|skipper|keeper|librarian|archaeologist|economist|treasurer|conductor|"
    "foreman|rector|headmistress|prime minister|trade minister|transport minister|harbour master|deputy mayor"
)
_UNITS = (
    "crowns|euros|dollars|marks|per cent|percentage points|metres|kilometres|centimetres|millimetres|tonnes|kilos|"
    "litres|hectares|degrees|seconds|minutes|hours|days|weeks|months|years|million|billion|thousand|hundred|votes|seats|"
    "passengers|pupils|people|households|points|goals"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
PATTERNS = {
    "title": re.compile(rf"\b(?:{_TITLES})\b", re.IGNORECASE),
    "figure": re.compile(
        r"(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.,])\d+(?:\.\d+)?(?![\w,]*\d)|"
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty)\b"
    ),
    "unit": re.compile(rf"\b(?:{_UNITS})\b"),
    "date": re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})(?: (?:19|20)\d\d)?|\b(?:{_DAYS}|{_MONTHS})\b|\b(?:19|20)\d\d\b"),
}


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in an article, by kind of value; people's names apart from the others."""

    of: dict[str, tuple[str, ...]]

    def without(self, other: "Values") -> "Values":
        return Values({k: tuple(v for v in found if v not in other.of[k]) for k, found in self.of.items()})


@dataclass(frozen=True, slots=True)
class Case:
    """A true sentence; the values of its own article, and of the others that are not in it."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    own: Values
    other: Values
    neighbours: tuple[str, ...]
    next: str
    chance: Random


type Edit = tuple[str, str]  # the way, the text


def values_of(articles: Iterable[SourceArticle]) -> Values:
    found: dict[str, dict[str, None]] = {kind: {} for kind in (*PATTERNS, "person", "thing")}
    for article in articles:
        for kind, pattern in PATTERNS.items():
            found[kind].update(dict.fromkeys(m.group() for m in pattern.finditer(article.text)))
        for name in find_names(article.text):
            found["person" if name.kind == "person" else "thing"][name.text] = None
    return Values({kind: tuple(values) for kind, values in found.items()})


def values_of_cited(sentences: Sequence[Sentence], article: SourceArticle) -> Values:
    """The values of these sentences' passages."""
    cited = " ".join(p.span.of(article.text) for sentence in sentences for p in sentence.evidence)
    return values_of([replace(article, text=cited)])


def other_value(case: Case, old: str, kind: str) -> Iterator[tuple[str, str]]:
    """A value of the same kind from the same article, and one from elsewhere; neither in the sentence already."""
    for way, pool in (("swapped", case.own), ("invented", case.other)):
        fit = [v for v in pool.of[kind] if not words_of(v) & words_of(old) and v.lower() not in case.text.lower()]
        if fit:
            yield way, case.chance.choice(fit)


def words_of(text: str) -> set[str]:
    return set(text.lower().split())


def replaced(text: str, start: int, end: int, new: str) -> str:
    old = text[start:end]
    return text[:start] + (new[:1].upper() + new[1:] if old[:1].isupper() else new) + text[end:]
