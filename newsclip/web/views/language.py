"""The language of the pages: what the browser asks for, or what a reader chose in the foot of a page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader


@csrf_exempt  # a token would make every page a person's own, and none could be kept for all; at stake is a language
@require_POST
def choose(request: HttpRequest) -> HttpResponseBase:
    """Keeps the choice in a cookie, and with the account for mail; then back to the page, if that is one of ours."""
    language = request.POST.get("language", "")
    if isinstance(request.user, Reader) and language in dict(settings.LANGUAGES):
        accounts.speak(request.user, language)
    return set_language(request)
