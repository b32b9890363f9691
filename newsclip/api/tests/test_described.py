"""The API does what its description says, whatever a program asks within it."""

from datetime import timedelta

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
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


@pytest.fixture
def site():
    """The whole site; it does not close the connection that the test's transaction lives in."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield WSGIHandler()
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
@pytest.mark.parametrize("path", sorted(api.get_openapi_schema()["paths"]))
def test_whatever_is_asked_is_answered_as_described(site, token, path):
    described = schemathesis.openapi.from_wsgi("/api/openapi.json", site)
    for found in described.include(path=path).get_all_operations():
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
    assert all(method == "get" for method, _ in open_routes)
    for method, path in closed:
        asked = path.replace("{number}", "1").replace("{story_id}", "1").replace("{slug}", "x")
        answer = getattr(client, method)(asked, {}, content_type="application/json")
        assert answer.status_code == 401, (method, path)
        assert answer.json()["error"]["code"] == "unauthorized"
        assert answer["WWW-Authenticate"] == "Bearer"


def test_a_wrong_method_is_refused_in_the_form_of_every_refusal(client):
    answer = client.delete("/api/clips")
    assert (answer.status_code, answer["Allow"]) == (405, "GET")
    assert answer.json()["error"]["message"] == "This address of the API takes no such request."
