"""The extractive writer publishes no word that its passages do not hold: a sample of the shared articles."""

from pathlib import Path

import pytest

from benchmarks.unsupported import run

EVERY = 25


@pytest.mark.shared
@pytest.mark.parametrize("name", ["pages-news258", "stories-localnews", "stories-basil", "summaries-bump"])
def test_no_unsupported_word_is_published(shared_data: Path, name: str) -> None:
    assert run(name, None, EVERY, show=20)
