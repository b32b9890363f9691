"""One clip, one story, one person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Path, Schema
from ninja.errors import HttpError

from newsclip.accounts.models import Reader
from newsclip.api.auth import heard, mutes_of, name_hidden, silent_publishers, unmuted
from newsclip.api.other_languages import OtherLanguage, other_languages
from newsclip.api.schemas import Cards, Limit, Name, Number, Skip, router
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries
from newsclip.community.models import Collection, Comment
from newsclip.community.ports import DisplayedComment
from newsclip.kernel.reasons import Refused, in_sentences
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.stories import queries as stories
from newsclip.stories.models import Story

_MOST_OF_A_COLLECTION = 1000


class Version(Schema):
    """`reason` is in English words, `reasons` are codes, and parameters that refer by ids."""

    version: int
    reason: str
    reasons: list[dict[str, Any]]
    at: datetime
    digest: str


class Receipt(Schema):
    """Why a clip is where it is: the `parts` sum to `points`."""

    points: float
    parts: dict[str, float]


class StoryInfo(Schema):
    """A story; all of it, with passages, timeline and disagreements, is at `document`.

    `other_languages`: what the clip holds nothing of, as its page lists it.
    """

    id: int
    phase: str
    started: datetime
    last: datetime
    articles: int
    reports: int
    votes: int
    comments: int
    followers: int
    clip: str
    document: str
    other_languages: list[OtherLanguage]


class Remark(Schema):
    """A comment; `text` (as typed, Markdown) and `html` (clean) are "" where it was removed or withdrawn."""

    id: int
    author: str
    text: str
    html: str
    at: datetime
    score: int
    about: str
    replies: list["Remark"]


class Idea(Schema):
    """A suggestion of a reader; `agree`: how many support it."""

    id: int
    kind: str
    wanted: dict[str, Any]
    why: str
    state: str
    outcome: str
    agree: int
    at: datetime


class Doubt(Schema):
    """A sentence that a reader doubted; `upheld`: whether it went."""

    sentence: str
    version: int
    why: str
    upheld: bool | None
    outcome: str
    at: datetime


class Saying(Schema):
    id: int
    story: int
    text: str
    html: str
    score: int
    at: datetime


class CollectionInfo(Schema):
    slug: str
    title: str
    about: str
    public: bool


class Person(Schema):
    """What somebody says of themselves and keeps in public; never what they voted for or read."""

    name: str
    about: str
    joined: datetime
    invited_by: str | None
    collections: list[CollectionInfo]


def clip_at(slug: str) -> Clip:
    """The clip that has or had this address. Raises Http404, or HttpError(410) where it may not be shown."""
    clip = clips.by_slug(slug)
    if clip is None:
        raise Http404("There is no clip at this address.")
    if clip.state == Clip.State.WITHDRAWN:
        raise HttpError(410, "This clip was withdrawn; its page says why.")
    if clip.hidden:
        raise HttpError(410, "A moderator took this clip's story out; the moderation log says why.")
    return clip


@router.get("/clips/{slug}", response=dict[str, Any], summary="The clip's document, newsclip/clip/1")
def one(request: HttpRequest, slug: Path[Name]) -> dict[str, Any]:
    document: dict[str, Any] = clip_at(slug).document
    return document


@router.get("/clips/{slug}/versions", response=list[Version], summary="Every version of a clip, newest first")
def versions(request: HttpRequest, slug: Path[Name]) -> list[Version]:
    return [
        Version(version=row.version, reason=in_sentences(row.told), reasons=row.reasons, at=row.at, digest=row.digest)
        for row in clips.versions(clip_at(slug))
    ]


@router.get("/clips/{slug}/receipt", response=Receipt, summary="Why a clip ranks where it does")
def receipt(request: HttpRequest, slug: Path[Name], order: Literal["hot", "rising", "top"] = "hot") -> Receipt:
    place = ranking.position(clip_at(slug), timezone.now(), order)
    if place is None:
        raise Http404("It was not counted yet.")
    return Receipt(points=place.points, parts=dict(place.parts))


@router.get("/clips/{slug}/challenges", response=list[Doubt], summary="Sentences of a clip that were challenged")
def challenges(request: HttpRequest, response: HttpResponse, slug: Path[Name]) -> list[Doubt]:
    """With a token of scope `read`: leaves out what its owner mutes; `Newsclip-Hidden` names the mutes."""
    return [
        Doubt(
            sentence=row.sentence, version=row.clip_version, why=row.why, upheld=row.upheld,
            outcome=queries.what_came_of(row), at=row.at,
        )
        for row in clips.with_words(heard(request, response, queries.challenges_of(clip_at(slug))))
    ]  # fmt: skip


@router.get("/stories/{story_id}", response=StoryInfo, summary="A story, or the one that it became part of")
def story(request: HttpRequest, story_id: Path[Number]) -> StoryInfo:
    """With a token of scope `read`: names no report of a publisher that its owner mutes everywhere."""
    found = stories.story(get_object_or_404(Story, pk=story_id).pk)
    clip = clips.of_story(found.pk)
    shown = clip if clip and clips.is_listed(clip) else None
    counts = queries.counts_of([found.pk])[found.pk]
    return StoryInfo(
        id=found.pk,
        phase=found.phase,
        started=found.started_at,
        last=found.last_at,
        articles=found.articles,
        reports=found.reports,
        votes=counts.votes,
        comments=counts.comments,
        followers=counts.followers,
        clip=shown.slug if shown else "",
        document=f"{OPTIONS.site_url}/s/{found.pk}.json",
        other_languages=other_languages(shown, silent_publishers(request)) if shown else [],
    )


@router.get("/stories/{story_id}/comments", response=list[Remark], summary="The discussion of a story")
def comments(request: HttpRequest, response: HttpResponse, story_id: Path[Number]) -> list[Remark]:
    """With a token of scope `read`: leaves out what its owner mutes; `Newsclip-Hidden` names the mutes."""
    found, mutes = stories.story(get_object_or_404(Story, pk=story_id).pk), mutes_of(request)
    name_hidden(response, queries.unheard(found.pk, mutes))
    return _remarks(queries.thread(found.pk, now=timezone.now(), mutes=mutes, site=OPTIONS.site_url))


def _remarks(thread: Sequence[DisplayedComment]) -> list[Remark]:
    return [
        Remark(
            id=said.id, author=said.author, text=said.text, html=said.html, at=said.at, score=said.score,
            about=said.anchor, replies=_remarks(said.replies),
        )
        for said in thread
    ]  # fmt: skip


@router.get("/comments/{number}", response=Saying, summary="A comment")
def comment(request: HttpRequest, number: Path[Number]) -> Saying:
    """With a token of scope `read`: refused as `muted` if its owner mutes it."""
    row = get_object_or_404(Comment.objects.select_related("reader"), pk=number, state=Comment.State.SHOWN)
    _, hidden = queries.heard([row], mutes_of(request))
    if hidden:
        raise Refused("muted", hidden[0])
    return sayings([row])[0]


def sayings(rows: Sequence[Comment]) -> list["Saying"]:
    """These comments as the API gives them, with their HTML."""
    htmls = queries.html_of(rows, now=timezone.now(), site=OPTIONS.site_url)
    return [
        Saying(id=row.pk, story=row.story_id, text=row.text, html=html, score=row.score, at=row.at)
        for row, html in zip(rows, htmls, strict=True)
    ]


@router.get("/stories/{story_id}/suggestions", response=list[Idea], summary="Readers' suggestions for a story")
def suggestions(request: HttpRequest, response: HttpResponse, story_id: Path[Number]) -> list[Idea]:
    """With a token of scope `read`: leaves out what its owner mutes; `Newsclip-Hidden` names the mutes."""
    found = get_object_or_404(Story, pk=story_id)
    return [
        Idea(
            id=row.pk, kind=row.kind, wanted=row.wanted, why=row.why, state=row.state,
            outcome=queries.what_came_of(row), agree=row.supports.count(), at=row.at,
        )
        for row in clips.with_words(heard(request, response, queries.suggestions_of(found.pk)))
    ]  # fmt: skip


@router.get("/people/{name}", response=Person, summary="A person's public page")
def person(request: HttpRequest, name: Path[Name]) -> Person:
    found = _person(name)
    return Person(
        name=found.username,
        about=found.about,
        joined=found.date_joined,
        invited_by=found.invited_by.username if found.invited_by else None,
        collections=[CollectionInfo.from_orm(row) for row in queries.collections_of(found, private=False)],
    )


@router.get("/people/{name}/comments", response=list[Saying], summary="A person's comments, latest first")
def said_by(
    request: HttpRequest, response: HttpResponse, name: Path[Name], skip: Skip = 0, limit: Limit = 30
) -> list[Saying]:
    return sayings(heard(request, response, queries.by_reader(_person(name))[skip : skip + limit]))


@router.get("/people/{name}/links", response=Cards, summary="Clips made from a person's links, latest first")
def brought_by(request: HttpRequest, response: HttpResponse, name: Path[Name], limit: Limit = 30) -> Cards:
    return unmuted(request, response, queries.brought_by(_person(name), limit=limit))


@router.get("/people/{name}/collections/{slug}", response=Cards, summary="Clips of a public collection")
def collection(request: HttpRequest, response: HttpResponse, name: Path[Name], slug: Path[Name]) -> Cards:
    found = get_object_or_404(Collection, reader=_person(name), slug=slug, public=True)
    return unmuted(request, response, of_collection(found))


def of_collection(found: Collection) -> list[Clip]:
    """Its clips, the last kept first."""
    order = list(found.collected.order_by("-at", "-pk").values_list("story_id", flat=True)[:_MOST_OF_A_COLLECTION])
    shown = clips.listed().defer("document").filter(story__in=order)
    return sorted(shown, key=lambda clip: order.index(clip.story_id))


def _person(name: str) -> Reader:
    return get_object_or_404(Reader.objects.select_related("invited_by"), username=name, is_active=True)
