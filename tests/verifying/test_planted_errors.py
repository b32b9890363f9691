"""Errors planted in the sample press's sentences are refused; the sentences themselves are not."""

from collections import Counter

import pytest

from benchmarks.planting import KINDS, Planted
from benchmarks.verifying import caught, judged_true, misgiven, planted

pytestmark = [pytest.mark.slow, pytest.mark.once]

SAMPLE = 7


@pytest.fixture(scope="module")
def sample() -> list[Planted]:
    """One in so many of each kind, and one of those of which there are few."""
    every = planted()
    return [one for kind in KINDS for one in [one for one in every if one.kind == kind][::SAMPLE]]


@pytest.mark.parametrize(("way", "least"), [("invented", 0.99), ("swapped", 0.99), ("turned", 0.99)])
def test_planted_errors_are_refused(sample: list[Planted], way: str, least: float) -> None:
    judged = [(caught(one), one.text) for one in sample if one.way == way]
    assert len(judged) > 100
    assert sum(right for right, _ in judged) / len(judged) >= least, [text for right, text in judged if not right]


def test_the_sample_holds_every_kind_of_error(sample: list[Planted]) -> None:
    count = Counter(one.kind for one in sample)
    assert set(count) == set(KINDS)
    assert min(count[kind] for kind in KINDS[:10]) >= 10


@pytest.mark.integration  # seconds
def test_true_sentences_are_not_refused() -> None:
    count, refused = judged_true()
    assert count > 1000
    assert len(refused) / count <= 0.01, refused


@pytest.mark.integration  # seconds
def test_wrong_speakers_and_days_are_refused() -> None:
    found = list(misgiven())
    assert {kind for kind, _ in found} == {"speaker of a quotation", "day of the timeline"}
    assert [kind for kind, refused in found if not refused] == []
