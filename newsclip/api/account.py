"""What a program may do with a reader's account: settings, data, and who else is told what is new."""

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from ninja import Path, Schema, Status
from pydantic import Field

from newsclip import wiring
from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Invitation, Reader, Token
from newsclip.api.people import Bearer, reader_of
from newsclip.api.schemas import Line, Number, router
from newsclip.community import actions, queries
from newsclip.community.models import Subscription
from newsclip.kernel.reasons import Refused
from newsclip.options import OPTIONS
from newsclip.pipeline import data_export
from newsclip.ranking import actions as ranking

_ACCOUNT, _SUBSCRIBE = Bearer(Token.Scope.ACCOUNT), Bearer(Token.Scope.SUBSCRIBE)
# What takes away what is one's own.
_FORGETS = Bearer(Token.Scope.ACCOUNT, for_suspended=True)
_ENDS = Bearer(Token.Scope.SUBSCRIBE, for_suspended=True)


class Settings(Schema):
    """`edition`: none, daily or weekly news by mail. What is left out stays as it is."""

    about: Annotated[str, Field(max_length=500)] | None = None
    edition: Line | None = None
    notices_by_mail: bool | None = None


class Learning(Schema):
    """Whether one's own page goes by what one reads."""

    on: bool


class Keeping(Schema):
    """Whether what one reads is kept, to be shown as read; when it is not, what was kept goes."""

    on: bool


class Invited(Schema):
    """A link for one more person; `used`: it was."""

    id: int
    link: str
    used: bool
    made: datetime


class Hook(Schema):
    url: Line
    events: list[Literal["clip", "correction", "notice"]]


class Hooked(Schema):
    """`ended`: why it is told nothing more, "" while it is."""

    id: int
    url: str
    events: list[str]
    made: datetime
    ended: str


class NewHook(Schema):
    """The secret that signs what is sent; it is told only now."""

    secret: str


class Keys(Schema):
    p256dh: Line
    auth: Line


class Browser(Schema):
    """As `PushSubscription.toJSON()` gives it."""

    endpoint: Line
    keys: Keys


class Browsers(Schema):
    """`key`: what `pushManager.subscribe` takes as applicationServerKey; "" where this site pushes nothing."""

    key: str
    browsers: list[Hooked]


@router.patch("/me", auth=_ACCOUNT, response={204: None}, summary="Change your settings")
def change(request: HttpRequest, wanted: Settings) -> Status[None]:
    reader = reader_of(request)
    accounts.change(
        reader,
        about=reader.about if wanted.about is None else wanted.about,
        edition=reader.edition if wanted.edition is None else wanted.edition,
        notices_by_mail=reader.notices_by_mail if wanted.notices_by_mail is None else wanted.notices_by_mail,
    )
    return Status(204, None)


@router.get("/me/everything", auth=_ACCOUNT, response=dict[str, Any], summary="Everything you wrote and did here")
def everything(request: HttpRequest) -> FileResponse:
    found = data_export.file_of(reader_of(request), OPTIONS.home)
    return FileResponse(found, content_type="application/json; charset=utf-8")


@router.delete("/me/readings", auth=_FORGETS, response={204: None}, summary="Forget what you read here")
def forget_readings(request: HttpRequest) -> Status[None]:
    ranking.forget(reader_of(request))
    actions.forget_readings(reader_of(request))
    return Status(204, None)


@router.put("/me/readings", auth=_ACCOUNT, response={204: None}, summary="Keep what you read, or nothing of it")
def switch_readings(request: HttpRequest, keeping: Keeping) -> Status[None]:
    if not keeping.on:
        ranking.forget(reader_of(request))
    actions.switch_readings(reader_of(request), on=keeping.on)
    return Status(204, None)


@router.put("/me/learning", auth=_ACCOUNT, response={204: None}, summary="Let your own page learn, or stop it")
def switch_learning(request: HttpRequest, learning: Learning) -> Status[None]:
    ranking.switch_learning(reader_of(request), on=learning.on, now=timezone.now())
    return Status(204, None)


@router.get("/invitations", auth=_ACCOUNT, response=list[Invited], summary="Your invitation links")
def invitations(request: HttpRequest) -> list[Invited]:
    return [_invited(row) for row in Invitation.objects.filter(reader=reader_of(request)).order_by("-made_at")]


@router.post("/invitations", auth=_ACCOUNT, response={201: Invited}, summary="Make an invitation link for one person")
def invite(request: HttpRequest) -> Status[Invited]:
    return Status(201, _invited(accounts.invite(reader_of(request), now=timezone.now())))


@router.delete(
    "/invitations/{number}", auth=_FORGETS, response={204: None}, summary="Take back an unused invitation link"
)
def drop_invitation(request: HttpRequest, number: Path[Number]) -> Status[None]:
    accounts.drop_invitation(reader_of(request), number)
    return Status(204, None)


def _invited(row: Invitation) -> Invited:
    link = f"{OPTIONS.site_url}/accounts/signup/?invitation={row.code}"
    return Invited(id=row.pk, link=link, used=row.used_at is not None, made=row.made_at)


@router.get("/webhooks", auth=_SUBSCRIBE, response=list[Hooked], summary="Your webhooks")
def webhooks(request: HttpRequest) -> list[Hooked]:
    return _hooked(reader_of(request), Subscription.Kind.WEBHOOK)


@router.post("/webhooks", auth=_SUBSCRIBE, response={201: NewHook}, summary="Add a webhook")
def add_webhook(request: HttpRequest, hook: Hook) -> Status[NewHook]:
    secret = actions.add_webhook(reader_of(request), hook.url, hook.events, now=timezone.now())
    return Status(201, NewHook(secret=secret))


@router.delete("/webhooks/{number}", auth=_ENDS, response={204: None}, summary="Delete a webhook")
def drop_webhook(request: HttpRequest, number: Path[Number]) -> Status[None]:
    return _dropped(request, Subscription.Kind.WEBHOOK, number)


@router.get("/browsers", auth=_SUBSCRIBE, response=Browsers, summary="Browsers that show your notices")
def browsers(request: HttpRequest) -> Browsers:
    return Browsers(key=wiring.public_push_key(), browsers=_hooked(reader_of(request), Subscription.Kind.PUSH))


@router.post("/browsers", auth=_SUBSCRIBE, response={204: None}, summary="Show your notices in a browser")
def add_browser(request: HttpRequest, browser: Browser) -> Status[None]:
    actions.add_browser(reader_of(request), browser.endpoint, browser.keys.dict(), now=timezone.now())
    return Status(204, None)


@router.delete("/browsers/{number}", auth=_ENDS, response={204: None}, summary="Stop showing your notices in a browser")
def drop_browser(request: HttpRequest, number: Path[Number]) -> Status[None]:
    return _dropped(request, Subscription.Kind.PUSH, number)


def _hooked(reader: Reader, kind: str) -> list[Hooked]:
    return [
        Hooked(id=row.pk, url=row.url, events=row.events, made=row.made_at, ended=row.ended_for)
        for row in queries.subscriptions_of(reader, kind)
    ]


def _dropped(request: HttpRequest, kind: str, number: int) -> Status[None]:
    if not queries.subscriptions_of(reader_of(request), kind).filter(pk=number).exists():
        raise Refused("unknown", f"{kind} {number}")
    actions.unsubscribe(reader_of(request), number)
    return Status(204, None)
