"""Programs, browsers and hubs are told what is new: signed or sealed, in order, once, and again where they fail."""

import base64
import dataclasses
import hashlib
import hmac
from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.clips.models import Correction
from newsclip.community import actions, queries
from newsclip.community.models import Delivery, Notice, Subscription
from newsclip.community.ports import News
from newsclip.kernel.reasons import Refused
from newsclip.options import OPTIONS
from newsclip.push import sending
from newsclip.push.tests.told import LATER, NOW, ferry, tell, told, turn
from newsclip.stories.models import Membership
from newsclip.web.tests.factories import reasons
from tests.loopback import reply, serving

pytestmark = pytest.mark.django_db
EVENTS = ["clip", "correction", "notice"]


@pytest.fixture
def hook(mara, receiver):
    """The secret of a webhook of mara's."""
    return actions.add_webhook(mara, receiver.url("/hook"), EVENTS, now=NOW)


def test_a_program_is_told_of_clips_corrections_and_notices(hook, mara, receiver, send):
    clip = ferry()
    Correction.objects.create(clip=clip, version=2, kind="revised", reasons=reasons("clip_restored"), at=LATER)
    tell(mara, "nils replied: yes")
    assert turn(send) == ["delivered"] * 3
    kinds = {one["type"]: one["data"] for one in told(receiver)}
    assert set(kinds) == {"clip.published", "correction", "notice"}
    assert kinds["clip.published"]["headline"] == clip.headline
    assert kinds["correction"]["reason"].startswith("The clip is published again")
    assert kinds["correction"]["reasons"] == reasons("clip_restored")
    assert kinds["notice"]["words"] == "nils replied: yes"


def test_a_program_is_told_of_an_article_that_came_back_as_things_stand_now(hook, receiver, send):
    clip = ferry()
    article = Membership.objects.filter(story=clip.story).first().article_id
    why = [{"code": "article_moved", "params": {"who": {"article": article}}}]
    Correction.objects.create(clip=clip, version=2, kind="moved", reasons=why, at=LATER)
    turn(send)
    (correction,) = [one["data"] for one in told(receiver) if one["type"] == "correction"]
    assert "is part of it again" in correction["reason"]
    assert "was moved to another story" not in correction["reason"]


def test_a_delivery_proves_who_sent_it_and_when(hook, mara, receiver, send):
    tell(mara, "Straße — “yes”")
    turn(send)
    (asked,) = [request for request in receiver.requests if request.method == "POST"]
    number, at = asked.headers["webhook-id"], asked.headers["webhook-timestamp"]
    key = base64.b64decode(hook.removeprefix("whsec_"))
    mark = hmac.new(key, f"{number}.{at}.".encode() + asked.body, hashlib.sha256).digest()
    assert asked.headers["webhook-signature"] == f"v1,{base64.b64encode(mark).decode()}"
    assert abs(int(at) - LATER.timestamp()) < 1


def test_each_thing_is_told_once_and_nothing_from_before(hook, mara, receiver, send):
    tell(mara, "old", 0, at=NOW - timedelta(minutes=1))
    tell(mara, "new", 1)
    for minute in range(5, 40, 5):
        turn(send, NOW + timedelta(minutes=minute))
    assert [one["data"]["words"] for one in told(receiver)] == ["new"]


def test_what_was_written_while_another_looked_is_told_too(hook, mara, receiver, send):
    turn(send)
    tell(mara, "written before, seen after", at=LATER - timedelta(minutes=1))
    turn(send, LATER + timedelta(minutes=1))
    assert len(told(receiver)) == 1


def test_things_are_told_in_order_and_a_receiver_that_fails_is_asked_once_a_turn(hook, mara, receiver, send):
    receiver.answers["/hook"] = reply(500)
    for number in range(5):
        tell(mara, f"fact {number}", number)
    assert turn(send) == ["server_error"]
    assert turn(send, LATER + timedelta(seconds=30)) == []
    receiver.answers["/hook"] = reply(200)
    assert turn(send, LATER + timedelta(minutes=2)) == ["delivered"] * 5
    assert [one["data"]["words"] for one in told(receiver)] == ["fact 0", *(f"fact {n}" for n in range(5))]


def stalls(connection):
    connection.recv(1)  # says nothing until the other side hangs up


def waiting(send, silence):
    """Waits no longer than so many seconds for a receiver that says nothing."""
    return dataclasses.replace(send, bounds=dataclasses.replace(send.bounds, silence=silence))


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (stalls, "timeout"),
        (b"", "bad_answer"),
        (reply(404), "not_found"),
        (reply(503, retry_after="3600"), "busy"),
        (reply(200, b"x" * 100_000), "too_large"),
        (reply(302, location="/elsewhere"), "bad_answer"),
        (reply(307, location="http://127.0.0.1:1/inner"), "address_not_public"),
        (reply(307, location="http://169.254.169.254/latest/meta-data"), "address_not_public"),
        (reply(307, location="https://elsewhere.example/"), "bad_answer"),
    ],
)
def test_whatever_a_receiver_does_it_is_tried_again_later(hook, mara, receiver, send, answer, code):
    receiver.answers["/hook"] = answer
    tell(mara, "fact")
    assert turn(waiting(send, 0.3) if answer is stalls else send) == [code]
    kept = Delivery.objects.get()
    assert (kept.tries, kept.code, kept.done_at, kept.leased_until) == (1, code, None, None)
    wait = timedelta(hours=1) if code == "busy" else timedelta(minutes=1)
    assert kept.due_at == LATER + wait


def test_a_notice_is_told_in_the_language_of_its_reader(hook, mara, receiver, send):
    type(mara).objects.update(language="de")
    actions.notice(mara, News("fact", "New: %(text)s", "fact 1", given={"text": "Tugs came."}), now=LATER)
    turn(send)
    assert [one["data"]["words"] for one in told(receiver)] == ["Neu: Tugs came."]


def test_a_notice_names_the_page_of_what_it_tells(hook, mara, receiver, send):
    actions.notice(mara, News("source", "It was declined.", "source 7 202605010900"), now=LATER)
    turn(send)
    assert [one["data"]["page"] for one in told(receiver)] == [f"{OPTIONS.site_url}/sources/suggested/7"]


@pytest.mark.slow
def test_a_slow_receiver_keeps_no_other_waiting(hook, mara, receiver, send):
    receiver.answers["/hook"] = stalls
    with serving() as other:
        other.answers["/hook"] = reply(204)
        both = dataclasses.replace(waiting(send, 2), loopback_ports=frozenset({receiver.port, other.port}))
        actions.add_webhook(mara, other.url("/hook", host="127.0.0.1"), ["notice"], now=NOW)
        for number in range(3):
            tell(mara, f"fact {number}", number)
        codes = turn(both)
        assert sorted(codes) == ["delivered"] * 3 + ["timeout"]


@pytest.mark.slow
def test_while_a_receiver_says_nothing_the_worker_does_something_else(hook, mara, receiver, send):
    receiver.answers["/hook"] = stalls
    tell(mara, "fact")
    list(sending.queue(now=LATER))
    soon = dataclasses.replace(send, bounds=dataclasses.replace(send.bounds, silence=0.3, lull=0.05))
    said = list(sending.deliver(send=soon, now=LATER))
    assert said[0] is None
    assert [found[1] for found in said if found] == ["timeout"]


def test_a_receiver_that_is_gone_is_told_nothing_more_and_its_reader_knows(hook, mara, receiver, send):
    receiver.answers["/hook"] = reply(410)
    tell(mara, "fact")
    turn(send)
    assert Subscription.objects.get().ended_for == "gone"
    assert Notice.objects.filter(reader=mara, kind="webhook").exists()
    tell(mara, "another", 2, at=LATER + timedelta(minutes=1))
    assert turn(send, LATER + timedelta(hours=1)) == []


def test_after_four_days_out_of_reach_it_ends(hook, mara, receiver, send):
    receiver.answers["/hook"] = reply(500)
    tell(mara, "fact")
    now = LATER
    for _ in range(12):
        assert turn(send, now) == ["server_error"]
        now += timedelta(hours=12)
    assert Subscription.objects.get().ended_at
    assert turn(send, now) == []


def test_what_another_worker_is_telling_is_not_told_twice(hook, mara, receiver, send):
    tell(mara, "fact")
    list(sending.queue(now=LATER))

    def meanwhile(asks):
        asks = list(asks)
        assert list(sending.deliver(send=send, now=LATER)) == []
        return send(asks)

    assert [code for _, code in sending.deliver(send=meanwhile, now=LATER)] == ["delivered"]
    assert len(told(receiver)) == 1


@pytest.mark.parametrize(
    ("url", "events", "code"),
    [
        ("", ["clip"], "not_a_url"),
        ("ftp://x.example/", ["clip"], "scheme_refused"),
        ("http://programs.example/hook", ["clip"], "scheme_refused"),
        ("https://me:secret@programs.example/", ["clip"], "credentials_refused"),
        ("https://programs.example/", [], "empty"),
        ("https://programs.example/", ["everything"], "unknown"),
    ],
)
def test_an_address_that_will_not_do_is_refused_with_its_reason(mara, url, events, code):
    with pytest.raises(Refused) as refused:
        actions.add_webhook(mara, url, events, now=NOW)
    assert refused.value.code == code


def test_newcomers_have_no_webhooks_and_nobody_has_many(mara):
    fresh = Reader.objects.create(username="new", date_joined=NOW)
    with pytest.raises(Refused, match="New accounts"):
        actions.add_webhook(fresh, "https://programs.example/", ["clip"], now=NOW)
    for number in range(5):
        actions.add_webhook(mara, f"https://programs.example/{number}", ["clip"], now=NOW)
    with pytest.raises(Refused, match="5 at most"):
        actions.add_webhook(mara, "https://programs.example/6", ["clip"], now=NOW)


def test_nobody_is_looked_for_until_something_came_for_them(hook, mara, receiver, send):
    """However many are subscribed: who is told of notices alone, until one came; the others until a clip did."""
    ferry(at=LATER)
    nils = Reader.objects.create(username="nils", date_joined=mara.date_joined)
    actions.add_webhook(nils, receiver.url("/hook"), ["notice"], now=NOW)
    soon, later = LATER + timedelta(minutes=1), LATER + timedelta(hours=1)
    assert [one.reader for one in queries.to_look_for(soon, limit=9)] == [mara]
    turn(send, soon)
    turn(send, later - timedelta(minutes=30))
    assert queries.to_look_for(later, limit=9) == []
    tell(nils, "fact", at=later - timedelta(minutes=1))
    assert [one.reader for one in queries.to_look_for(later, limit=9)] == [nils]
    assert turn(send, later) == ["delivered"]
    assert queries.to_look_for(later + timedelta(minutes=1), limit=9) == []


def test_what_comes_while_another_looks_is_looked_for_again(hook, mara):
    tell(mara, "first")
    (to,) = queries.to_look_for(LATER, limit=9)
    tell(mara, "second", 2, at=LATER + timedelta(seconds=1))
    actions.queue(to, [], now=LATER + timedelta(seconds=2))
    assert queries.to_look_for(LATER + timedelta(minutes=1), limit=9) == [to]


def test_who_may_not_sign_in_any_more_is_told_nothing(hook, mara, send):
    tell(mara, "fact")
    Reader.objects.update(is_active=False)
    assert turn(send) == []
    assert queries.to_look_for(LATER + timedelta(minutes=1), limit=9) == []


def test_what_was_told_a_week_ago_is_forgotten(hook, mara, receiver, send):
    tell(mara, "fact")
    turn(send)
    assert actions.forget_delivered(LATER + timedelta(days=6)) == 0
    assert actions.forget_delivered(LATER + timedelta(days=8)) == 1


def test_a_webhook_is_added_and_dropped_and_its_secret_is_shown_once(client, mara):
    client.force_login(mara)
    page = client.post("/settings/webhooks", {"url": "https://programs.example/hook", "events": ["clip"]})
    secret = Subscription.objects.get().secret
    assert secret in page.content.decode()
    assert secret not in client.get("/settings/webhooks").content.decode()
    client.post("/settings/webhooks", {"drop": Subscription.objects.get().pk})
    assert not Subscription.objects.exists()
    assert client.get("/settings").content.decode().count("/settings/browser") == 0


def test_nobody_drops_the_webhook_of_another(client, hook):
    client.force_login(Reader.objects.create(username="nils"))
    client.post("/settings/webhooks", {"drop": Subscription.objects.get().pk})
    assert Subscription.objects.exists()
