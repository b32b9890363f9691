"""Who uses a site may have the source of what runs there: it is collected with the styles and scripts."""

import tarfile

import pytest

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


def test_a_start_notices_whether_it_is_still_as_the_source_is():
    assert newest() == newest()
