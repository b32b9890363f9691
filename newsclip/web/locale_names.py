"""The names of countries and languages in the language that the page speaks, as Unicode's CLDR has them."""

import unicodedata
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

_PRIVATE = {"AA", "ZZ", "EU", "EZ", "UN", "QO"}  # no countries: left to users, or several countries together


def country_name(code: str) -> str:
    """What a country is called; "" of codes that mean none, and the letters of those that CLDR does not know."""
    code = code.upper()
    return "" if _means_none(code) else str(_locale(get_language() or "en").territories.get(code, code))


def language_name(code: str) -> str:
    """What a language is called: "Swedish" for "sv" and for "sv-FI"; the code itself where CLDR has no name."""
    return str(_locale(get_language() or "en").languages.get(code.replace("_", "-").split("-")[0].lower(), code))


def countries() -> list[tuple[str, str]]:
    """The two letters and the name of each country, by name, as readers of the language expect them sorted."""
    return list(_countries(get_language() or "en"))


def countries_with(code: str) -> list[tuple[str, str]]:
    """The same for a form in which this one is chosen, though nobody knows it: what was typed is not lost."""
    known = countries()
    return known if not code or code in dict(known) else [*known, (code, code)]


@lru_cache
def _countries(language: str) -> tuple[tuple[str, str], ...]:
    names = _locale(language).territories
    known = ((code, name) for code, name in names.items() if len(code) == 2 and code.isalpha())
    return tuple(sorted((one for one in known if not _means_none(one[0])), key=lambda one: _without_accents(one[1])))


def _without_accents(name: str) -> str:
    """So that Österreich stands with O."""
    return "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark)).casefold()


def _means_none(code: str) -> bool:
    """Whether ISO 3166 leaves the code to users, or CLDR means no single country by it."""
    return code in _PRIVATE or (code.startswith("X") and code != "XK") or "QM" <= code <= "QZ"


@lru_cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
