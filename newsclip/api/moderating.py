"""What a moderator's program may do: see what waits, decide, answer appeals, split and merge stories."""

from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Path, Schema, Status
from pydantic import Field

from newsclip import wiring
from newsclip.accounts.models import Reader, Token
from newsclip.api.people import Bearer, reader_of
from newsclip.api.schemas import FARTHEST, Line, Number, router
from newsclip.community import actions, queries
from newsclip.community.models import Appeal, Flag, Suggestion
from newsclip.community.ports import Order
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import contributions, story_moderation
from newsclip.ranking import queries as ranking_queries
from newsclip.stories import ports
from newsclip.stories import queries as stories
from newsclip.stories.models import Story, StoryEvent

Why = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]
Key = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00/]*$")]

_SUGGESTIONS = 30  # in an answer, as on the page

QueuePage = Annotated[int, Field(ge=1, le=FARTHEST)]


class Moderator(Bearer):
    """A token of a moderator or of staff. Raises Refused("not_allowed") for everybody else's, and "factor_missing".

    Where moderators have to have a second factor, so has their token: one that its session showed, and that is there.
    """

    def look_at(self, token: Token) -> None:
        if settings.SECOND_FACTOR != "offered" and token.factor_id is None:
            raise Refused("factor_missing")

    def authenticate(self, request: HttpRequest, token: str) -> Reader | None:
        reader = super().authenticate(request, token)
        if reader and not reader.moderates:
            raise Refused("not_allowed", "This is for moderators.")
        if reader:
            actions.may_write(reader, now=timezone.now())
        return reader


_MODERATE = Moderator(Token.Scope.MODERATE)


class Flagging(Schema):
    """Why somebody, or a rule, asked for a look. Who it was is told to nobody; nor is what somebody wrote, where it is
    about your own comment or account: `words` is empty.
    """

    reason: str
    words: str
    at: datetime


class Matter(Schema):
    """Something that waits for a moderator; `choices`: what would change it as things stand."""

    kind: str
    key: str
    label: str
    words: str
    flags: list[Flagging]
    choices: list[str]


class Objection(Schema):
    """An appeal that nobody answered yet, to the action with this number in the log."""

    id: int
    action: int
    reader: str
    text: str
    at: datetime


class Idea(Schema):
    """An open suggestion; `wanted` as it was suggested; `since`: when enough readers agreed, else when it was made."""

    id: int
    story: int
    kind: str
    wanted: dict[str, Any]
    why: str
    agree: int
    since: datetime


class Newcomer(Schema):
    """An account that waits for approval: the matter "reader", by its `key`."""

    key: str
    name: str
    since: datetime


class Waiting(Schema):
    """`matters`: a hundred a page, the weightiest first; [] after the last. `suggestions`: the first thirty of
    those that a moderator is to carry out or refuse.

    `trends`: hashtags that would trend for the first time; `held`: those that may not trend.
    """

    matters: list[Matter]
    appeals: list[Objection]
    suggestions: list[Idea]
    accounts: list[Newcomer]
    trends: list[str]
    held: list[str]


class Decision(Schema):
    """`action`: one of the matter's choices; `until`: when it ends by itself, null for never."""

    action: str
    reason: Why
    until: datetime | None = None


class Decided(Schema):
    """The action's number in the public log."""

    id: int


class Answer(Schema):
    upheld: bool
    text: Line


class Apart(Schema):
    """`articles`: those that tell another event."""

    articles: Annotated[list[Number], Field(min_length=1, max_length=1000)]
    why: Why


class StoryMerge(Schema):
    """`into`: the story that tells the same event and stays."""

    into: Number
    why: Why


class Reason(Schema):
    why: Why


class StoryId(Schema):
    story: int


class Judged(Schema):
    """By a merge, `articles` and `others` tell the same event; by a split they do not. `undone`: taken back later."""

    at: datetime
    kind: str
    by: str
    why: str
    articles: list[int]
    others: list[int]
    undone: bool


@router.get("/moderation/queue", auth=_MODERATE, response=Waiting, summary="Review queue")
def queue(request: HttpRequest, page: QueuePage = 1) -> Waiting:
    appeals = Appeal.objects.filter(answered_at=None).select_related("reader").order_by("at")
    reader = reader_of(request)
    waiting = [one for one in queries.queue(page=page) if queries.is_known(one.kind, one.key)]
    return Waiting(
        matters=[_matter(one.kind, one.key, reader) for one in waiting],
        appeals=[
            Objection(
                id=one.pk, action=one.action_id, reader=one.reader.username if one.reader else "", text=one.text,
                at=one.at,
            )
            for one in appeals
        ],
        suggestions=[
            Idea(
                id=one.pk, story=one.story_id, kind=one.kind, wanted=one.wanted, why=one.why, agree=one.agree,
                since=one.since,
            )
            for one in queries.open_suggestions().prefetch_related(None)[:_SUGGESTIONS]
        ],
        accounts=[
            Newcomer(key=str(one.pk), name=one.username, since=one.date_joined)
            for one in queries.accounts_that_wait()[:100]
        ],
        trends=[one.key for one in ranking_queries.to_review()],
        held=sorted(queries.held_hashtags()),
    )  # fmt: skip


@router.get(
    "/moderation/matters/{kind}/{key}", auth=_MODERATE, response=Matter, summary="Something as moderators see it"
)
def matter(request: HttpRequest, kind: Path[Key], key: Path[Key]) -> Matter:
    if not queries.is_known(kind, key):
        raise Refused("unknown", f"{kind} {key}")
    return _matter(kind, key, reader_of(request))


def _matter(kind: str, key: str, reader: Reader) -> Matter:
    own = bool(queries.own_targets(reader, [(kind, key)]))
    return Matter(
        kind=kind,
        key=key,
        label=str(queries.called(kind, key)),
        words=queries.words_of(kind, key),
        flags=[
            Flagging(reason=one.reason, words="" if own and one.reason != Flag.Reason.HELD else one.words, at=one.at)
            for one in queries.flags_on(kind, key)
        ],
        choices=queries.possible(kind, key, now=timezone.now()),
    )


@router.post(
    "/moderation/matters/{kind}/{key}",
    auth=_MODERATE,
    response={201: Decided},
    summary="Take an action, recorded in the public log",
)
def act(request: HttpRequest, kind: Path[Key], key: Path[Key], decision: Decision) -> Status[Decided]:
    if not queries.is_known(kind, key) or decision.action not in queries.CHOICES[kind]:
        raise Refused("unknown", f"{decision.action[:40]} {kind} {key}")
    order = Order(decision.action, kind, key, decision.reason, until=decision.until)
    done = contributions.act(reader_of(request), order, now=timezone.now())
    return Status(201, Decided(id=done.pk))


@router.post("/moderation/appeals/{number}", auth=_MODERATE, response={204: None}, summary="Answer an appeal")
def answer(request: HttpRequest, number: Path[Number], said: Answer) -> Status[None]:
    asked = get_object_or_404(Appeal.objects.select_related("action", "reader"), pk=number)
    actions.answer(reader_of(request), asked, said.text, upheld=said.upheld, now=timezone.now())
    return Status(204, None)


@router.post("/suggestions/{number}/apply", auth=_MODERATE, response={204: None}, summary="Carry out a suggestion")
def apply(request: HttpRequest, number: Path[Number]) -> Status[None]:
    found = get_object_or_404(Suggestion.objects.select_related("story"), pk=number)
    contributions.decide(reader_of(request), found, now=timezone.now(), parser=wiring.parser())
    return Status(204, None)


@router.post("/suggestions/{number}/refuse", auth=_MODERATE, response={204: None}, summary="Refuse a suggestion")
def refuse(request: HttpRequest, number: Path[Number], reason: Reason) -> Status[None]:
    found = get_object_or_404(Suggestion.objects.select_related("story"), pk=number)
    contributions.refuse(reader_of(request), found, why=reason.why, now=timezone.now())
    return Status(204, None)


@router.post(
    "/suggestions/{number}/undo", auth=_MODERATE, response={204: None}, summary="Undo a suggestion that was carried out"
)
def take_back(request: HttpRequest, number: Path[Number]) -> Status[None]:
    found = get_object_or_404(Suggestion.objects.select_related("story"), pk=number)
    contributions.undo(reader_of(request), found, now=timezone.now())
    return Status(204, None)


@router.post("/stories/{story_id}/split", auth=_MODERATE, response={201: StoryId}, summary="Split articles off a story")
def split(request: HttpRequest, story_id: Path[Number], apart: Apart) -> Status[StoryId]:
    story = get_object_or_404(Story, pk=story_id, merged_into=None)
    made = story_moderation.split(reader_of(request), story, apart.articles, why=apart.why, now=timezone.now())
    return Status(201, StoryId(story=made.pk))


@router.post("/stories/{story_id}/merge", auth=_MODERATE, response={201: StoryId}, summary="Merge a story into another")
def merge(request: HttpRequest, story_id: Path[Number], together: StoryMerge) -> Status[StoryId]:
    story = get_object_or_404(Story, pk=story_id, merged_into=None)
    into = get_object_or_404(Story, pk=together.into, merged_into=None)
    story_moderation.merge(reader_of(request), story, into, why=together.why, now=timezone.now())
    return Status(201, StoryId(story=into.pk))


@router.post("/events/{number}/undo", auth=_MODERATE, response={201: StoryId}, summary="Take back a split or a merge")
def undo(request: HttpRequest, number: Path[Number], reason: Reason) -> Status[StoryId]:
    event = get_object_or_404(StoryEvent.objects.select_related("story"), pk=number, kind__in=("merged", "split"))
    story = story_moderation.undo(reader_of(request), event, why=reason.why, now=timezone.now())
    return Status(201, StoryId(story=story.pk))


@router.get("/moderation/decisions", auth=_MODERATE, response=list[Judged], summary="Splits and merges made by hand")
def decisions(request: HttpRequest) -> list[ports.Decision]:
    return list(stories.decisions())
