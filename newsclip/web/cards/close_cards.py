"""Cards of one matter as one: one stands with links to the others, so that three of one vote are not three."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from newsclip.ranking import queries as ranking
from newsclip.web.cards.queries import Card

type Close = Mapping[int, Collection[int]]
"""By clip those close to it."""
_MOST = 3  # links below a card; what is more keeps a card of its own


def gathered(shown: Sequence[Card], close: Close) -> list[Card]:
    """The cards in their order; of those close to each other the one with the most independent reports leads, where the
    first of them stands, and the others are below it.
    """
    left = {card.clip.pk: card for card in shown}
    place = {pk: n for n, pk in enumerate(left)}
    found: list[tuple[int, Card]] = []
    for card in sorted(shown, key=lambda one: -one.clip.reports):
        if left.pop(card.clip.pk, None):
            others = close.get(card.clip.pk, ())
            below = [left.pop(pk).clip for pk in [pk for pk in left if pk in others][:_MOST]]
            first = min(place[clip.pk] for clip in (card.clip, *below))
            found.append((first, replace(card, also=tuple(below))))
    return [card for _, card in sorted(found, key=lambda one: one[0])]


def gathered_now(shown: Sequence[Card]) -> list[Card]:
    """The same, where nobody knows yet which of them are close."""
    return gathered(shown, ranking.close_among([card.clip for card in shown]))
