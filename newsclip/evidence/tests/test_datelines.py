"""A dateline is cut from the front of a sentence, however the line goes on."""

import pytest

from newsclip.evidence.verifier.datelines import is_dateline
from newsclip.writing.cleaning import without_dateline
from tests.cpu_time import MOST_GROWTH, growth


@pytest.mark.parametrize("piece", ["A", "AB ", "AB-", "AB, ", "AB/", "Ab ", "A. ", "AB AB: "])
def test_a_run_of_capitals_twice_as_long_takes_twice_as_long(piece):
    assert growth(lambda many: without_dateline(piece * many), 50_000, 100_000) <= MOST_GROWTH


def test_a_place_without_the_form_of_a_dateline_is_none() -> None:
    texts = ["It rained in Orlo."]
    assert is_dateline("Orlo, May 3 (AP) —", "en", (), texts)
    assert not is_dateline("Orlo May 3, Orlo", "en", (), texts)
