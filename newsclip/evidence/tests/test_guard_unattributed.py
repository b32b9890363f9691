"""Whose word it is stays told: no claim becomes a fact because its "said" is left out."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The port is unsafe.", "The port is unsafe, Ada Holm said."),
        ("The council lied to residents.", "The council lied to residents, Jan Quist said."),
        ("The council took bribes.", "Jan Quist said that the council took bribes."),
        ("The council took bribes.", "According to Jan Quist, the council took bribes."),
        ("Jan Quist stole the money.", "Jan Quist stole the money, prosecutors say."),
        ("The mayor knew of the leak.", "The mayor knew of the leak, rivals said."),
        ("The sale was a scandal.", "The sale was a scandal, Ada Holm said."),
        ("The ferry sank at night.", "“The ferry sank at night,” Ada Holm said."),
        ("The ferry was in bad shape.", "Crew members said the ferry was in bad shape."),
        ("The council broke the law.", "Residents say the council broke the law."),
        ("The war will end soon.", "The war will end soon, Jan Quist told reporters."),
    ],
)
def test_a_claim_is_not_told_as_a_fact(said: str, held: str) -> None:
    assert code(said, held) == "turning_left_out"
    assert code(said, held, place="headline") == "turning_left_out"


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The port is unsafe, Holm says.", "The port is unsafe, Ada Holm said."),
        ("Holm accuses the council of taking bribes.", "Ada Holm said that the council took bribes."),
        ("The council took bribes.", "The council took bribes. Jan Quist said that the council took bribes."),
        ("The ferry sank at night.", "The ferry sank at night, the council said."),
        ("The ferry could sink.", "The ferry could sink, a resident said."),
    ],
)
def test_another_source_a_report_or_a_doubt_may_be_told(said: str, held: str) -> None:
    assert fault(said, held) is None


def test_what_goes_on_with_the_same_source_needs_no_second_one() -> None:
    held = "The council broke the law, Ada Holm said."
    assert fault("The council broke the law.", held, before=("Ada Holm named her reasons.",)) is None
    assert code("The council broke the law.", held, before=("Jan Quist named his reasons.",)) == "turning_left_out"
