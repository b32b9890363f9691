"""What narrows a statement is not left out of it."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Residents may use the quay.", "Only residents may use the quay."),
        ("The ferry sails on Mondays.", "The ferry sails only on Mondays."),
        ("The mill has one worker.", "The mill has only one worker."),
        ("All ferries were cancelled.", "All ferries except the Petrel were cancelled."),
        ("All ferries were cancelled.", "All ferries but the Petrel were cancelled."),
        ("All ferries were cancelled.", "All ferries apart from the Petrel were cancelled."),
        ("The port is closed to visitors.", "The port is closed to visitors for now."),
        ("The port was closed.", "The port was temporarily closed."),
        ("The bridge was destroyed.", "The bridge was partially destroyed."),
        ("The council approved the plan.", "The council approved the plan in principle."),
        ("The council approved the plan.", "The council provisionally approved the plan."),
        ("The port reopened.", "The port almost reopened."),
        ("Nobody may fish.", "Nobody may fish without a licence."),
        ("The drug cures cancer.", "The drug cures cancer in mice."),
        ("The drug halved pain, Holm said.", "The drug halved pain in rats, Holm said."),
        ("Profits rose by 5 per cent.", "Profits rose by 5 per cent in the first quarter."),
        ("It is the longest bridge.", "It is one of the longest bridges."),
        ("It is the longest bridge.", "It is the second longest bridge."),
        ("The ferry was the first to sail.", "The ferry was one of the first to sail."),
    ],
)
def test_what_narrows_stays(said: str, held: str) -> None:
    assert code(said, held) in {"turning_left_out", "figure_not_said"}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Residents alone and solely may use the quay.", "Only residents alone may use the quay."),
        ("The port was closed.", "The port was temporarily closed. In May the port was closed for good."),
        ("Every ferry apart from the Petrel was cancelled.", "Every ferry except the Petrel was cancelled."),
        ("In tests on mice, the drug cures cancer.", "The drug cures cancer in mice."),
        ("The council bought items of fur.", "The council bought items of fur in a shop with stuffed animals."),
        ("It is one of Orlo's longest bridges.", "It is one of the longest bridges in Orlo."),
        ("A storm cancelled the sale, and the buyer left.", "A storm cancelled the sale only for the buyer to leave."),
    ],
)
def test_what_narrows_may_be_told_in_another_word(said: str, held: str) -> None:
    assert fault(said, held) is None


def test_the_sentence_before_may_tell_the_part_of_the_year() -> None:
    held = "Profits rose by 5 per cent in the first quarter."
    assert fault("Profits rose by 5 per cent.", held, before=("The mill told of its first quarter.",)) is None
