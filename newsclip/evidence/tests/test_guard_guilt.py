"""Nobody is told as guilty who is suspected, accused or charged, and the law has gone no further than it has."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The murderer Jan Quist appeared in court.", "Jan Quist, accused of murder, appeared in court."),
        ("Police arrested the robber Jan Quist.", "Police arrested Jan Quist on suspicion of robbery."),
        ("Police arrested the robber.", "Police arrested a suspected robber."),
        ("The killer fled on Monday.", "The suspect fled on Monday."),
        ("The terrorist was arrested.", "The man, suspected of terrorism, was arrested."),
        ("Jan Quist is a thief.", "Jan Quist was arrested on suspicion of theft."),
    ],
)
def test_nobody_is_named_by_a_crime(said: str, held: str) -> None:
    assert code(said, held) in {"not_said", "turning_left_out"}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Jan Quist killed Ada Holm.", "Jan Quist was charged with the murder of Ada Holm."),
        ("Jan Quist robbed a bank.", "Jan Quist was accused of robbing a bank."),
        ("Jan Quist took bribes.", "Jan Quist was charged with taking bribes."),
        ("Jan Quist committed fraud.", "Jan Quist faces charges of fraud."),
        ("Jan Quist committed fraud.", "Jan Quist denies committing fraud."),
        ("The court heard about Quist's crime.", "The court heard about Quist's alleged crime."),
        ("Jan Quist, who stole the boat, was arrested.", "Jan Quist, accused of stealing the boat, was arrested."),
    ],
)
def test_a_charge_is_no_deed(said: str, held: str) -> None:
    assert code(said, held) in {"turning_left_out", "says_instead", "claim_negated"}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Jan Quist was convicted of murder.", "Jan Quist was charged with murder."),
        ("Jan Quist was found guilty of theft.", "Jan Quist was charged with theft."),
        ("Jan Quist was charged with theft.", "Jan Quist was questioned about a theft."),
        ("Jan Quist was jailed for theft.", "Jan Quist was arrested for theft."),
    ],
)
def test_the_law_has_gone_no_further(said: str, held: str) -> None:
    assert code(said, held) == "says_instead"


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The suspected robber was arrested.", "Police arrested a suspected robber."),
        ("The killer was jailed.", "The court jailed the killer."),
        ("Quist is accused of killing Holm.", "Jan Quist was charged with killing Ada Holm."),
        ("Quist, who killed Holm, was jailed.", "Jan Quist, who was charged and jailed, killed Ada Holm."),
        ("The storm killed 12 sailors.", "The storm killed 12 sailors. The captain was charged."),
        ("Quist was arrested.", "Jan Quist was arrested and charged."),
    ],
)
def test_what_the_passages_say_of_guilt_passes(said: str, held: str) -> None:
    assert fault(said, held) is None
