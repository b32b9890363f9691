"""The program knows its version, and notices another one that is called as it is."""

import sys

import pytest

from newsclip.kernel import release

OURS = "Metadata-Version: 2.4\nName: newsclip\nSummary: Social news discovery that shows its evidence\n"
THEIRS = "Metadata-Version: 2.4\nName: newsclip\nSummary: News search and archiving\n"


@pytest.fixture
def environment(tmp_path, monkeypatch):
    """An environment in which nothing is installed."""
    place = tmp_path / "site-packages"
    place.mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(place)])
    release.version.cache_clear()
    yield lambda name, told="": [(place / name).mkdir(), (place / name / "METADATA").write_text(told)]
    release.version.cache_clear()


def test_the_version_is_that_of_what_is_installed(environment):
    environment("newsclip_social-0.3.0.dev4+g1f2e3d4.dist-info")
    environment("newsclip_social_words-9.dist-info")
    assert release.version() == "0.3.0.dev4+g1f2e3d4"
    assert release.public_version() == "0.3.0.dev4"
    assert release.short_version() == "0.3"
    assert release.user_agent("https://news.example", "mailto:desk@people.example") == (
        "Newsclip/0.3 (+https://news.example/about; desk@people.example)"
    )


def test_a_folder_that_nobody_installed_has_a_version_too(environment):
    assert release.version() == "0.2.0.dev0"


def test_another_program_of_the_same_name_is_noticed(environment):
    assert release.namesake() == ""
    environment("newsclip-0.9.2.dist-info", THEIRS)
    assert release.namesake() == "0.9.2"


def test_our_own_under_its_former_name_is_none(environment):
    environment("newsclip-0.1.0.dist-info", OURS)
    assert release.namesake() == ""
