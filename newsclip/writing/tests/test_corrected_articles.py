"""What an article says, and its own note of a correction takes back, is told nowhere on the clip."""

from newsclip.writing.tests.stories import article, clip_of
from newsclip.writing.tests.test_opinion_pages import told

TURNED = "A tram of line 4 ran into the side of another tram, which was turning towards the river."
HURT = "Eleven people were hurt when two trams collided in Orlo on Monday, police said."
TEXT = (
    f"{HURT}\n\n{TURNED}\n\nThe front door of the tram was pushed in, and a row of seats was torn out.\n\n"
    "The driver, Ada Holm, was treated for shock. Trams crossed the square at walking pace on Tuesday."
)
NOTE = (
    "Correction: an earlier version of this article said that nine people were hurt and that the tram was turning "
    "towards the river."
)


def test_what_a_note_takes_back_is_not_told_and_neither_is_the_note() -> None:
    title = "Eleven hurt as trams collide in Orlo"
    whole, corrected = clip_of(article(1, title, TEXT)), clip_of(article(1, title, f"{TEXT}\n\n{NOTE}"))
    assert TURNED in told(whole)
    assert HURT in told(corrected)
    assert not any("the river" in said for said in told(corrected))


def test_a_title_that_the_note_takes_back_is_no_headline() -> None:
    title = "Nine people hurt as trams collide in Orlo"
    assert clip_of(article(1, title, TEXT)).headline.text == title
    assert "Nine" not in clip_of(article(1, title, f"{TEXT}\n\n{NOTE}")).headline.text
