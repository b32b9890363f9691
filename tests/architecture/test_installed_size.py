"""What runs stays small: counted from the files that each installed package lists, its own packages' included."""

import platform
import sys
from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement

pytestmark = [pytest.mark.slow, pytest.mark.once]
EXTRAS = ("syntax", "languages", "s3")


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


@pytest.mark.skipif((sys.platform, platform.machine()) != ("linux", "x86_64"), reason="NO FIGURES for this machine")
def test_an_installation_without_extras_takes_less_than_300_mb_and_with_all_600():
    alone, whole = mebibytes(), mebibytes(*EXTRAS)
    assert 200 < alone < 300
    assert alone + 250 < whole < 600
