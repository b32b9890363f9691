"""Where WebSub hubs call back: to ask whether we meant it, and to tell what is new in a source."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from newsclip.sources import actions

TAKEN, NOT_FOUND, GONE = 202, 404, 410


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def callback(request: HttpRequest, token: str) -> HttpResponse:
    """A hub has no session: it proves itself by the token, and by the signature of what it sends."""
    return _confirm(request, token) if request.method == "GET" else _receive(request, token)


def _confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Answered with the challenge and nothing else where we did ask (WebSub, section 5.3.1)."""
    said = request.GET
    meant = actions.confirm(
        token,
        mode=said.get("hub.mode", ""),
        topic=said.get("hub.topic", ""),
        seconds=said.get("hub.lease_seconds", ""),
        reason=said.get("hub.reason", ""),
        now=timezone.now(),
    )
    if not meant:
        return HttpResponse(status=NOT_FOUND)
    return HttpResponse(said.get("hub.challenge", ""), content_type="text/plain; charset=utf-8")


def _receive(request: HttpRequest, token: str) -> HttpResponse:
    """It is read by the worker; a hub that nobody waits for is told to stop (section 7)."""
    wanted = actions.receive(
        token,
        body=request.body,
        content_type=request.headers.get("Content-Type", ""),
        signature=request.headers.get("X-Hub-Signature", ""),
        now=timezone.now(),
    )
    return HttpResponse(status=TAKEN if wanted else GONE)
