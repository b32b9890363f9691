"""No sentence says the contrary of its passages, in whichever of the words of the pack."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault
from newsclip.language.pack import ENGLISH, verifier_words

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("fee climbed", "fee dropped"), ("price soared", "price tumbled"), ("company expanded", "company shrank"),
        ("team won the match", "team lost the match"), ("council accepted the offer", "council rejected the offer"),
        ("port opened on Monday", "port closed on Monday"), ("man was found guilty", "man was found innocent"),
        ("mayor backed the plan", "mayor opposed the plan"), ("mayor praised the crew", "mayor condemned the crew"),
        ("mill hired 12 workers", "mill dismissed 12 workers"), ("mill laid off workers", "mill hired workers"),
        ("crew left before the storm", "crew left after the storm"), ("bank bought the ferry", "bank sold the ferry"),
        ("council raised the fee", "council lowered the fee"), ("talks succeeded", "talks failed"),
        ("crew survived", "crew died"), ("judge freed the man", "judge jailed the man"),
        ("court upheld the ban", "court overturned the ban"), ("council imposed the ban", "council lifted the ban"),
        ("rules were tightened", "rules were eased"), ("firm made a profit", "firm made a loss"),
        ("minister was appointed", "minister was sacked"), ("minister was sacked", "minister resigned"),
        ("mayor promised the sale", "mayor ruled out the sale"), ("economy improved", "economy worsened"),
    ],
)  # fmt: skip
def test_no_word_says_the_contrary(said: str, held: str) -> None:
    assert code(f"The {said}.", f"The {held}.") in {"says_instead", "claim_negated"}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("risk is high", "risk is low"), ("road is safe", "road is dangerous"), ("water is clean", "water is dirty"),
        ("man is older", "man is younger"), ("crew found the boat", "crew lost the boat"),
        ("bus came early", "bus came late"), ("plan is popular", "plan is unpopular"),
        ("test was positive", "test was negative"), ("mill is large", "mill is small"),
        ("council cut the fee", "council raised the fee"), ("deal was signed", "deal was cancelled"),
    ],
)  # fmt: skip
def test_nothing_is_told_of_a_thing_to_the_contrary(said: str, held: str) -> None:
    assert code(f"The {said}.", f"The {held}.") == "says_instead"


def test_what_is_told_of_one_thing_is_not_told_of_the_other() -> None:
    both = "Fees rose on Monday. Wages fell on Tuesday."
    assert code("Wages rose on Tuesday.", both) == "says_instead"
    assert fault("Wages fell on Tuesday and fees rose on Monday.", both) is None


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Efforts to cut emissions have slowed.", "Efforts to reduce emissions and to curb rising fees have slowed."),
        ("The shop loses its licence.", "The shop had its licence revoked as faults were found."),
        ("The small shop has a large yard.", "The little shop has a big yard."),
        ("A safer road is planned.", "The risky road is to become safer, as is planned."),
    ],
)
def test_a_contrary_of_another_thing_passes(text: str, passage: str) -> None:
    assert fault(text, passage) is None


def test_no_word_of_a_pair_is_on_both_sides() -> None:
    known = verifier_words(ENGLISH)
    assert known
    assert known.guarded
    for one, other in (*known.guarded.contraries, *known.guarded.tied_contraries):
        assert not set(one) & set(other), (one, other)
