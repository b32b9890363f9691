"""Marks of quotations, as a page writes them."""

import pytest

from newsclip.language.quotation_marks import unmarked


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("“I used to be a deckhand.”", "I used to be a deckhand."),
        ('"It is safe".', "It is safe."),
        ("“We sail on.” “We do.”", "We sail on.’ ‘We do."),
        ('"We never wanted this," she said.', "‘We never wanted this,’ she said."),
        ("“We are not a bus route: we sail", "We are not a bus route: we sail"),
        ("The “Sabine” sank.", "The ‘Sabine’ sank."),
        ('A 5" pipe burst.', 'A 5" pipe burst.'),
        ("", ""),
    ],
)
def test_between_marks_a_quotation_has_no_second_ones_of_the_same_kind(written, words):
    assert unmarked(written) == words
