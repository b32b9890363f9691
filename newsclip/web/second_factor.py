"""Who has to have a second factor, as the operator chose (NEWSCLIP_SECOND_FACTOR), sets one up before anything else."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

_STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
_OPEN = ("/accounts/", "/settings/leave", "/settings/export", "/language", "/static/", "/healthz", "/readyz")


def demand(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: leads to the page of passkeys and codes until there is one."""

    def respond(request: HttpRequest) -> HttpResponse:
        if settings.SECOND_FACTOR == "offered" or request.path.startswith(_OPEN) or not _lacks_one(request):
            return get_response(request)
        messages.warning(request, gettext("Here one signs in with two factors: set up a passkey or codes first."))
        return redirect("mfa_index")

    return respond


def _lacks_one(request: HttpRequest) -> bool:
    if not request.user.is_authenticated:
        return False
    reader = request.user
    if settings.SECOND_FACTOR == "staff" and not (reader.is_staff or reader.is_moderator or reader.is_superuser):
        return False
    return not Authenticator.objects.filter(user=reader, type__in=_STRONG).exists()
