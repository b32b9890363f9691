"""Replaces the code of loaded functions, so that every reference to them calls the broken version."""

import gc
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType

from benchmarks.breaks.finders import Break

ROOT = Path(__file__).parents[2]


def swap(broken: Break, root: Path = ROOT) -> bool:
    """Whether the function that holds the break was found and now runs the broken code.

    False for what runs while a module loads: decorators, constants, class bodies.
    """
    path = root / broken.path
    source = path.read_bytes()
    whole = compile(broken.apply(source), str(path), "exec")
    changed = {code.co_qualname: code for code in _codes(whole) if _holds(code, broken.line)}
    swapped = False
    for function in _functions(str(path)):
        code = changed.get(function.__code__.co_qualname)
        if code is not None and code.co_freevars == function.__code__.co_freevars:
            function.__code__ = code
            swapped = True
    return swapped


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _codes(inner)


def _holds(code: CodeType, line: int) -> bool:
    """Whether the line is one of the function's body; what stands in its head ran when the module was loaded."""
    lines = [one for _, _, one in code.co_lines() if one is not None and one > code.co_firstlineno]
    return bool(lines) and min(lines) <= line <= max(lines) and code.co_flags & 2 != 0  # CO_NEWLOCALS: no class body


def _functions(path: str) -> list[FunctionType]:
    """By `type`, as `isinstance` wakes whatever is lazy: a request's reader would be looked up in the tables."""
    return [one for one in gc.get_objects() if type(one) is FunctionType and one.__code__.co_filename == path]
