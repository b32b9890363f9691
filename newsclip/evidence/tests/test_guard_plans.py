"""A plan is not done, and what is hoped or expected is not sure to come."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "plans",
    [
        "plans", "wants", "intends", "aims", "is expected", "is likely", "threatened", "offered", "has been asked",
    ],
)  # fmt: skip
def test_a_plan_is_neither_sure_nor_done(plans: str) -> None:
    held = f"The council {plans} to sell the quay."
    assert code("The council will sell the quay.", held) == "turning_left_out"
    assert code("The council sold the quay.", held) == "turning_left_out"
    assert fault(f"The council, which {plans} to sell the quay, met.", f"{held} The council met.") is None


@pytest.mark.parametrize(
    "plans", ["is set", "agreed", "voted", "promised", "is about", "is", "tried", "is going", "is ready"]
)
def test_what_is_agreed_or_set_is_not_done(plans: str) -> None:
    held = f"The council {plans} to sell the quay."
    assert code("The council sold the quay.", held) == "turning_left_out"
    assert code("The quay was sold.", held.replace("council", "city")) == "turning_left_out"


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The council will sell the quay.", "The council is considering selling the quay."),
        ("The council will sell the quay.", "The council proposed selling the quay."),
        ("The quay was sold.", "The quay is to be sold."),
        ("The council is selling the quay.", "The council may be selling the quay."),
        ("The council sold the quay.", "The council will sell the quay."),
    ],
)
def test_nor_is_what_is_considered(said: str, held: str) -> None:
    assert code(said, held) == "turning_left_out"


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The council will sell the quay.", "The council is set to sell the quay."),
        ("The council will sell the quay.", "The council agreed to sell the quay."),
        ("The council sold the quay.", "The council managed to sell the quay."),
        ("The council sold the quay.", "The council is glad about selling the quay."),
        ("The council sold the quay.", "The council agreed to sell the quay, and sold it in May."),
    ],
)
def test_what_is_set_will_be_and_what_was_done_is_done(said: str, held: str) -> None:
    assert fault(said, held) is None
