"""Stories beside a story, before it and after it, and why."""

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Schema

from newsclip import wiring
from newsclip.api.auth import left_of
from newsclip.api.schemas import Card, Number, as_cards, router
from newsclip.clips import queries as clips
from newsclip.ranking import queries as ranking
from newsclip.stories import queries as stories
from newsclip.stories.models import Story

_MOST = 10


class Beside(Schema):
    """Another story's clip. `shared`: what both tell of, where grouping almost made one story of both. `names`:
    that both have and few others. `close`: whether both tell of one matter, not only of people and places.

    `hashtags` in common, and `likeness` by meaning (0 to 1): 0 where that is no reason.
    """

    story: int
    clip: Card
    close: bool
    shared: list[str]
    names: list[str]
    hashtags: int
    likeness: float


@router.get("/stories/{story_id}/related", response=list[Beside], summary="Stories beside a story, and why")
def related(request: HttpRequest, response: HttpResponse, story_id: Path[Number]) -> list[Beside]:
    """With a token of scope `read`: leaves out what its owner mutes; `Newsclip-Hidden` names the mutes."""
    own = stories.story(get_object_or_404(Story, pk=story_id).pk)
    found = ranking.related(own.pk, _MOST, vectors=wiring.vector_index())
    left = {one.pk for one in left_of(request, response, [one.clip for one in found])}
    shown = [one for one in found if one.clip.pk in left]
    return [
        Beside(
            story=one.clip.story_id, clip=card, close=one.is_close, shared=list(one.shared),
            names=list(one.names),
            hashtags=one.hashtags,
            likeness=round(one.likeness, 3),
        )
        for one, card in zip(shown, as_cards(one.clip for one in shown), strict=True)
    ]  # fmt: skip


class InChain(Schema):
    """Another event of the same matter: when its story began, its clip, and what it has in common with the next."""

    story: int
    began: datetime
    clip: Card
    shared: list[str]


class Chain(Schema):
    """What came before a story, and what came after it; each in the order of time."""

    earlier: list[InChain]
    later: list[InChain]


@router.get("/stories/{story_id}/chain", response=Chain, summary="How it came to a story, and what came after")
def chain(request: HttpRequest, response: HttpResponse, story_id: Path[Number]) -> Chain:
    """With a token of scope `read`: leaves out what its owner mutes; `Newsclip-Hidden` names the mutes."""
    own = stories.story(get_object_or_404(Story, pk=story_id).pk)
    found = clips.chain_clips(own.pk)
    shown = found.only(left_of(request, response, found.clips))
    return Chain(earlier=_in_chain(shown.earlier), later=_in_chain(shown.later))


def _in_chain(some: Sequence[clips.ChainClip]) -> list[InChain]:
    cards = as_cards(one.clip for one in some)
    return [
        InChain(story=one.clip.story_id, began=one.began, clip=card, shared=list(one.shared))
        for one, card in zip(some, cards, strict=True)
    ]
