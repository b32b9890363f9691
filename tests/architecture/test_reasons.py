"""Every reason that the code gives has its message, with a place for each of its parameters."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclip.kernel.reasons import MESSAGES

pytestmark = pytest.mark.slow

SOURCES = [path for path in (Path(__file__).parents[2] / "newsclip").rglob("*.py") if "tests" not in path.parts]
_PLACE = re.compile(r"%\((\w+)\)s")


def reasons() -> Iterator[tuple[str, frozenset[str] | None]]:
    """Each code that a Reason is made with, and the names of its parameters where they stand there."""
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "Reason" and call.args:
                code, *params = call.args
                if isinstance(code, ast.Constant):
                    yield str(code.value), _names(params[0]) if params else frozenset()


def _names(params: ast.expr) -> frozenset[str] | None:
    if not isinstance(params, ast.Dict):
        return None
    return frozenset(key.value for key in params.keys if isinstance(key, ast.Constant))


def test_every_reason_has_a_message_with_a_place_for_each_parameter() -> None:
    given = list(reasons())
    assert len(given) > 60
    assert {code for code, _ in given if code not in MESSAGES} == set()
    places = {code: set(_PLACE.findall(words)) for code, words in MESSAGES.items()}
    assert {code for code, names in given if names is not None and not places[code] <= names} == set()


def test_every_message_is_of_a_reason_that_is_given() -> None:
    trees = [ast.parse(path.read_text()) for path in SOURCES if path.name != "messages.py"]
    written = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    unused = {code for code in MESSAGES if code not in written and not code.startswith("unfit_")}
    assert unused - {"kept_in_words"} == set()
