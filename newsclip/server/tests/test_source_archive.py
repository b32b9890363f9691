"""Who uses a site may have the source of what runs there: it is collected with the styles and scripts."""

import tarfile
from pathlib import Path

import pytest

import newsclip
from newsclip.kernel.release import public_version
from newsclip.server.source_archive import newest, write_source


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    made = tmp_path_factory.mktemp("made") / "newsclip-source.tar.gz"
    write_source(made)
    with tarfile.open(made) as opened:
        return {one.name: opened.extractfile(one).read() for one in opened}


def test_it_holds_the_program_and_what_builds_it_again(archive):
    names = {name.partition("/")[2] for name in archive}
    assert {name.partition("/")[0] for name in archive} == {f"newsclip-{public_version()}"}
    assert {"newsclip/__init__.py", "newsclip/evidence/verifier/__init__.py", "LICENSE", "pyproject.toml"} <= names
    assert {"newsclip/web/templates/base.html", "newsclip/locale/de/LC_MESSAGES/django.po", "README.md"} <= names
    assert b"GNU AFFERO GENERAL PUBLIC LICENSE" in archive[f"newsclip-{public_version()}/LICENSE"]


def test_it_holds_nothing_that_is_made_or_not_run(archive):
    assert [name for name in archive if "__pycache__" in name or "/tests/" in name or name.endswith(".new")] == []


def test_it_holds_every_file_of_the_package(archive):
    package = Path(newsclip.__file__).parent
    names = (file.relative_to(package.parent) for file in package.rglob("*") if file.is_file())
    files = {str(name) for name in names if not {"tests", "__pycache__"}.intersection(name.parts)}
    assert files - {name.partition("/")[2] for name in archive} == set()


@pytest.fixture
def package(tmp_path):
    """One of a single module, into which an operator has put what is theirs."""
    folder, home = tmp_path / "newsclip", tmp_path / "newsclip" / "our-data"
    for file in ("site.py", "settings.toml", ".env.txt", ".git/config.txt", "dump.sql", "key", "our-data/media/a.webp"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(file)
    (tmp_path / "elsewhere.txt").write_text("a secret")
    (folder / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    return folder, (home, folder / "settings.toml")


def test_what_an_operator_keeps_in_the_package_is_given_to_nobody(package, tmp_path):
    folder, private = package
    write_source(tmp_path / "made.tar.gz", folder, private)
    with tarfile.open(tmp_path / "made.tar.gz") as opened:
        assert [one.name.partition("/")[2] for one in opened] == ["newsclip/site.py"]


def test_a_home_around_the_package_leaves_nothing_out(package, tmp_path):
    write_source(tmp_path / "made.tar.gz", package[0], (tmp_path,))
    with tarfile.open(tmp_path / "made.tar.gz") as opened:
        assert "newsclip/site.py" in {one.name.partition("/")[2] for one in opened}


def test_a_package_installed_as_links_is_given_with_what_they_lead_to(package, tmp_path):
    installed = tmp_path / "site-packages" / "newsclip"
    installed.mkdir(parents=True)
    (installed / "site.py").symlink_to(package[0] / "site.py")
    write_source(tmp_path / "made.tar.gz", installed, ())
    with tarfile.open(tmp_path / "made.tar.gz") as opened:
        assert [opened.extractfile(one).read() for one in opened] == [b"site.py"]


def test_it_tells_no_account_of_the_machine(package, tmp_path):
    write_source(tmp_path / "made.tar.gz", *package)
    with tarfile.open(tmp_path / "made.tar.gz") as opened:
        assert {(one.uid, one.gid, one.uname, one.gname) for one in opened} == {(0, 0, "", "")}


def test_a_start_notices_whether_the_source_was_changed(package):
    folder, private = package
    before = newest(folder, private)
    (folder / "our-data" / "more.txt").write_text("not the source's")
    assert newest(folder, private) == before
    (folder / "site.py").write_text("changed by the operator")
    changed = newest(folder, private)
    (folder / "more.py").write_text("")
    assert len({before, changed, newest(folder, private)}) == 3
