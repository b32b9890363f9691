"""What readers talk about."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Schema

from newsclip.api.auth import mutes_of, name_hidden
from newsclip.api.schemas import Card, Limit, Skip, as_cards, router
from newsclip.api.stories import Saying, sayings
from newsclip.clips import queries as clips
from newsclip.community import queries
from newsclip.ranking import queries as ranking


class Discussed(Schema):
    """A clip, and the newest comment on its story that answers no other."""

    clip: Card
    newest: Saying


@router.get("/discussions", response=list[Discussed], summary="The newest comment on each story, latest first")
def discussions(request: HttpRequest, response: HttpResponse, skip: Skip = 0, limit: Limit = 30) -> list[Discussed]:
    """With a token of scope `read`: leaves out what its owner mutes; `Newsclip-Hidden` names the mutes."""
    mutes = mutes_of(request)
    newest, unheard = queries.unmuted_newest(queries.newest_by_story()[skip : skip + limit], mutes)
    listed = clips.listed().defer("document").filter(story__in=[row.story_id for row in newest])
    left, hidden = ranking.unmuted(list(listed), mutes, now=timezone.now(), where="lists")
    name_hidden(response, (*unheard, *hidden))
    by_story = {card.story: card for card in as_cards(left)}
    return [Discussed(clip=by_story[said.story], newest=said) for said in sayings(newest) if said.story in by_story]
