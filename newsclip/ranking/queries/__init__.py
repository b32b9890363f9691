"""The order of clips, and why."""

from newsclip.ranking.queries.lists import (
    ORDERS,
    PERIODS,
    categories,
    clips_in_order,
    front_page,
    hot_in_category,
    hot_with_tag,
    hottest_with_any_tag,
    of_day,
    standing,
    standings,
    to_count,
)
from newsclip.ranking.queries.personal import (
    Chosen,
    as_slate,
    by_weights,
    candidates,
    explore,
    for_you,
    hidden,
    related,
)
from newsclip.ranking.queries.receipts import InForce, in_words, weights
from newsclip.ranking.queries.trends import are_due, find_trends, to_review, trending

__all__ = [
    "ORDERS",
    "PERIODS",
    "Chosen",
    "InForce",
    "are_due",
    "as_slate",
    "by_weights",
    "candidates",
    "categories",
    "clips_in_order",
    "explore",
    "find_trends",
    "for_you",
    "front_page",
    "hidden",
    "hot_in_category",
    "hot_with_tag",
    "hottest_with_any_tag",
    "in_words",
    "of_day",
    "related",
    "standing",
    "standings",
    "to_count",
    "to_review",
    "trending",
    "weights",
]
