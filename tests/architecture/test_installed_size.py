"""What runs stays small: counted from the files that each installed package lists, and Newsclip's own."""

import compileall
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.util import cache_from_source, source_from_cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

pytestmark = [pytest.mark.slow, pytest.mark.once]
EXTRAS = ("syntax", "languages", "s3")
ROOT = Path(__file__).parents[2]
PIP = 9.8e6  # bytes of pip 25.1 with its bytecode
MEASURED = pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64"), reason="NO FIGURES for this machine"
)
USED = """
import os, sys
sys.path[:0] = sys.argv[1:]
from newsclip.server.setup import prepare
prepare()
from django.test import Client
from obstore.store import MemoryStore
from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.adapters.embedded.title_embedder import E5TitleEmbedder
assert len(SpacyParser()("The harbour opens.", "en").tokens) == 4
assert E5TitleEmbedder()("Der Hafen wird wieder geöffnet")
assert StaticVectors()(["The harbour opens"]).any()
store = MemoryStore()
store.put("a", b"picture")
assert bytes(store.get("a").bytes()) == b"picture"
for language in ("en", "de", "fr"):
    for path in ("/", "/about", "/accounts/login/", "/feed.json"):
        answer = Client().get(path, headers={"accept-language": language, "host": "localhost"})
        assert answer.status_code == 200, (path, answer.status_code)
print("all is there:", len([name for name in sys.modules if name.startswith("newsclip")]) > 100)
"""


def closure(name: str, extras: frozenset[str], found: dict[str, set[str]]) -> dict[str, set[str]]:
    """The package and all that it asks for, each with the extras that are asked of it."""
    known = found.setdefault(name.lower().replace("_", "-"), set())
    asked = {"", *extras}
    if not asked <= known:
        known |= asked
        wanted = [Requirement(line) for line in distribution(name).requires or ()]
        for one in wanted:
            if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in asked):
                closure(one.name, frozenset(one.extras), found)
    return found


def mebibytes(*extras: str) -> float:
    """Without Newsclip itself, and without bytecode, which a package may bring or not."""
    names = closure("newsclip-social", frozenset(extras), {}).keys() - {"newsclip-social"}
    files = [file for name in names for file in distribution(name).files or () if file.suffix != ".pyc"]
    return sum(file.size or 0 for file in files) / 2**20


@MEASURED
def test_an_installation_without_extras_takes_less_than_300_mb_and_with_all_600():
    alone, whole = mebibytes(), mebibytes(*EXTRAS)
    assert 200 < alone < 300
    assert alone + 250 < whole < 600


def files_of(*extras: str) -> Iterator[tuple[Path, Path]]:
    """Where each file of an installation is here, and where it belongs, without bytecode. Newsclip as in its wheel."""
    for name in closure("newsclip-social", frozenset(extras), {}):
        for file in distribution(name).files or ():
            here = Path(file.locate())
            if ".." not in file.parts and file.suffix != ".pyc" and here.is_file():
                yield here, Path(file)
    for here in (ROOT / "newsclip").rglob("*"):
        if here.is_file() and not {"tests", "__pycache__"} & set(here.parts):
            yield here, here.relative_to(ROOT)
    for name in ("pyproject.toml", "requirements.lock", "README.md", "LICENSE"):
        yield ROOT / name, Path("newsclip/server/project", name)


def stripped(folder: Path, *extras: str) -> Path:
    """All that runs, with its bytecode, as `pip` leaves it and then `strip-packages`.

    What is compiled here already is copied: to compile all of it takes half a minute of CPU.
    """
    for here, file in files_of(*extras):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(here, folder / file)  # with its time, by which bytecode is known to be of it
        bytecode = Path(cache_from_source(str(here)))
        if file.suffix == ".py" and bytecode.exists():
            (folder / file.parent / bytecode.parent.name).mkdir(exist_ok=True)
            shutil.copy(bytecode, folder / file.parent / bytecode.parent.name)
    compileall.compile_dir(folder, quiet=2)
    subprocess.run([ROOT / "docs/how-to/strip-packages", folder], check=True)
    return folder


def size_with_pip(packages: Path, *extras: str) -> float:
    """In bytes, of what these extras ask for; pip is in each environment, and here is none of it."""
    asked = {packages / file for _, file in files_of(*extras)}
    there = [file for file in packages.rglob("*") if file.is_file()]
    belongs = (file for file in there if (Path(source_from_cache(file)) if file.suffix == ".pyc" else file) in asked)
    return sum(file.stat().st_size for file in belongs) + PIP


@MEASURED
def test_stripped_it_takes_less_than_300_mb_without_extras_and_420_with_all_and_all_of_it_works(tmp_path):
    packages = stripped(tmp_path / "packages", *EXTRAS)
    assert 200e6 < size_with_pip(packages) < 300e6
    assert 380e6 < size_with_pip(packages, *EXTRAS) < 420e6
    options = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    options |= {"NEWSCLIP_HOME": str(tmp_path / "home"), "NEWSCLIP_SITE_URL": "http://localhost:8000"}
    command = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        USED,
        str(packages),
    ]  # sees neither the environment of tests nor this checkout
    done = subprocess.run(command, cwd=tmp_path, env=options, capture_output=True, text=True, check=False, timeout=900)
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["all is there: True"]), done.stderr
