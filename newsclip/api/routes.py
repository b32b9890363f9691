"""`/api`: what the site shows, for programs. The description is at /api/openapi.json."""

from datetime import datetime
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError
from pydantic import Field

from newsclip.api import people
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.kernel.reasons import Refused
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.wiring import search_index

MOST = 100
FARTHEST = 10_000
type Limit = Annotated[int, Field(ge=1, le=MOST)]
type Skip = Annotated[int, Field(ge=0, le=FARTHEST)]

api = NinjaAPI(title="Newsclip", version="1", docs_url=None)
api.add_router("", people.router)


@api.exception_handler(Refused)
def say_no(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Why it was refused, by the same codes and words as on the site."""
    body = {"error": {"code": refused.code, "message": str(refused), "remedy": refused.reason.remedy}}
    return api.create_response(request, body, status=people.status_of(refused))


class Card(Schema):
    """A clip as lists show it; its whole document is at `document`."""

    slug: str
    headline: str
    summary: str
    category: str
    published: datetime
    updated: datetime
    reports: int
    page: str
    document: str


class Cards(Schema):
    """A page of clips; `next` is the mark of the page after it, "" at the end."""

    clips: list[Card]
    next: str = ""


@api.get("/clips", response=Cards, summary="Clips as the front page orders them")
def front_page(request: HttpRequest, before: str = "", limit: Limit = 30) -> Cards:
    found, mark = ranking.front_page(limit=limit, before=before)
    return Cards(clips=[_card(clip) for clip in found], next=mark)


@api.get("/clips/{slug:slug}", response=dict[str, Any], summary="The clip's document, newsclip/clip/1")
def one(request: HttpRequest, slug: str) -> dict[str, Any]:
    clip = clips.by_slug(slug)
    if clip is None:
        raise Http404("There is no clip at this address.")
    if clip.state == Clip.State.WITHDRAWN:
        raise HttpError(410, "This clip was withdrawn; its page says why.")
    if clip.hidden:
        raise HttpError(410, "A moderator took this clip's story out; the moderation log says why.")
    document: dict[str, Any] = clip.document
    return document


@api.get("/search", response=Cards, summary="Clips that hold all the words")
def search(request: HttpRequest, q: str, skip: Skip = 0, limit: Limit = 30) -> Cards:
    hits = search_index().search(q, limit=limit, skip=skip)
    known = clips.newest().in_bulk([hit.clip_id for hit in hits])
    return Cards(clips=[_card(known[hit.clip_id]) for hit in hits if hit.clip_id in known])


def _card(clip: Clip) -> Card:
    page = f"{OPTIONS.site_url}/c/{clip.slug}"
    return Card(
        slug=clip.slug,
        headline=clip.headline,
        summary=clip.summary,
        category=clip.category,
        published=clip.published,
        updated=clip.updated,
        reports=clip.reports,
        page=page,
        document=f"{page}.json",
    )
