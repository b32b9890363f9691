"""Catalogues of public sources: which a site may offer, by country and category. See docs/reference/catalogue.md."""

import tomllib
from collections.abc import Iterable
from typing import Any

from newsclip.kernel.addresses import normalize
from newsclip.kernel.reasons import Refused
from newsclip.sources.ports import Catalogue, CatalogueEntry, CatalogueProblem

LARGEST_CATALOGUE = 2 * 1024 * 1024  # bytes of a file
MOST_ENTRIES = 5_000
KINDS = ("feed", "sitemap", "page")
_WORDS = {"title": 300, "publisher": 200, "owner": 200, "language": 12, "note": 500}
_MOST_CATEGORIES = 10
_LONGEST_CATEGORY = 40
_COUNTRY = 2
_MOST_DOTS = 500  # of a line: a note has as many characters, an address hardly a tenth


def read_catalogue(text: str) -> Catalogue:
    """The entries of a catalogue, and what is wrong with those that are left out. Raises Refused("not_a_catalogue")."""
    rows = _rows(text)
    entries: dict[str, CatalogueEntry] = {}
    problems: list[CatalogueProblem] = []
    for number, row in enumerate(rows[:MOST_ENTRIES], 1):
        try:
            entry = _entry(row)
            if entries.setdefault(entry.url, entry) is not entry:
                problems.append(CatalogueProblem(number, entry.url, "named_twice", entry.url))
        except Refused as refused:
            problems.append(CatalogueProblem(number, _address(row), refused.code, refused.detail))
    if len(rows) > MOST_ENTRIES:
        problems.append(CatalogueProblem(MOST_ENTRIES + 1, "", "too_many_entries"))
    return Catalogue(tuple(entries.values()), tuple(problems))


def choose(entries: Iterable[CatalogueEntry], country: str = "", category: str = "") -> list[CatalogueEntry]:
    """Those of this country and this category; "" is any. Case is ignored."""
    land, kind = country.strip().casefold(), category.strip().casefold()
    return [
        one
        for one in entries
        if (not land or one.country.casefold() == land)
        and (not kind or kind in {name.casefold() for name in one.categories})
    ]


def _rows(text: str) -> list[Any]:
    # A key of many parts ("a.b.c…") costs tomllib their square.
    dotted = next((number for number, line in enumerate(text.split("\n"), 1) if line.count(".") > _MOST_DOTS), 0)
    if dotted:
        raise Refused("not_a_catalogue", f"line {dotted} has more than {_MOST_DOTS} dots")
    try:
        rows = tomllib.loads(text).get("source", [])
    except (ValueError, RecursionError) as error:
        raise Refused("not_a_catalogue", str(error)[:200]) from error
    if not isinstance(rows, list):
        raise Refused("not_a_catalogue", "`source` is no list: write [[source]] before each entry")
    return rows


def _address(row: Any) -> str:
    return str(row.get("url", ""))[:200] if isinstance(row, dict) else ""


def _entry(row: Any) -> CatalogueEntry:
    if not isinstance(row, dict):
        raise Refused("bad_entry", "write [[source]] before each entry")
    unknown = sorted(set(row) - {"url", "home", "kind", "country", "categories", *_WORDS})
    if unknown:
        raise Refused("bad_entry", f"unknown: {', '.join(unknown)[:200]}")
    words = {name: _line(row, name, longest) for name, longest in _WORDS.items()}
    kind = row.get("kind", "feed")
    if kind not in KINDS:
        raise Refused("bad_entry", f"kind is one of {', '.join(KINDS)}")
    url = normalize(_line(row, "url", 2000))
    home = _line(row, "home", 2000)
    return CatalogueEntry(
        url=url,
        kind=kind,
        home=normalize(home) if home else "",
        country=_country(row),
        categories=_categories(row),
        **words,
    )


def _line(row: dict[str, Any], name: str, longest: int) -> str:
    value = row.get(name, "")
    if not isinstance(value, str):
        raise Refused("bad_entry", f"{name} is not in quotation marks")
    value = " ".join(value.split())
    if len(value) > longest:
        raise Refused("bad_entry", f"{name} has more than {longest} characters")
    return value


def _country(row: dict[str, Any]) -> str:
    country = _line(row, "country", 100).upper()
    if country and not (len(country) == _COUNTRY and country.isascii() and country.isalpha()):
        raise Refused("no_country", country)
    return country


def _categories(row: dict[str, Any]) -> tuple[str, ...]:
    names = row.get("categories", [])
    if not isinstance(names, list) or len(names) > _MOST_CATEGORIES:
        raise Refused("bad_entry", f"categories is a list of at most {_MOST_CATEGORIES} names")
    if not all(isinstance(name, str) and 0 < len(name.strip()) <= _LONGEST_CATEGORY for name in names):
        raise Refused("bad_entry", f"a category is a name of at most {_LONGEST_CATEGORY} characters")
    return tuple(name.strip() for name in names)
