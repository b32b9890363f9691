"""A source's hub on this machine: asked over HTTP, called back over HTTP, and what it sends taken to its article."""

import hashlib
import hmac
from datetime import UTC, datetime
from functools import partial
from urllib.parse import parse_qs, urlsplit

import pytest

from newsclip.adapters.egress import make_fetch
from newsclip.articles import actions as articles
from newsclip.articles.models import Article
from newsclip.db.leases import claim
from newsclip.sources import actions, queries
from newsclip.sources.models import Subscription
from newsclip.sources.tests.fakes import item, rss
from tests.loopback import reply, serving

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def server():
    with serving() as server:
        links = f"Link: <{server.url('/hub')}>; rel=hub\r\nLink: <{server.url('/feed')}>; rel=self\r\n"
        server.answers["/feed"] = reply(200, rss(item("/a")), content_type="application/rss+xml").replace(
            b"\r\n\r\n", b"\r\n" + links.encode() + b"\r\n", 1
        )
        server.answers["/hub"] = reply(202)
        yield server


def test_what_a_hub_tells_becomes_an_article_before_the_source_is_asked_again(server, client):
    fetch = make_fetch(user_agent="Newsclip/1", loopback_ports=frozenset({server.port}))
    take = partial(articles.admit_all, now=NOW)
    actions.add(server.url("/feed"), fetch=fetch, now=NOW)
    list(actions.look(claim(queries.due(NOW), now=NOW, limit=1), fetch=fetch, now=NOW, take=take))
    rows = claim(queries.hubs_to_ask(NOW), now=NOW, limit=1)
    list(actions.ask_hubs(rows, callback="https://newsclip.example/websub/", fetch=fetch, now=NOW))

    asked = {name: value for name, [value] in parse_qs(server.requests[-1].body.decode()).items()}
    callback = urlsplit(asked["hub.callback"]).path
    meant = {"hub.mode": "subscribe", "hub.topic": asked["hub.topic"], "hub.challenge": "x", "hub.lease_seconds": "900"}
    assert client.get(callback, meant).content == b"x"
    assert Subscription.objects.get().state == "live"

    news = rss(item("/told"))
    signature = "sha256=" + hmac.new(asked["hub.secret"].encode(), news, hashlib.sha256).hexdigest()
    sent = client.post(callback, news, content_type="application/rss+xml", headers={"X-Hub-Signature": signature})
    assert sent.status_code == 202
    [told] = actions.read_pushes(claim(queries.pushes(), now=NOW, limit=1), now=NOW, take=take)
    assert (told.code, told.new) == ("looked", 1)
    assert Article.objects.filter(url="https://gazette.example/told").exists()
    assert server.paths() == ["/feed", "/feed", "/hub"]
