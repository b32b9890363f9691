"""No test asserts how many seconds something takes: that is a property of the machine (see tests/cpu_time.py)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CLOCKS = {"process_time", "thread_time", "perf_counter", "monotonic", "time", "elapsed"}


def test_no_test_asserts_seconds():
    tests = [path for path in ROOT.glob("*/**/test_*.py") if not {".venv", ".build"} & set(path.parts)]
    assert [finding for path in tests for finding in seconds_asserted(path.name, path.read_text())] == []


def test_seconds_asserted_are_noticed():
    for written in ("assert time.process_time() - began < 1", "took = process_time() - began\nassert took < 0.5",
                    "assert 2 * WAIT > time.monotonic() - began"):  # fmt: skip
        assert list(seconds_asserted("a.py", f"def test():\n {written.replace('\n', '\n ')}")), written
    asked = "def vote():\n return time.monotonic() - began\ndef test():\n p95 = worst([vote() for _ in range(9)])\n"
    assert list(seconds_asserted("a.py", f"{asked} assert p95 <= 1.0"))
    assert not list(seconds_asserted("a.py", f"{asked} assert p95 <= 9 * usual"))
    for written in ("assert time.monotonic() - began >= PAUSE", "assert time.monotonic() < give_up",
                    "took = process_time() - began\nassert took < 3 * usual"):  # fmt: skip
        assert not list(seconds_asserted("a.py", f"def test():\n {written.replace('\n', '\n ')}")), written


def seconds_asserted(name: str, source: str) -> Iterator[str]:
    """Where a difference of two readings of a clock must be less than a number or a constant."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    timing = {one.name for one in functions for node in ast.walk(one) if isinstance(node, ast.Return) and _times(node)}
    for function in functions:
        timed = {
            target.id
            for node in ast.walk(function) if isinstance(node, ast.Assign) and (_times(node) or _asks(node, timing))
            for named in node.targets for target in ast.walk(named) if isinstance(target, ast.Name)
        }  # fmt: skip
        for node in ast.walk(function):
            if isinstance(node, ast.Assert) and any(_bounded(test, timed) for test in ast.walk(node.test)):
                yield f"{name}:{node.lineno}: {ast.unparse(node.test)}"


def _times(node: ast.Assign | ast.Return) -> bool:
    told = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
    return any(_is_duration(one, set()) for one in told if one)


def _asks(node: ast.Assign, timing: set[str]) -> bool:
    """Whether it asks one of these functions of the same file, which give a duration."""
    asked = (call.func for call in ast.walk(node.value) if isinstance(call, ast.Call))
    return any(ast.unparse(function).rpartition(".")[2] in timing for function in asked)


def _bounded(node: ast.AST, timed: set[str]) -> bool:
    match node:
        case ast.Compare(less, [ast.Lt() | ast.LtE()], [more]) | ast.Compare(more, [ast.Gt() | ast.GtE()], [less]):
            return _is_duration(less, timed) and _is_fixed(more)
    return False


def _is_duration(node: ast.expr, timed: set[str]) -> bool:
    match node:
        case ast.BinOp(left, ast.Sub(), _):
            asked = [call.func for call in ast.walk(left) if isinstance(call, ast.Call)]
            return any(ast.unparse(function).rpartition(".")[2] in CLOCKS for function in asked)
        case ast.Name(name):
            return name in timed
    return False


def _is_fixed(node: ast.expr) -> bool:
    """A number, or names of constants and no other."""
    names = [part.id for part in ast.walk(node) if isinstance(part, ast.Name)]
    return all(name.isupper() for name in names)
