"""A suspended account writes by no door: every route that takes a POST is tried."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.api.routes import api
from newsclip.web.tests.test_permissions import MATRIX, town

pytestmark = pytest.mark.django_db
__all__ = ["town"]
# What concerns nobody but the account's owner, and asking for a second look.
THEIR_OWN = {
    "withdraw", "follow", "mute", "listed", "appeal", "tokens", "leave", "forget_readings", "language",
    "switch_learning", "webhooks", "browser",
}  # fmt: skip
READ_ONLY = {  # a POST to these is a GET
    "discussion", "permalink", "for_you", "following", "notices", "collections", "collection", "submission",
    "suggestions", "moderation", "queue", "decisions", "person", "export",
}  # fmt: skip


@pytest.fixture
def suspended(town):
    people, paths = town
    mara = people["member"]
    Reader.objects.filter(pk=mara.pk).update(suspended_until=timezone.now() + timedelta(days=1), is_moderator=True)
    mara.refresh_from_db()
    return mara, paths


def test_no_page_takes_what_a_suspended_reader_sends(client, suspended):
    mara, paths = suspended
    client.force_login(mara)
    paths["vote"] = paths["discussion"].replace("discussion", "vote")
    written = set(MATRIX) - THEIR_OWN - READ_ONLY | {"vote"}
    taken = {name: client.post(paths[name], {"text": "x", "vote": "for"}).status_code for name in written}
    assert taken == dict.fromkeys(written, 403)


def test_no_program_writes_for_a_suspended_reader(client, suspended):
    mara, paths = suspended
    secret = accounts.make_token(mara, "bot", Token.Scope.values, now=timezone.now())
    story = paths["discussion"].split("/")[2]
    posts = [path for path, ways in api.get_openapi_schema()["paths"].items() if "post" in ways]
    body = {"value": 1, "text": "x", "url": "https://ledger.example/a", "kind": "hashtag", "key": "sabine"}
    answers = {
        path: client.post(
            path.replace("{story_id}", story),
            body,
            content_type="application/json",
            headers={"Authorization": f"Bearer {secret}"},
        ).status_code
        for path in posts
    }
    their_own = {path for path in posts if path.endswith(("/follows", "/mutes", "/notices/read"))}
    assert answers == {path: 204 if path in their_own else 403 for path in posts}
