"""What is said where the site cannot answer now but soon will: 503 with Retry-After, in the reader's language."""

import sys
from functools import lru_cache

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.views.defaults import server_error

RETRY_AFTER = 5  # seconds


def internal_error(request: HttpRequest) -> HttpResponse:
    """The answer to a fault. A database that is away, full or held by another is none of ours: it comes back."""
    if not isinstance(sys.exception(), OperationalError | InterfaceError):
        return server_error(request)
    said = page(request.headers.get("Accept-Language", ""))
    return HttpResponse(said, status=503, headers={"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"})


@lru_cache(1000)
def page(accepted: str) -> bytes:
    """The page for this Accept-Language; it asks nothing of anybody."""
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = accepted
    return _page_in(get_language_from_request(request))


@lru_cache
def _page_in(language: str) -> bytes:
    with translation.override(language):
        return render_to_string("503.html", {"language": language, "seconds": RETRY_AFTER}).encode()
