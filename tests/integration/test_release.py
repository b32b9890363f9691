"""`tests/release` (`make release`) builds what it says in a clone, or leaves nothing where a step fails.

What it would fetch from the index, a stand-in for uv takes from the environment of tests; images are not built.
"""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

pytestmark = [pytest.mark.integration, pytest.mark.once]

ROOT = Path(__file__).parents[2]
UV = shutil.which("uv") or shutil.which("uv", path=str(ROOT / ".build/uv/bin"))
VERSION = "9.9.0"  # of no release yet
NEEDED = (
    *("awk", "bash", "cat", "cp", "cut", "date", "dirname", "env", "git", "grep", "gzip", "make", "mkdir", "rm", "sed"),
    *("sh", "sha256sum"),
)
STAND_IN = """#!{python}
import os, sys
from pathlib import Path
words = sys.argv[1:]
if words[:2] == ["pip", "sync"]:
    if "FAILS" in os.environ:
        sys.exit("no index answers")
    environment = Path(words[words.index("--python") + 1]).parents[1]
    (site,) = environment.glob("lib/python3.*/site-packages")
    (site / "of_tests.pth").write_text({packages!r})
    tool = environment / "bin/cyclonedx-py"
    tool.write_text({bill!r})
    tool.chmod(0o755)
else:
    os.execv({uv!r}, [{uv!r}, *words])
"""
# A bill of materials as cyclonedx-py makes it, of one package.
BILL = f"""#!{sys.executable}
import json, sys
told = {{"name": "django", "licenses": [{{"expression": "BSD-3-Clause"}}]}}
bill = {{"metadata": {{"component": {{"name": "newsclip-social"}}}}, "components": [told]}}
open(sys.argv[sys.argv.index("-o") + 1], "w").write(json.dumps(bill))
"""


@pytest.fixture
def clone(tmp_path) -> Path:
    if UV is None:
        pytest.skip("NO UV: python3 -m pip install uv")
    folder = tmp_path / "clone"
    git(ROOT, "clone", "-q", "--shared", "--no-tags", str(ROOT), str(folder))
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / ".git/info/exclude").write_text(".venv\n")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in NEEDED:
        (programs / name).symlink_to(shutil.which(name))
    uv = programs / "uv"
    packages = sysconfig.get_path("purelib")
    uv.write_text(STAND_IN.format(python=sys.executable, packages=packages, bill=BILL, uv=UV))
    uv.chmod(0o755)
    return folder


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def release(clone: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    who = {f"GIT_{role}_{what}": "ops@news.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    surroundings = {
        "PATH": str(clone.parent / "bin"), "HOME": str(clone.parent), "LC_ALL": "C.UTF-8", "CHECK": "help",
        "UV_OFFLINE": "1", **who, **environment,
    }  # fmt: skip
    command = [str(clone / "tests/release"), *words]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=900)


def test_a_release_has_its_version_its_notes_and_its_checksums_and_publishes_nothing(clone):
    done = release(clone, VERSION)
    assert done.returncode == 0, done.stdout + done.stderr
    built = clone / "dist" / VERSION
    wheel, source = f"newsclip_social-{VERSION}-py3-none-any.whl", f"newsclip_social-{VERSION}.tar.gz"
    files = {"NOTES.md", "SHA256SUMS", "requirements.lock", "sbom.cdx.json", wheel, source}
    assert {file.name for file in built.iterdir()} == files
    assert "Left out: neither docker nor podman is here." in done.stdout
    assert f"\nnewsclip {VERSION}\n" in done.stdout  # as the wheel says when it is installed
    assert f'"version": "{VERSION}"' in (built / "sbom.cdx.json").read_text()
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=built, check=True)
    assert f"\n## {VERSION} - " in (clone / "CHANGELOG.md").read_text()
    assert git(clone, "log", "-1", "--format=%s") == f"release: {VERSION}"
    assert git(clone, "tag", "--points-at", "HEAD") == f"v{VERSION}"
    assert git(clone, "tag", "-l", "--format=%(contents)", f"v{VERSION}") == (built / "NOTES.md").read_text().strip()
    assert git(clone, "status", "--porcelain") == ""
    again = release(clone, VERSION)
    assert (again.returncode, "is there already" in again.stderr) == (1, True)


def test_a_release_that_fails_leaves_neither_commit_nor_tag_nor_files(clone):
    before = git(clone, "rev-parse", "HEAD")
    done = release(clone, VERSION, FAILS="1")
    assert (done.returncode != 0, "its commit and its tag are taken back" in done.stderr) == (True, True), done.stderr
    assert git(clone, "rev-parse", "HEAD") == before
    assert git(clone, "tag", "-l", f"v{VERSION}") == ""
    assert git(clone, "status", "--porcelain") == ""
    assert not (clone / "dist" / VERSION).exists()


def test_no_release_is_made_of_what_is_not_committed_or_has_no_version(clone):
    assert (done := release(clone)).returncode == 2, done.stderr
    (clone / "README.md").write_text("changed")
    done = release(clone, VERSION)
    assert (done.returncode, "not committed" in done.stderr) == (1, True)
