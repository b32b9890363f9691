"""Secrets that have to be read again lie encrypted in the tables, wherever they are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip import clock
from newsclip.accounts import actions
from newsclip.accounts.models import Reader
from newsclip.community.models import Subscription
from newsclip.health import work
from newsclip.pipeline.key_rotation import keep_secrets
from newsclip.sources import models as sources_models
from newsclip.sources.models import Source
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def kept() -> tuple[Subscription, sources_models.Subscription]:
    now = clock.now()
    factories.ferry()
    reader = Reader.objects.create(username="mara")
    hook = Subscription.objects.create(
        reader=reader, kind="webhook", url="https://x.example/", secret=SECRET, made_at=now, seen_at=now
    )
    hub = sources_models.Subscription.objects.create(
        source=Source.objects.first(), hub="https://hub.example/", topic="x", token="t", secret=SECRET, due_at=now
    )
    return hook, hub


def columns() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM community_subscription UNION ALL SELECT secret FROM sources_subscription")
        return [secret for (secret,) in cursor.fetchall()]


def read(kept) -> set[str]:
    for row in kept:
        row.refresh_from_db()
    return {row.secret for row in kept}


def in_the_clear() -> None:
    with connection.cursor() as cursor:
        for table in ("community_subscription", "sources_subscription"):
            cursor.execute(f"UPDATE {table} SET secret = %s", [SECRET])  # noqa: S608 two fixed names


def test_what_webhooks_and_hubs_are_signed_by_is_encrypted_and_read_as_it_was(kept):
    assert all(secret.startswith("encrypted:") for secret in columns())
    assert read(kept) == {SECRET}


def test_an_invitation_is_found_by_its_link_and_lies_encrypted(kept):
    made = actions.invite(Reader.objects.get(), now=clock.now())
    with connection.cursor() as cursor:
        cursor.execute("SELECT code, digest FROM accounts_invitation")
        assert made.code not in str(cursor.fetchall())
    assert actions.open_invitation(made.code, now=clock.now()) == made
    assert actions.open_invitation(made.digest, now=clock.now()) is None


def test_what_lay_there_in_the_clear_is_encrypted_at_the_next_start(kept):
    in_the_clear()
    assert read(kept) == {SECRET}
    keep_secrets()
    assert all(secret.startswith("encrypted:") for secret in columns())
    assert read(kept) == {SECRET}


def test_a_start_reads_no_secret_that_is_encrypted_by_the_key_of_now(kept):
    actions.invite(Reader.objects.get(), now=clock.now())
    with CaptureQueriesContext(connection) as asked:
        keep_secrets()
    looked_for = [query["sql"] for query in asked.captured_queries if "kept" in query["sql"]]
    assert len(looked_for) == 3, "one question a column"
    with connection.cursor() as cursor:
        assert [row for sql in looked_for for row in cursor.execute(sql) or cursor.fetchall()] == []


def test_a_new_key_takes_them_along_and_a_lost_one_leaves_secrets_that_nobody_knows(kept, settings):
    settings.FORMER_SECRET_KEY, settings.SECRET_KEY = settings.SECRET_KEY, "another key of the operator"
    keep_secrets()
    settings.FORMER_SECRET_KEY = ""
    assert read(kept) == {SECRET}
    assert list(work.secrets()) == []
    settings.SECRET_KEY = "a third one, and the second is lost"
    lost = read(kept)
    assert len(lost) == 2
    assert all(len(one) >= 32 for one in lost)
    assert "2 other secrets" in next(work.secrets()).says
