"""Who is called by what they do is a person, whom a pronoun may mean: "The conductor, Isidor Venn, … he said."."""

import pytest

from newsclip.language.quotations import find_quotes


@pytest.mark.parametrize(
    "subject",
    [
        "The conductor, Isidor Venn,",
        "A geodesist at the university, Isidor Venn,",
        "The hall’s new architect, Isidor Venn,",
    ],
)
def test_a_pronoun_means_who_is_called_by_what_they_do(subject: str) -> None:
    (found,) = find_quotes(f"{subject} dropped a pencil. “I heard it in the last row,” he said.")
    assert found.speaker == "Isidor Venn"


@pytest.mark.parametrize(
    "before",
    [
        "The ferry, Isidor Venn, sank on Monday.",
        "The rescue of a diver, Isidor Venn, took an hour.",
        "The conductor, Isidor Venn, met the diver, Noel Farrant.",
        "The diver, Isidor Venn, sank. His son was on shore.",
    ],
)
def test_a_pronoun_means_nobody_where_it_may_be_another(before: str) -> None:
    (found,) = find_quotes(f"{before} “I heard it in the last row,” he said.")
    assert found.speaker is None
