"""Pages in which those who are signed in see little of their own: made once, and what is of one reader put in for each:
their name, how many notices are new, their links if they moderate, the mark of their forms against forgery, and their
votes.

What is made for all is made without anybody: no session or message is there to be shown, no cookie but the one that
says how pages look, of which there are few, and the reader is a stand-in.
"""

import re
import secrets
from collections.abc import Hashable, Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.html import escape
from django.utils.translation import get_language

from newsclip.accounts.models import Reader
from newsclip.web.appearance import COOKIE, appearance_of
from newsclip.web.caching.list_cache import for_all
from newsclip.web.context_processors import staff_links, unread_mark

_ABOUT_THE_ADDRESS = ("QUERY_STRING", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "wsgi.url_scheme")
_NAME, _MARK, _LINKS, _NEW = (secrets.token_hex(16) for _ in range(4))  # no page holds these letters by chance
_OF_ONE = re.compile(f"({_NAME}|{_MARK}|{_LINKS}|{_NEW})".encode())


class _Anyone:
    """Stands in for whoever is signed in."""

    is_authenticated = True
    username = _NAME


def render_shared(
    request: HttpRequest, template: str, page: Mapping[str, Any], key: Hashable, own: Mapping[str, str]
) -> HttpResponse:
    """The page, as `render` makes it, for a second the same for all who are signed in: `page` goes by `key` alone.

    `own`: HTML of the page → what stands there for this reader.
    """
    if not isinstance(request.user, Reader):
        return render(request, template, page)
    if len(get_messages(request)):
        return HttpResponse(_with_own(render(request, template, page).content, own))
    whole = (template, get_language(), str(appearance_of(request)), request.get_full_path(), key)
    parts = for_all(whole, lambda: _parts(request, template, page))
    own_parts = {
        _NAME: escape(request.user.username), _MARK: get_token(request), _LINKS: staff_links(request),
        _NEW: unread_mark(request),
    }  # fmt: skip
    put = {name.encode(): mine.encode() for name, mine in own_parts.items()}
    return HttpResponse(_with_own(b"".join(put.get(part, part) for part in parts), own))


def _with_own(made: bytes, own: Mapping[str, str]) -> bytes:
    for shared, mine in own.items():
        made = made.replace(shared.encode(), mine.encode(), 1)
    return made


def _parts(request: HttpRequest, template: str, page: Mapping[str, Any]) -> list[bytes]:
    """The page in pieces: names and marks stand alone."""
    bare = HttpRequest()
    bare.path, bare.path_info, bare.GET = request.path, request.path_info, request.GET
    bare.COOKIES = {COOKIE: str(appearance_of(request))}
    bare.META = {name: request.META[name] for name in _ABOUT_THE_ADDRESS if name in request.META}
    bare.user = _Anyone()  # type: ignore[assignment]
    known = {"csrf_token": _MARK, "staff_links": _LINKS, "unread_mark": _NEW}
    return _OF_ONE.split(render(bare, template, {**page, **known}).content)
