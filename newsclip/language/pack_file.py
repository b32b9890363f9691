"""Reads a language pack: each field is given once and in form, or named as unsupported. Else it says what to do.

A field with a default may be left out.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import NoneType
from typing import Any, NewType, cast, get_args, get_type_hints

CasedPattern = NewType("CasedPattern", str)  # a pattern in which capitals count
_OR_ESCAPE = re.compile(r"\\.|[^\\]+")
_TABLE = re.compile(r"\n\[(\w+)")
_OPENS = re.compile(r"\[(?P<table>[\w.]+)\]|(?P<field>\w+)\s*=")


class PackError(ValueError):
    """A language pack that does not say what it must: the file, the field, what is wrong, and what to do."""

    def __init__(self, path: Path, field: str, fault: str) -> None:
        super().__init__(f"{path.name}: {field} {fault}.")


def read_pack[T](path: Path, kind: type[T]) -> T:
    """The file as a record of `kind`, whose types say what each field holds."""
    written = _parsed(path, _text_of(path))
    return cast(T, _opened(path, kind, written).record(kind, written))


class PackTables:
    """The fields of a file of `kind`, each read when it is asked for: most commands need few of a pack's tables."""

    def __init__(self, path: Path, kind: type) -> None:
        self._parts = _by_table(_text_of(path))
        self._head = _parsed(path, self._parts.pop(""))
        self._file = _opened(path, kind, self._head)
        self._hints = self._file.hints(kind, [*self._head, *self._parts])

    def field(self, name: str) -> Any:
        """Raises AttributeError where the kind has no such field."""
        if name not in self._hints:
            raise AttributeError(name)
        written = self._head | self._parsed(self._parts.get(name, ""))
        return self._file.field(self._hints[name], written.get(name), name)

    def _parsed(self, part: str) -> dict[str, Any]:
        path = self._file.path
        try:
            return _parsed(path, part)
        except PackError:
            return _parsed(path, _text_of(path))  # tells the line of the file


def _by_table(text: str) -> dict[str, str]:
    """The text of each table with those inside it, "" for what stands before the first."""
    starts = [(0, ""), *((found.start(), found[1]) for found in _TABLE.finditer(text)), (len(text), "")]
    parts: dict[str, str] = {}
    for (start, name), (end, _) in pairwise(starts):
        parts[name] = parts.get(name, "") + text[start:end]
    return parts


def _opened(path: Path, kind: type, written: dict[str, Any]) -> "_File":
    """The file with what it does without, which is taken off what is written."""
    unsupported = written.pop("unsupported", [])
    if not isinstance(unsupported, list) or not all(isinstance(name, str) for name in unsupported):
        raise PackError(
            path, "unsupported", 'is no list of names; name fields and tables in it, as in ["guards.label"]'
        )
    known = set(_places(kind))
    for name in unsupported:
        if name not in known:
            raise PackError(path, f"unsupported: {name}", "is no field; see newsclip/language/pack.py")
    return _File(path, frozenset(unsupported))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PackError(path, "the file", "is not in UTF-8; save it so") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if twice := _given_twice(text):
            raise PackError(path, twice, "is given twice; keep one of them") from error
        raise PackError(path, "the file", f"is no TOML: {error}; see https://toml.io") from error


def _given_twice(text: str) -> str:
    """The first field or table that the file opens twice; "" where it opens none twice."""
    table, seen = "", set[str]()
    for line in text.splitlines():
        if opened := _OPENS.match(line):
            table = opened["table"] or table
            place = opened["table"] or f"{table}.{opened['field']}".lstrip(".")
            if place in seen:
                return place
            seen.add(place)
    return ""


_hints = cache(get_type_hints)


def _places(kind: Any, inside: str = "") -> Iterator[str]:
    """The names of all fields: "guards", "guards.negation" …"""
    for name, hint in _hints(kind).items():
        yield f"{inside}{name}"
        if is_dataclass(_type_of(hint)):
            yield from _places(_type_of(hint), f"{inside}{name}.")


def _type_of(hint: Any) -> Any:
    """The type without its "or None", and what an alias stands for."""
    given = (
        next((part for part in get_args(hint) if part is not NoneType), hint) if NoneType in get_args(hint) else hint
    )
    return getattr(given, "__value__", given)


@dataclass(frozen=True)
class _File:
    """What the checks of one file ask."""

    path: Path
    unsupported: frozenset[str]

    def record(self, kind: Any, table: dict[str, Any], inside: str = "") -> Any:
        hints = self.hints(kind, table, inside)
        given = [f for f in fields(kind) if f.name in table or f.default is MISSING]  # the others may be left out
        return kind(**{f.name: self.field(hints[f.name], table.get(f.name), f"{inside}{f.name}") for f in given})

    def hints(self, kind: Any, given: Iterable[str], inside: str = "") -> dict[str, Any]:
        """What the fields of `kind` hold; none else is given."""
        hints = _hints(kind)
        for name in given:
            if name not in hints:
                raise PackError(self.path, f"{inside}{name}", "is no field; see newsclip/language/pack.py")
        return hints

    def field(self, hint: Any, given: Any, place: str) -> Any:
        needed = NoneType not in get_args(hint)
        if given is None and (needed or place not in self.unsupported):
            raise PackError(
                self.path, place, "is missing; give it" + ("" if needed else ', or name it in "unsupported"')
            )
        if place in self.unsupported:
            if given is not None:
                raise PackError(self.path, place, 'is given and named in "unsupported"; keep one of both')
            return None
        kind = _type_of(hint)
        if is_dataclass(kind):
            if not isinstance(given, dict):
                raise PackError(self.path, place, f"is no table; open it with [{place}]")
            return self.record(kind, given, f"{place}.")
        try:
            return _READERS[kind](given)
        except _Fault as fault:
            raise PackError(self.path, place, str(fault)) from fault


class _Fault(ValueError):
    """What is wrong with a value, and what to do."""


def _words(given: Any) -> frozenset[str]:
    return frozenset(_listed(given, _plain))


def _patterns(given: Any) -> tuple[str, ...]:
    return tuple(_listed(given, _lower))


def _as_written(given: Any) -> tuple[str, ...]:
    return tuple(_listed(given, str))


def _by_name[T](read: Callable[[Any], T]) -> Callable[[Any], dict[str, T]]:
    def reading(given: Any) -> dict[str, T]:
        if not isinstance(given, dict) or not given:
            raise _Fault("is no table of lists; write a list for each name")
        return {name: read(one) for name, one in given.items()}

    return reading


def _named(given: Any) -> tuple[tuple[str, ...], ...]:
    if not isinstance(given, list) or not given:
        raise _Fault('is empty; write [["january", "jan"], ["february", "feb"]]')
    return tuple(tuple(_listed(names, _plain)) for names in given)


def _opposed(given: Any) -> tuple[tuple[tuple[str, ...], ...], ...]:
    pairs = tuple(map(_named, given)) if isinstance(given, list) else ()
    if not pairs or any(len(pair) != 2 for pair in pairs):
        raise _Fault('is no list of pairs; write [[["rise", "climb"], ["fall", "drop"]]]')
    return pairs


def _counts(given: Any) -> dict[str, int]:
    if not isinstance(given, dict) or not all(type(count) is int for count in given.values()):
        raise _Fault('is no table of whole numbers; write { "yesterday" = -1 }')
    _listed(list(given), _plain)
    return given


def _text(given: Any) -> str:
    if not isinstance(given, str) or not given:
        raise _Fault("is no text; write it between quotation marks")
    return given


def _truth(given: Any) -> bool:
    if not isinstance(given, bool):
        raise _Fault("is neither true nor false; write one of both")
    return given


def _listed(given: Any, form: Callable[[str], str]) -> list[str]:
    """A list of words, each once and as `form` writes it."""
    if not isinstance(given, list) or not all(isinstance(entry, str) for entry in given):
        raise _Fault('is no list of words; write ["one", "two"]')
    if not given or not all(given):
        raise _Fault('is empty or holds an empty word; give words, or name the field in "unsupported"')
    if len(set(given)) == len(given) and form(whole := " | ".join(given)) == whole:
        return given  # all at once, as packs are long
    for entry, count in Counter(given).items():
        if count > 1:
            raise _Fault(f'holds "{entry}" twice; keep one')
        if entry != form(entry):
            raise _Fault(f'holds "{entry}"; write "{form(entry)}"')
    return given


def _plain(word: str) -> str:
    """In lower case, with one apostrophe and single spaces."""
    return " ".join(word.replace("’", "'").lower().split())


def _lower(pattern: str) -> str:
    """The pattern in lower case but for its escapes: "\\S" is no capital."""
    return _OR_ESCAPE.sub(lambda part: part[0] if part[0][0] == "\\" else part[0].lower(), pattern)


_READERS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    bool: _truth,
    frozenset[str]: _words,
    tuple[str, ...]: _patterns,
    tuple[CasedPattern, ...]: _as_written,
    dict[str, str]: _by_name(_text),
    dict[str, frozenset[str]]: _by_name(_words),
    dict[str, tuple[str, ...]]: _by_name(_patterns),
    dict[str, tuple[CasedPattern, ...]]: _by_name(_as_written),
    tuple[tuple[str, ...], ...]: _named,
    tuple[tuple[tuple[str, ...], ...], ...]: _opposed,
    dict[str, int]: _counts,
}
