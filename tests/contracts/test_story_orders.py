"""In whatever order the articles of the sample press arrive, most of its events are one story each."""

from collections import defaultdict
from typing import NamedTuple

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from tests.contracts.story_texts import grouped, shuffled, told

ORDERS = 20
# What they share is enough for the score only in most orders (docs/why/grouping.md).
SOMETIMES_TORN = {"dunmarsh-recount"}
LEAST_WHOLE = 19  # orders in which no event is torn
MOST_MIXED = 1  # orders in which two events are one story


class Order(NamedTuple):
    """The events that are more than one story if the articles arrive in this order; whether a story mixes events."""

    torn: set[str]
    mixed: bool


def order(seed: int) -> Order:
    events = {one.id: event for one, event in told()}
    stories, told_in = defaultdict(set), defaultdict(set)
    for name, story in grouped(MemoryStoryIndex(), shuffled([one for one, _ in told()], seed)).items():
        stories[events[name]].add(story)
        told_in[story].add(events[name])
    torn = {event for event, found in stories.items() if len(found) > 1}
    return Order(torn, any(len(found) > 1 for found in told_in.values()))


def test_each_event_is_one_story_in_most_of_twenty_orders_and_most_in_all() -> None:
    found = [order(seed) for seed in range(ORDERS)]
    assert set[str]().union(*(each.torn for each in found)) <= SOMETIMES_TORN
    assert sum(not each.torn for each in found) >= LEAST_WHOLE
    assert sum(each.mixed for each in found) <= MOST_MIXED


def test_two_stories_that_an_article_joins_are_compared_by_their_headlines_too() -> None:
    names = ("night-train-ostrey-osmark-coast", "snore-lock-night-train-first-trip", "why-sleepers-are-hard-to-run")
    articles, index = {one.id: one for one, _ in told()}, MemoryStoryIndex()
    apart, also, joining = (index.place(articles[name]) for name in names)
    assert (apart.story, also.story) == names[:2]
    assert joining.merges[0].receipt["parts"]["retold"] > 0.5
