"""How people come in: open to all, by invitation, or closed, as the operator chose."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.forms import Form
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from newsclip.accounts import actions
from newsclip.accounts.models import Invitation, Reader
from newsclip.options import OPTIONS

_KEPT = "invitation"


class Adapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth is not typed
    """allauth asks here who may sign up, and tells who did."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        if OPTIONS.sign_up == "open":
            invitation(request)
            return True
        return OPTIONS.sign_up == "invitation" and invitation(request) is not None

    def save_user(self, request: HttpRequest, user: Reader, form: Form, commit: bool = True) -> Reader:  # noqa: FBT001, FBT002 -- allauth's signature
        made: Reader = super().save_user(request, user, form, commit=commit)
        used = invitation(request)
        if made.pk:
            actions.speak(made, get_language() or "")
        if used and made.pk:
            actions.use(used, made, now=timezone.now())
            request.session.pop(_KEPT, None)
        return made


def invitation(request: HttpRequest) -> Invitation | None:
    """The open invitation that somebody came with; it is remembered while they fill in the form."""
    code = request.GET.get("invitation") or request.session.get(_KEPT, "")
    found = actions.open_invitation(str(code)[:40]) if code else None
    if found:
        request.session[_KEPT] = found.code
    return found


def about_signing_up(request: HttpRequest) -> dict[str, Any]:
    """What pages may say about it."""
    return {"sign_up": OPTIONS.sign_up}
