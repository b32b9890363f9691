"""Where a short list of clips ends, the categories in which there are more."""

from collections.abc import Iterable

from django.utils.text import slugify

from newsclip.web.cards.queries import Card

FEW = 4  # a list of so many cards or more is no dead end


def more_from(shown: Iterable[Card]) -> list[str]:
    """The categories of these cards, each once; none where the list is long enough."""
    found = list(shown)
    names = dict.fromkeys(card.clip.category for card in found)
    return [name for name in names if slugify(name)] if len(found) < FEW else []
