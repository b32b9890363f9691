"""How many in words stays as many: shares, fractions, rows and what is not counted."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Most residents left the town.", "Some residents left the town."),
        ("Many residents left the town.", "A few residents left the town."),
        ("All residents left the town.", "Most residents left the town."),
        ("Few residents left the town.", "Most residents left the town."),
        ("Many boats sank.", "Several boats sank."),
        ("The ferry is usually late.", "The ferry is sometimes late."),
        ("The council mostly funds the port.", "The council partly funds the port."),
        ("Hundreds of boats sank.", "Dozens of boats sank."),
        ("Dozens of boats sank.", "Several boats sank."),
        ("Thousands of residents left.", "Some 900 residents left."),
        ("Three boats sank.", "A third of the boats sank."),
        ("Four boats sank.", "A quarter of the boats sank."),
        ("Four boats sank in the harbour.", "Boats sank in the harbour in the fourth quarter."),
        ("A third of the boats sank.", "Three of the boats sank."),
        ("A third of the boats sank.", "The third boat sank."),
        ("A third of the boats sank.", "A quarter of the boats sank."),
        ("Two thirds of the boats sank.", "A third of the boats sank."),
        ("Half of the boats sank.", "A quarter of the boats sank."),
        ("Half of the boats sank.", "The boats sank."),
        ("All of the boats sank.", "Half of the boats sank."),
        ("Holm came third in the race.", "Holm came second in the race."),
        ("This is the second strike of the year.", "This is the first strike of the year."),
    ],
)
def test_how_many_stays(said: str, held: str) -> None:
    assert code(said, held) in {"says_instead", "figure_not_said", "not_said"}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Most boats sank.", "The majority of boats sank."),
        ("Some residents left.", "Many residents left."),
        ("Most residents left.", "All residents left."),
        ("Hundreds of boats sank.", "The storm sank 319 boats."),
        ("Half of the boats sank.", "Of the boats, 50 per cent sank."),
        ("A fifth of the boats sank.", "Of the boats, 20% sank."),
        ("A third of the boats sank.", "One third of the boats sank."),
        ("The third boat sank.", "The 3rd boat sank."),
        ("A second boat sank.", "Another boat sank."),
        ("The most popular boat sank.", "The most popular of some boats sank."),
        ("Some 12 boats sank.", "About 12 boats sank, a few of them at once."),
    ],
)
def test_it_may_be_told_in_another_word(said: str, held: str) -> None:
    assert fault(said, held) is None
