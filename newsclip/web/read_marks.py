"""What a reader has read, marked wherever a clip is named in a list.

Cards and pages are made once for all, so they hold an empty place for each clip. The places of who is signed in are
filled here, when the page is ready; those of strangers by static/web/read.js, from what their device remembers.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.community import queries
from newsclip.web.decorators import unable
from newsclip.web.formatting import filled

_PLACE = '<span data-clip="{clip}" data-version="{version}"></span>'
_FOUND = re.compile(rb'<span data-clip="(\d{1,18})" data-version="(\d{1,9})"></span>')
_BUTTON = b'<div class="mark-all"></div>'  # stands where a page offers to mark all of it
_VISIT = b'<div class="since-visit"></div>'  # where it says how much is new since the reader was here
_APART = timedelta(minutes=30)  # what was read longer ago was read on an earlier visit; as in static/web/read.js
_SENT = re.compile(r"(?<!\d)(\d{1,18})@(\d{1,9})(?!\d)", re.ASCII)
_LONGEST = 20_000  # characters
_MOST = 500  # clips that one page names, at most


def place(clip: int, version: int) -> SafeString:
    """Where a page says whether this version of the clip was read: empty until it is known who reads the page."""
    return filled(_PLACE, clip=clip, version=version)


def words() -> dict[str, str]:
    """What the marks say, in the language that is spoken here and now."""
    return {"read": pgettext("a clip", "read"), "changed": gettext("changed since you read it")}


def mark_what_was_read(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: one query more for a page that names clips, two or three where it tells of the last visit; none for
    other pages and for strangers.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.streaming or not response.get("Content-Type", "").startswith("text/html"):
            return response
        if request.GET.get("as") == "others":  # a page of one's own as others see it
            return response
        found = [(int(clip), int(version)) for clip, version in _FOUND.findall(response.content)[:_MOST]]
        if found and isinstance(request.user, Reader) and request.user.keeps_readings:
            known = queries.versions_read(request.user, {clip for clip, _ in found})
            last = (
                queries.last_read(request.user, before=timezone.now() - _APART) if _VISIT in response.content else None
            )
            response.content = _marked(response.content, known) if known else response.content
            if last:
                told = _since_visit(dict(found), known, last)
                response.content = response.content.replace(_VISIT, told, 1)
            unread = {clip: version for clip, version in found if known.get(clip, 0) < version}
            if unread and _BUTTON in response.content and not unable(request):
                response.content = response.content.replace(_BUTTON, _form(request, unread), 1)
        return response

    return answer


def _marked(page: bytes, known: Mapping[int, int]) -> bytes:
    said = {state: escape(text).encode() for state, text in words().items()}

    def mark(found: re.Match[bytes]) -> bytes:
        seen = known.get(int(found[1]))
        if seen is None:
            return found[0]
        state = "read" if seen >= int(found[2]) else "changed"
        return b'<span data-clip="%s" data-version="%s" data-read="%s">%s</span>' % (
            found[1], found[2], state.encode(), said[state],
        )  # fmt: skip

    return _FOUND.sub(mark, page)


def _since_visit(found: Mapping[int, int], known: Mapping[int, int], last: datetime) -> bytes:
    """How many clips of the page are new since then, how many changed, and the way to see only what was not read."""
    unread = found.keys() - known.keys()
    changed = sum(known[clip] < found[clip] for clip in found.keys() & known.keys())
    given = {"at": last, "new": clips.published_since(unread, last), "changed": changed}
    return render_to_string("web/_since_visit.html", {**given, "left": changed + len(unread)}).encode()


def _form(request: HttpRequest, unread: Mapping[int, int]) -> bytes:
    """Marks all that the page shows as read; with the reader's own token, so it cannot be made before."""
    marked = " ".join(f"{clip}@{version}" for clip, version in unread.items())
    given = {"csrf_token": get_token(request), "clips": marked, "next": request.get_full_path()}
    return render_to_string("web/_mark_all.html", given).encode()


def versions_in(sent: str) -> dict[int, int]:
    """What the form sent: clip ID → version. What is none is passed over."""
    return {int(clip): int(version) for clip, version in _SENT.findall(sent[:_LONGEST])}
