"""What a dump of PostgreSQL says, as `pg_restore` prints it: rows in COPY's text form, and the last numbers given."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_COPY = re.compile(r'COPY [\w"]{1,70}\.([\w"]{1,70}) \(([\w", ]{1,9000})\) FROM stdin;\n?', re.ASCII)
_SETVAL = re.compile(r"SELECT pg_catalog\.setval\('[\w\"]{1,70}\.([\w\"]{1,70})', (\d{1,19}), true\);\n?", re.ASCII)
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_END, _EMPTY = "\\.", "\\N"


@dataclass(frozen=True, slots=True)
class DumpedRow:
    """A row of this table; None where a value is empty."""

    table: str
    columns: tuple[str, ...]
    values: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class DumpedNumber:
    """The last number that this sequence gave."""

    sequence: str
    last: int


def parse_dump(lines: Iterable[str]) -> Iterator[DumpedRow | DumpedNumber]:
    """Lines may end with a newline. Raises ValueError if a table breaks off."""
    table, columns = "", tuple[str, ...]()
    for line in lines:
        if table and line.rstrip("\n") == _END:
            table = ""
        elif table:
            yield DumpedRow(table, columns, tuple(map(_value, line.rstrip("\n").split("\t"))))
        elif found := _COPY.fullmatch(line):
            table = found[1].strip('"')
            columns = tuple(name.strip(' "') for name in found[2].split(","))
        elif found := _SETVAL.fullmatch(line):
            yield DumpedNumber(found[1].strip('"'), int(found[2]))
    if table:
        raise ValueError(table)


def _value(text: str) -> str | None:
    if text == _EMPTY:
        return None
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(found: "re.Match[str]") -> str:
    code = found[1]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code[0] in "01234567":
        return chr(int(code, 8))
    return _LETTERS.get(code, code)
