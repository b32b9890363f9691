"""Whether pages that were built load anything from other hosts: fonts, styles, scripts, pictures."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_IN_STYLES = re.compile(r"(?:url\(|@import)\s*[\"']?\s*((?:https?:)?//[^\"')\s;]+)", re.IGNORECASE)
_LOADS = {"src", "srcset", "poster", "data"}
_ONLY_NAMED = {
    "canonical",
    "alternate",
    "author",
    "license",
    "next",
    "prev",
}  # rel of links that nothing is loaded from


def loaded_from_elsewhere(folder: Path) -> Iterator[str]:
    """One line for each address of another host that a page or a stylesheet under this folder loads."""
    for file in sorted(folder.rglob("*")):
        if file.suffix == ".html":
            found = [*_of_page(file.read_text()), *_IN_STYLES.findall(file.read_text())]
        else:
            found = _IN_STYLES.findall(file.read_text()) if file.suffix == ".css" else []
        yield from (f"{file.relative_to(folder)}: {address}" for address in found)


def _of_page(html: str) -> Iterator[str]:
    for node in LexborHTMLParser(html).css("*"):
        wanted = _LOADS & set(node.attributes)
        if node.tag == "link" and not _ONLY_NAMED & set((node.attributes.get("rel") or "").split()):
            wanted.add("href")
        yield from (value for name in wanted if _ELSEWHERE.match(value := (node.attributes.get(name) or "").strip()))


if __name__ == "__main__":
    found = list(loaded_from_elsewhere(Path(sys.argv[1])))
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    sys.exit(bool(found))
