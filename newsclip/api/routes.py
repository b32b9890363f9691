"""`/api`: what the site shows, for programs. The description is at /api/openapi.json."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema
from ninja.operation import Operation

# What these define are the routes.
from newsclip.api import (  # noqa: F401
    account,
    checking,
    contributing,
    coverage,
    discussions,
    lists,
    moderating,
    names,
    people,
    related,
    software,
    stories,
    transparency,
)
from newsclip.api.people import Bearer, WrongScope
from newsclip.api.schemas import Fault, Refusal, router
from newsclip.kernel.reasons import Refused, http_status, retry_after
from newsclip.kernel.release import LICENCE, LICENCE_URL, version

_REFUSED = {"$ref": "#/components/schemas/Refusal"}


class _Description(OpenAPISchema):
    """Every route may refuse, and says why in one form; it names the scope that its token needs."""

    def methods(self, operations: list[Operation]) -> dict[str, Any]:
        described: dict[str, Any] = super().methods(operations)
        described.pop("head", None)  # goes without saying where there is "get"
        return described

    def responses(self, operation: Operation) -> dict[Any, Any]:
        refused = {"description": "Why it was refused", "content": {"application/json": {"schema": _REFUSED}}}
        return {**super().responses(operation), "4XX": refused}

    def operation_security(self, operation: Operation) -> list[dict[str, Any]] | None:
        super().operation_security(operation)
        return [
            {type(one).__name__: [str(one.scope)]} for one in operation.auth_callbacks if isinstance(one, Bearer)
        ] or None

    def get_components(self) -> dict[str, Any]:
        refusal = Refusal.model_json_schema(ref_template=REF_TEMPLATE)
        self.add_schema_definitions(refusal.pop("$defs") | {"Refusal": refusal})
        components: dict[str, Any] = super().get_components()
        return components


class _Api(NinjaAPI):
    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        described = _Description(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)
        described["info"]["license"] = {"name": LICENCE, "url": LICENCE_URL}
        if contact := _contact():
            described["info"]["contact"] = contact
        return described

    def create_response(self, request: HttpRequest, data: Any, **given: Any) -> HttpResponse:
        """What everybody may read, pages elsewhere may read, too, as they may the clips' documents."""
        answer = super().create_response(request, data, **given)
        if "Authorization" not in request.headers and answer.status_code != HTTPStatus.UNAUTHORIZED:
            answer["Access-Control-Allow-Origin"] = "*"
        return answer


def _contact() -> dict[str, str]:
    """Whom to ask about this site, as OpenAPI names it."""
    told: str = settings.CONTACT
    if not told:
        return {}
    return {"email": told.removeprefix("mailto:")} if told.startswith("mailto:") else {"url": told}


_DESCRIPTION = (
    "Reading needs no key. A program acts for a reader by a token of theirs (Settings, Tokens for programs), sent as"
    " `Authorization: Bearer TOKEN`, within its scopes; each operation names the one that it needs. A refusal is"
    " {error: {code, message, remedy}}. `GET /api/software` says which version answers, and where its source is."
)
api = _Api(title="Newsclip", version=version(), description=_DESCRIPTION, docs_url=None)
api.add_router("", router)


@api.exception_handler(Refused)
def refusal_response(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Why it was refused, by the same codes and words as on the site."""
    answer = _refusal(request, http_status(refused.code), refused.code, str(refused), refused.reason.remedy)
    for name, value in retry_after(refused.code).items():
        answer[name] = value
    return answer


@api.exception_handler(ValidationError)
def misunderstood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What of the question is not as the description says."""
    told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors)
    return _refusal(request, 422, "bad_row", told[:2000], "See /api/openapi.json.")


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """Who the asker is: nobody known (RFC 6750, section 3)."""
    answer = _refusal(request, 401, "unauthorized", "This needs a valid token.", "See Settings, Tokens.")
    answer["WWW-Authenticate"] = 'Bearer error="invalid_token"' if "Authorization" in request.headers else "Bearer"
    return answer


@api.exception_handler(WrongScope)
def not_with_this_token(request: HttpRequest, error: WrongScope) -> HttpResponse:
    says = f"The token has not the scope {error.scope}."
    answer = _refusal(request, 403, "wrong_scope", says, "Make one that has it: Settings, Tokens.")
    answer["WWW-Authenticate"] = f'Bearer error="insufficient_scope", scope="{error.scope}"'
    return answer


@api.exception_handler(Http404)
def nothing_there(request: HttpRequest, error: Http404) -> HttpResponse:
    return _refusal(request, 404, "unknown", "We could not find that.")


@api.exception_handler(HttpError)
def refused_by_status(request: HttpRequest, error: HttpError) -> HttpResponse:
    code = "gone" if error.status_code == 410 else "client_error"
    return _refusal(request, error.status_code, code, str(error))


def _refusal(request: HttpRequest, status: int, code: str, message: str, remedy: str = "") -> HttpResponse:
    fault = Fault(code=code, message=message, remedy=remedy)
    return api.create_response(request, Refusal(error=fault).dict(), status=status)
