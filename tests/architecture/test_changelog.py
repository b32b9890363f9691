"""The changelog says what changed by release and group, and a release takes its notes from there."""

import re

import pytest

from tests.changelog import FILE, GROUPS, notes, released

TEXT = """# Changelog

## Unreleased

### Upgrade notes

- Set `home`.

### Fixed

- The bell rings again.

## 0.2.0 - 2026-11-30

### Added

- A bell.
"""


def test_what_is_unreleased_gets_a_version_and_a_day():
    text = released(TEXT, "0.3.0", "2026-12-24")
    assert text.startswith("# Changelog\n\n## Unreleased\n\n## 0.3.0 - 2026-12-24\n\n### Upgrade notes\n")
    assert notes(text, "0.3.0") == "### Upgrade notes\n\n- Set `home`.\n\n### Fixed\n\n- The bell rings again.\n"
    assert notes(text, "0.2.0") == "### Added\n\n- A bell.\n"
    assert notes(text, "0.4.0") == ""


@pytest.mark.parametrize(
    ("version", "says"),
    [("0.3", "three numbers"), ("v0.3.0", "three numbers"), ("0.2.0", "has version 0.2.0 already")],
)
def test_a_version_that_cannot_be_is_refused_with_what_to_do(version, says):
    with pytest.raises(SystemExit, match=says):
        released(TEXT, version, "2026-12-24")


def test_a_release_of_nothing_is_refused():
    with pytest.raises(SystemExit, match="nothing to release"):
        released(released(TEXT, "0.3.0", "2026-12-24"), "0.4.0", "2026-12-25")


@pytest.mark.integration
def test_ours_is_in_groups_each_once_and_in_their_order():
    for version in re.findall(r"^## (\S+)", FILE.read_text(), re.MULTILINE):
        told = re.findall(r"^### (.+)", notes(FILE.read_text(), version), re.MULTILINE)
        assert told == [group for group in GROUPS if group in told]


@pytest.mark.integration
def test_nothing_of_ours_is_said_twice():
    lines = re.findall(r"^- .{40,}", FILE.read_text(), re.MULTILINE)
    assert sorted({line for line in lines if lines.count(line) > 1}) == []
