"""Small enough to read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

FILE, FUNCTION = 300, 50
ROOT = Path(__file__).parents[2]
STAGE_FILES = {"__init__.py", "models.py", "ports.py", "actions.py", "queries.py", "rules.py"}
STAGE_FOLDERS = {"models", "ports", "actions", "queries", "rules", "tests", "migrations", "publishers", "__pycache__"}
STAGES = ("accounts", "sources", "articles", "stories", "clips", "community", "ranking")


@pytest.mark.slow
def test_files_and_functions_stay_small():
    assert [finding for path in _sources() for finding in too_long(path.name, path.read_text())] == []


def test_a_long_function_is_noticed():
    long = "def f():\n" + "    x = 1\n" * FUNCTION
    assert list(too_long("a.py", long)) == [f"a.py:f: {FUNCTION + 1}"]


def test_stages_hold_the_same_few_files():
    strangers = [
        f"{stage}/{path.name}"
        for stage in STAGES
        for path in (ROOT / "newsclip" / stage).iterdir()
        if path.name not in (STAGE_FOLDERS if path.is_dir() else STAGE_FILES)
    ]
    assert strangers == []


def too_long(name: str, source: str) -> Iterator[str]:
    if (lines := source.count("\n")) > FILE:
        yield f"{name}: {lines}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > FUNCTION:
                yield f"{name}:{node.name}: {lines}"


def _sources() -> Iterator[Path]:
    return (path for path in (ROOT / "newsclip").rglob("*.py") if "migrations" not in path.parts)
