"""Cards of one matter as one: one stands with links to the others, so that three of one vote are not three."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from newsclip.language.content_words import content_stems
from newsclip.language.names import find_names
from newsclip.ranking import queries as ranking
from newsclip.web.cards.queries import Card

type Close = Mapping[int, Collection[int]]
"""By clip those close to it."""
_MOST = 3  # links below a card; what is more keeps a card of its own


def gathered(shown: Sequence[Card], close: Close) -> list[Card]:
    """The cards in their order; of those close to each other the one with the most independent reports leads, where the
    first of them stands, and the others are below it. Among equals, the one whose headline the others tell: a vote, not
    the students who celebrate it.
    """
    left = {card.clip.pk: card for card in shown}
    told = {pk: _told([left[other] for other in close.get(pk, ()) if other in left], card) for pk, card in left.items()}
    place = {pk: n for n, pk in enumerate(left)}
    found: list[tuple[int, Card]] = []
    for card in sorted(shown, key=lambda one: (-one.clip.reports, -told[one.clip.pk])):
        if left.pop(card.clip.pk, None):
            others = close.get(card.clip.pk, ())
            below = [left.pop(pk).clip for pk in [pk for pk in left if pk in others][:_MOST]]
            first = min(place[clip.pk] for clip in (card.clip, *below))
            found.append((first, replace(card, also=tuple(below))))
    return [card for _, card in sorted(found, key=lambda one: one[0])]


def _told(others: Sequence[Card], card: Card) -> float:
    """How many words of the card's headline, names aside, these others have in theirs and in their summaries.

    Not their part of the headline: that would favour short, vague ones.
    """
    if not others:
        return 0.0
    words, language = card.clip.headline, card.clip.language
    names = " ".join(name.text for name in find_names(words, language))
    headline = content_stems(words, language) - content_stems(names, language)
    openings = (content_stems(f"{one.clip.headline}\n{one.clip.summary}", one.clip.language) for one in others)
    return sum(len(headline & opening) for opening in openings) / len(others)


def gathered_now(shown: Sequence[Card]) -> list[Card]:
    """The same, where nobody knows yet which of them are close."""
    return gathered(shown, ranking.close_among([card.clip for card in shown]))
