"""Every function of the product that reads text of others, found by walking its modules."""

import importlib
import inspect
import pkgutil
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from types import ModuleType
from typing import Any, get_type_hints

import newsclip
from tests.pathological.arguments import arguments, holds_text

# modules that read text beside those of LIBRARIES and of stages' rules
ALSO = ("newsclip.language.search_query", "newsclip.adapters.spell_suggest", "newsclip.feeds.forms",
        "newsclip.web.pages.share_links", "newsclip.adapters.egress.robots")  # fmt: skip
LIBRARIES = {"kernel", "language", "evidence", "writing"}  # all of them read text; of a stage, its rules do


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(newsclip.__path__, "newsclip."):
        parts = found.name.split(".")
        if "tests" not in parts and (parts[1] in LIBRARIES or "rules" in parts or found.name in ALSO):
            yield importlib.import_module(found.name)


def entry_points(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public functions of a module that take text, by `module.function` without the product's name."""
    for name, held in vars(module).items():
        function = inspect.unwrap(held) if callable(held) else None
        if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module.__name__:
            continue
        if any(holds_text(hint) for parameter, hint in get_type_hints(function).items() if parameter != "return"):
            yield f"{module.__name__.removeprefix('newsclip.')}.{name}", function


def rules() -> dict[str, Callable[..., Any]]:
    return {name: function for module in modules() for name, function in entry_points(module)}


@cache
def kept_readings() -> tuple[Any, ...]:
    """Caches of what was read in a text, by their parameter's name; those of words and of packs are filled once."""
    held = {id(one): one for module in modules() for one in vars(module).values() if hasattr(one, "cache_parameters")}
    return tuple(one for one in held.values() if "text" in inspect.signature(one).parameters)


def call(function: Callable[..., Any], text: str) -> Callable[[], object]:
    """The rule on this text, its arguments made beforehand; a text that it refuses is read, too."""
    try:
        given = arguments(function, text)
    except ValueError:  # no such argument can be: a quotation of blanks alone
        return lambda: None

    def work() -> None:
        for readings in kept_readings():  # the second run must cost what the first does
            readings.cache_clear()
        with suppress(Exception):  # what it says of such a text is another test's matter
            said = function(**given)
            if inspect.isgenerator(said):
                deque(said, maxlen=0)

    return work
