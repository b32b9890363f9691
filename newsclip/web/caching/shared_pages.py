"""Pages in which those who are signed in see nothing of their own but their name: made once, the name put in for each.

What is made for all is made without anybody: no session or message is there to be shown, no cookie but the one that
says how pages look, of which there are few, and the reader is a stand-in.
"""

import secrets
from collections.abc import Hashable, Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.utils.translation import get_language

from newsclip.accounts.models import Reader
from newsclip.web.appearance import COOKIE, appearance_of
from newsclip.web.caching.list_cache import for_all

_ABOUT_THE_ADDRESS = ("QUERY_STRING", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "wsgi.url_scheme")


class _Anyone:
    """Stands in for whoever is signed in."""

    is_authenticated = True
    username = secrets.token_hex(16)  # no page holds these letters by chance


def render_shared(request: HttpRequest, template: str, page: Mapping[str, Any], key: Hashable) -> HttpResponse:
    """The page, as `render` makes it, for a second the same for all who are signed in: `page` goes by `key` alone."""
    if not isinstance(request.user, Reader) or len(get_messages(request)):
        return render(request, template, page)
    whole = (template, get_language(), str(appearance_of(request)), request.get_full_path(), key)
    parts = for_all(whole, lambda: _parts(request, template, page))
    return HttpResponse(escape(request.user.username).encode().join(parts))


def _parts(request: HttpRequest, template: str, page: Mapping[str, Any]) -> list[bytes]:
    """What stands before, between and after the names."""
    bare = HttpRequest()
    bare.path, bare.path_info, bare.GET = request.path, request.path_info, request.GET
    bare.COOKIES = {COOKIE: str(appearance_of(request))}
    bare.META = {name: request.META[name] for name in _ABOUT_THE_ADDRESS if name in request.META}
    bare.user = _Anyone()  # type: ignore[assignment]
    made = render(bare, template, page).content
    if "CSRF_COOKIE" in bare.META:
        raise ValueError(f"{template} holds a form of one person, so it cannot be shared.")
    return made.split(_Anyone.username.encode())
