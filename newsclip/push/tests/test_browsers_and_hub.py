"""Browsers are told what nobody on the way can read; the hub which feeds changed."""

import base64
import dataclasses
import json
from datetime import timedelta
from urllib.parse import parse_qs

import http_ece
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from newsclip.accounts.models import Reader
from newsclip.clips.models import ClipVersion
from newsclip.community import actions
from newsclip.community.models import Subscription
from newsclip.community.ports import Order
from newsclip.kernel import web_push
from newsclip.kernel.reasons import Refused
from newsclip.push import news, sending
from newsclip.push.tests.told import LATER, NOW, ferry, tell, turn
from newsclip.web.tests import factories
from tests.loopback import reply

pytestmark = pytest.mark.django_db

KEY = web_push.new_key()


@pytest.fixture
def push_key(monkeypatch):
    monkeypatch.setattr(sending, "OPTIONS", dataclasses.replace(sending.OPTIONS, push_key=KEY))


class Browser:
    """What a browser holds: its private key and secret."""

    def __init__(self):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = b"0123456789abcdef"
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        plain = {"p256dh": point, "auth": self.secret}
        self.keys = {name: base64.urlsafe_b64encode(raw).rstrip(b"=").decode() for name, raw in plain.items()}

    def read(self, sealed):
        return json.loads(http_ece.decrypt(sealed, private_key=self.key, auth_secret=self.secret, version="aes128gcm"))


def test_a_browser_is_told_what_its_reader_is_told_and_nobody_else_can_read_it(push_key, mara, receiver, send):
    browser = Browser()
    receiver.answers["/push/1"] = reply(201)
    actions.add_browser(mara, receiver.url("/push/1"), browser.keys, now=NOW)
    ferry()
    tell(mara, "nils replied: yes")
    assert turn(send) == ["delivered"]
    (asked,) = [request for request in receiver.requests if request.method == "POST"]
    assert b"nils" not in asked.body
    assert browser.read(asked.body)["data"]["words"] == "nils replied: yes"
    assert asked.headers["content-encoding"] == "aes128gcm"
    assert int(asked.headers["ttl"]) > 0


def test_the_push_service_sees_who_sends(push_key, mara, receiver, send):
    receiver.answers["/push/1"] = reply(201)
    actions.add_browser(mara, receiver.url("/push/1"), Browser().keys, now=NOW)
    tell(mara, "fact")
    turn(send)
    (asked,) = [request for request in receiver.requests if request.method == "POST"]
    scheme, _, rest = asked.headers["authorization"].partition(" ")
    fields = dict(part.strip().split("=", 1) for part in rest.split(","))
    assert scheme == "vapid"
    assert fields["k"] == web_push.public_key(KEY)
    options = {"verify_exp": False}
    aud = receiver.url("").rstrip("/")
    claims = jwt.decode(fields["t"], web_push.private_key(KEY).public_key(), ["ES256"], options, audience=aud)
    assert claims["exp"] - LATER.timestamp() <= 24 * 3600
    assert claims["sub"].startswith(("mailto:", "http"))


def test_a_push_service_is_told_the_bare_address_of_a_sender_who_has_a_name(monkeypatch):
    named = dataclasses.replace(sending.OPTIONS, mail_from="The Editors <desk@news.example>", contact="")
    monkeypatch.setattr(sending, "OPTIONS", named)
    assert sending._contact() == "mailto:desk@news.example"


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(push_key, mara, receiver, send, status):
    receiver.answers["/push/1"] = reply(status)
    actions.add_browser(mara, receiver.url("/push/1"), Browser().keys, now=NOW)
    tell(mara, "fact")
    turn(send)
    assert Subscription.objects.get().ended_at


def test_without_a_key_no_browser_is_told_anything(mara, receiver, send):
    actions.add_browser(mara, receiver.url("/push/1"), Browser().keys, now=NOW)
    tell(mara, "fact")
    assert turn(send) == []


@pytest.mark.parametrize("keys", [{}, {"p256dh": "x", "auth": "y"}, {"p256dh": "é", "auth": "A" * 5000}])
def test_keys_that_are_none_are_refused(mara, keys):
    with pytest.raises(Refused):
        actions.add_browser(mara, "https://push.example/1", keys, now=NOW)


def test_the_hub_is_told_which_feeds_changed_once(monkeypatch, receiver, send):
    hub = dataclasses.replace(sending.OPTIONS, hub=receiver.url("/hub"))
    monkeypatch.setattr(sending, "OPTIONS", hub)
    receiver.answers["/hub"] = reply(204)
    turn(send, NOW)
    clip = ferry(at=NOW + timedelta(minutes=1))
    assert turn(send) == ["delivered"]
    assert turn(send, LATER + timedelta(minutes=1)) == []
    (asked,) = [request for request in receiver.requests if request.method == "POST"]
    form = parse_qs(asked.body.decode())
    assert form["hub.mode"] == ["publish"]
    assert f"{news.OPTIONS.site_url}/feed.atom" in form["hub.url"]
    assert any(f"/category/{clip.category.lower()}/feed.rss" in url for url in form["hub.url"])


def test_the_hub_is_told_of_what_people_say_keep_and_decide(monkeypatch, mara, receiver, send):
    hub = dataclasses.replace(sending.OPTIONS, hub=receiver.url("/hub"))
    monkeypatch.setattr(sending, "OPTIONS", hub)
    receiver.answers["/hub"] = reply(204)
    clip = ferry(at=NOW - timedelta(days=2))
    turn(send, NOW)
    soon = NOW + timedelta(minutes=1)
    actions.comment(mara, clip.story_id, "I was aboard.", now=soon)
    actions.suggest(mara, clip.story_id, "headline", {"headline": "Ferry aground"}, now=soon)
    kept = actions.make_collection(mara, "Ferries", now=soon, public=True)
    actions.collect(mara, kept, clip.story_id, now=soon)
    orla = Reader.objects.create(username="orla", is_moderator=True)
    actions.act(orla, Order("lock", "story", str(clip.story_id), "Enough said."), now=soon)
    assert turn(send) == ["delivered"]
    asked = [request for request in receiver.requests if request.method == "POST"][-1]
    told = parse_qs(asked.body.decode())["hub.url"]
    changed = (
        f"/s/{clip.story_id}/discussion", "/u/mara", f"/s/{clip.story_id}/suggestions", "/collections/mara",
        "/collections/mara/ferries", "/discussions", "/moderation",
    )  # fmt: skip
    site = news.OPTIONS.site_url
    assert sorted(told) == sorted(f"{site}{place}/feed.{form}" for place in changed for form in ("atom", "json", "rss"))


def test_the_hub_is_told_of_every_feed_however_many_changed(monkeypatch, receiver, send):
    hub = dataclasses.replace(sending.OPTIONS, hub=receiver.url("/hub"))
    monkeypatch.setattr(sending, "OPTIONS", hub)
    receiver.answers["/hub"] = reply(204)
    turn(send, NOW)
    for place in range(20):
        clip = factories.ferry(place, at=NOW)
        ClipVersion.objects.filter(clip=clip).update(at=NOW + timedelta(minutes=1), document=_tagged(clip, place))
    assert turn(send) == ["delivered", "delivered"]
    sent = [parse_qs(asked.body.decode())["hub.url"] for asked in receiver.requests if asked.method == "POST"]
    for place in range(20):
        assert any(f"/tag/only{place}/feed.atom" in url for urls in sent for url in urls)


def _tagged(clip, place):
    return clip.document | {"hashtags": [f"#Only{place}"]}
