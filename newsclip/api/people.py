"""What a program may do for a reader: with a token, within its scopes."""

from datetime import datetime
from random import SystemRandom
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from ninja import Path, Schema, Status
from ninja.security import HttpBearer

from newsclip import wiring
from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.accounts.queries import reader_language
from newsclip.api.auth import name_hidden
from newsclip.api.schemas import Cards, Limit, Name, Number, Skip, cards, router
from newsclip.api.stories import CollectionInfo, of_collection
from newsclip.community import actions, queries
from newsclip.community.models import Collection, Submission
from newsclip.pipeline import contributions
from newsclip.ranking import actions as ranking_actions
from newsclip.ranking import queries as ranking
from newsclip.stories.models import Story

_READS = {"GET", "HEAD"}


class WrongScope(Exception):
    """The token stands, and may not do this."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        super().__init__(scope)


class Bearer(HttpBearer):
    """A reader's token with this scope.

    Raises WrongScope, and Refused("suspended") where the account may only read for now: of what changes something,
    such an account may do what is marked so (`for_suspended`), as on the site.
    """

    def __init__(self, scope: str, *, for_suspended: bool = False) -> None:
        super().__init__()
        self.scope, self.for_suspended = scope, for_suspended

    def authenticate(self, request: HttpRequest, token: str) -> Reader | None:
        found = accounts.by_token(token, now=timezone.now())
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise WrongScope(self.scope)
        self.look_at(found)
        if request.method not in _READS and not self.for_suspended:
            actions.may_write(found.reader, now=timezone.now())
        return found.reader

    def look_at(self, token: Token) -> None:
        """What else a token has to be, which raises Refused where it is not."""


def reader_of(request: HttpRequest) -> Reader:
    reader: Reader = request.auth  # type: ignore[attr-defined] # ninja puts there what authenticate returned
    return reader


_READ, _FOLLOW, _SUBMIT = Bearer(Token.Scope.READ), Bearer(Token.Scope.FOLLOW), Bearer(Token.Scope.SUBMIT)
_COLLECT, _READS_NOTICES = Bearer(Token.Scope.COLLECT), Bearer(Token.Scope.FOLLOW, for_suspended=True)


class Me(Schema):
    """The reader whose token this is, and what they follow and mute."""

    name: str
    about: str
    edition: str
    notices_by_mail: bool
    follows: dict[str, list[str]]
    mutes: list[dict[str, str]]
    unread: int


class FollowTarget(Schema):
    """`kind`: hashtag, category, source, story, person; also name for follows ("ada-holm", or "ada-holm@12" for the one
    whom story 12 tells of) and chain (of a story, by its ID), and word for mutes. `off` takes it back.
    """

    kind: str
    key: str
    off: bool = False


class Muting(FollowTarget):
    """`scope`: everywhere, lists, comments; `until`: "" or null for ever."""

    scope: str = "everywhere"
    until: datetime | None = None


class Link(Schema):
    url: str


class Submitted(Schema):
    """`slug`: of the clip, once there is one; `state`: how far the link's article came."""

    id: int
    url: str
    state: str
    code: str
    slug: str


class Named(Schema):
    title: str
    about: str = ""
    public: bool = False


class Note(Schema):
    note: str = ""


class NoticeInfo(Schema):
    kind: str
    words: str
    at: datetime
    story: int | None
    read: bool


@router.get("/me", auth=_READ, response=Me, summary="The owner of this token")
def me(request: HttpRequest) -> Me:
    reader = reader_of(request)
    follows = {kind: sorted(keys) for kind, keys in queries.follows(reader).items() if keys}
    mutes = [
        {"kind": one.kind, "key": one.key, "scope": one.scope} for one in queries.mutes(reader, now=timezone.now())
    ]
    return Me(
        name=reader.username, about=reader.about, edition=reader.edition, notices_by_mail=reader.notices_by_mail,
        follows=follows, mutes=mutes, unread=queries.unread(reader),
    )  # fmt: skip


@router.get("/for-you", auth=_READ, response=Cards, summary="Your own page; it does not learn from this request")
def for_you(request: HttpRequest, response: HttpResponse, limit: Limit = 30) -> Cards:
    """Keeps the probability of places drawn by lot, as the page does."""
    reader, now = reader_of(request), timezone.now()
    chosen = ranking.for_you(reader, now=now, chance=SystemRandom(), limit=limit, index=wiring.search_index())
    name_hidden(response, chosen.hidden)
    ranking_actions.remember_randomized(reader, ranking.as_randomized(chosen), now=now)
    return cards(one.clip for one in chosen)


@router.get("/notices", auth=_READ, response=list[NoticeInfo], summary="The latest notices; they stay unread")
def notices(request: HttpRequest) -> list[NoticeInfo]:
    reader = reader_of(request)
    with reader_language(reader):
        return [
            NoticeInfo(
                kind=row.kind,
                words=queries.in_words(row, gettext, now=timezone.now()),
                at=row.at,
                story=row.story_id,
                read=row.read_at is not None,
            )
            for row in queries.news_for(reader)[:100]
        ]


@router.post("/notices/read", auth=_READS_NOTICES, response={204: None}, summary="Mark all notices as read")
def read_notices(request: HttpRequest) -> Status[None]:
    actions.seen(reader_of(request), now=timezone.now())
    return Status(204, None)


@router.post("/follows", auth=_FOLLOW, response={204: None}, summary="Follow something, or stop")
def follow(request: HttpRequest, thing: FollowTarget) -> Status[None]:
    if thing.off:
        actions.unfollow(reader_of(request), thing.kind, thing.key)
    else:
        actions.follow(reader_of(request), thing.kind, thing.key, now=timezone.now())
    return Status(204, None)


@router.post("/mutes", auth=_FOLLOW, response={204: None}, summary="Mute something, or stop")
def mute(request: HttpRequest, thing: Muting) -> Status[None]:
    if thing.off:
        actions.unmute(reader_of(request), thing.kind, thing.key)
    else:
        until = thing.until if thing.until is None or thing.until.tzinfo else thing.until.astimezone()
        actions.mute(reader_of(request), thing.kind, thing.key, now=timezone.now(), scope=thing.scope, until=until)
    return Status(204, None)


@router.get(
    "/following", auth=_READ, response=list[dict[str, Any]], summary="Everything you follow and mute, as a file"
)
def following(request: HttpRequest) -> list[dict[str, Any]]:
    return queries.listed_for(reader_of(request))


@router.get(
    "/collections", auth=_READ, response=list[CollectionInfo], summary="Your collections, private ones included"
)
def collections(request: HttpRequest) -> "QuerySet[Collection]":
    return queries.collections_of(reader_of(request), private=True)


@router.get("/collections/{slug}", auth=_READ, response=Cards, summary="Clips of your own collection, private or not")
def collection(request: HttpRequest, slug: Path[Name]) -> Cards:
    return cards(of_collection(_mine(request, slug)))


@router.post("/collections", auth=_COLLECT, response={201: CollectionInfo}, summary="Create or change a collection")
def make_collection(request: HttpRequest, named: Named) -> Status[Collection]:
    made = actions.make_collection(
        reader_of(request), named.title, now=timezone.now(), about=named.about, public=named.public
    )
    return Status(201, made)


@router.delete("/collections/{slug}", auth=_COLLECT, response={204: None}, summary="Delete a collection")
def drop_collection(request: HttpRequest, slug: str) -> Status[None]:
    actions.drop_collection(reader_of(request), _mine(request, slug))
    return Status(204, None)


@router.put(
    "/collections/{slug}/stories/{story_id}", auth=_COLLECT, response={204: None}, summary="Add a story to a collection"
)
def collect(request: HttpRequest, slug: str, story_id: Path[Number], note: Note) -> Status[None]:
    story = get_object_or_404(Story, pk=story_id)
    actions.collect(reader_of(request), _mine(request, slug), story.pk, now=timezone.now(), note=note.note)
    return Status(204, None)


@router.delete(
    "/collections/{slug}/stories/{story_id}",
    auth=_COLLECT,
    response={204: None},
    summary="Remove a story from a collection",
)
def take_out(request: HttpRequest, slug: str, story_id: Path[Number]) -> Status[None]:
    actions.take_out(reader_of(request), _mine(request, slug), story_id)
    return Status(204, None)


def _mine(request: HttpRequest, slug: str) -> Collection:
    return get_object_or_404(Collection, reader=reader_of(request), slug=slug.replace("\0", ""))


@router.post("/submissions", auth=_SUBMIT, response={202: Submitted}, summary="Submit a link")
def submit(request: HttpRequest, link: Link) -> Status[Submitted]:
    given = contributions.submit(link.url, reader_of(request), now=timezone.now())
    return Status(202, _submitted(given))


@router.get("/submissions", auth=_SUBMIT, response=list[Submitted], summary="Your links, latest first")
def submissions(request: HttpRequest, skip: Skip = 0, limit: Limit = 30) -> list[Submitted]:
    rows = Submission.objects.select_related("article").filter(reader=reader_of(request)).order_by("-at", "-pk")
    return [_submitted(row) for row in rows[skip : skip + limit]]


@router.get("/submissions/{number}", auth=_SUBMIT, response=Submitted, summary="The state of a link")
def submission(request: HttpRequest, number: Path[Number]) -> Submitted:
    rows = Submission.objects.select_related("article").filter(reader=reader_of(request))
    return _submitted(get_object_or_404(rows, pk=number))


def _submitted(given: Submission) -> Submitted:
    clip = contributions.clip_of(given)
    article = given.article
    return Submitted(
        id=given.pk,
        url=given.url,
        state=article.state if article else "",
        code=article.code if article and article.code else given.code,
        slug=clip.slug if clip else "",
    )
