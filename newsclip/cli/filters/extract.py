"""newsclip extract: the article on a page: text, title, authors, times, picture."""

import gzip
import zlib
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsclip.articles.rules import extract
from newsclip.kernel.reasons import Refused


def make() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The filter: `{html | path, url?}` gives an article's fields; `kind` says what the page is if not an article."""
    return read


def read(row: dict[str, Any]) -> dict[str, Any]:
    html = row.get("html")
    if html is None and isinstance(row.get("path"), str):
        html = _content(Path(row["path"]))
    if not isinstance(html, str | bytes):
        raise Refused("bad_row", "neither html nor path is text")
    found = asdict(extract(html, str(row.get("url") or ""), now=datetime.now(UTC)))
    times = {name: found[name] and found[name].isoformat() for name in ("published", "updated")}
    return found | times | {"authors": list(found["authors"])}


def _content(path: Path) -> bytes:
    """The file's bytes, decompressed if its name ends in .gz. Raises Refused("unreadable_file")."""
    try:
        content = path.read_bytes()
        return gzip.decompress(content) if path.suffix == ".gz" else content
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise Refused("unreadable_file", str(error)) from error
