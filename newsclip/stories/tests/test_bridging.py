"""An article that fits two stories brings them together where their centres are alike enough."""

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.stories.tests.invented import incoming, words

LARGE = [words(ferry=16, **{name: 4}) for name in ("anchor", "buoy", "crane", "dock")]
LONE = words(ferry=2, quay=12)


@pytest.mark.parametrize("quay", [10, 7], ids=["more like the lone one", "more like the large one"])
def test_the_larger_story_stays_and_counts_no_more_against_it_than_the_smaller(quay):
    index = MemoryStoryIndex()
    large = [index.place(incoming(f"large{n}", ("", text))).story for n, text in enumerate(LARGE)]
    assert (set(large), index.place(incoming("lone", ("", LONE))).story) == ({"large0"}, "lone")
    placed = index.place(incoming("bridge", ("", words(ferry=12, quay=quay))))
    assert placed.receipt["nearest"] == "lone" if quay == 10 else placed.receipt["nearest"].startswith("large")
    assert [(one.gone, one.into) for one in placed.merges] == [("lone", "large0")]
