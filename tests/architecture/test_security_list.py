"""The list of security requirements is whole, and what it names exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
# How many requirements of levels 1 and 2 each section of ASVS 5.0 has; where level 3 stands between, the numbers.
SECTIONS: dict[str, int] = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4,
    "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5,
    "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4,
    "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4,
    "17.3": 2,
}  # fmt: skip
WANTED = [f"V{section}.{number}" for section, most in SECTIONS.items() for number in range(1, most + 1)]
STATES = {"met", "operator", "n.a.", "not met"}


def findings(text: str, root: Path) -> list[str]:
    rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in text.splitlines() if line[:3] == "| V"]
    found = [f"{row[0]}: {len(row)} cells" for row in rows if len(row) != 4]
    rows = [row for row in rows if len(row) == 4]
    numbers = [row[0] for row in rows]
    found += [f"missing: {number}" for number in WANTED if number not in numbers]
    found += [f"not in the standard, or twice: {n}" for n in numbers if n not in WANTED or numbers.count(n) > 1]
    for number, state, why, shown in rows:
        if state not in STATES or not why or not shown:
            found.append(f"{number}: no state, no reason or no test")
        if not shown.startswith("reason: "):
            found += [f"{number}: there is no {test}" for test in shown.split("; ") if not exists(test, root)]
        elif len(shown) < len("reason: ") + 5:
            found.append(f"{number}: an empty reason")
    return found


def exists(test: str, root: Path) -> bool:
    path, _, name = test.partition("::")
    file = root / path if path.startswith("tests/") else root / "newsclip" / path
    return file.is_file() and bool(re.search(rf"^def {re.escape(name)}\(", file.read_text(), re.MULTILINE))


def test_every_requirement_of_levels_1_and_2_has_a_test_that_exists_or_a_reason():
    assert len(WANTED) == 253
    assert findings((ROOT / "docs/security/asvs.md").read_text(), ROOT) == []


def test_a_list_with_holes_and_invented_tests_is_noticed():
    text = (ROOT / "docs/security/asvs.md").read_text()
    assert findings(text.replace("| V1.2.4 |", "| V1.2.99 |"), ROOT)
    assert findings(text.replace("test_headers.py::test_every_answer", "test_headers.py::test_no_answer"), ROOT)
    assert findings(text.replace("| V2.1.1 | met |", "| V2.1.1 | perhaps |"), ROOT)


def test_the_documents_that_the_list_names_exist():
    text = (ROOT / "docs/security/asvs.md").read_text()
    named = set(re.findall(r"docs/[\w/-]+\.(?:md|conf)", text))
    assert len(named) > 5
    assert [name for name in named if not (ROOT / name).exists()] == []
