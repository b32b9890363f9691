import re
import smtplib
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from newsclip.accounts.models import Reader
from newsclip.clips.models import Correction
from newsclip.community import actions as community
from newsclip.community.models import Notice
from newsclip.community.ports import News
from newsclip.community.rules.notices import CORRECTION
from newsclip.mail import editions
from newsclip.mail.editions import send_editions
from newsclip.mail.notices import send_notices
from newsclip.options import OPTIONS
from newsclip.ranking import actions as ranking
from newsclip.web.tests import factories

NOW = factories.NOON + timedelta(hours=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def mara():
    mara = Reader.objects.create(username="mara", email="mara@people.example", edition="daily", notices_by_mail=True)
    EmailAddress.objects.create(user=mara, email=mara.email, verified=True, primary=True)
    return mara


class Server(EmailBackend):
    """A mail server that answers as `faults` say, one a mail, and takes the rest."""

    faults: list[Exception] = []

    def send_messages(self, messages):
        if self.faults:
            raise self.faults.pop(0)
        return super().send_messages(messages)


@pytest.fixture
def server(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Server"}}
    Server.faults = []
    return Server


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


def test_a_mail_says_by_the_sites_name_who_sent_it_and_of_which_list_it_is(mara, ferry):
    list(send_editions(now=NOW))
    wire = message_from_bytes(mail.outbox[0].message(policy=policy.SMTP).as_bytes(), policy=policy.default)
    assert wire["From"] == "Newsclip <newsclip@localhost>"
    assert wire["List-Id"] == "<edition.localhost>"
    assert wire["Message-ID"].endswith("@localhost>")


def test_what_the_headline_says_word_for_word_is_not_said_again_below_it(mara, ferry):
    news = "The Velm ferry ran aground on Monday"
    type(ferry).objects.update(headline=news, summary=f"{news}. All 40 aboard are well.")
    list(send_editions(now=NOW))
    (sent,) = mail.outbox
    for told in (sent.body, sent.alternatives[0].content):
        assert told.count(news) == 1
        assert "All 40 aboard are well." in told


def test_a_headline_runs_in_its_own_direction(mara, ferry):
    type(ferry).objects.update(headline="العبارة عالقة", summary="كل الركاب بخير.", language="ar")
    list(send_editions(now=NOW))
    html = mail.outbox[0].alternatives[0].content
    assert re.search(r'<h3 [^>]*dir="auto"><a [^>]*lang="ar">العبارة', html)
    assert re.search(r'<p [^>]*dir="auto" lang="ar">كل', html)


def test_mail_programs_can_read_the_address_that_ends_it(mara, ferry):
    """RFC 2047, section 5: an encoded word is no address. Django's own folding makes one of anything long."""
    list(send_editions(now=NOW))
    (sent,) = mail.outbox
    wire = sent.message(policy=policy.SMTP).as_bytes()
    (line,) = [line for line in wire.split(b"\r\n") if line.startswith(b"List-Unsubscribe:")]
    assert line.decode() == f"List-Unsubscribe: {sent.extra_headers['List-Unsubscribe']}"
    assert message_from_bytes(wire, policy=policy.default)["List-Unsubscribe"].endswith(">")


def test_nothing_is_sent_to_an_address_that_its_owner_did_not_confirm(mara, ferry):
    EmailAddress.objects.update(verified=False)
    community.notice(mara, News("reply", "nils replied: yes", "reply 1"), now=NOW)
    assert list(send_editions(now=NOW)) == []
    assert list(send_notices(now=NOW + timedelta(minutes=11))) == []
    assert mail.outbox == []


def test_what_a_mail_server_did_not_take_is_sent_later(server, mara, ferry):
    community.notice(mara, News("reply", "nils replied: yes", "reply 1"), now=NOW)
    later = NOW + timedelta(minutes=11)
    faults = [ConnectionRefusedError(), smtplib.SMTPDataError(451, b"later"), smtplib.SMTPServerDisconnected()]
    for send in (send_editions, send_notices):
        server.faults = list(faults)
        turns = [[reader.username for reader, _ in send(now=later + timedelta(minutes=turn))] for turn in range(5)]
        assert turns == [[], [], [], ["mara"], []]
    assert len(mail.outbox) == 2


def test_a_mail_server_that_failed_has_a_minutes_rest(server, mara, ferry):
    server.faults = [TimeoutError()]
    assert list(send_editions(now=NOW)) == []
    assert list(send_editions(now=NOW + timedelta(seconds=59))) == []
    assert mail.outbox == []
    assert list(send_editions(now=NOW + timedelta(seconds=60))) != []


def test_an_address_that_is_refused_keeps_nobody_elses_mail(server, mara, ferry):
    nils = Reader.objects.create(username="nils", email="nils@people.example", edition="daily")
    EmailAddress.objects.create(user=nils, email=nils.email, verified=True, primary=True)
    server.faults = [smtplib.SMTPRecipientsRefused({mara.email: (550, b"nobody here")})]
    list(send_editions(now=NOW))
    list(send_editions(now=NOW))
    assert [sent.to for sent in mail.outbox] == [["nils@people.example"]]


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


def test_a_notice_by_mail_leads_to_the_page_of_what_it_tells(mara):
    community.notice(mara, News("source", "It was declined.", "source 7 202605010900"), now=NOW)
    list(send_notices(now=NOW + timedelta(minutes=11)))
    page = f"{OPTIONS.site_url}/sources/suggested/7"
    assert f"It was declined.\n{page}\n" in mail.outbox[0].body
    assert f'<a href="{page}">It was declined.</a>' in mail.outbox[0].alternatives[0][0]


def test_a_notice_comes_in_the_language_of_its_reader_and_an_old_one_as_it_was_kept(mara):
    Reader.objects.update(language="de")
    given = {"name": "nils", "text": "100% %(yes)s"}
    community.notice(mara, News("reply", "%(name)s replied: %(text)s", "reply 1", given=given), now=NOW)
    list(send_notices(now=NOW + timedelta(minutes=11)))
    assert mail.outbox[0].subject == "nils hat geantwortet: 100% %(yes)s"
    assert "nils hat geantwortet: 100% %(yes)s" in mail.outbox[0].body
    community.notice(mara, News("reply", "nils replied: 100%", "reply 2"), now=NOW)
    list(send_notices(now=NOW + timedelta(minutes=12)))
    assert mail.outbox[1].subject == "nils replied: 100%"


def test_a_mail_tells_its_reader_nothing_of_a_correction_by_a_publisher_that_they_mute(mara, ferry):
    why = factories.changed(ferry, "212", "06.20")  # of the Northern Ledger
    row = Correction.objects.create(clip=ferry, version=2, kind="revised", reasons=why, at=NOW)
    news = News("correction", CORRECTION, "c 1", ferry.story_id, given={"correction": row.pk})
    community.notice(mara, news, now=NOW)
    community.mute(mara, "source", "ledger.example", now=NOW)
    list(send_notices(now=NOW + timedelta(minutes=11)))
    assert mail.outbox[0].subject == "Corrected: A publisher that you muted changed something."
    assert "06.20" not in mail.outbox[0].body


def test_who_asks_for_notices_by_mail_is_sent_those_from_then_on(mara):
    Reader.objects.update(notices_by_mail=False)
    community.notice(Reader.objects.get(), News("reply", "nils replied: before", "reply 1"), now=NOW)
    Reader.objects.update(notices_by_mail=True)
    community.notice(Reader.objects.get(), News("reply", "nils replied: after", "reply 2"), now=NOW)
    list(send_notices(now=NOW + timedelta(minutes=11)))
    assert [sent.subject for sent in mail.outbox] == ["nils replied: after"]


def test_whom_no_mail_reaches_is_asked_about_once(mara, ferry):
    EmailAddress.objects.update(verified=False)
    community.notice(mara, News("reply", "nils replied: yes", "reply 1"), now=NOW)
    later = NOW + timedelta(minutes=11)
    assert [list(send_editions(now=later)), list(send_notices(now=later))] == [[], []]
    assert editions.due(later, limit=9) == []
    assert not Notice.objects.filter(to_mail=True).exists()
    EmailAddress.objects.update(verified=True)
    assert [reader.username for reader, _ in send_editions(now=later + timedelta(days=1))] == ["mara"]


def test_many_whom_no_mail_reaches_keep_nobody_waiting_for_long(mara, ferry):
    Reader.objects.bulk_create(Reader(username=f"r{n}", edition="daily", date_joined=NOW) for n in range(60))
    Reader.objects.filter(pk=mara.pk).update(edition_at=NOW - timedelta(days=2))
    assert [reader.username for turn in range(3) for reader, _ in send_editions(now=NOW)] == ["mara"]


@pytest.mark.slow
def test_who_is_told_very_much_keeps_nobody_elses_mail(mara):
    nils = Reader.objects.create(username="nils", email="nils@people.example", notices_by_mail=True)
    EmailAddress.objects.create(user=nils, email=nils.email, verified=True, primary=True)
    for number in range(600):
        community.notice(mara, News("reply", f"orla replied: {number}", f"reply {number}"), now=NOW)
    community.notice(nils, News("reply", "orla replied: yes", "reply"), now=NOW + timedelta(seconds=1))
    assert {reader.username for reader, _ in send_notices(now=NOW + timedelta(minutes=11))} == {"mara", "nils"}


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


def test_a_mail_holds_so_many_notices_and_its_readers_own(mara):
    nils = Reader.objects.create(username="nils", email="nils@people.example", notices_by_mail=True)
    EmailAddress.objects.create(user=nils, email=nils.email, verified=True, primary=True)
    community.notice(nils, News("reply", "orla replied: to nils", "reply"), now=NOW)
    for number in range(31):
        community.notice(mara, News("reply", f"orla replied: {number}", f"reply {number}"), now=NOW)
    sent = {reader.username: number for reader, number in send_notices(now=NOW + timedelta(minutes=11))}
    assert sent == {"mara": 30, "nils": 1}


def test_an_edition_holds_four_of_a_category(mara):
    for place in range(6):
        ranking.count(factories.ferry(place, at=NOW - timedelta(hours=1), picture=False), now=NOW)
    ((_, number),) = send_editions(now=NOW)
    assert number == 4
