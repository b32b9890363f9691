"""A browser's cookie holds the key of its session's row, and a proof by the site's key, which lies outside the tables.

Who has a copy of the tables has the keys of rows, and so is signed in nowhere; what rows hold is encrypted, since a
form that waits for a password is kept in them with its cookies.
"""

from typing import Any

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.contrib.sessions.serializers import JSONSerializer
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from newsclip.db import encrypted_fields


class SignedSessionMiddleware(SessionMiddleware):
    """The framework's own middleware, behind a cookie that is signed."""

    def process_request(self, request: HttpRequest) -> None:
        request.session = self.SessionStore(_key_in(request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")))

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer = super().process_response(request, response)
        cookie = answer.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie and cookie.value:  # an empty one ends
            cookie.set(cookie.key, *[cookie_of(cookie.value)] * 2)
        return answer


class Encrypted(JSONSerializer):
    """What a session holds, as it lies in its row."""

    def dumps(self, obj: Any) -> bytes:
        return encrypted_fields.cipher().encrypt(super().dumps(obj).decode("latin-1")).encode("latin-1")

    def loads(self, data: bytes) -> Any:
        return super().loads(encrypted_fields.decrypt(data.decode("latin-1")).encode("latin-1"))


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
