"""What the API does can be read on a page, without a program that draws it."""

import pytest

from newsclip.api.reference import operations

pytestmark = pytest.mark.django_db


def test_every_operation_that_is_described_is_on_the_page(client):
    described = client.get("/api/openapi.json").json()["paths"]
    page = client.get("/api/docs").content.decode()
    assert len(operations()) == sum(len(methods) for methods in described.values()) > 60
    assert all(f"{method.upper()} {path}</code>" in page for path, methods in described.items() for method in methods)
    assert '<a href="/api/openapi.json">' in page
    assert "`" not in "".join(one.says for one in operations())


def test_an_operation_says_what_it_takes_and_which_token_it_needs():
    known = {(one.method, one.path): one for one in operations()}
    search, vote = known["GET", "/api/search"], known["POST", "/api/stories/{story_id}/vote"]
    assert {"q", "limit"} <= set(search.takes)
    assert (search.scope, vote.scope, vote.has_body) == ("", "vote", True)


def test_the_about_page_leads_there(client):
    assert '<a href="/api/docs">' in client.get("/about").content.decode()
