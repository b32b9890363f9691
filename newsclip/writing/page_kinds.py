"""What kind of page an article is: news, somebody's view, a live page, or nothing to report at all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsclip.language.pack import in_all_languages, pack
from newsclip.language.pattern_parts import any_of
from newsclip.language.writer_tables import NamedPatterns, PageKindWords

Kind = Literal["news", "opinion", "review", "live", "deal", "service"]

NO_NEWS: frozenset[Kind] = frozenset({"deal", "service"})
OPINION: frozenset[Kind] = frozenset({"opinion", "review"})
VIEWS: frozenset[Kind] = OPINION | {"live"}

_BY_TITLE: tuple[Kind, ...] = ("deal", "service", "opinion", "review", "live")
_BY_ADDRESS: tuple[Kind, ...] = ("opinion", "review", "live", "deal", "service")


@dataclass(frozen=True, slots=True)
class PageKindPatterns:
    """What `PageKindWords` of all languages say, by kind: publishers name a page so in many."""

    titles: Mapping[str, re.Pattern[str]]
    sections: Mapping[str, re.Pattern[str]]
    folders: Mapping[str, re.Pattern[str]]


@cache
def page_kind_patterns() -> PageKindPatterns:
    tables = list(in_all_languages(PageKindWords))
    return PageKindPatterns(
        _by_kind([table.titles for table in tables], "", ""),
        _by_kind([table.sections for table in tables], r"\b", r"\b"),
        _by_kind([table.folders for table in tables if table.folders], "/", "/"),
    )


def _by_kind(tables: Sequence[NamedPatterns], before: str, behind: str) -> dict[str, re.Pattern[str]]:
    alternatives: dict[str, list[str]] = {}
    for table in tables:
        for kind, words in table.items():
            alternatives.setdefault(kind, []).extend(words)
    return {
        kind: re.compile(rf"{before}(?:{'|'.join(words)}){behind}", re.IGNORECASE)
        for kind, words in alternatives.items()
    }


def kind_of(title: str, section: str, url: str) -> Kind:
    """The page's kind by its title's label, its section and its address; "news" where nothing speaks against it."""
    known = page_kind_patterns()
    told = [kind for kind in _BY_TITLE if _has(known.titles, kind, title) or _has(known.sections, kind, section)]
    told += [kind for kind in _BY_ADDRESS if _has(known.folders, kind, url)]
    return told[0] if told else "news"


@cache
def _leads(language: str) -> Mapping[str, re.Pattern[str]]:
    known = pack(language).page_kinds
    leads = known.leads if known else None
    return {kind: re.compile(any_of(patterns)) for kind, patterns in (leads or {}).items()}


def kind_of_lead(lead: str, language: str) -> Kind:
    """The page's kind by its first sentence outside quotation marks: a writer who begins with "I" gives a view."""
    return next((kind for kind in _BY_ADDRESS if _has(_leads(language), kind, lead)), "news")


def _has(patterns: Mapping[str, re.Pattern[str]], kind: Kind, text: str) -> bool:
    return kind in patterns and patterns[kind].search(text) is not None
