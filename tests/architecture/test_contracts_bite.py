"""A check that cannot fail is worse than none: break the house on purpose, and see each import contract say so."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BREAKAGES = {
    "News flows down the list; imports point up it": ("sources/rules/kinds.py", "import newsclip.clips.ports"),
    "Rules know no framework, table or network": ("articles/rules/page_types.py", "import django.db"),
    "Language and evidence are libraries: they know no stage and no writer": (
        "evidence/edits.py",
        "import newsclip.writing.ports",
    ),
    "Writing knows no rule of the verifier": (
        "writing/selection.py",
        "import newsclip.evidence.verifier",
    ),
    "Pages ask for clips, never for their writer": ("web/decorators.py", "import newsclip.writing.ports"),
    "Embedded and scale-out adapters do not know each other": (
        "adapters/embedded/search_index.py",
        "import newsclip.adapters.scaleout.search_index",
    ),
    "Only wiring imports adapters": ("pipeline/journey.py", "import newsclip.adapters.spell_suggest"),
    "No package goes round in a circle": ("sources/rules/schedule.py", "import newsclip.sources.actions.polling"),
}
pytestmark = [pytest.mark.integration, pytest.mark.once]


def broken_contracts(house: Path) -> set[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    environment = os.environ | {"PYTHONPATH": str(house)}
    ran = subprocess.run(
        [*command, "--no-cache"], cwd=house, env=environment, capture_output=True, text=True, check=False
    )
    assert "Contracts:" in ran.stdout, ran.stdout + ran.stderr
    return set(re.findall(r"^(.+?) BROKEN", ran.stdout, re.MULTILINE))


@pytest.mark.parametrize("contract", BREAKAGES)
def test_each_import_contract_notices_what_it_forbids(contract, tmp_path):
    shutil.copytree(
        ROOT / "newsclip", tmp_path / "newsclip", ignore=shutil.ignore_patterns("__pycache__", "sample_publishers")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    file, line = BREAKAGES[contract]
    path = tmp_path / "newsclip" / file
    path.write_text(f"{path.read_text()}\n{line}\n")
    assert contract in broken_contracts(tmp_path)
