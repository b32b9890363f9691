"""What a program may do for a reader: with a token, within its scopes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.security import HttpBearer

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.community import actions, queries
from newsclip.community.models import Comment
from newsclip.community.ports import Said
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import contributions
from newsclip.stories.models import Story

# What concerns nobody but the account's owner.
_FOR_SUSPENDED = {Token.Scope.READ, Token.Scope.FOLLOW}


class Bearer(HttpBearer):
    """A reader's token with this scope. Raises Refused("suspended") where the account may only read for now."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Reader | None:
        found = accounts.by_token(token, now=timezone.now())
        if found is None or self.scope not in found.scopes:
            return None
        if self.scope not in _FOR_SUSPENDED:
            actions.may_write(found.reader, now=timezone.now())
        return found.reader


router = Router(tags=["people"])
_READ, _VOTE, _COMMENT = Bearer(Token.Scope.READ), Bearer(Token.Scope.VOTE), Bearer(Token.Scope.COMMENT)
_FOLLOW, _SUBMIT = Bearer(Token.Scope.FOLLOW), Bearer(Token.Scope.SUBMIT)


class Person(Schema):
    """The reader whose token this is, and what they follow and mute."""

    name: str
    follows: dict[str, list[str]]
    mutes: list[dict[str, str]]
    unread: int


class Ballot(Schema):
    """1 for, -1 against (with a reason: off_topic, wrong, duplicate, spam), 0 takes it back."""

    value: int
    reason: str = ""


class Words(Schema):
    """`parent`: the comment that this one answers."""

    text: str
    parent: int | None = None


class Thing(Schema):
    """`kind`: hashtag, category, source, story, person; also word for mutes. `off` takes it back."""

    kind: str
    key: str
    off: bool = False


class Link(Schema):
    url: str


class Remark(Schema):
    """A comment; `text` is "" where it was removed or withdrawn."""

    id: int
    author: str
    text: str
    at: datetime
    score: int
    about: str
    replies: list["Remark"]


class Told(Schema):
    kind: str
    words: str
    at: datetime
    story: int | None
    read: bool


@router.get("/me", auth=_READ, response=Person, summary="Whose token this is")
def me(request: HttpRequest) -> Person:
    reader = _reader(request)
    follows = {kind: sorted(keys) for kind, keys in queries.follows(reader).items() if keys}
    mutes = [
        {"kind": one.kind, "key": one.key, "scope": one.scope} for one in queries.mutes(reader, now=timezone.now())
    ]
    return Person(name=reader.username, follows=follows, mutes=mutes, unread=queries.unread(reader))


@router.get("/notices", auth=_READ, response=list[Told], summary="The latest notices; they stay unread")
def notices(request: HttpRequest) -> list[Told]:
    return [
        Told(kind=row.kind, words=row.words, at=row.at, story=row.story_id, read=row.read_at is not None)
        for row in queries.news_for(_reader(request))[:100]
    ]


@router.post("/stories/{int:story_id}/vote", auth=_VOTE, response={204: None}, summary="Vote for or against a story")
def vote(request: HttpRequest, story_id: int, ballot: Ballot) -> Status[None]:
    story, now = get_object_or_404(Story, pk=story_id), timezone.now()
    if ballot.value == 0:
        actions.take_back(_reader(request), story.pk, now=now)
    else:
        actions.vote(_reader(request), story.pk, now=now, value=ballot.value, reason=ballot.reason)
    return Status(204, None)


@router.get("/stories/{int:story_id}/comments", response=list[Remark], summary="The discussion of a story")
def comments(request: HttpRequest, story_id: int) -> list[Remark]:
    story = get_object_or_404(Story, pk=story_id)
    return _remarks(queries.thread(story.pk, now=timezone.now()))


@router.post("/stories/{int:story_id}/comments", auth=_COMMENT, response={201: dict[str, int]}, summary="Say something")
def comment(request: HttpRequest, story_id: int, words: Words) -> Status[dict[str, int]]:
    story = get_object_or_404(Story, pk=story_id)
    parent = (
        get_object_or_404(Comment.objects.select_related("parent", "reader"), pk=words.parent) if words.parent else None
    )
    said = actions.comment(_reader(request), story.pk, words.text, now=timezone.now(), parent=parent)
    return Status(201, {"id": said.pk})


@router.post("/follows", auth=_FOLLOW, response={204: None}, summary="Follow something, or stop")
def follow(request: HttpRequest, thing: Thing) -> Status[None]:
    if thing.off:
        actions.unfollow(_reader(request), thing.kind, thing.key)
    else:
        actions.follow(_reader(request), thing.kind, thing.key, now=timezone.now())
    return Status(204, None)


@router.post("/mutes", auth=_FOLLOW, response={204: None}, summary="Mute something, or stop")
def mute(request: HttpRequest, thing: Thing) -> Status[None]:
    if thing.off:
        actions.unmute(_reader(request), thing.kind, thing.key)
    else:
        actions.mute(_reader(request), thing.kind, thing.key, now=timezone.now())
    return Status(204, None)


@router.post("/submissions", auth=_SUBMIT, response={202: dict[str, Any]}, summary="Submit a link")
def submit(request: HttpRequest, link: Link) -> Status[dict[str, Any]]:
    given = contributions.submit(link.url, _reader(request), now=timezone.now())
    return Status(202, {"id": given.pk, "url": given.url})


def _reader(request: HttpRequest) -> Reader:
    reader: Reader = request.auth  # type: ignore[attr-defined] # ninja puts there what authenticate returned
    return reader


def _remarks(thread: Sequence[Said]) -> list[Remark]:
    return [
        Remark(
            id=said.id,
            author=said.author,
            text=said.text,
            at=said.at,
            score=said.score,
            about=said.anchor,
            replies=_remarks(said.replies),
        )
        for said in thread
    ]


STATUS = {"too_fast": 429, "unknown": 404, "too_late": 409, "already_gone": 410}
_FORBIDDEN = {"suspended", "newcomer", "not_allowed", "not_yours", "banned", "locked"}


def status_of(refused: Refused) -> int:
    """The HTTP status of a refusal."""
    return 403 if refused.code in _FORBIDDEN else STATUS.get(refused.code, 422)
