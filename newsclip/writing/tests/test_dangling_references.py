"""A line that speaks of what was said is told right behind it, and one that announces another is not told."""

import pytest

from newsclip.writing.cleaning import leans, unfit


@pytest.mark.parametrize(
    "line",
    [
        "Sailors wrote of that perch in their books.",
        "Ada Quist is likely to make that request once more.",
        "All three men said that it was late.",
        "By contrast Tern's four boats sailed without a problem.",
        "A few seconds later, the ferry turned to the quay.",
        "After a few minutes, the ferry turned to the quay.",
        "Subsequent developments delayed the quay.",
        "Officials stressed that such language was taken out.",
    ],
)
def test_a_line_that_speaks_of_what_was_said_leans(line: str) -> None:
    assert leans(line)


@pytest.mark.parametrize(
    "line",
    [
        "The price is twice that of a boat in Tern.",
        "Sailors said that request forms were late.",
        "All three of the boats sailed to Tern.",
        "Sailors said that such a storm is rare in Tern.",
    ],
)
def test_that_before_a_clause_leans_on_nothing(line: str) -> None:
    assert not leans(line)


def test_a_reason_that_is_not_the_only_one_announces_another() -> None:
    assert unfit("The storm is not the only explanation.") == "announcement"
