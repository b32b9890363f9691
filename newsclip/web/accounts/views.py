"""A person's public page, and their own settings."""

from http import HTTPStatus
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from django.conf import settings as django_settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from newsclip import wiring
from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Invitation, Reader, Token
from newsclip.accounts.queries import credentials_of, with_confirmed_mail
from newsclip.clips import queries as clips
from newsclip.community import actions, queries
from newsclip.community.models import Subscription
from newsclip.kernel.rows import parse_row_id
from newsclip.options import OPTIONS
from newsclip.pipeline import account_deletion, data_export
from newsclip.ranking import actions as ranking
from newsclip.web.accounts.credentials import CredentialsForm, proven_in
from newsclip.web.accounts.require_mfa import shown_in
from newsclip.web.decorators import UNPROCESSABLE, drops, for_suspended, signed_in
from newsclip.web.muted_publishers import mutes_of
from newsclip.web.pages import pagination
from newsclip.web.pages.mute_filter import without_muted

_BROUGHT = 10


def person(request: HttpRequest, name: str) -> HttpResponse:
    """What somebody said, keeps and brought in; never what they voted for or read."""
    found = get_object_or_404(Reader.objects.select_related("invited_by"), username=name, is_active=True)
    comments = Paginator(queries.by_reader(found), pagination.PAGE).get_page(request.GET.get("page"))
    brought = without_muted(request, queries.brought_by(found, limit=_BROUGHT))
    said, unheard = queries.heard(comments, mutes_of(request))
    told = clips.listed().defer("document").filter(story__in={one.story_id for one in said})
    about = {clip.story_id: clip for clip in without_muted(request, list(told)).clips}
    htmls = queries.html_of(said, now=timezone.now())
    page = {
        "person": found,
        "suspended": queries.is_suspended(found, now=timezone.now()),
        "comments": comments,
        "said": [(one, html, about.get(one.story_id)) for one, html in zip(said, htmls, strict=True)],
        "unheard": unheard,
        "collections": queries.collections_of(found, private=request.user == found),
        "suggested": queries.suggested_by(found)[:_BROUGHT] if request.user == found else (),
        "brought": brought.clips,
        "hidden": brought.hidden,
        "invited": Reader.objects.filter(invited_by=found, is_active=True).order_by("username"),
    }
    return render(request, "web/person.html", page)


@signed_in
def settings(request: HttpRequest, reader: Reader) -> HttpResponse:
    if request.method == "POST":
        accounts.change(
            reader,
            about=request.POST.get("about", ""),
            edition=request.POST.get("edition", ""),
            notices_by_mail="notices_by_mail" in request.POST,
        )
        messages.success(request, gettext("Saved."))
        return redirect("web:settings")
    page = {
        "reader": reader,
        "editions": Reader.Edition.choices,
        "sends_mail": bool(OPTIONS.mail),
        "waits_for": EmailAddress.objects.filter(user=reader, verified=False).first(),
        "gets_mail": with_confirmed_mail(Reader.objects.filter(pk=reader.pk)).exists(),
        "invitations": Invitation.objects.filter(reader=reader).select_related("used_by").order_by("-made_at"),
        "site_url": OPTIONS.site_url,
        "elsewhere": _signs_in_elsewhere(),
        "push_key": wiring.public_push_key(),
        "browsers": queries.subscriptions_of(reader, Subscription.Kind.PUSH).filter(ended_at=None).count(),
    }
    return render(request, "web/settings.html", page)


def _signs_in_elsewhere() -> str:
    """The name of the provider that the operator chose for signing in; "" without one."""
    providers: dict[str, Any] = django_settings.SOCIALACCOUNT_PROVIDERS
    apps = providers.get("openid_connect", {}).get("APPS", [])
    return str(apps[0]["name"]) if apps else ""


@require_POST
@signed_in
@for_suspended(where=drops)
def invite(request: HttpRequest, reader: Reader) -> HttpResponse:
    """A new link, or `drop` one that nobody used."""
    if drops(request):
        accounts.drop_invitation(reader, parse_row_id(request.POST["drop"]))
    else:
        accounts.invite(reader, now=timezone.now())
    return redirect("web:settings")


def _makes_a_token(request: HttpRequest) -> bool:
    return request.method == "POST" and not drops(request)


@signed_in
@for_suspended(where=drops)
@reauthentication_required(app="allauth.account", enabled=_makes_a_token)  # type: ignore[untyped-decorator]
def tokens(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Tokens for programs; a new one is shown once."""
    told = ""
    if request.method == "POST":
        if drops(request):
            accounts.drop_token(reader, parse_row_id(request.POST["drop"]))
            return redirect("web:tokens")
        scopes = request.POST.getlist("scopes")
        shown = shown_in(request)
        told = accounts.make_token(reader, request.POST.get("title", ""), scopes, now=timezone.now(), factors=shown)
    page = {
        "feeds": Token.Scope.FEED in request.POST.getlist("scopes"),
        "told": told,
        "tokens": Token.objects.filter(reader=reader).order_by("name"),
        "scopes": Token.Scope.choices,
    }
    return render(request, "web/tokens.html", page)


@signed_in
@for_suspended()
@reauthentication_required(app="allauth.account", allow_get=True)  # type: ignore[untyped-decorator]
def credentials(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What opens the account beside its password; what is not ticked ends.

    All is ticked for who only looks. After a reset by mail what this session did not show may be somebody else's.
    """
    found = credentials_of(reader)
    given = request.POST if request.method == "POST" else None
    ticked = proven_in(request, reader, found) if reader.reset_at else {one.key for one in found}
    form = CredentialsForm(given, found=found, ticked=ticked)
    if given is not None and form.is_valid():
        form.save(reader)
        messages.success(request, gettext("Saved."))
        return redirect("web:settings")
    page = {"form": form, "held": reader.reset_at, "found": found}
    return render(request, "web/credentials.html", page, status=UNPROCESSABLE if given else HTTPStatus.OK)


@signed_in
def export(request: HttpRequest, reader: Reader) -> FileResponse:
    """Everything a person wrote and did here, as one JSON file."""
    name = f"newsclip-{reader.pk}.json"
    return FileResponse(data_export.file_of(reader, OPTIONS.home), as_attachment=True, filename=name)


@signed_in
@for_suspended()
@reauthentication_required(app="allauth.account", allow_get=True)  # type: ignore[untyped-decorator]
def leave(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Delete the account: it is one, so it asks once more."""
    if request.method == "POST" and request.POST.get("name") == reader.username:
        logout(request)
        account_deletion.leave(reader, now=timezone.now())
        messages.success(request, gettext("Your account and everything in it are deleted."))
        return redirect("web:front")
    wrong = request.method == "POST"
    page = {"wrong": wrong, "typed": request.POST.get("name", "")}
    return render(request, "web/leave.html", page, status=UNPROCESSABLE if wrong else HTTPStatus.OK)


@require_POST
@signed_in
@for_suspended(where=lambda request: "on" not in request.POST)
def switch_readings(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Whether what one reads is kept. When it is not, what was kept and what was learnt from it goes."""
    keeps = "on" in request.POST
    if not keeps:
        ranking.forget(reader)
    actions.switch_readings(reader, on=keeps)
    messages.success(request, gettext("Saved."))
    return redirect("web:settings")


@require_POST
@signed_in
@for_suspended()
def forget_readings(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Forget what was read here, and what the reader's own page learnt from it."""
    ranking.forget(reader)
    actions.forget_readings(reader)
    messages.success(request, gettext("Done: what you read is forgotten."))
    return redirect("web:settings")
