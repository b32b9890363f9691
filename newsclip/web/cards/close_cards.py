"""Cards of one matter as one: the first stands with links to the others, so that three of one vote are not three."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from newsclip.ranking import queries as ranking
from newsclip.web.cards.queries import Card

type Close = Mapping[int, Collection[int]]
"""By clip those close to it."""
_MOST = 3  # links below a card; what is more keeps a card of its own


def gathered(shown: Sequence[Card], close: Close) -> list[Card]:
    """The cards in their order, each with those close to it below it that would come after it."""
    left = {card.clip.pk: card for card in shown}
    found: list[Card] = []
    for card in shown:
        if left.pop(card.clip.pk, None):
            others = close.get(card.clip.pk, ())
            below = [other for other in left if other in others][:_MOST]
            found.append(replace(card, also=tuple(left.pop(other).clip for other in below)))
    return found


def gathered_now(shown: Sequence[Card]) -> list[Card]:
    """The same, where nobody knows yet which of them are close."""
    return gathered(shown, ranking.close_among([card.clip for card in shown]))
