"""The API does what its description says, whatever a program asks within it."""

import re
from datetime import timedelta
from functools import cache

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.api.routes import api
from newsclip.community import actions
from newsclip.web.tests import factories

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
FEW = settings(
    max_examples=12, deadline=None, database=None, derandomize=True, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
pytestmark = pytest.mark.django_db


@cache
def whole_site():
    return WSGIHandler()


@cache
def description():
    """As a program gets it; read once, which takes as long as to ask for all that is in an average path."""
    return schemathesis.openapi.from_wsgi("/api/openapi.json", whole_site())


@pytest.fixture
def site():
    """The whole site; it does not close the connection that the test's transaction lives in."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield whole_site()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def token():
    now = timezone.now()
    clip = factories.ferry()
    mara = Reader.objects.create(username="mara", date_joined=now - timedelta(days=100))
    actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    actions.make_collection(mara, "Ferries", now=now, public=True)
    return accounts.make_token(mara, "everything", Token.Scope.values, now=now)


@pytest.mark.integration
@pytest.mark.skipif(connection.vendor == "sqlite", reason="asked of PostgreSQL, which is stricter about values")
@pytest.mark.parametrize("path", sorted(api.get_openapi_schema()["paths"]))
def test_whatever_is_asked_is_answered_as_described(site, token, path):
    for found in description().include(path=path).get_all_operations():
        operation = found.ok()

        @FEW
        @given(case=operation.as_strategy())
        def asked(case):
            case.call_and_validate(
                headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}, checks=CHECKS
            )

        asked()


def test_every_route_that_acts_for_a_reader_needs_a_token_with_a_scope(client):
    open_routes, closed = [], []
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, operation in methods.items():
            (closed if operation.get("security") else open_routes).append((method, path))
    assert all(method == "get" for method, path in open_routes if path != "/api/check")  # it changes nothing
    for method, path in closed:
        asked = path.replace("{number}", "1").replace("{story_id}", "1").replace("{slug}", "x")
        answer = getattr(client, method)(asked, {}, content_type="application/json")
        assert answer.status_code == 401, (method, path)
        assert answer.json()["error"]["code"] == "unauthorized"
        assert answer["WWW-Authenticate"] == "Bearer"


def _within(found):
    """Everything that the description holds, however deep."""
    yield found
    for one in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from _within(one)


def test_each_part_of_the_description_has_a_name_and_leads_to_what_is_there(client):
    described = client.get("/api/openapi.json").json()
    for path, methods in described["paths"].items():
        for operation in methods.values():
            named = operation["parameters"]
            assert all(one["name"] and one["required"] == (one["in"] == "path" or one["name"] == "q") for one in named)
            assert {one["name"] for one in named if one["in"] == "path"} == set(re.findall(r"{(\w+)}", path))
    for one in _within(described):
        if isinstance(one, dict) and "$ref" in one:
            place = described
            for step in one["$ref"].removeprefix("#/").split("/"):
                place = place[step]


def test_a_program_is_told_which_scope_it_needs(client, token):
    described = client.get("/api/openapi.json").json()
    assert described["paths"]["/api/stories/{story_id}/vote"]["post"]["security"] == [{"Bearer": ["vote"]}]
    schemes = described["components"]["securitySchemes"]
    for one in _within(described["paths"]):
        if isinstance(one, dict) and "security" in one:
            assert all(
                name in schemes and len(scopes) == 1 for asked in one["security"] for name, scopes in asked.items()
            )


def test_a_token_that_stands_and_may_not_do_this_is_told_apart_from_one_that_is_nobodys(client):
    mara = Reader.objects.create(username="mara")
    reading = accounts.make_token(mara, "reading", [Token.Scope.READ], now=timezone.now())
    answer = client.get("/api/webhooks", headers={"Authorization": f"Bearer {reading}"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "wrong_scope")
    assert answer["WWW-Authenticate"] == 'Bearer error="insufficient_scope", scope="subscribe"'
    answer = client.get("/api/webhooks", headers={"Authorization": f"Bearer {reading}x"})
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer error="invalid_token"')


def test_whatever_is_given_is_told_of_without_its_body_and_to_pages_elsewhere(client):
    factories.ferry()
    whole, told = client.get("/api/clips"), client.head("/api/clips")
    assert (told.status_code, told.content, told.headers.keys() - {"Content-Length"}) == (
        200,
        b"",
        whole.headers.keys() - {"Content-Length", "ETag"},
    )
    assert whole["Access-Control-Allow-Origin"] == "*"


def test_no_page_elsewhere_reads_what_needs_a_token(client, token):
    for key in ({}, {"Authorization": f"Bearer {token}"}):
        assert "Access-Control-Allow-Origin" not in client.get("/api/me", headers=key).headers


@pytest.mark.parametrize("mark", ["garbage", "x_1", "1.0", "_1", "nan_1"])
def test_a_mark_that_was_never_given_is_refused_and_no_first_page_again(client, mark):
    assert client.get("/api/clips", {"before": mark}).status_code == 422


def test_a_wrong_method_is_refused_in_the_form_of_every_refusal(client):
    answer = client.delete("/api/clips")
    assert (answer.status_code, set(answer["Allow"].split(", "))) == (405, {"GET", "HEAD"})
    assert answer.json()["error"]["message"] == "This address of the API takes no such request."
