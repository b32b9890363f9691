"""What the project says of itself, and what it must not say."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FORBIDDEN_NAMES = re.compile(r"^\s*class \w*(Manager|Helper|Service|Util)s?\b", re.MULTILINE)


def test_no_class_hides_what_it_is():
    found = [
        f"{path.name}: {match.group().strip()}"
        for path in (ROOT / "newsclip").rglob("*.py")
        if "migrations" not in path.parts
        for match in FORBIDDEN_NAMES.finditer(path.read_text())
    ]
    assert found == []


def test_no_path_of_one_machine_is_committed():
    here = "/" + "work/"
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    texts = [ROOT / name for name in listed if not name.endswith((".png", ".npz", ".webp", ".bin", ".gz"))]
    assert [path.name for path in texts if path.exists() and here in path.read_text(errors="replace")] == []
