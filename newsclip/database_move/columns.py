"""Values on their way from one kind of database to another. Pure.

On the way, a value is a number, bool, bytes, or text: times in UTC as SQLite holds them, JSON as it was written.
"""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

type Change = Callable[[Any], Any]
type Row = tuple[Any, ...]

_SURROGATES = re.compile(r"[\x00\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_SECONDS, _MICROSECONDS = len("2026-11-24 12:00:00"), len("2026-11-24 12:00:00.123456")


class Kind(StrEnum):
    """The kinds of columns that the product's tables have."""

    WHOLE = "whole"
    REAL = "real"
    DECIMAL = "decimal"
    BOOL = "bool"
    TEXT = "text"
    TIME = "time"
    DAY = "day"
    BYTES = "bytes"
    JSON = "json"


KINDS = {
    **dict.fromkeys(("AutoField", "BigAutoField", "IntegerField", "BigIntegerField", "SmallIntegerField"), Kind.WHOLE),
    **dict.fromkeys(("PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField"), Kind.WHOLE),
    **dict.fromkeys(("CharField", "TextField", "SlugField", "EmailField", "URLField"), Kind.TEXT),
    **dict.fromkeys(("GenericIPAddressField", "FilePathField", "UUIDField"), Kind.TEXT),
    "FloatField": Kind.REAL, "DecimalField": Kind.DECIMAL, "BooleanField": Kind.BOOL, "DateTimeField": Kind.TIME,
    "DateField": Kind.DAY, "BinaryField": Kind.BYTES, "JSONField": Kind.JSON,
}  # fmt: skip


def utc(value: str) -> str:
    """A time as SQLite holds it: "2026-11-24 12:00:00", with microseconds if there are any."""
    if len(value) == _SECONDS and value[10] == " ":
        return value
    if len(value) == _MICROSECONDS and value[10] == " " and value[-6:] != "000000":
        return value
    found = datetime.fromisoformat(value)
    return str((found.astimezone(UTC) if found.tzinfo else found).replace(tzinfo=None))


def plain_decimal(value: Any) -> str:
    return format(Decimal(str(value)).normalize(), "f")


def storable(text: str) -> str:
    """The text as PostgreSQL can hold it, which has no NUL: U+FFFD stands for it."""
    return text.replace("\0", _REPLACEMENT) if "\0" in text else text


def storable_json(text: str) -> str:
    """The same for JSON, where NUL and halves of characters are escaped."""
    if "\\u" not in text:
        return text
    return json.dumps(_storable(json.loads(text)), ensure_ascii=False)


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATES.sub(_REPLACEMENT, value)
    if isinstance(value, list):
        return [_storable(one) for one in value]
    if isinstance(value, dict):
        return {_storable(name): _storable(one) for name, one in value.items()}
    return value


def comparable_json(text: str) -> str:
    """The same for all ways to write the same JSON: PostgreSQL keeps neither spaces nor the order of names."""
    return json.dumps(json.loads(text, parse_float=_number), sort_keys=True)


def _number(text: str) -> float:
    found = float(text)
    return int(found) if found.is_integer() else found


FROM_SQLITE: dict[Kind, Change] = {Kind.BOOL: bool, Kind.TIME: utc, Kind.DECIMAL: plain_decimal}
FROM_COPY: dict[Kind, Change] = {
    Kind.WHOLE: int, Kind.REAL: float, Kind.DECIMAL: plain_decimal, Kind.BOOL: "t".__eq__, Kind.TIME: utc,
    Kind.BYTES: lambda value: bytes.fromhex(value[2:]),
}  # fmt: skip
FOR_POSTGRESQL: dict[Kind, Change] = {Kind.TEXT: storable, Kind.JSON: storable_json}
TO_COMPARE: dict[Kind, Change] = {Kind.JSON: comparable_json}


def changer(kinds: tuple[Kind, ...], *steps: dict[Kind, Change]) -> Callable[[Row], Row]:
    """Applies these steps to every row's values; what is empty stays so."""
    changes = [(at, step[kind]) for step in steps for at, kind in enumerate(kinds) if kind in step]
    if not changes:
        return lambda row: row

    def change(row: Row) -> Row:
        values = list(row)
        for at, one in changes:
            if values[at] is not None:
                values[at] = one(values[at])
        return tuple(values)

    return change
