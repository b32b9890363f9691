"""The publishers whose words a browser does not show: kept in a cookie or named in the address, without an account."""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = settings.SESSION_COOKIE_NAME.removesuffix("sessionid") + "muted"
OWN_WORDS = "_own_words"
"""Muted as a publisher is, though no domain has this name: what a language model put into words of its own."""
_MOST, _LONGEST = 100, 120
_SECONDS = 365 * 24 * 3600
_BETWEEN = "!"  # stands in no host name


def muted_by(request: HttpRequest) -> frozenset[str]:
    """Domains, of the cookie and of every `?mute=` in the address."""
    asked = [*request.COOKIES.get(COOKIE, "").split(_BETWEEN), *request.GET.getlist("mute")]
    return frozenset(_clean(asked)[:_MOST])


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
