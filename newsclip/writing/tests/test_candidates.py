"""Where a sentence of a page begins."""

from newsclip.writing.candidates import read
from newsclip.writing.tests.stories import article


def test_the_pages_title_and_a_lists_numbers_are_no_part_of_a_sentence() -> None:
    told = article(
        1,
        "Orlo Bay opens its bridge",
        "Orlo Bay opens its bridge The harbour bridge opened on Monday, and 4,000 people crossed it at once.\n"
        "2. When the guards counted again, they found a black bundle beneath the northern arch.\n"
        "- The arch was closed for the night, and the bundle was brought to the harbour police.",
    )
    starts = [line.told.text[:9] for line in read([told], "en")[0].lines]
    assert starts == ["The harbo", "When the ", "The arch "]
