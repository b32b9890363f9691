"""What is said where there is no other answer: what was sent cannot be taken, or the site cannot answer now."""

import json
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
from newsclip.web.caching.page_cache import Answer, Environ, Headers

RETRY_AFTER = 5  # seconds
_API = "/api/"
_CODES = {
    HTTPStatus.BAD_REQUEST: "client_error",
    HTTPStatus.REQUEST_TIMEOUT: "timeout",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
}
_SAID = {
    HTTPStatus.BAD_REQUEST: "This cannot be understood as it is.",
    HTTPStatus.NOT_FOUND: "There is no such address in the API.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address of the API takes no such request.",
    HTTPStatus.REQUEST_TIMEOUT: "This came too slowly, and was not waited for. Nothing was changed; send it again.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "At most {most:g} MiB can be sent together.",
}


def internal_error(request: HttpRequest) -> HttpResponse:
    """The answer to a fault. A database that is away, full or held by another is none of ours: it comes back."""
    if not isinstance(sys.exception(), OperationalError | InterfaceError):
        return server_error(request)
    said = page(request.headers.get("Accept-Language", ""))
    return HttpResponse(said, status=503, headers={"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"})


def service_unavailable(environ: Environ) -> Answer:
    """To who finds no room. Made before the framework is asked, as `unread` is."""
    return _plain(environ, HTTPStatus.SERVICE_UNAVAILABLE, "503.html", [("Retry-After", str(RETRY_AFTER))])


def unread(environ: Environ, status: HTTPStatus, *, most: int) -> Answer:
    """To who sent what is not taken (see bodies.Unread), at most `most` bytes: why, and what to do."""
    end = [("Connection", "close")]  # what is still on its way is no next question
    if environ["PATH_INFO"].startswith(_API):
        return _answer(environ, status, "application/json", json.dumps(_fault(status, most)).encode(), end)
    return _plain(environ, status, f"unread/{status.value}.html", end, most / 2**20)


def _plain(environ: Environ, status: HTTPStatus, template: str, more: Headers, most: float = 0) -> Answer:
    body = page(environ.get("HTTP_ACCEPT_LANGUAGE", ""), template, most)
    return _answer(environ, status, "text/html; charset=utf-8", body, more)


def _answer(environ: Environ, status: HTTPStatus, kind: str, body: bytes, more: Headers) -> Answer:
    headers = [("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"), *more]
    return f"{status.value} {status.phrase}", headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body


@lru_cache(1000)
def page(accepted: str, template: str = "503.html", most: float = 0) -> bytes:
    """The page for this Accept-Language; it asks nothing of anybody. `most`: MiB that may be sent."""
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = accepted
    return _page_in(get_language_from_request(request), template, most)


@lru_cache
def _page_in(language: str, template: str, most: float) -> bytes:
    with translation.override(language):
        return render_to_string(template, {"language": language, "most": most}).encode()


def max_body_size(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
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


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be taken as it is, and why."""
    if isinstance(exception, RequestDataTooBig):
        return _too_large(request)
    many = isinstance(exception, TooManyFieldsSent | TooManyFilesSent)
    place = OPTIONS.site_url if isinstance(exception, DisallowedHost) else ""
    return _refused(request, HTTPStatus.BAD_REQUEST, "client_error", {"many": many, "place": place})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
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
        fault = _fault(status, _most(), code)
        if place := page.get("place"):
            fault["error"]["message"] = f"This site answers at {place} alone, and was asked by another name."
        return JsonResponse(fault, status=status)
    return render(request, f"{status.value}.html", page, status=status)


def _fault(status: HTTPStatus, most: int, code: str = "") -> dict[str, dict[str, str]]:
    """What the API says of a refusal; `most` bytes may be sent."""
    said = _SAID.get(status, status.phrase).format(most=most / 2**20)
    fault = {"code": code or _CODES[status], "message": said, "remedy": "See /api/openapi.json."}
    return {"error": fault}


def _length(request: HttpRequest) -> int:
    said = request.headers.get("Content-Length", "")
    return int(said) if said.isdecimal() and said.isascii() else 0


def _most() -> int:
    """Bytes that a form, or a file with it, may have."""
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
