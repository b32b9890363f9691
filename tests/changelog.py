"""The changelog as a release needs it: `python -m tests.changelog VERSION DAY` gives what is unreleased a version, and
prints its notes.
"""

import re
import sys
from pathlib import Path

FILE = Path(__file__).parents[1] / "CHANGELOG.md"
GROUPS = ("Upgrade notes", "Added", "Changed", "Fixed", "Security")
_UNRELEASED = "## Unreleased\n"
_VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}(?:rc\d{1,3})?", re.ASCII)


def released(text: str, version: str, day: str) -> str:
    """The changelog with what was unreleased under `version`. Raises SystemExit, with what to do instead."""
    if not _VERSION.fullmatch(version):
        raise SystemExit(f"A version is three numbers, like 0.2.0; this is {version!r}.")
    if f"\n## {version} " in text:
        raise SystemExit(f"CHANGELOG.md has version {version} already: take the next one.")
    if "\n- " not in notes(text, "Unreleased"):
        raise SystemExit("CHANGELOG.md has nothing unreleased: there is nothing to release.")
    return text.replace(_UNRELEASED, f"{_UNRELEASED}\n## {version} - {day}\n", 1)


def notes(text: str, version: str) -> str:
    """What the changelog says of one version, or of "Unreleased"; "" if it does not know it."""
    found = re.search(rf"^## {re.escape(version)}\b[^\n]*\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1].strip() + "\n" if found else ""


if __name__ == "__main__":
    changed = released(FILE.read_text(), *sys.argv[1:])
    FILE.write_text(changed)
    print(notes(changed, sys.argv[1]), end="")
