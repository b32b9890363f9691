"""In whatever order the articles of the sample press arrive, most of its events are one story each."""

from collections import defaultdict

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from tests.contracts.story_texts import grouped, shuffled, told

ORDERS = 20
# What they share is enough for the score only in most orders (docs/why/grouping.md).
SOMETIMES_TORN = {"cup-final", "dunmarsh-recount", "harbour-bridge-closure", "rail-timetable", "school-meals"}
LEAST_WHOLE = 12  # orders in which no event is torn


def torn(seed: int) -> set[str]:
    """The events that are more than one story if the articles arrive in this order."""
    events = {one.id: event for one, event in told()}
    stories = defaultdict(set)
    for name, story in grouped(MemoryStoryIndex(), shuffled([one for one, _ in told()], seed)).items():
        stories[events[name]].add(story)
    return {event for event, found in stories.items() if len(found) > 1}


def test_each_event_is_one_story_in_most_of_twenty_orders_and_most_in_all() -> None:
    found = [torn(seed) for seed in range(ORDERS)]
    assert set().union(*found) <= SOMETIMES_TORN
    assert sum(not each for each in found) >= LEAST_WHOLE
