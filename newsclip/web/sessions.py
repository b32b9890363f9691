"""A browser's cookie holds the key of its session's row, and a proof by the site's key, which lies outside the tables.

Who has a copy of the tables has the keys of rows, and so is signed in nowhere.
"""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse


class Proven(SessionMiddleware):
    """The framework's own middleware, behind a cookie that is signed."""

    def process_request(self, request: HttpRequest) -> None:
        request.session = self.SessionStore(_key_in(request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")))

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer = super().process_response(request, response)
        cookie = answer.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie and cookie.value:  # an empty one ends
            cookie.set(cookie.key, *[cookie_of(cookie.value)] * 2)
        return answer


def cookie_of(key: str) -> str:
    """What a browser is given for this session."""
    return _signer().sign(key)


def _key_in(cookie: str) -> str | None:
    try:
        return _signer().unsign(cookie)
    except BadSignature:
        return None


def _signer() -> Signer:
    return Signer(sep=".", salt="newsclip: the cookie of a session")
