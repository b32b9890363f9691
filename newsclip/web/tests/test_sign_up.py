"""Nobody makes accounts by the hundred: so many a network, confirmed or approved, and a small task in a burst."""

import dataclasses
import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import mail as django_mail
from django.utils import timezone

from newsclip import options
from newsclip.accounts import actions
from newsclip.accounts.models import Reader
from newsclip.community import queries
from newsclip.web.accounts import adapter, sign_up
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "a long way to the harbour"


def form(name, **more):
    return {"username": name, "email": f"{name}@people.example", "password1": PASSWORD, **more}


def send(client, name, **more):
    """What is answered; who was let in is signed out again."""
    answer = client.post("/accounts/signup/", form(name, **more))
    client.logout()
    return answer


@pytest.fixture
def chosen(monkeypatch):
    def choose(**more):
        for module in (adapter, sign_up):
            monkeypatch.setattr(module, "OPTIONS", dataclasses.replace(module.OPTIONS, **more))

    return choose


@pytest.fixture
def burst(chosen):
    """Two accounts were made just now, which is many here."""
    chosen(sign_up_burst=2)
    for name in ("ole", "pia"):
        Reader.objects.create(username=name, date_joined=timezone.now())


def test_who_chose_a_bad_password_is_told_so_first_and_not_that_it_was_not_kept(client):
    page = send(client, "mara", password1="short").content.decode()
    assert "Please choose another password" in page
    assert "was not kept, for safety" not in page
    assert "was not kept, for safety" in send(client, "ma ra").content.decode()


def test_the_form_says_what_happens_to_who_forgets_the_password(client, chosen):
    assert "If you forget your password, only those who run" in client.get("/accounts/signup/").content.decode()
    chosen(mail="smtp://mail.example")
    assert "Without it you cannot choose a new password" in client.get("/accounts/signup/").content.decode()


def test_who_would_take_part_may_sign_up_at_once(client):
    clip = factories.ferry()
    page = client.get(f"/s/{clip.story_id}/discussion").content.decode().partition("<main")[2]
    assert "Sign in to take part" in page
    assert f'/accounts/signup/?next=/s/{clip.story_id}/discussion">Sign up</a>' in page


def test_a_sixth_account_of_a_network_waits_and_keeps_what_was_typed(client):
    for number in range(5):
        assert send(client, f"new{number}").status_code == 302
    page = send(client, "mara")
    assert "Send this again in half an hour" in page.content.decode()
    assert 'value="mara"' in page.content.decode()
    assert 'value="mara@people.example"' in page.content.decode()
    assert not Reader.objects.filter(username="mara").exists()


def test_mistakes_in_the_form_are_not_counted(client):
    for _ in range(9):
        client.post("/accounts/signup/", form("mara") | {"password1": "x"})
    assert send(client, "mara").status_code == 302


def test_a_network_of_ipv6_is_one(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    for number in range(6):
        client.post("/accounts/signup/", form(f"new{number}"), REMOTE_ADDR=f"2001:db8:1:2::{number + 1}")
        client.logout()
    client.post("/accounts/signup/", form("far"), REMOTE_ADDR="2001:db8:1:3::1")
    assert Reader.objects.count() == 6
    assert Reader.objects.filter(username="far").exists()


def test_an_address_that_is_here_is_counted_like_any_other(client):
    """Else the limit would tell which addresses have an account."""
    for number in range(5):
        client.post("/accounts/signup/", form(f"a{number}") | {"email": "a0@people.example"})
        client.logout()
    assert "half an hour" in send(client, "mara").content.decode()


@pytest.mark.parametrize("given", ["5", "0/30m", "5/30", "5/30m/ip", "x", "-1/1h", "5/30M"])
def test_a_limit_that_cannot_be_meant_ends_the_program(given):
    with pytest.raises(SystemExit, match="NEWSCLIP_SIGN_UP_RATE"):
        options.read_options({"NEWSCLIP_SIGN_UP_RATE": given})


def test_where_mail_is_set_up_an_account_writes_once_its_address_is_confirmed(client, chosen, settings):
    chosen(mail="smtp://mail.example")
    settings.ACCOUNT_EMAIL_VERIFICATION = "optional"
    clip = factories.ferry()
    client.post("/accounts/signup/", form("mara"))
    said = client.post(f"/s/{clip.story_id}/comment", {"text": "I was aboard."})
    assert said.status_code == 403
    assert "is not confirmed yet" in said.content.decode()
    assert "I was aboard." in said.content.decode()
    link = re.search(r"/accounts/confirm-email/\S+", django_mail.outbox[0].body)[0]
    client.post(link)
    assert client.post(f"/s/{clip.story_id}/comment", {"text": "I was aboard."}).status_code == 302


def test_where_accounts_are_approved_they_wait_for_a_moderator(client, chosen):
    chosen(sign_up="approval")
    clip = factories.ferry()
    assert "A moderator looks at each new account" in client.get("/accounts/signup/").content.decode()
    client.post("/accounts/signup/", form("mara"))
    said = client.post(f"/s/{clip.story_id}/vote")
    assert (said.status_code, "waits for a moderator" in said.content.decode()) == (403, True)
    mara = Reader.objects.get(username="mara")
    orla = Reader.objects.create(username="orla", is_moderator=True)
    client.force_login(orla)
    assert "mara" in client.get("/moderation/queue").content.decode()
    client.post(f"/moderation/reader/{mara.pk}", {"action": "approve", "reason": "Welcome."})
    assert "mara" not in client.get("/moderation/queue").content.decode()
    client.force_login(mara)
    assert client.post(f"/s/{clip.story_id}/vote").status_code == 302
    assert "orla approved your account" in client.get("/notices").content.decode()


def test_who_waits_for_a_moderator_has_not_saved_what_they_signed_up_for(client, chosen):
    chosen(sign_up="approval")
    clip = factories.ferry()
    way = parse_qs(urlsplit(client.get(f"/s/{clip.story_id}/save")["Location"]).query)["next"][0]
    answer = client.post("/accounts/signup/", form("mara", next=way))
    assert not queries.is_saved(Reader.objects.get(), clip.story_id)
    onward = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    assert "It is not saved." in client.get(onward, follow=True).content.decode()


WAITS = {"a member": Reader.Waits.APPROVAL, "a moderator": "", "staff": ""}
RIGHTS = {"a member": {}, "a moderator": {"is_moderator": True}, "staff": {"is_staff": True}}


@pytest.mark.parametrize("inviting", WAITS)
@pytest.mark.parametrize("mail", ["", "smtp://mail.example"])
def test_only_who_moderates_vouches_for_whom_they_invite(client, chosen, inviting, mail):
    chosen(sign_up="approval", mail=mail)
    host = Reader.objects.create(username="orla", **RIGHTS[inviting])
    link = f"/accounts/signup/?invitation={actions.invite(host, now=timezone.now()).code}"
    said = "A moderator looks at each new account" in client.get(link).content.decode()
    client.post(link, form("mara"))
    mara = Reader.objects.get(username="mara")
    actions.confirmed(mara, approval=True)
    mara.refresh_from_db()
    assert (mara.invited_by, mara.waits, said) == (host, WAITS[inviting], bool(WAITS[inviting]))


def test_nobody_does_a_task_while_few_sign_up(client):
    assert 'name="task"' not in client.get("/accounts/signup/").content.decode()


def task_in(page):
    return re.search(r'name="task" value="([^"]+)"', page.content.decode())[1]


def test_in_a_burst_a_task_is_done_and_taken_once(client, burst):
    task = task_in(client.get("/accounts/signup/"))
    answer = factories.solution_of(task)
    assert send(client, "mara", task=task, answer=answer).status_code == 302
    assert "for ten minutes" in send(client, "nils", task=task, answer=answer).content.decode()
    assert not Reader.objects.filter(username="nils").exists()


@pytest.mark.parametrize(("task", "answer"), [("", ""), ("made:up:task", "1"), ("own", "no"), ("own", "9" * 99)])
def test_in_a_burst_what_is_not_done_is_asked_again_and_nothing_typed_is_lost(client, burst, task, answer):
    own = task_in(client.get("/accounts/signup/"))
    page = send(client, "mara", task=own if task == "own" else task, answer=answer)
    assert 'value="mara"' in page.content.decode()
    assert sign_up.is_ours(task_in(page))
    assert not Reader.objects.filter(username="mara").exists()


def test_without_scripts_the_form_is_taken_once_it_is_ten_minutes_old(client, burst, monkeypatch):
    task = task_in(client.get("/accounts/signup/"))
    assert task_in(send(client, "mara", task=task)) == task
    monkeypatch.setattr(sign_up, "WAIT", timedelta(0))
    assert send(client, "mara", task=task).status_code == 302


@pytest.mark.slow
def test_in_a_burst_five_an_hour_wait_a_task_out_from_wherever_and_who_solves_one_is_let_in(
    client, burst, monkeypatch, settings
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    monkeypatch.setattr(sign_up, "WAIT", timedelta(0))
    for number in range(7):
        task = task_in(client.get("/accounts/signup/"))
        more = form(f"new{number}", task=task)
        page = client.post("/accounts/signup/", more, REMOTE_ADDR=f"192.0.2.{number + 1}")
        client.logout()
    assert Reader.objects.filter(username__startswith="new").count() == 5
    assert "come back in an hour" in page.content.decode()
    assert 'value="new6"' in page.content.decode()
    task = task_in(page)
    answer = factories.solution_of(task)
    client.post("/accounts/signup/", form("mara", task=task, answer=answer), REMOTE_ADDR="192.0.2.99")
    assert Reader.objects.filter(username="mara").exists()


def test_an_account_of_an_hour_ago_is_no_burst():
    now = timezone.now()
    for number in range(30):
        Reader.objects.create(username=f"r{number}", date_joined=now - timedelta(hours=2))
    assert not sign_up.is_burst(now)


def test_whoever_may_give_an_address_reads_beforehand_that_no_mail_comes(client, chosen):
    there = "This site cannot send mail, so your address stays unconfirmed."
    assert there in client.get("/accounts/signup/").content.decode()
    assert there not in client.post("/accounts/signup/", form("ole"), follow=True).content.decode()
    chosen(mail="smtp://mail.example")
    client.logout()
    assert there not in client.get("/accounts/signup/").content.decode()


def test_who_gives_an_address_is_told_that_mail_comes(client, chosen, settings):
    chosen(mail="smtp://mail.example")
    settings.ACCOUNT_EMAIL_VERIFICATION = "optional"
    told = "Check your email: we wrote to ole@people.example"
    assert told in client.post("/accounts/signup/", form("ole"), follow=True).content.decode()
