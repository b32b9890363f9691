import hashlib
import hmac
from datetime import timedelta
from urllib.parse import parse_qs

import pytest

from newsclip.db.leases import claim
from newsclip.kernel.fetching import Page
from newsclip.sources import actions, queries
from newsclip.sources.models import Look, Publisher, Push, Source, Subscription
from newsclip.sources.rules import websub
from newsclip.sources.tests.fakes import NOW, Web, item, rss

pytestmark = pytest.mark.django_db
FEED = "https://gazette.example/feed.xml"
HUB = "https://hub.example/"
CALLBACK = "https://newsclip.example/websub/"
DAY = 86_400


@pytest.fixture
def web() -> Web:
    web = Web()
    web.put(FEED, rss(item("/a")), link=f'<{HUB}>; rel="hub", <{FEED}>; rel="self"')
    actions.add(FEED, fetch=web, now=NOW)
    look(web)
    web.pages[HUB] = Page(HUB, 202)
    return web


def look(web: Web, now=NOW) -> None:
    actions.make_due(now)
    list(actions.look(claim(queries.due(now), now=now, limit=9), fetch=web, now=now))


def ask(web: Web, now=NOW) -> list[str]:
    rows = claim(queries.hubs_to_ask(now), now=now, limit=9)
    return [result.code for result in actions.ask_hubs(rows, callback=CALLBACK, fetch=web, now=now)]


def row() -> Subscription:
    return Subscription.objects.get()


def confirm(mode: str, now=NOW, seconds: str = str(10 * DAY), **other: str) -> bool:
    said = {"token": row().token, "topic": row().topic, "seconds": seconds, "mode": mode} | other
    return actions.confirm(said.pop("token"), now=now, **said)


def push(body: bytes, method: str = "sha256", secret: str = "", token: str = "", signature: str = "") -> bool:
    digest = hmac.new((secret or row().secret).encode(), body, getattr(hashlib, method)).hexdigest()
    signed = signature or f"{method}={digest}"
    return actions.receive(token or row().token, body=body, content_type="text/xml", signature=signed, now=NOW)


def take(shown):
    return {source.pk: len(entries) for source, entries in shown}


def taken() -> list[str]:
    results = actions.read_pushes(claim(queries.pushes(), now=NOW, limit=9), now=NOW, take=take)
    return [entry.url.rpartition("/")[2] for result in results for entry in result.entries]


@pytest.fixture
def live(web):
    ask(web)
    confirm("subscribe")
    return web


def test_the_hub_that_a_source_names_is_asked_by_a_form_with_a_secret(web):
    assert ask(web) == ["hub_asked"]
    form = {name: value for name, [value] in parse_qs(web.asked[-1].form).items()}
    assert (form["hub.mode"], form["hub.topic"]) == ("subscribe", FEED)
    assert form["hub.callback"] == CALLBACK + row().token
    assert len(form["hub.secret"]) > 40
    assert row().state == "asked"


def test_what_we_asked_for_is_confirmed_once_the_hub_asks_back(web):
    assert not confirm("subscribe")
    ask(web)
    assert not confirm("subscribe", topic="https://other.example/")
    assert not confirm("subscribe", token="guessed")
    assert not confirm("unsubscribe")
    assert confirm("subscribe")
    assert (row().state, row().expires_at) == ("live", NOW + timedelta(days=10))


def test_a_subscription_is_renewed_before_it_ends_and_stays_live_meanwhile(live):
    assert ask(live, NOW + timedelta(days=7)) == []
    later = NOW + timedelta(days=8)
    assert ask(live, later) == ["hub_asked"]
    assert row().state == "live"
    assert confirm("subscribe", later)
    assert row().expires_at == later + timedelta(days=10)


def test_a_source_is_asked_more_rarely_while_its_hub_tells_us(live):
    live.put(FEED, rss(item("/a"), item("/b")))
    look(live)
    with_hub = Source.objects.get().due_at
    Subscription.objects.all().delete()
    look(live)
    assert with_hub - NOW > 2 * (Source.objects.get().due_at - NOW)


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_what_the_hub_sends_is_taken_as_if_we_had_looked(live, method):
    assert push(rss(item("/new")), method)
    assert taken() == ["new"]
    assert Look.objects.order_by("-pk")[0].new == 1
    assert not Push.objects.exists()
    look(live)
    assert push(rss(item("/new"), item("/a")))
    assert taken() == []


@pytest.mark.parametrize("signature", ["sha256=00", "md5=00", "sha256", "=", "sha256=é"])
def test_what_is_not_signed_by_our_secret_is_passed_over_without_saying_so(live, signature):
    assert push(rss(item("/false")), signature=signature)
    assert push(rss(item("/false")), secret="guessed")
    assert taken() == []


def test_who_sends_what_nobody_asked_for_is_told_to_stop(live):
    assert not push(rss(item("/x")), token="guessed")


def test_a_hub_that_sends_more_than_we_read_makes_the_source_due_instead(live):
    for number in range(25):
        push(rss(item(f"/{number}")))
    assert Push.objects.count() == 20
    assert queries.due(NOW).exists()


def test_a_hub_that_denies_is_left_alone_for_a_week_and_the_source_is_asked_as_before(web):
    ask(web)
    assert confirm("denied", seconds="", reason="Not for you")
    assert (row().state, row().detail) == ("refused", "Not for you")
    assert ask(web, NOW + timedelta(days=6)) == []
    assert ask(web, NOW + timedelta(days=7)) == ["hub_asked"]


def test_a_hub_that_fails_is_asked_later_and_later(web):
    web.fail(HUB, "server_error", "500")
    assert ask(web) == ["hub_refused"]
    assert ask(web, NOW + timedelta(minutes=59)) == []
    assert ask(web, NOW + timedelta(hours=1)) == ["hub_refused"]
    assert row().due_at == NOW + timedelta(hours=3)


def test_who_stops_to_follow_unsubscribes_and_confirms_that(live):
    actions.stop(FEED, now=NOW)
    assert not push(rss(item("/late")))
    assert ask(live) == ["hub_asked"]
    assert "hub.mode=unsubscribe" in live.asked[-1].form
    assert confirm("unsubscribe")
    assert not Subscription.objects.exists()


def test_a_source_that_names_another_hub_is_asked_for_there_with_another_secret(live):
    before = row().secret
    live.put(FEED, rss(item("/b")), link='<https://new.example/>; rel="hub"')
    look(live)
    assert (row().hub, row().state) == ("https://new.example/", "wanted")
    assert row().secret != before


def test_a_source_that_moves_to_another_topic_of_its_hub_ends_the_old_one_before_it_asks_for_the_new(live):
    live.put(FEED, rss(item("/b")), link=f'<{HUB}>; rel="hub", <{FEED}?new>; rel="self"')
    look(live)
    assert ask(live) == ["hub_asked"]
    assert "hub.mode=unsubscribe" in live.asked[-1].form
    assert confirm("unsubscribe")
    live.put(FEED, rss(item("/c")), link=f'<{HUB}>; rel="hub", <{FEED}?new>; rel="self"')
    look(live)
    assert (row().topic, row().state) == (f"{FEED}?new", "wanted")


def test_our_secret_is_told_by_https_only():
    assert websub.is_safe("https://hub.example/")
    assert websub.is_safe("http://hub.localhost:8150/")
    assert not websub.is_safe("http://hub.example/")


def test_a_hub_is_found_in_the_document_where_the_headers_name_none():
    web = Web()
    atom = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="{}" href="{}"/>'
    head = atom.format("hub", HUB) + atom.format("self", "https://gazette.example/self.xml")
    web.put(FEED, rss(item("/a"), head=head))
    actions.add(FEED, fetch=web, now=NOW)
    look(web)
    assert (row().hub, row().topic) == (HUB, "https://gazette.example/self.xml")


@pytest.mark.parametrize(
    ("header", "hub", "topic"),
    [
        ('<https://hub.example/>; rel="hub"', HUB, ""),
        ("</hub>; rel=hub, </self>; rel=self", "https://gazette.example/hub", "https://gazette.example/self"),
        ('<https://hub.example/>; title="a, b"; rel="x hub"', HUB, ""),
        ("<https://hub.example/>; rel=next", "", ""),
        ("nonsense <<>;;" * 2000, "", ""),
    ],
)
def test_link_headers_are_read(header, hub, topic):
    assert websub.links(header, FEED) == (hub, topic)


@pytest.mark.parametrize(("told", "days"), [("86400", 1), ("", 10), ("-5", 10), ("x", 10), ("999999999", 90)])
def test_a_lease_is_as_long_as_the_hub_says_within_reason(told, days):
    assert websub.lease(told, NOW).ends == NOW + timedelta(days=days)


def test_what_a_hub_sends_of_a_publisher_that_was_taken_down_is_not_kept(live):
    Publisher.objects.update(taken_down=True)
    assert not push(rss(item("/new")))
    assert Push.objects.count() == 0
