"""What browsers are told about every answer, beside what the framework's own middleware tells them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

_UNUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation",
    "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "serial",
    "usb", "xr-spatial-tracking",
)  # fmt: skip
_POLICY = ", ".join(f"{feature}=()" for feature in _UNUSED)
# A picture opened as a page of its own may do nothing and belongs to no origin, whatever it turns out to be.
MEDIA_CSP = {"default-src": "'none'", "sandbox": ""}


def harden(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: no device or tracking interface for any page, and no other site may take an answer in as its own."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return answer
