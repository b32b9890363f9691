"""The filters: JSON Lines in, JSON Lines out, in order, with fields added.

Each module offers `make()`, which returns the function that computes the fields of one row. No filter needs a database.
A failed row gives {"id", "error": {"code", "message"}}, and the run continues.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from newsclip.kernel.reasons import Refused

type Row = dict[str, Any]
type Answer = Callable[[Row], Row]


def make(name: str) -> Answer:
    """The function of the filter of this name; imports only what it needs."""
    answer: Answer = import_module(f"newsclip.cli.filters.{name}").make()
    return answer


def run(answer: Answer, lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """One line of JSON for every non-blank line, and whether it was answered."""
    for line in lines:
        if not line.strip():
            continue
        row: Row = {"id": None}
        try:
            row = _row(line)
            said = row | answer(row)
            yield to_line(said), True
        except Refused as refused:
            yield _failed(row, refused.code, str(refused)), False
        except Exception as error:
            yield _failed(row, "internal_error", f"{type(error).__name__}: {error}"), False


def _row(line: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise Refused("bad_row", str(error)) from error
    if not isinstance(row, dict) or "id" not in row:
        raise Refused("bad_row", "It must be a JSON object with an id.")
    return row


def _failed(row: Row, code: str, message: str) -> str:
    return to_line({"id": row.get("id"), "error": {"code": code, "message": message}})


def to_line(row: Row) -> str:
    """The row as JSON. A lone surrogate, which no output can encode, makes it escape all non-ASCII characters."""
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(row)
    return line
