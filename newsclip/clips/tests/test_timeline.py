"""The timeline tells a day only where the sentence's own words give it."""

from datetime import date

import pytest

from newsclip.clips.rules.extractive.timeline import date_in

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two trams collided on Tuesday in the centre of Lindmere.", date(2026, 11, 24)),
        ("The quay was closed on Monday.", date(2026, 11, 23)),
        ("The first hearing is set for 15 December.", date(2026, 12, 15)),
        ("The bridge opened on 9 June 1962.", date(1962, 6, 9)),
        ("Line 11 will run its normal route on Wednesday.", date(2026, 11, 25)),
        ("The board met yesterday.", date(2026, 11, 23)),
    ],
)
def test_a_day_that_the_words_give_is_told(text: str, day: date) -> None:
    assert date_in(text, TUESDAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "The government meets on Thursday.",
        "The market opens on Fridays.",
        "The choir sang every week on Friday.",
        "A family that has Sunday lunch on the quay was not hurt.",
        "The ferry left earlier than it does today.",
        "Today, such fires are rare, but they happened.",
        "He was told on Monday that it will close on Friday.",
        "“We met on Monday,” she said.",
        "The 31 February meeting was called off.",
    ],
)
def test_a_day_that_would_have_to_be_guessed_is_not_told(text: str) -> None:
    assert date_in(text, TUESDAY) is None
