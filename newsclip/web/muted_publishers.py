"""The publishers whose words a reader does not see: muted by the account; without one, kept in a cookie of the browser
or named in the address.
"""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import queries as community
from newsclip.community.ports import Muted

COOKIE = settings.SESSION_COOKIE_NAME.removesuffix("sessionid") + "muted"
_MOST, _LONGEST = 100, 120
_SECONDS = 365 * 24 * 3600
_ASKED = "mutes_asked_for"
_BETWEEN = "!"  # stands in no host name


def muted_by(request: HttpRequest) -> frozenset[str]:
    """Domains, of the cookie and of every `?mute=` in the address."""
    asked = [*request.COOKIES.get(COOKIE, "").split(_BETWEEN), *request.GET.getlist("mute")]
    return frozenset(_clean(asked)[:_MOST])


def mutes_of(request: HttpRequest) -> tuple[Muted, ...]:
    """What a reader who is signed in mutes; asked for once a request."""
    if not isinstance(request.user, Reader):
        return ()
    found: tuple[Muted, ...] | None = getattr(request, _ASKED, None)
    if found is None:
        found = community.mutes(request.user, now=timezone.now())
        setattr(request, _ASKED, found)
    return found


def silent_publishers(request: HttpRequest) -> frozenset[str]:
    """Domains of publishers whose words a reader never sees: muted in this browser, or everywhere by the account."""
    return muted_by(request) | community.silent_publishers(mutes_of(request))


def keep(answer: HttpResponse, domains: Iterable[str]) -> None:
    """Let the browser remember these for a year, or forget the cookie where there are none."""
    kept = sorted(_clean(domains))[:_MOST]
    if kept:
        secure = bool(settings.SESSION_COOKIE_SECURE)
        answer.set_cookie(COOKIE, _BETWEEN.join(kept), max_age=_SECONDS, samesite="Lax", httponly=True, secure=secure)
    else:
        answer.delete_cookie(COOKIE, samesite="Lax")


def _clean(domains: Iterable[str]) -> list[str]:
    return [name for domain in domains if (name := domain.strip().lower()) and is_name(name)]


def is_name(name: str) -> bool:
    """Whether it can be a publisher's domain, and stand in a cookie."""
    return 0 < len(name) <= _LONGEST and name.isascii() and all(c.isalnum() or c in ".-:_" for c in name)
