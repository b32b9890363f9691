"""`/api/docs`: every operation of the API, on a page for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from newsclip.api.routes import api


@dataclass(frozen=True, slots=True)
class Operation:
    """`scope`: of the token that it needs; "" where it needs none. `takes`: what is given in the address."""

    method: str
    path: str
    says: str
    scope: str
    takes: tuple[str, ...]
    has_body: bool


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    return render(request, "web/api.html", {"operations": operations()})


@cache
def operations() -> tuple[Operation, ...]:
    """As the description at /api/openapi.json has them."""
    return tuple(_operations())


def _operations() -> Iterator[Operation]:
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, one in methods.items():
            scopes = [scope for need in one.get("security", []) for found in need.values() for scope in found]
            yield Operation(
                method.upper(), path, _says(one), ", ".join(scopes), tuple(_asked(one)), has_body="requestBody" in one
            )


def _says(one: dict[str, Any]) -> str:
    """In words alone: the description marks names as Markdown does."""
    return ". ".join(filter(None, (one.get("summary"), one.get("description")))).replace("`", "")


def _asked(one: dict[str, Any]) -> Iterator[str]:
    return (given["name"] for given in one.get("parameters", []) if given["in"] == "query")
