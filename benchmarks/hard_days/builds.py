"""Broken builds: copies of the product with one rule taken out. Each must make a day's figure fail, or the day proves
nothing. What is taken out is said as text that must stand in its file exactly once, so that no build breaks silently.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Edit:
    """`old` stands in `file` (under newsclip/) exactly once; the broken build says `new`."""

    file: str
    old: str
    new: str


def whole() -> Path:
    """Where the product runs as it is."""
    return ROOT


def broken(edits: Sequence[Edit], work: Path) -> Path:
    """A copy of the product with these edits, to be run in. Raises AssertionError where an edit no longer fits."""
    copy = work / "broken"
    work.mkdir(exist_ok=True)
    shutil.copytree(ROOT / "newsclip", copy / "newsclip", ignore=shutil.ignore_patterns("tests"))
    (copy / "benchmarks").symlink_to(ROOT / "benchmarks")
    (copy / "tests").symlink_to(ROOT / "tests")
    for edit in edits:
        file = copy / "newsclip" / edit.file
        text = file.read_text()
        assert text.count(edit.old) == 1, f"{edit.file} does not say {edit.old!r} exactly once"
        file.write_text(text.replace(edit.old, edit.new))
    return copy
