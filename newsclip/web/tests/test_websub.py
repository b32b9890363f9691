import hashlib
import hmac
from datetime import UTC, datetime

import pytest

from newsclip.sources.models import Publisher, Push, Source, Subscription

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
TOPIC = "https://gazette.example/feed"
ASKED = {"hub.topic": TOPIC, "hub.challenge": "<b>word</b>", "hub.lease_seconds": "86400", "hub.mode": "subscribe"}


@pytest.fixture
def subscription():
    publisher = Publisher.objects.create(domain="gazette.example", name="Gazette")
    source = Source.objects.create(url=TOPIC, kind="feed", publisher=publisher, added_at=NOW, due_at=NOW)
    return Subscription.objects.create(
        source=source,
        hub="https://hub.example/",
        topic=TOPIC,
        token="t0ken_-",
        secret="word",
        state="asked",
        due_at=NOW,
    )


def test_a_hub_that_asks_whether_we_meant_it_gets_its_challenge_as_plain_text(client, subscription):
    answer = client.get("/websub/t0ken_-", ASKED)
    assert (answer.status_code, answer.content) == (200, b"<b>word</b>")
    assert answer["Content-Type"].startswith("text/plain")
    subscription.refresh_from_db()
    assert subscription.state == "live"


@pytest.mark.parametrize("said", [{"hub.topic": "https://x.example/"}, {"hub.mode": "unsubscribe"}, {"hub.mode": "x"}])
def test_what_we_did_not_ask_for_is_not_confirmed(client, subscription, said):
    assert client.get("/websub/t0ken_-", ASKED | said).status_code == 404
    assert client.get("/websub/other", ASKED).status_code == 404


def test_what_is_sent_is_taken_whether_signed_or_not_and_kept_only_where_it_is(client, subscription):
    good = "sha1=" + hmac.new(b"word", b"<rss/>", hashlib.sha1).hexdigest()
    for signature, kept in (("sha1=0", 0), (good, 1)):
        answer = client.post(
            "/websub/t0ken_-", b"<rss/>", content_type="text/xml", headers={"X-Hub-Signature": signature}
        )
        assert (answer.status_code, Push.objects.count()) == (202, kept)


def test_nobody_waits_for_what_a_stranger_sends(client, subscription):
    assert client.post("/websub/other", b"<rss/>", content_type="text/xml").status_code == 410
    assert client.delete("/websub/t0ken_-").status_code == 405


def test_more_than_is_read_is_refused(client, subscription):
    answer = client.post("/websub/t0ken_-", b"x" * 3_000_000, content_type="text/xml")
    assert answer.status_code == 413
