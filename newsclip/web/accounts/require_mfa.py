"""Who has to have a second factor, as the operator chose (NEWSCLIP_SECOND_FACTOR), shows it in every session.

Asked is the session, not the account: one that was begun before there was a factor, or by less than it, shows it first.
After a reset by mail everybody who has one shows it, and looks at what else opens the account.
"""

from collections.abc import Callable, Collection
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.conf import settings
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import FACTORS

_ALWAYS = ("/accounts/logout/", "/language", "/appearance", "/static/", "/healthz", "/readyz")
# Who has none yet sets one up, and may take their data along and leave without it.
_WITHOUT_ONE = (*_ALWAYS, "/accounts/", "/settings/leave", "/settings/export")
# Who has one shows it: nothing else of the account is open before, least of all its factors.
_UNSHOWN = (*_ALWAYS, "/accounts/2fa/reauthenticate/", "/accounts/2fa/webauthn/reauthenticate/")
# What is left of the account after a reset by mail, until its owner looked.
_LOOK = (*_UNSHOWN, "/settings/credentials", "/accounts/reauthenticate/")


def demand(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: leads to the page of passkeys and codes until there is one, then to the one that asks for it."""

    def respond(request: HttpRequest) -> HttpResponse:
        held = isinstance(request.user, Reader) and request.user.reset_at is not None
        if request.path.startswith(_ALWAYS) or not (held or _is_meant(request)):
            return get_response(request)
        kinds = dict(Authenticator.objects.filter(user=request.user).values_list("pk", "type"))
        if not FACTORS & set(kinds.values()):
            return get_response(request) if held or request.path.startswith(_WITHOUT_ONE) else _set_up(request)
        if not shown_in(request) & set(kinds) and not request.path.startswith(_UNSHOWN):
            return _show(request, kinds.values())
        if held and not request.path.startswith(_LOOK):
            return redirect("web:credentials")
        return get_response(request)

    return respond


def _is_meant(request: HttpRequest) -> bool:
    reader = request.user
    if settings.SECOND_FACTOR == "offered" or not isinstance(reader, Reader):
        return False
    return settings.SECOND_FACTOR == "everybody" or reader.moderates or reader.is_superuser


def shown_in(request: HttpRequest) -> set[int]:
    """Which factors this session showed, by their keys: an app, recovery codes, or a passkey, which is both factors.

    One that the account no longer has proves nothing.
    """
    records = get_authentication_records(request, request.user)
    return {one.get("id", 0) for one in records if one.get("method") == "mfa"}


def _set_up(request: HttpRequest) -> HttpResponse:
    messages.warning(
        request, gettext("This site asks for a second step at sign-in: set up a passkey or an authenticator app first.")
    )
    return redirect("mfa_index")


def _show(request: HttpRequest, kinds: Collection[str]) -> HttpResponse:
    messages.warning(request, gettext("You signed in here without your second step: show it once to continue."))
    page = "mfa_reauthenticate" if Authenticator.Type.TOTP in kinds else "mfa_reauthenticate_webauthn"
    back = request.get_full_path() if request.method == "GET" else "/"
    return redirect(f"{reverse(page)}?{urlencode({'next': back})}")


@receiver(authenticator_added)
def set_up(request: HttpRequest, user: Reader, authenticator: Authenticator, **_: object) -> None:
    """Who sets up an account's first one has it at hand: a code of it, or its touch, was asked for just now.

    A further one proves nothing: it may be somebody else's, who came by less than the first.
    """
    strong = Authenticator.objects.filter(user=user, type__in=FACTORS)
    if authenticator.type in FACTORS and not strong.exclude(pk=authenticator.pk).exists():
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
