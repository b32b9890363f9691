"""What is said where there is no other answer: what was sent cannot be taken, or the site cannot answer now."""

import sys
from collections.abc import Callable
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import is_valid_path
from django.utils import translation
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language_from_request
from django.views.defaults import server_error

from newsclip.options import OPTIONS

RETRY_AFTER = 5  # seconds
_API = "/api/"
_SAID = {
    HTTPStatus.BAD_REQUEST: "This cannot be understood as it is.",
    HTTPStatus.NOT_FOUND: "There is no such address in the API.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address of the API takes no such request.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "At most {most:g} MiB can be sent together.",
}


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


def bounded(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: what is too large to be taken is not even read, a file neither; a wrong method is told in words."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if _length(request) > _most():
            return _too_large(request)
        response = get_response(request)
        untold = not getattr(response, "content", b"-") or request.path.startswith(_API)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and untold:
            told = _refused(request, HTTPStatus.METHOD_NOT_ALLOWED, "client_error", {})
            told["Allow"] = response["Allow"]
            return told
        return response

    return answer


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be taken as it is, and why."""
    if isinstance(exception, RequestDataTooBig):
        return _too_large(request)
    many = isinstance(exception, TooManyFieldsSent | TooManyFilesSent)
    place = OPTIONS.site_url if isinstance(exception, DisallowedHost) else ""
    return _refused(request, HTTPStatus.BAD_REQUEST, "client_error", {"many": many, "place": place})


def nothing_there(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page; a program that asked the API for it is told in the API's form. A stroke too many is forgiven."""
    plain = escape_leading_slashes(request.path.rstrip("/"))
    if request.method in {"GET", "HEAD"} and request.path.endswith("/") and is_valid_path(plain):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{quote(plain)}?{query}" if query else quote(plain))
    return _refused(request, HTTPStatus.NOT_FOUND, "unknown", {})


def _too_large(request: HttpRequest) -> HttpResponse:
    return _refused(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", {"most": _most() / 2**20})


def _refused(request: HttpRequest, status: HTTPStatus, code: str, page: dict[str, object]) -> HttpResponse:
    """A page for people; for programs what the API says of every refusal."""
    if request.path.startswith(_API):
        most = (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) / 2**20
        said = _SAID.get(status, status.phrase).format(most=most)
        if place := page.get("place"):
            said = f"This site answers at {place} alone, and was asked by another name."
        fault = {"code": code, "message": said, "remedy": "See /api/openapi.json."}
        return JsonResponse({"error": fault}, status=status)
    return render(request, f"{status.value}.html", page, status=status)


def _length(request: HttpRequest) -> int:
    said = request.headers.get("Content-Length", "")
    return int(said) if said.isdecimal() and said.isascii() else 0


def _most() -> int:
    """Bytes that a form, or a file with it, may have."""
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
