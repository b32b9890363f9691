"""Who may only read for now changes nothing here: asked once for all pages, before any of them sees the form."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.kernel.reasons import Refused
from newsclip.web.decorators import View, refusal_response

_READS = {"GET", "HEAD", "OPTIONS"}
# How somebody signs in and out, and what secures the account; and links of mails that end them.
_OF_THE_ACCOUNT = ("/accounts/", "/mail/leave/")


class Suspended:
    """Middleware: lets a suspended account do what `decorators.for_suspended` marks, and nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: Sequence[Any], more: Mapping[str, Any]
    ) -> HttpResponse | None:
        if request.method in _READS or request.path.startswith(_OF_THE_ACCOUNT):
            return None
        may: Callable[[HttpRequest], bool] | None = getattr(view, "for_suspended", None)
        if not isinstance(request.user, Reader) or (may and may(request)):
            return None
        try:
            community.may_write(request.user, now=timezone.now())
        except Refused as refused:
            return refusal_response(request, refused)
        return None
