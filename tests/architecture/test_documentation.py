"""What the documentation says of settings, commands and the API is what the code does; its pages ask nobody else."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from newsclip.evidence import edits
from newsclip.kernel.settings_file import read_settings
from newsclip.options import OLD_NAMES, read_options, setting_names
from tests.architecture.test_security_list import exists
from tests.other_hosts import loaded_from_elsewhere
from tests.reference import FOLDER, PAGES

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]


class Asked(dict[str, str]):
    """An environment without a variable, which remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, name, default=None):
        self.names.add(name)
        return default


@pytest.mark.parametrize("name", PAGES)
def test_reference_pages_are_as_the_code_is(name: str):
    assert (FOLDER / name).read_text() == PAGES[name](), "run `make docs` and commit what it writes"


def test_what_is_said_to_hold_on_hard_days_is_tested():
    tests = re.findall(r"`([\w/]+\.py::test_\w+)`", (ROOT / "docs/security/hard-days.md").read_text())
    assert len(tests) > 15
    assert [one for one in tests if not exists(one, ROOT)] == []


def test_every_edit_is_described():
    parts = {
        edits._BY,
        edits._LEFT_OUT,
        edits._BY_SYNTAX,
        edits._NO_GUARD,
        edits._OF_THE_SECOND,
        edits._OF_ONE_EVENT,
    }
    kinds = {value for name, value in vars(edits).items() if name.isupper() and isinstance(value, str)} - parts
    described = [kind.recorded for kind in edits.KINDS]
    assert len(kinds) == len(described)
    assert all(any(one.startswith(kind) for one in described) for kind in kinds)


def test_every_setting_is_described_and_nothing_else():
    environment = Asked()
    read_options(environment)
    pages = [(ROOT / "docs" / page).read_text() for page in ("reference/settings.md", "how-to/use-a-model.md")]
    described = {name for page in pages for name in re.findall(r"NEWSCLIP_[A-Z\d_]*[A-Z]\b", page)}
    where_they_come_from = {"NEWSCLIP_SETTINGS", "NEWSCLIP_SECRET_KEY_FILE", "NEWSCLIP_S3_SECRET_FILE"}
    of_kubernetes = {"NEWSCLIP_PORT_8000_TCP"}
    assert described - of_kubernetes == environment.names | OLD_NAMES.keys() | where_they_come_from


def test_what_tests_and_benchmarks_are_told_is_not_taken_for_a_misspelt_setting():
    files = [file for folder in ("tests", "benchmarks") for file in (ROOT / folder).rglob("*.py")]
    asked = {
        name for file in files for name in re.findall(r"environ(?:\.get\(|\[)\"(NEWSCLIP_\w+)\"", file.read_text())
    }
    assert len(asked) >= 5
    read_settings(dict.fromkeys(asked, "x") | {"NEWSCLIP_SETTINGS": os.devnull}, setting_names())


def test_the_defaults_that_are_told_are_in_force():
    options = read_options(Asked())
    told = dict(re.findall(r"^\| `NEWSCLIP_(\w+)` \| `([^`]+)`", (FOLDER / "settings.md").read_text(), re.MULTILINE))
    in_force = {name: getattr(options, name.lower(), None) for name in told}
    in_force |= {name: getattr(options.keep, name[5:].lower()) for name in told if name.startswith("KEEP_")}
    made_of_others = {"USER_AGENT", "MAIL_FROM"}
    compared = {n: str(v) for n, v in in_force.items() if isinstance(v, int | str) and n not in made_of_others}
    assert len(compared) >= 15
    assert compared == {name: told[name] for name in compared}


def test_every_page_stands_in_the_contents_and_a_broken_link_ends_the_build():
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text())
    checks = {what for kind in site["validation"].values() for what in kind.values()}
    assert (site["strict"], checks) == (True, {"warn"})
    listed = re.findall(r"- ([\w/-]+\.md)", (ROOT / "mkdocs.yml").read_text())
    assert sorted(listed) == sorted(str(page.relative_to(ROOT / "docs")) for page in (ROOT / "docs").rglob("*.md"))


@pytest.mark.integration
@pytest.mark.parametrize("broken", ["[a](nowhere.md)", "[a](how-to/operate.md#nowhere)", "[a](/nowhere.md)"])
def test_a_broken_link_ends_the_build(tmp_path: Path, broken: str):
    mkdocs = ROOT / ".build/docs/bin/mkdocs"
    if not mkdocs.exists():
        pytest.skip("NO ENVIRONMENT FOR THE DOCUMENTATION: `make docs` makes it")
    (build,) = re.findall(r"bin/(mkdocs build.*)", (ROOT / "tests/docs").read_text())
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    ends = []
    for more in ("", broken):
        (tmp_path / "docs/index.md").write_text(f"# Newsclip\n\n{more}\n")
        ends.append(
            subprocess.run([mkdocs, *build.split()[1:]], cwd=tmp_path, capture_output=True, check=False).returncode
        )
    assert ends == [0, 1]


@pytest.mark.parametrize(
    "page",
    [
        '<link rel="stylesheet" href="https://fonts.example/a.css">',
        '<link rel="preconnect" href="//fonts.example" crossorigin>',
        '<script src="https://cdn.example/a.js"></script>',
        '<img src=" HTTPS://cdn.example/a.png">',
        "<style>@import 'https://fonts.example/a.css'</style>",
        '<p style="background: url(//cdn.example/a.png)">',
    ],
)
def test_a_page_that_loads_from_another_host_is_noticed(tmp_path: Path, page: str):
    (tmp_path / "index.html").write_text(page)
    assert len(list(loaded_from_elsewhere(tmp_path))) == 1


def test_a_page_that_links_to_another_host_loads_nothing_from_it(tmp_path: Path):
    page = '<a href="https://a.example/">A</a><link rel="canonical" href="https://a.example/"><img src="a.png">'
    (tmp_path / "index.html").write_text(page)
    (tmp_path / "a.css").write_text("/* see https://a.example */ p { background: url(a.png) }")
    assert list(loaded_from_elsewhere(tmp_path)) == []
