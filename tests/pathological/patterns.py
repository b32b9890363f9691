"""Every regular expression that a module of the product holds, found by walking the modules."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import newsclip
from newsclip.language.cues import cues, unspaced_cues
from newsclip.language.nouns import capital_nouns
from newsclip.language.pack import codes

LEFT_OUT = {"tests", "migrations", "press", "training", "__main__"}
DEPTH, MANY = 3, 50


def patterns() -> dict[str, re.Pattern[Any]]:
    """By `module.NAME` without the product's name; one that several modules hold is told once."""
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for module in pkgutil.walk_packages(newsclip.__path__, "newsclip."):
        if LEFT_OUT.isdisjoint(module.name.split(".")):
            for name, value in list(vars(importlib.import_module(module.name)).items()):
                for place, pattern in _held(value, f"{module.name.removeprefix('newsclip.')}.{name}", DEPTH):
                    found.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    for place, pattern in _of_packs():
        found.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    return dict(found.values())


def _of_packs() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """What the packs' alternatives are compiled to when their language is first met."""
    yield from _held(unspaced_cues(), "language.cues.unspaced_cues", DEPTH)
    for code in sorted(codes()):
        yield from _held(cues(code), f"language.cues.cues[{code}]", DEPTH)
        yield from _held(capital_nouns(code), f"language.nouns.capital_nouns[{code}]", DEPTH)


def _held(value: Any, place: str, depth: int) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns in a value, in tables and in the fields of records."""
    if hasattr(value, "finditer") and hasattr(value, "pattern"):
        yield place, value
    elif depth and isinstance(value, dict):
        for key, one in list(value.items())[:MANY]:
            yield from _held(one, f"{place}[{key}]", depth - 1)
    elif depth and isinstance(value, list | tuple):
        for number, one in enumerate(value[:MANY]):
            yield from _held(one, f"{place}[{number}]", depth - 1)
    elif depth and hasattr(type(value), "__dataclass_fields__"):
        for name in type(value).__dataclass_fields__:
            yield from _held(getattr(value, name, None), f"{place}.{name}", depth - 1)
