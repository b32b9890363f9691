"""What stays when the page is closed or the connection is gone: a real browser, pushed to and cut off."""

import base64
import dataclasses
import json
from datetime import timedelta

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.utils import timezone
from playwright.sync_api import Error

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.adapters.egress import make_fetch
from newsclip.community import actions
from newsclip.community.models import Subscription
from newsclip.community.ports import News
from newsclip.kernel import web_push
from newsclip.push import sending
from newsclip.web.tests import factories
from tests.loopback import reply, serving

SHOWN = "navigator.serviceWorker.ready.then(it => it.getNotifications()).then(all => all.map(n => [n.title, n.data]))"
KEPT = "caches.open('edition-1').then(kept => kept.keys()).then(all => all.map(one => new URL(one.url).pathname))"


class Vendor:
    """The push service of a browser's vendor, played by us: the browser gets its address, we get what is sent there.

    Chromium's own needs its vendor's servers. The keys are made here, and what the site sends is opened with them, as
    the browser would have.
    """

    def __init__(self, url):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = b"0123456789abcdef"
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": point, "auth": self.secret}
        texts = {name: base64.urlsafe_b64encode(raw).rstrip(b"=").decode() for name, raw in keys.items()}
        given = json.dumps({"endpoint": url, "keys": texts})
        self.script = f"PushManager.prototype.subscribe = async () => ({{ toJSON: () => ({given}) }})"

    def opened(self, sealed):
        return http_ece.decrypt(sealed, private_key=self.key, auth_secret=self.secret, version="aes128gcm").decode()


@pytest.fixture
def pushing(monkeypatch):
    """The operator's key; the pages and the sender know it."""
    options = dataclasses.replace(sending.OPTIONS, push_key=web_push.new_key())
    monkeypatch.setattr(sending, "OPTIONS", options)
    monkeypatch.setattr(wiring, "public_push_key", lambda: web_push.public_key(options.push_key))


@pytest.fixture(scope="module")
def browser(whole_browser):
    return whole_browser


def deliver(page, site, words):
    """Give the site's service worker a push message, as the browser does when its vendor's service sends one."""
    session, found = page.context.new_cdp_session(page), []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda told: found.extend(told["registrations"]))
    session.send("ServiceWorker.enable")
    for _ in range(1_000):
        if found:
            break
        page.wait_for_timeout(20)
    at = {"origin": site.url, "registrationId": found[0]["registrationId"]}
    session.send("ServiceWorker.deliverPushMessage", {**at, "data": words})


def installed(page):
    """The page's service worker, once it answers for the page."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page.context.service_workers[0]


def until(page, script, meets, seconds=60):
    """What the page's script gives as soon as it meets this; an error where it does not within so many seconds. A
    script that fails does not meet it yet.
    """
    page.evaluate(
        f"""async () => {{
            const last = Date.now() + {seconds * 1000};
            const found = async () => ({meets})(await {script});
            while (!(await found().catch(() => false))) {{ // what is not there yet may be what it asks
                if (Date.now() > last) throw new Error("not within {seconds} seconds");
                await new Promise((go) => setTimeout(go, 20));
            }}
        }}"""
    )
    return page.evaluate(script)


def shown(page, site, words):
    """The one notification that a push message shows: a browser may drop a message, so there are three of the same."""
    deliver(page, site, words)
    for _ in range(2):
        try:
            return until(page, SHOWN, "all => all.length === 1", seconds=20)
        except Error:
            deliver(page, site, words)
    return until(page, SHOWN, "all => all.length === 1")


def test_a_reader_is_told_while_the_page_is_closed_and_a_click_opens_the_story(town, pushing):
    page = town.open("/about", who="nils")
    page.context.grant_permissions(["notifications"], origin=town.url)
    with serving() as service:
        service.answers["/push/1"] = reply(201)
        vendor = Vendor(service.url("/push/1"))
        page.add_init_script(vendor.script)
        page.goto(town.url + "/settings")
        worker = installed(page)
        page.get_by_role("button", name="Show notices here").click()
        page.get_by_role("button", name="Stop in all browsers").wait_for()
        sent = _tell_nils(town, service)
        message = vendor.opened(sent)
    page.goto("about:blank")
    page.goto(town.url + "/about")
    ((words, story),) = shown(page, town, message)
    assert words == "All aboard are safe."
    opened = worker.evaluate("""async () => {
        const [notification] = await self.registration.getNotifications();
        return new Promise((done) => {
            self.clients.openWindow = async (url) => done(url);
            self.dispatchEvent(new NotificationEvent("notificationclick", { notification }));
        });
    }""")
    assert opened == story
    assert page.goto(opened.replace(sending.OPTIONS.site_url, town.url)).ok
    page.get_by_role("heading", name="Ferry aground off Marrow Point").first.wait_for()
    until(page, SHOWN, "all => all.length === 0")


def _tell_nils(town, service):
    """What the site sends to the push service for a notice of nils."""
    nils, now = Reader.objects.get(username="nils"), timezone.now()
    assert Subscription.objects.filter(reader=nils, kind="push").count() == 1
    actions.notice(nils, News("fact", "All aboard are safe.", "fact 1", town.story), now=now + timedelta(seconds=1))
    send = make_fetch(user_agent="Newsclip/0 (+test)", loopback_ports=frozenset({service.port}))
    later = now + timedelta(minutes=2)
    list(sending.queue(now=later))
    assert [code for _, code in sending.deliver(send=send, now=later)] == ["delivered"]
    return next(asked.body for asked in service.requests if asked.method == "POST")


def test_a_push_without_words_shows_nothing_and_breaks_nothing(site):
    page = site.open("/about")
    page.context.grant_permissions(["notifications"], origin=site.url)
    installed(page)
    for words in ("", "{}", "no JSON"):
        deliver(page, site, words)
    assert shown(page, site, json.dumps({"data": {"words": "At last."}})) == [["At last.", "/notices"]]
    assert site.said == []


@pytest.mark.parametrize("allowed", [True, False])
def test_a_browser_that_cannot_be_told_says_so(town, pushing, allowed):
    page = town.open("/about", who="nils")
    if allowed:
        page.context.grant_permissions(["notifications"], origin=town.url)
    page.goto(town.url + "/settings")
    installed(page)
    page.get_by_role("button", name="Show notices here").click()
    page.get_by_text("This browser cannot show notices").wait_for()
    assert page.get_by_role("button", name="Show notices here").is_enabled()
    assert not Subscription.objects.filter(kind="push").exists()


@pytest.mark.parametrize("who", ["", "mara"])
def test_the_days_edition_and_its_clips_are_there_without_a_connection(town, who):
    page = town.open("/about", who=who)
    installed(page)
    page.reload()
    clip = town.pages["clip"]
    until(page, KEPT, f"all => all.includes('/edition/today') && all.includes('{clip}')")
    page.context.set_offline(True)
    page.goto(town.url + "/edition/today")
    page.get_by_role("link", name="Ferry aground off Marrow Point; all 212 aboard are safe").first.wait_for()
    page.goto(town.url + clip)
    sentence = page.get_by_role("link", name="Two people were treated for bruises at the harbour clinic.")
    sentence.click()
    page.locator(".panel:popover-open mark").wait_for()
    page.get_by_text("You are offline. This is the page as it was for everybody on").wait_for()
    assert "mara" not in page.content()


def test_what_left_the_edition_leaves_the_browser(site):
    page = site.open("/about")
    worker = installed(page)
    page.reload()
    until(page, KEPT, f"all => all.includes('{site.pages['clip']}')")
    factories.Clip.objects.filter(slug=site.slug).update(hidden=True)
    worker.evaluate("last = 0")
    page.reload()
    until(page, KEPT, f"all => all.includes('/edition/today') && !all.includes('{site.pages['clip']}')")


def test_a_clip_that_was_corrected_is_corrected_in_the_browser_too(site):
    page = site.open("/about")
    worker = installed(page)
    page.reload()
    clip = site.pages["clip"]
    until(page, KEPT, f"all => all.includes('{clip}')")
    factories.Clip.objects.filter(slug=site.slug).update(version=2, headline="Ferry afloat again")
    worker.evaluate("last = 0")
    page.reload()
    said = f"caches.match('{clip}', {{ ignoreVary: true }}).then(it => it.text())"
    assert "Ferry afloat again" in until(page, said, "text => text.includes('Ferry afloat again')")
