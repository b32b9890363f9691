"""What every page that changes something has in common: who may come in, and what becomes of a refusal."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django_htmx.http import HttpResponseClientRedirect

from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.community import queries
from newsclip.db.availability import HERE
from newsclip.kernel.reasons import Refused, http_status, message, retry_after
from newsclip.kernel.redirects import is_own_path
from newsclip.web.form_labels import WRITTEN, label_of

_NOBODYS = {"csrfmiddlewaretoken", "password", "password1", "password2"}
_NOT_NOW = {"newcomer", "suspended", "banned", "not_allowed", "locked", "taken_out"}  # sent again, it is refused again
_ONLY_THERE = {"answered_gone": {"parent"}}  # what kept it from being taken: sent again, it goes without
# What people may want to ask the operator about.
_FOR_OPERATOR = {"suspended", "banned", "taken_out", "taken_down", "not_allowed", "internal_error", "disk_full"}
UNPROCESSABLE = 422

type View = Callable[..., HttpResponseBase]


def signed_in(view: View) -> View:
    """For readers alone: `view` gets the reader; strangers sign in first and come back to the page they were at."""

    @wraps(view)
    def door(request: HttpRequest, *args: object, **more: object) -> HttpResponseBase:
        if not isinstance(request.user, Reader):
            if request.method == "POST" and has_words(request) and not in_place(request):
                return refusal_response(request, Refused("signed_out"))
            return to_sign_in(request, back_to(request, request.get_full_path() if request.method == "GET" else "/"))
        try:
            return view(request, request.user, *args, **more)
        except Refused as refused:
            return refusal_response(request, refused)
        except OperationalError as error:  # nothing was kept; what was typed must not be lost
            if request.method != "POST" or not HERE.is_full_disk(error):
                raise
            return refusal_response(request, Refused("disk_full"))

    door.for_readers = True  # type: ignore[attr-defined]
    return door


def to_sign_in(request: HttpRequest, back: str) -> HttpResponse:
    """Strangers sign in first, and come back to `back`; a page that asked for a part of itself is left."""
    leads = redirect_to_login(back).url + "&needed=1"  # the page then says that what they wanted needs an account
    return HttpResponseClientRedirect(leads) if in_place(request) else redirect(leads)


def in_place(request: HttpRequest) -> bool:
    """Whether the page asks for the part of it that changes, not for a page."""
    return bool(getattr(request, "htmx", False))


def for_suspended(where: Callable[[HttpRequest], bool] = lambda _: True) -> Callable[[View], View]:
    """What also a suspended account may do, `where` it does: take away what is its own, and ask for a second look."""

    def mark(view: View) -> View:
        view.for_suspended = where  # type: ignore[attr-defined]
        return view

    return mark


def drops(request: HttpRequest) -> bool:
    """Whether a form takes something away that another form of the same page adds."""
    return "drop" in request.POST


def moderating(view: View) -> View:
    """For moderators and staff alone."""

    @wraps(view)
    def door(request: HttpRequest, reader: Reader, *args: object, **more: object) -> HttpResponseBase:
        if not reader.moderates:
            raise Refused("not_allowed", gettext("This is for moderators."))
        community.may_write(reader, now=timezone.now())
        return view(request, reader, *args, **more)

    return signed_in(door)


def for_staff(view: View) -> View:
    """For staff alone."""

    @wraps(view)
    def door(request: HttpRequest, reader: Reader, *args: object, **more: object) -> HttpResponseBase:
        if not reader.is_staff:
            raise Refused("not_allowed", gettext("This is for staff."))
        community.may_write(reader, now=timezone.now())
        return view(request, reader, *args, **more)

    return signed_in(door)


def unable(request: HttpRequest) -> dict[str, object] | None:
    """Why who is signed in may not write for now, for pages to say in the place of a form; None where they may."""
    if not isinstance(request.user, Reader):
        return None
    try:
        community.may_write(request.user, now=timezone.now())
    except Refused as refused:
        appeal = queries.last_suspension(request.user) if refused.code == "suspended" else None
        return {"reason": refused.reason, "detail": _detail(refused), "appeal": appeal}
    return None


def _detail(refused: Refused) -> str:
    return refused.detail or (message(refused.because, gettext) if refused.because else "")


def refusal_response(request: HttpRequest, refused: Refused, back: str = "") -> HttpResponse:
    """Why it was refused and what to do, with everything that was typed, ready to be sent again. `back`: the form."""
    left_out = _NOBODYS | _ONLY_THERE.get(refused.code, set())
    given = [(name, value) for name, values in request.POST.lists() if name not in left_out for value in values]
    route = request.resolver_match.url_name if request.resolver_match else ""
    page = {
        "reason": refused.reason,
        "detail": _detail(refused),
        "written": [(name, label_of(route or "", name), value) for name, value in given if name in WRITTEN],
        "carried": [(name, value) for name, value in given if name not in WRITTEN],
        "again": refused.code not in _NOT_NOW,
        "back": back or back_to(request, "/"),
        "sign_in": refused.code == "signed_out",
        "for_operator": refused.code in _FOR_OPERATOR,
    }
    answer = render(request, "web/refused.html", page, status=http_status(refused.code))
    for name, value in retry_after(refused.code).items():
        answer[name] = value
    return answer


def has_words(request: HttpRequest) -> bool:
    """Whether the form holds something that a person wrote."""
    return any(request.POST.get(name, "").strip() for name in WRITTEN)


def form_grew_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its mark against forgery: what was typed may be sent again, if the form was one of ours.

    A form of another site is not offered again: to send it would be what its maker wants.
    """
    ours = request.headers.get("Sec-Fetch-Site", "") == "same-origin" or _origin_of(request) == _here(request)
    if ours and has_words(request):
        return refusal_response(request, Refused("form_old"))
    return render(request, "403_csrf.html", status=http_status("form_old"))


def _origin_of(request: HttpRequest) -> str:
    at = urlsplit(request.headers.get("Origin") or request.headers.get("Referer") or "")
    return f"{at.scheme}://{at.netloc}"


def _here(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def back_to(request: HttpRequest, otherwise: str) -> str:
    """Where the form says that it came from, if that is a page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if is_own_path(wanted) else otherwise


def came_from(request: HttpRequest) -> str:
    """The page of ours whose form it is, as the browser says; the front page where it says nothing."""
    here, page = f"{_here(request)}/", request.headers.get("Referer", "")
    path = page.removeprefix(_here(request))
    return path if page.startswith(here) and is_own_path(path) else "/"


def go_back(request: HttpRequest, otherwise: str = "/") -> HttpResponse:
    return redirect(back_to(request, otherwise))
