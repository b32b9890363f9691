"""`/api`: what the site shows, for programs. The description is at /api/openapi.json."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

# What these define are the routes.
from newsclip.api import account, contributing, lists, moderating, people, stories, working  # noqa: F401
from newsclip.api.shapes import Fault, Refusal, router
from newsclip.kernel.reasons import Refused

_STATUS = {"too_fast": 429, "unknown": 404, "too_late": 409, "too_many": 409, "already_gone": 410}
_FORBIDDEN = {
    "suspended",
    "newcomer",
    "not_allowed",
    "not_yours",
    "not_concerned",
    "banned",
    "locked",
    "taken_out",
    "muted",
}
_REFUSED = {"description": "Why it was refused", "content": {"application/json": {"schema": Refusal.json_schema()}}}


class _Api(NinjaAPI):
    """Every route may refuse, and says why in one form."""

    def get_openapi_schema(self, **given: Any) -> Any:
        described = super().get_openapi_schema(**given)
        if contact := _contact():
            described["info"]["contact"] = contact
        for methods in described["paths"].values():
            for operation in methods.values():
                operation["responses"].setdefault("4XX", _REFUSED)
        return described


def _contact() -> dict[str, str]:
    """Whom to ask about this site, as OpenAPI names it."""
    told: str = settings.CONTACT
    if not told:
        return {}
    return {"email": told.removeprefix("mailto:")} if told.startswith("mailto:") else {"url": told}


_DESCRIPTION = (
    "Reading needs no key. A program acts for a reader by a token of theirs (Settings, Tokens for programs), sent as"
    " `Authorization: Bearer TOKEN`, within its scopes. A refusal is {error: {code, message, remedy}}."
)
api = _Api(title="Newsclip", version="1", description=_DESCRIPTION, docs_url=None)
api.add_router("", router)


@api.exception_handler(Refused)
def say_no(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Why it was refused, by the same codes and words as on the site."""
    status = 403 if refused.code in _FORBIDDEN else _STATUS.get(refused.code, 422)
    return _refusal(request, status, refused.code, str(refused), refused.reason.remedy)


@api.exception_handler(ValidationError)
def misunderstood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What of the question is not as the description says."""
    told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors)
    return _refusal(request, 422, "bad_row", told[:2000], "See /api/openapi.json.")


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    answer = _refusal(request, 401, "unauthorized", "This needs a token with the right scope.", "See Settings, Tokens.")
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(Http404)
def nothing_there(request: HttpRequest, error: Http404) -> HttpResponse:
    return _refusal(request, 404, "unknown", "There is no such thing here.")


@api.exception_handler(HttpError)
def refused_by_status(request: HttpRequest, error: HttpError) -> HttpResponse:
    code = "gone" if error.status_code == 410 else "client_error"
    return _refusal(request, error.status_code, code, str(error))


def _refusal(request: HttpRequest, status: int, code: str, message: str, remedy: str = "") -> HttpResponse:
    fault = Fault(code=code, message=message, remedy=remedy)
    return api.create_response(request, Refusal(error=fault).dict(), status=status)
