"""In whatever order the articles of the sample press arrive, most of its events are one story each."""

from collections import defaultdict

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from tests.contracts.story_texts import grouped, shuffled, told

ORDERS = 20
# What they share is too little for the score, or enough only in some orders (docs/why/grouping.md).
TORN = {"rail-timetable", "tuition-vote"}
SOMETIMES_TORN = {"cup-final", "dunmarsh-recount", "harbour-bridge-closure", "night-trains", "school-meals"}


def torn(seed: int) -> set[str]:
    """The events that are more than one story if the articles arrive in this order."""
    events = {one.id: event for one, event in told()}
    stories = defaultdict(set)
    for name, story in grouped(MemoryStoryIndex(), shuffled([one for one, _ in told()], seed)).items():
        stories[events[name]].add(story)
    return {event for event, found in stories.items() if len(found) > 1}


def test_no_other_event_is_torn_in_any_of_twenty_orders() -> None:
    found = set().union(*(torn(seed) for seed in range(ORDERS)))
    assert found - TORN - SOMETIMES_TORN == set()
