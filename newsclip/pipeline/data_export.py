"""Data export: everything a person wrote and did here, from every stage, as one JSON object, in bounded memory."""

import json
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import account_of
from newsclip.community import queries as community
from newsclip.ranking import queries as ranking

_HELD = 1024 * 1024  # bytes; larger exports spill to a file


def file_of(reader: Reader, folder: Path) -> IO[bytes]:
    """The export as a file that is deleted when closed; a large one is in this folder."""
    written: IO[bytes] = BytesIO()
    for part in everything_of(reader):
        if isinstance(written, BytesIO) and written.tell() > _HELD:
            so_far = written.getvalue()
            written = TemporaryFile(dir=folder)  # noqa: SIM115 the response closes it
            written.write(so_far)
        written.write(part.encode())
    written.seek(0)
    return written


def everything_of(reader: Reader) -> Iterator[str]:
    """The JSON text in parts: the account, then each table's rows under its name."""
    tables: Mapping[str, Iterable[Any]] = {**ranking.everything_of(reader), **community.everything_of(reader)}
    yield f'{{\n "account": {_written(account_of(reader), 1)}'
    for name, rows in tables.items():
        yield f",\n {json.dumps(name)}: ["
        before = ""
        for row in rows:
            yield f"{before}\n  {_written(row, 2)}"
            before = ","
        yield "\n ]" if before else "]"
    yield "\n}"


def _written(value: Any, depth: int) -> str:
    """JSON, with later lines indented to `depth`; line breaks inside strings are escaped."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)
