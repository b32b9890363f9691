"""What others install: a wheel with all that runs, and nothing of what develops."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.integration, pytest.mark.once]

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("newsclip_social-*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def names(wheel):
    return {str(file.relative_to(wheel)) for file in wheel.rglob("*") if file.is_file()}


def ran(wheel, home, *words):
    """A command of the wheel, from a folder that has nothing of the checkout. The packages are those of this one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    environment = kept | {"NEWSCLIP_HOME": str(home / "data"), "PYTHONPATH": str(wheel)}
    return subprocess.run(
        [sys.executable, *words], cwd=home, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


def test_it_holds_all_that_git_has_of_the_package_but_its_tests(wheel):
    listed = subprocess.run(["git", "ls-files", "newsclip"], cwd=ROOT, capture_output=True, text=True, check=True)
    kept = {name for name in listed.stdout.splitlines() if "/tests/" not in name and (ROOT / name).exists()}
    of_the_package = {name for name in names(wheel) if name.startswith("newsclip/")}
    assert kept - of_the_package == set()
    assert [name for name in of_the_package if "/tests/" in name] == []


def test_it_says_whose_it_is(wheel):
    (metadata,) = wheel.glob("newsclip_social-*.dist-info/METADATA")
    head = metadata.read_text().partition("\n\n")[0].splitlines()
    assert {"Name: newsclip-social", "License-Expression: AGPL-3.0-or-later"} <= set(head)
    (version,) = (line.removeprefix("Version: ") for line in head if line.startswith("Version: "))
    assert version.split(".")[:2] >= ["0", "2"]


def test_the_source_that_a_site_offers_can_be_built_again(wheel):
    there = wheel / "newsclip/server/project"
    assert (there / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert tomllib.loads((there / "pyproject.toml").read_text())["project"]["name"] == "newsclip-social"


def test_it_runs_by_itself_and_nothing_that_runs_needs_a_test(wheel, tmp_path):
    asked = "import newsclip, newsclip.demo.run, newsclip.urls; print(newsclip.__file__)"
    setup = "from newsclip.server.setup import prepare; prepare(); "
    done = ran(wheel, tmp_path, "-c", setup + asked)
    assert (done.returncode, done.stdout.strip()) == (0, str(wheel / "newsclip/__init__.py")), done.stderr
    static = tmp_path / "data/static"
    assert list(static.rglob("*.css"))
    assert (static / "newsclip-source.tar.gz").stat().st_size > 1_000_000
