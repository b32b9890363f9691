"""Static files that are built into an image are served from there, and a start collects none."""

import subprocess
import sys
from pathlib import Path

import django
import pytest

from newsclip.kernel.built_static import MARK, built_static, place, state

VERSION = django.get_version()


@pytest.fixture
def built(tmp_path):
    there = place(str(tmp_path))
    there.mkdir(parents=True)
    (there / MARK).write_text(state(VERSION))
    return there


def test_what_was_built_for_this_release_is_taken(built, tmp_path):
    assert built_static(VERSION, str(tmp_path)) == built


def test_without_a_build_or_after_an_upgrade_of_either_part_it_is_not(built, tmp_path):
    assert built_static("0.1", str(tmp_path)) is None
    (built / MARK).write_text(f"0.1.0 {VERSION}")
    assert built_static(VERSION, str(tmp_path)) is None
    assert built_static(VERSION, str(tmp_path / "elsewhere")) is None


@pytest.mark.integration
def test_a_build_is_hashed_compressed_readable_by_all_and_makes_no_home(tmp_path):
    to = str(tmp_path / "share" / "built")
    code = f"from pathlib import Path; from newsclip.server.build_static import build; build(Path({to!r}))"
    environment = {"PATH": "", "NEWSCLIP_HOME": str(tmp_path / "home"), "NEWSCLIP_SETTINGS": "/dev/null"}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)  # noqa: S603 our own words
    names = {one.name for one in Path(tmp_path, "share").rglob("*")}
    assert {"staticfiles.json", "newsclip-source.tar.gz", MARK} <= names
    assert [name for name in names if name.startswith("site.") and name.endswith(".css.gz") and name.count(".") == 3]
    assert not [one for one in Path(tmp_path, "share").rglob("*") if not one.stat().st_mode & 0o004]
    assert not (tmp_path / "home").exists()
