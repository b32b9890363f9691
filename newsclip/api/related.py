"""Stories beside a story, and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Schema

from newsclip import wiring
from newsclip.api.auth import left_of
from newsclip.api.schemas import Card, Number, as_cards, router
from newsclip.ranking import queries as ranking
from newsclip.stories import queries as stories
from newsclip.stories.models import Story

_MOST = 10


class Beside(Schema):
    """Another story's clip. `shared`: what both tell of, where grouping almost made one story of both.

    `hashtags` in common, and `likeness` by meaning (0 to 1): 0 where that is no reason.
    """

    story: int
    clip: Card
    shared: list[str]
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
            story=one.clip.story_id, clip=card, shared=list(one.shared), hashtags=one.hashtags,
            likeness=round(one.likeness, 3),
        )
        for one, card in zip(shown, as_cards(one.clip for one in shown), strict=True)
    ]  # fmt: skip
