"""A command loads what it uses: nobody waits for the parts of another one."""

import os
import subprocess
import sys

import pytest

from newsclip import __version__

pytestmark = pytest.mark.slow

NO_PAGES = {
    "numpy",
    "lxml",
    "selectolax",
    "trafilatura",
    "nupunkt",
    "textblob",
    "spacy",
    "aiohttp",
    "structlog",
    "rich",
    "fido2",
    "newsclip.language.pack",
}
NO_CLIPS = {
    "newsclip.clips.rules",
    "newsclip.writing",
    "newsclip.evidence.verifier",
    "newsclip.pipeline.journey",
    "newsclip.wiring",
    "newsclip.community.actions",
    "newsclip.urls",
}
COMMAND = """import atexit, sys
atexit.register(lambda: print("LOADED", *sys.modules))
from newsclip.cli import main
main()"""


def ran(home, *words: str) -> "subprocess.CompletedProcess[str]":
    """A command as one types it, in a folder of its own; the modules that it loaded are told at its end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    asked = [sys.executable, "-c", COMMAND, *words]
    environment = kept | {"NEWSCLIP_HOME": str(home)}
    return subprocess.run(asked, env=environment, capture_output=True, text=True, check=False, timeout=600)


def loaded(done: "subprocess.CompletedProcess[str]") -> set[str]:
    return set(done.stdout.partition("LOADED ")[2].split())


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where a command ran before, which made the tables."""
    folder = tmp_path_factory.mktemp("home")
    assert "No source is read yet." in ran(folder, "refresh").stderr
    return folder


def test_the_version_is_said_without_framework_vectors_or_parsers(tmp_path):
    done = ran(tmp_path, "--version")
    assert done.stdout.startswith(f"newsclip {__version__}\n")
    assert loaded(done) & (NO_PAGES | {"django", "newsclip.settings"}) == set()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [["sources"], ["sources", "https://a.example/feed"]])
def test_sources_are_listed_without_what_reads_pages_writes_or_verifies(home, words):
    done = ran(home, *words)
    assert done.returncode == 1
    assert "django" in loaded(done)
    assert loaded(done) & (NO_PAGES | NO_CLIPS) == set()
    assert "django.db.migrations.executor" not in loaded(done)


def test_a_small_command_looks_at_the_tables_by_their_names_alone(home):
    done = ran(home, "remove", "https://a.example/feed")
    assert "is not followed" in done.stderr
    assert loaded(done) & (NO_CLIPS | {"numpy", "trafilatura", "aiohttp", "django.db.migrations.executor"}) == set()


def test_a_source_is_added_without_what_writes_or_verifies(home):
    done = ran(home, "add", "http://10.0.0.1/")
    assert done.returncode == 1
    assert (
        loaded(done) & {"newsclip.pipeline.journey", "newsclip.clips.actions", "django.db.migrations.executor"} == set()
    )
