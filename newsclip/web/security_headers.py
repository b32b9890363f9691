"""What browsers are told about every answer, beside what the framework's own middleware tells them."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

_UNUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation",
    "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "serial",
    "usb", "xr-spatial-tracking",
)  # fmt: skip
_POLICY = ", ".join(f"{feature}=()" for feature in _UNUSED)
# A picture opened as a page of its own may do nothing and belongs to no origin, whatever it turns out to be.
MEDIA_CSP = {"default-src": "'none'", "sandbox": ""}
CHART_CSP = MEDIA_CSP | {"style-src": "'unsafe-inline'"}  # a chart brings its own colours, and no script


# What concerns its reader alone: no browser, and no cache on the way, keeps it.
_CONFIDENTIAL = (
    "/accounts/", "/staff/", "/settings", "/notices", "/following", "/for-you", "/welcome", "/mail/",
    "/moderation/queue", "/flag/", "/appeal/", "/submit", "/sources/", "/check", "/api/check",
)  # fmt: skip
_OF_FRAMES = "/static/web/embed."  # what that page asks for
_LEAVING = "/accounts/logout/"
_ASKED = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


def harden(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: no TRACE, no device or tracking interface for any page, and no other site may take an answer in as
    its own.

    What was made for somebody is said to be theirs; who signs out leaves nothing in the browser's cache.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request) if request.method in _ASKED else HttpResponseNotAllowed(_ASKED)
        response.headers.setdefault("Permissions-Policy", _POLICY)
        # a site may put the page that it frames into a sandbox, which belongs to no origin
        whose = "cross-origin" if request.path.startswith(_OF_FRAMES) else "same-origin"
        response.headers.setdefault("Cross-Origin-Resource-Policy", whose)
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        if request.path.startswith(_CONFIDENTIAL):
            response.headers["Cache-Control"] = "private, no-store"
        elif settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers:
            response.headers.setdefault("Cache-Control", "private, no-cache")
        if request.method == "POST" and request.path == _LEAVING:
            response.headers["Clear-Site-Data"] = '"cache"'
        return response

    return answer
