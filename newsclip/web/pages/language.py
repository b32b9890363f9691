"""The language of the pages: what the browser asks for, or what a reader chose in the foot of a page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.community.queries import is_suspended
from newsclip.web.decorators import back_to, came_from, for_suspended


@csrf_exempt  # a token would make every page a person's own, and none could be kept for all; at stake is a language
@require_POST
@for_suspended()
def choose(request: HttpRequest) -> HttpResponseBase:
    """Keeps the choice in a cookie, and with the account for mail; then back to the page, if that is one of ours."""
    language = request.POST.get("language", "")
    reader = request.user
    known = language in dict(settings.LANGUAGES)
    if known and isinstance(reader, Reader) and not is_suspended(reader, now=timezone.now()):
        accounts.set_language(reader, language)
    form = request.POST.copy()
    form["next"] = back_to(request, came_from(request))
    request.POST = form  # type: ignore[assignment] # the framework reads it anew, and minds hosts alone
    return set_language(request)
