"""Whether a name is the whole subject of its verb: behind a calling it is, behind what only looks like one, not."""

import pytest

from newsclip.evidence.verifier.foreign_subjects import says
from newsclip.evidence.verifier.speaking import gives
from newsclip.evidence.verifier.subjects import is_whole


@pytest.mark.parametrize(
    "lead",
    [
        "Velm mayor ",
        "acting mayor ",
        "long-serving mayor ",
        "Minister for Harbour Works ",
        "University of Orlo professor ",
        "the 2026 acting mayor ",
        "the vice-mayor, ",
        "the socialist, ",
        "the mayor of Velm, ",
    ],
)
def test_a_name_behind_a_calling_is_all_that_is_named(lead: str) -> None:
    assert is_whole(lead, " on Monday.") or is_whole(lead, ".")


@pytest.mark.parametrize(
    "lead",
    [
        # no calling
        "beside mayor ",
        "master old ",
        "Orlo " * 10 + "mayor ",
        # under whom somebody works, who may be the one that is named
        "the head of Harbour Works ",
        "beside Minister for Harbour Works ",
        "University of science professor ",
        # nobody who holds an office
        "the mayor of Velm ",
        "the " + "Orlo " * 18 + "mayor, ",
        "beside mayor, ",
        "the of Velm, ",
        "the clerk beside mayor, ",
        "the old, ",
        "the mayors, ",
        "the clerk of the Mayor, ",
        "the clerk of the Harbourman, ",
    ],
)
def test_a_name_behind_anything_else_may_be_a_part(lead: str) -> None:
    assert not is_whole(lead, ".")


def test_a_name_that_another_is_joined_to_is_not_all() -> None:
    text = "“We open in June,” said Ilse Brandt of Orlo and Ada Quist."
    assert not gives(text, 1, text.index("”"), "Ilse Brandt", "en")


def test_whoever_is_named_in_full_beside_the_speaker_may_have_spoken() -> None:
    text = "„Wir öffnen im Juni“, sagte Ilse Brandt am Montag mit Ada Quist."
    assert not gives(text, 1, text.index("“"), "Ilse Brandt", "de")
    assert gives(text.replace(" mit Ada Quist", ""), 1, text.index("“"), "Ilse Brandt", "de")


def test_in_a_language_without_callings_nobody_is_named() -> None:
    assert not says("powiedziała Ilse Brandt", 12, 23, "pl")
