"""Selects the tests that could notice a break: all that run its statement, then some of its module, fastest first."""

import ast
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.breaks.finders import Break
from benchmarks.breaks.reach import ROOT

MOST = 250  # tests for one break, if no more run its statement


@dataclass(frozen=True, slots=True)
class Reached:
    """`tests`: path → line → tests that run it; `seconds`: how long each took. Tests that failed are in neither."""

    tests: Mapping[str, Mapping[int, set[str]]]
    seconds: Mapping[str, float]

    def running(self, path: str, lines: Iterable[int] | None = None) -> list[str]:
        """Tests that run one of these lines (any, if none is named) of the file, the quickest first."""
        by_line = self.tests.get(path, {})
        found = set[str]().union(*(by_line.get(line, set()) for line in (by_line if lines is None else lines)))
        return sorted(found, key=lambda test: (self.seconds[test], test))


def read(file: Path) -> Reached:
    """What `reach.Reach` wrote."""
    tests: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    seconds: dict[str, float] = {}
    for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        if row["passed"]:
            seconds[row["test"]] = row["seconds"]
            for path, lines in row["lines"].items():
                for line in lines:
                    tests[path][line].add(row["test"])
    return Reached(tests, seconds)


def tests_for(broken: Break, reached: Reached) -> list[str]:
    """None where no test runs the statement; for a decorator, what it decorates."""
    tree = ast.parse((ROOT / broken.path).read_bytes())
    first = reached.running(broken.path, _lines(tree, broken.line))
    others = [test for test in reached.running(broken.path) if test not in set(first)]
    return [*first, *others[: max(0, MOST - len(first))]] if first else []


def _lines(tree: ast.Module, line: int) -> Iterable[int]:
    around = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and _first(node) <= line <= _last(node)]
    narrowest = min(around, key=lambda node: _last(node) - _first(node))
    body = narrowest.body if isinstance(narrowest, ast.FunctionDef) else [narrowest]
    return range(_first(body[0]), _last(body[-1]) + 1)


def _first(node: ast.stmt) -> int:
    return min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])


def _last(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
