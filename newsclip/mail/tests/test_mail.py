import re
from datetime import timedelta

import pytest
from django.core import mail

from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.community.ports import News
from newsclip.mail.editions import send_editions
from newsclip.mail.notices import send_notices
from newsclip.ranking import actions as ranking
from newsclip.web.tests import factories

NOW = factories.NOON + timedelta(hours=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def mara():
    return Reader.objects.create(username="mara", email="mara@people.example", edition="daily", notices_by_mail=True)


@pytest.fixture
def ferry():
    clip = factories.ferry(at=NOW - timedelta(hours=1))
    ranking.count(clip, now=NOW)
    return clip


def test_the_edition_is_plain_and_html_and_ends_itself_by_one_click(client, mara, ferry):
    list(send_editions(now=NOW))
    (sent,) = mail.outbox
    assert ferry.headline in sent.body
    assert ferry.headline in sent.alternatives[0].content
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = re.search(r"<https?://[^/]+(/[^>]+)>", sent.extra_headers["List-Unsubscribe"])[1]
    assert client.get(path).status_code == 200
    assert Reader.objects.get().edition == "daily"
    client.post(path, {"List-Unsubscribe": "One-Click"})
    assert Reader.objects.get().edition == ""
    assert Reader.objects.get().notices_by_mail


def test_an_edition_comes_once_a_day_and_never_empty(mara, ferry):
    list(send_editions(now=NOW))
    list(send_editions(now=NOW + timedelta(hours=23)))
    assert len(mail.outbox) == 1
    list(send_editions(now=NOW + timedelta(days=3)))
    assert len(mail.outbox) == 1


def test_what_a_reader_mutes_is_not_in_their_edition(mara, ferry):
    community.mute(mara, "hashtag", "sabine", now=NOW)
    list(send_editions(now=NOW))
    assert mail.outbox == []


def test_notices_are_gathered_in_one_mail_and_sent_once(mara):
    for number in range(3):
        community.notice(mara, News("reply", f"nils replied: {number}", f"reply {number}"), now=NOW)
    list(send_notices(now=NOW))
    assert mail.outbox == []
    later = NOW + timedelta(minutes=11)
    assert [number for _, number in send_notices(now=later)] == [3]
    assert list(send_notices(now=later)) == []
    assert "3 notices" in mail.outbox[0].subject


def test_what_was_read_on_the_site_is_not_mailed(mara):
    community.notice(mara, News("reply", "nils replied: yes", "reply 1"), now=NOW)
    community.seen(mara, now=NOW)
    assert list(send_notices(now=NOW + timedelta(minutes=11))) == []


@pytest.mark.parametrize("token", ["edition-1", "edition-1:forged", "x"])
def test_a_forged_address_ends_nothing(client, mara, token):
    assert client.post(f"/mail/leave/{token}").status_code == 404
    assert Reader.objects.get().edition == "daily"


def test_mail_speaks_the_language_that_its_reader_chose(client, mara, ferry):
    client.force_login(mara)
    client.post("/language", {"language": "de", "next": "/"})
    list(send_editions(now=NOW))
    assert "Das ist alles." in mail.outbox[0].body
    assert '<html lang="de">' in mail.outbox[0].alternatives[0].content
