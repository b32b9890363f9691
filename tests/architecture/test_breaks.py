"""What `make bench-breaks` plants: a guard that is written tomorrow is broken without anyone adding it."""

import signal
import tomllib
from pathlib import Path

import pytest
from django.utils.functional import SimpleLazyObject

from benchmarks.breaks.finders import FINDERS, Break, breaks, breaks_of, parse
from benchmarks.breaks.session import outcome_of
from benchmarks.breaks.swapping import swap

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
GUARDS = [
    ("owner", "web/a.py", "def f(r): return Row.objects.filter(reader=r, pk=1)", "filter(pk=1)"),
    ("owner", "web/a.py", "def f(r): return get_object_or_404(Row, owner=r)", "get_object_or_404(Row)"),
    ("decorator", "web/a.py", "@require_POST\ndef f(request): ...", "@(lambda view: view)\n"),
    ("decorator", "web/a.py", "@moderating\ndef f(request): ...", "@signed_in\n"),
    ("scope", "api/a.py", "@router.post('/', auth=_WRITE)\ndef f(request): ...", 'auth=type(_WRITE)("read")'),
    ("check", "kernel/a.py", "def f(r):\n    permit(r)\n    go()", "def f(r):\n    pass\n"),
    ("branch", "kernel/a.py", "def f(r):\n    if a or b:\n        raise Refused('x')", "if a or False:"),
    ("verdict", "evidence/verifier/a.py", "def f(r):\n    if r:\n        return Fault('x')", "if False:"),
    ("cap", "ranking/rules/a.py", "def f(r): return min(r, MOST)", "return MOST"),
    ("preference", "stories/rules/a.py", "def f(r): return sorted(r, key=near)", "return list(r)"),
    ("limit", "web/a.py", "def f(r): return rows(r)[:MOST]", "rows(r)[:]"),
    ("sanitizer", "kernel/a.py", "def f(r): return sanitize(r)", "return r"),
]


@pytest.fixture(scope="module")
def planted() -> list[Break]:
    return breaks(ROOT)


@pytest.mark.parametrize(("kind", "path", "source", "broken"), GUARDS)
def test_a_guard_of_each_kind_is_taken_away(kind: str, path: str, source: str, broken: str):
    planted = [one for one in breaks_of(parse(f"newsclip/{path}", source.encode())) if one.kind == kind]
    assert any(broken in one.apply(source.encode()).decode() for one in planted)


def test_every_kind_of_guard_stands_in_the_product_and_is_tried(planted: list[Break]):
    assert {kind for kind, *_ in GUARDS} == set(FINDERS) == {one.kind for one in planted}
    assert len(planted) >= 100


def test_a_break_reaches_those_who_hold_the_function_already(tmp_path: Path):
    source = "def bounded(size):\n    if size > 5:\n        raise ValueError(size)\n    return size\n"
    (tmp_path / "newsclip").mkdir()
    (tmp_path / "newsclip" / "a.py").write_text(source)
    room: dict[str, object] = {}
    exec(compile(source, str(tmp_path / "newsclip/a.py"), "exec"), room)
    held = room["bounded"]
    (broken,) = [one for one in breaks(tmp_path) if one.kind == "branch"]
    assert swap(broken, tmp_path)
    assert held(6) == 6  # type: ignore[operator]


def test_looking_for_a_function_wakes_nothing_that_is_lazy(tmp_path: Path):
    woken = []
    lazy = SimpleLazyObject(lambda: woken.append("asked") or object())
    (tmp_path / "a.py").write_text("def f():\n    return 1\n")
    swap(Break("decorator", "a.py", 1, "f", 22, 23, "1", "2"), tmp_path)
    assert (woken, lazy is None) == ([], False)


def test_what_runs_while_a_module_loads_is_not_swapped(tmp_path: Path):
    (tmp_path / "a.py").write_text("@once\ndef f():\n    return 1\n")
    assert not swap(Break("decorator", "a.py", 1, "f", 1, 5, "once", "twice"), tmp_path)


def test_a_trial_that_ran_out_of_time_noticed_nothing_and_one_whose_test_never_ends_did():
    ended = [0, 1 << 8, signal.SIGSEGV, signal.SIGPROF, signal.SIGALRM]
    assert [outcome_of(status) for status in ended] == ["survived", "caught", "caught", "caught", "undecided"]


def test_every_break_that_is_said_to_change_nothing_is_there_and_has_its_reason(planted: list[Break]):
    rows = tomllib.loads((ROOT / "benchmarks" / "breaks" / "equivalent.toml").read_text()).get("equivalent", [])
    assert {row["break"] for row in rows} <= {one.key for one in planted}
    assert all(len(row["why"]) > 20 for row in rows)
