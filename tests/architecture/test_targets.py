"""The commands that people and CI call say what they do and how long it takes."""

import re
import subprocess
from pathlib import Path

from tests import took

ROOT = Path(__file__).parents[2]
REPORT = """<testsuites><testsuite name="fast tests" tests="4" failures="1" errors="0" skipped="1" time="9.5">
<testcase classname="newsclip.stories.tests.test_a" name="a" time="2.0"/>
<testcase classname="newsclip.stories.rules.tests.test_b" name="b" time="3.5"/>
<testcase classname="tests.hostile.test_c.TestC" name="c" time="0.5"/></testsuite></testsuites>"""


def would_run(*asked: str) -> str:
    return subprocess.run(
        ["make", "-n", "--no-print-directory", *asked], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


def test_one_package_alone_can_be_tested():
    for name in ("PACKAGE", "STAGE"):  # the second is the older one
        assert would_run("fast", f"{name}=stories").rstrip().endswith(" newsclip/stories")
    assert "newsclip/" not in would_run("fast").rpartition("pytest")[2]


def test_each_part_each_package_and_the_slowest_files_say_how_long_they_took(tmp_path):
    (tmp_path / "1.xml").write_text(REPORT)
    lines = [" ".join(line.split()) for line in took.told([tmp_path / "1.xml"])]
    assert [line for line in lines if " s " in line] == [
        "9.5 s fast tests",
        "5.5 s newsclip.stories",
        "0.5 s tests.hostile",
        "3.5 s newsclip.stories.rules.tests.test_b",
        "2.0 s newsclip.stories.tests.test_a",
        "0.5 s tests.hostile.test_c.TestC",
    ]
    assert lines[-1] == "2 passed, 1 failed, 1 skipped"


def test_tests_that_drive_a_browser_are_where_all_tests_look_for_them():
    """Only these two folders are searched: to search all others takes a quarter of a minute of CPU in each process."""
    marks = ("pytest.mark.browser", "sync_playwright")
    drive = {
        file.relative_to(ROOT).parts[:2]
        for folder in ("newsclip", "tests")
        for file in (ROOT / folder).rglob("*.py")
        if file != Path(__file__) and any(mark in file.read_text() for mark in marks)
    }
    assert drive == {("tests", "browser"), ("tests", "hostile")}
    run = (ROOT / "tests/run").read_text()
    assert all(re.search(rf' -m "browser" {"/".join(folder)}$', run, re.MULTILINE) for folder in drive)


def test_what_is_searched_for_integration_and_shared_data_names_it():
    """Other files of tests are not loaded for these parts; so no other file may give a test its mark."""
    named = {
        str(file.relative_to(ROOT))
        for folder in ("newsclip", "tests")
        for file in (ROOT / folder).rglob("*.py")
        if not file.name.startswith("test_")
        and re.search(r"mark\.(integration|shared)|(?:hostile|shared)_data", file.read_text())
    }
    assert named == {"tests/conftest.py", "tests/hostile/conftest.py"}
    run = (ROOT / "tests/run").read_text()
    assert 'naming "mark\\.integration"' in run
    assert 'naming "mark\\.shared|hostile_data|shared_data"' in run


def test_every_part_of_all_tests_has_its_name_in_the_report_and_must_have_passed():
    run = (ROOT / "tests/run").read_text()
    numbers = re.findall(r"\bsuite (\d) \"", run)
    assert 'junit_suite_name="$2"' in run
    assert sorted(numbers) == [str(1 + at) for at in range(len(numbers))]
    assert run.count(f'"*.passed" | wc -l)" = {len(numbers)} ]') == 1
