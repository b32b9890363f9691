"""The choice of how pages look, in the foot of each: plain forms, no account and no script needed."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from newsclip.web.appearance import COOKIE, Appearance, appearance_of, known
from newsclip.web.decorators import back_to, came_from, for_suspended

_SECONDS = 365 * 24 * 3600


@csrf_exempt  # a token would make every page a person's own, and none could be kept for all; at stake is a colour
@require_POST
@for_suspended()
def choose(request: HttpRequest) -> HttpResponse:
    """Keeps the theme, or the size of text, beside the other one; then back to the page, if that is one of ours."""
    before = appearance_of(request)
    chosen = known(request.POST.get("theme", before.theme), request.POST.get("size", before.size))
    answer = redirect(back_to(request, came_from(request)))
    if chosen == Appearance():
        answer.delete_cookie(COOKIE, samesite="Lax")
        return answer
    secure = bool(settings.SESSION_COOKIE_SECURE)
    answer.set_cookie(COOKIE, str(chosen), max_age=_SECONDS, samesite="Lax", httponly=True, secure=secure)
    return answer
