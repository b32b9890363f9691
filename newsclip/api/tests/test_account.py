"""Settings, data and subscriptions by program."""

import base64
import json
from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.api.tests.test_people import asks
from newsclip.community import actions
from newsclip.community.models import Reading, Subscription
from newsclip.ranking import queries as ranking
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def mara(now):
    return Reader.objects.create(username="mara", date_joined=now - timedelta(days=100))


@pytest.fixture
def ask(client, mara, now):
    return asks(client, accounts.make_token(mara, "mine", Token.Scope.values, now=now))


def test_settings_are_changed_one_by_one(ask):
    assert ask("/me", {"about": "I take the ferry."}, "patch").status_code == 204
    assert ask("/me", {"edition": "weekly"}, "patch").status_code == 204
    shown = ask("/me").json()
    assert (shown["about"], shown["edition"], shown["notices_by_mail"]) == ("I take the ferry.", "weekly", False)
    assert ask("/me", {"edition": "hourly"}, "patch").status_code == 404
    assert ask("/me").json()["edition"] == "weekly"


def test_a_reader_takes_everything_along_and_forgets_what_they_read(ask, mara, now):
    clip = factories.ferry()
    actions.comment(mara, clip.story_id, "I was aboard.", now=now)
    Reading.objects.create(reader=mara, clip=clip, version=1, at=now)
    assert json.loads(ask("/me/everything").getvalue())["comment"][0]["text"] == "I was aboard."
    assert ask("/me/readings", method="delete").status_code == 204
    assert not Reading.objects.exists()


def test_a_webhook_is_added_by_a_program_and_dropped_by_its_owner_alone(client, ask, now):
    hook = {"url": "https://programs.example/hook", "events": ["clip", "notice"]}
    secret = ask("/webhooks", hook).json()["secret"]
    assert Subscription.objects.get().secret == secret
    (listed,) = ask("/webhooks").json()
    assert (listed["url"], listed["events"], listed["ended"]) == (hook["url"], ["clip", "notice"], "")
    assert secret not in str(listed)
    nils = Reader.objects.create(username="nils", date_joined=now - timedelta(days=100))
    theirs = asks(client, accounts.make_token(nils, "theirs", Token.Scope.values, now=now))
    assert theirs(f"/webhooks/{listed['id']}", method="delete").status_code == 404
    assert ask(f"/browsers/{listed['id']}", method="delete").status_code == 404
    assert ask(f"/webhooks/{listed['id']}", method="delete").status_code == 204
    assert not Subscription.objects.exists()


@pytest.mark.parametrize(
    "hook",
    [
        {"url": "http://programs.example/", "events": ["clip"]},
        {"url": "https://programs.example/", "events": []},
        {"url": "https://programs.example/", "events": ["everything"]},
        {"url": "no address", "events": ["clip"]},
    ],
)
def test_a_webhook_that_will_not_do_is_refused(ask, hook):
    assert ask("/webhooks", hook).status_code == 422
    assert not Subscription.objects.exists()


def test_a_browser_is_added_and_dropped(ask):
    keys = {"p256dh": _text(b"\x04" * 65), "auth": _text(b"a" * 16)}
    assert ask("/browsers", {"endpoint": "https://push.example/1", "keys": keys}).status_code == 204
    (listed,) = ask("/browsers").json()["browsers"]
    assert (listed["url"], listed["events"]) == ("https://push.example/1", ["notice"])
    assert ask(f"/browsers/{listed['id']}", method="delete").status_code == 204
    assert ask("/browsers").json() == {"key": "", "browsers": []}
    assert (
        ask("/browsers", {"endpoint": "https://push.example/1", "keys": {"p256dh": "", "auth": ""}}).status_code == 404
    )


def _text(raw):
    return base64.urlsafe_b64encode(raw).decode()


def test_a_program_keeps_no_readings_for_its_reader(ask, mara, now):
    Reading.objects.create(reader=mara, clip=factories.ferry(), version=1, at=now)
    assert ask("/me/readings", {"on": False}, "put").status_code == 204
    mara.refresh_from_db()
    assert not mara.keeps_readings
    assert not Reading.objects.exists()
    assert ask("/me/readings", {"on": True}, "put").status_code == 204
    mara.refresh_from_db()
    assert mara.keeps_readings


def test_learning_is_switched_and_somebody_is_invited(ask, mara):
    assert ask("/me/learning", {"on": False}, "put").status_code == 204
    assert not ranking.learns(mara)
    made = ask("/invitations", {})
    assert made.status_code == 201
    assert ask("/invitations").json() == [made.json()]
    assert "/accounts/signup/?invitation=" in made.json()["link"]
    assert ask(f"/invitations/{made.json()['id']}", None, "delete").status_code == 204
    assert ask("/invitations").json() == []


def test_a_token_with_other_rights_changes_no_settings(client, mara, now):
    others = [scope for scope in Token.Scope.values if scope not in ("account", "subscribe")]
    ask = asks(client, accounts.make_token(mara, "others", others, now=now))
    for path, method in (("/me", "patch"), ("/webhooks", "post"), ("/me/everything", ""), ("/me/readings", "delete")):
        assert ask(path, {} if method else None, method).status_code == 403
