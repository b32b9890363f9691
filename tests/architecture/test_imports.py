"""Imports keep a module's own words, so that a search for a name finds every use of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("newsclip", "tests", "benchmarks", "training")
CONVENTIONS = {
    ("numpy", "np"),  # numpy's own documentation
    ("hypothesis.strategies", "st"),  # hypothesis's own documentation
    ("xml.etree.ElementTree", "ET"),  # Python's own documentation
    ("collections.abc.Set", "AbstractSet"),  # typing.AbstractSet: `Set` alone reads as the built-in
    ("django.utils.translation.gettext", "_"),  # what makemessages looks for
    ("django.utils.translation.gettext_noop", "_"),
}


def test_no_import_renames_what_it_imports():
    found = [
        f"{path.relative_to(ROOT)}: {alias}"
        for package in CODE
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts
        for alias in renamed(path.read_text())
    ]
    assert found == []


def renamed(source: str) -> Iterator[str]:
    """Aliases with a word that the imported name and its packages do not have, as "package.name as alias"."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        package = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        for alias in node.names:
            name = package + alias.name
            if alias.asname and (name, alias.asname) not in CONVENTIONS and not _words(alias.asname) <= _words(name):
                yield f"{name} as {alias.asname}"


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", re.sub(r"([A-Z])", r"_\1", name).lower()))


def test_a_private_word_is_noticed():
    assert list(renamed("from newsclip.clips import queries as written")) == ["newsclip.clips.queries as written"]


def test_a_stage_is_imported_by_its_name():
    assert list(renamed("from newsclip.clips import queries as clips, actions as clips_actions")) == []
