"""Cards as one reader sees them: with what they voted, saved and follow, without buttons where they may not write, and
without the publishers that they mute.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.http import HttpRequest

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.web.cards.queries import Card, cards
from newsclip.web.cards.unmuted_cards import unmuted
from newsclip.web.decorators import unable
from newsclip.web.muted_publishers import silent_publishers


def for_reader(request: HttpRequest, shown: Sequence[Card]) -> list[Card]:
    """The same cards for strangers who mute nobody; for readers who are signed in it takes two queries."""
    return with_own_acts(request, unmuted(shown, silent_publishers(request)))


def clips_for_reader(request: HttpRequest, shown: Sequence[Clip]) -> dict[int, Clip]:
    """By ID the clips as links name them: without the words of publishers that the reader mutes."""
    domains = silent_publishers(request)
    left = [card.clip for card in unmuted(cards(shown), domains)] if domains and shown else shown
    return {clip.pk: clip for clip in left}


def with_own_acts(request: HttpRequest, shown: Sequence[Card]) -> list[Card]:
    """The same cards, as far as the reader did nothing to them and is not barred from it."""
    if not isinstance(request.user, Reader):
        return list(shown)
    if unable(request):
        return [replace(card, mine=None) for card in shown]
    stories = [card.clip.story_id for card in shown]
    mine = community.my_votes(request.user, stories) if shown else {}
    saved, followed = community.saved_and_followed(request.user, stories) if shown else (set(), set())
    acted = {*mine, *saved, *followed}
    return [
        replace(card, mine=mine.get(story, 0), saved=story in saved, followed=story in followed)
        if (story := card.clip.story_id) in acted
        else card
        for card in shown
    ]


def are_own(shown: Iterable[Card], own: Iterable[Card]) -> bool:
    """Whether what this reader sees differs by more than pressed buttons from what everybody sees."""
    pairs = zip(shown, own, strict=True)
    return any(
        mine.mine is None or replace(mine, mine=one.mine, saved=one.saved, followed=one.followed) != one
        for one, mine in pairs
    )


def own_buttons(shown: Iterable[Card], own: Iterable[Card]) -> dict[str, str]:
    """What changes in a page that was made for all: the button that a card shows → the one that this reader has."""
    pairs = list(zip(shown, own, strict=True))
    votes = [(one.vote_button(), other.vote_button()) for one, other in pairs if one.mine != other.mine]
    saves = [(one.save_button(), other.save_button()) for one, other in pairs if one.saved != other.saved]
    follows = [(one.follow_button(), other.follow_button()) for one, other in pairs if one.followed != other.followed]
    return dict([*votes, *saves, *follows])
