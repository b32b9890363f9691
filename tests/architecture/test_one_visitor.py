"""Who reads a clip's document takes the way that `evidence.visitor` knows; only a writer builds sections and blocks."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2] / "newsclip"
_INSIDE = re.compile(r"\.(?:sections|blocks)\b|\[[\"'](?:sections|blocks)[\"']\]")
_MAY = ("evidence", "writing")


def walkers(source: str) -> list[str]:
    return [line.strip() for line in source.splitlines() if _INSIDE.search(line)]


def test_no_stage_and_no_door_walks_through_a_document_by_itself():
    files = [path for path in ROOT.rglob("*.py") if path.relative_to(ROOT).parts[0] not in _MAY]
    found = {str(path.relative_to(ROOT)): walkers(path.read_text()) for path in files if "tests" not in path.parts}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_a_new_walker_is_noticed():
    assert walkers('for section in document["sections"]:\n    pass')
    assert walkers("for block in section.blocks:\n    pass")
