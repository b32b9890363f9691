import dataclasses
import re
from datetime import timedelta
from html import unescape
from urllib.parse import unquote

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.test import override_settings

from newsclip import settings
from newsclip.accounts import actions
from newsclip.accounts.models import Invitation, Reader
from newsclip.web.accounts import adapter, views
from newsclip.web.tests.factories import NOON

pytestmark = pytest.mark.django_db
FORM = {"username": "pia", "password1": "a long way to the harbour", "email": "pia@people.example"}


@pytest.fixture
def sign_up(monkeypatch):
    def choose(mode):
        monkeypatch.setattr(adapter, "OPTIONS", dataclasses.replace(adapter.OPTIONS, sign_up=mode))

    return choose


def test_everybody_may_sign_up_where_it_is_open(client, sign_up):
    sign_up("open")
    assert client.post("/accounts/signup/", FORM).status_code == 302
    assert Reader.objects.get(username="pia").has_usable_password()


def test_passwords_are_kept_by_argon2():
    assert settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=settings.PASSWORD_HASHERS):  # those of tests are fast
        kept = [make_password("a long way to the harbour") for _ in range(2)]
    assert all(one.startswith("argon2$argon2id$") for one in kept)
    assert kept[0] != kept[1]


def test_nobody_may_where_it_is_closed(client, sign_up):
    sign_up("closed")
    client.post("/accounts/signup/", FORM)
    assert not Reader.objects.exists()


def test_by_invitation_a_link_lets_one_person_in_and_shows_who_invited_them(client, sign_up):
    sign_up("invitation")
    mara = Reader.objects.create(username="mara")
    link = f"/accounts/signup/?invitation={actions.invite(mara, now=NOON).code}"
    client.post("/accounts/signup/", FORM)
    assert not Reader.objects.filter(username="pia").exists()
    assert "mara invited you. Your page and theirs will say so" in client.get(link).content.decode()
    client.post("/accounts/signup/", FORM)
    assert Reader.objects.get(username="pia").invited_by == mara
    assert "invited by" in client.get("/u/pia").content.decode()
    client.logout()
    client.get(link)
    client.post("/accounts/signup/", FORM | {"username": "quin", "email": "quin@people.example"})
    assert not Reader.objects.filter(username="quin").exists()
    assert Invitation.objects.get().used_by.username == "pia"


def test_an_invitation_whose_guest_left_again_is_no_open_one():
    mara = Reader.objects.create(username="mara")
    for place in range(actions.INVITATIONS):
        guest = Reader.objects.create(username=f"guest{place}")
        assert actions.use(actions.invite(mara, now=NOON), guest, now=NOON)
        actions.leave(guest)
    assert actions.open_invitation(actions.invite(mara, now=NOON).code, now=NOON)


def test_an_open_invitation_is_taken_back_and_one_of_somebody_suspended_waits(client):
    mara = Reader.objects.create(username="mara")
    client.force_login(mara)
    made = [actions.invite(mara, now=NOON) for _ in range(2)]
    client.post("/settings/invite", {"drop": made[0].pk})
    assert actions.open_invitation(made[0].code, now=NOON) is None
    Reader.objects.update(suspended_until=NOON + timedelta(days=1))
    assert actions.open_invitation(made[1].code, now=NOON) is None
    assert actions.open_invitation(made[1].code, now=NOON + timedelta(days=2)) == made[1]


def test_who_has_as_many_as_one_may_have_is_not_told_to_come_back_tomorrow(client):
    mara = Reader.objects.create(username="mara")
    client.force_login(mara)
    for _ in range(actions.INVITATIONS):
        client.post("/settings/invite")
    said = client.post("/settings/invite")
    assert said.status_code == 409
    assert "tomorrow" not in said.content.decode()


def test_settings_of_a_site_without_a_mail_server_say_so(client):
    client.force_login(Reader.objects.create(username="mara", email="mara@people.example", edition="daily"))
    shown = client.get("/settings").content.decode()
    assert "this site sends no mail" in shown
    assert "Send my notices by email" not in shown, "nothing is offered that cannot be done"
    client.post("/settings", dict(re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)">', shown)))
    assert Reader.objects.get().edition == "daily", "what was chosen stays for a site that sends mail again"


def test_settings_say_where_mail_cannot_be_sent(client, monkeypatch):
    monkeypatch.setattr(views, "OPTIONS", dataclasses.replace(views.OPTIONS, mail="smtp://mail.example"))
    mara = Reader.objects.create(username="mara", email="mara@people.example")
    client.force_login(mara)
    assert "add an email address and confirm it" in client.get("/settings").content.decode()
    given = EmailAddress.objects.create(user=mara, email=mara.email, primary=True)
    assert "mara@people.example is not confirmed. Look in your mail" in client.get("/settings").content.decode()
    EmailAddress.objects.filter(pk=given.pk).update(verified=True)
    assert "Nothing can be sent yet" not in client.get("/settings").content.decode()


def test_a_wrong_name_and_a_wrong_password_are_told_the_same(client):
    Reader.objects.create_user("mara", password="a long way to the harbour")
    said = [
        client.post("/accounts/login/", {"login": name, "password": "wrong"}).content.decode()
        for name in ("mara", "nobody")
    ]
    wrong_password, wrong_name = (page.split('class="errorlist')[1][:100] for page in said)
    assert wrong_password == wrong_name


@pytest.mark.parametrize("path", ["/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/"])
def test_codes_and_passkeys_can_be_set_up(client, path):
    client.post("/accounts/signup/", FORM)
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    assert "unsafe-inline" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["\u0440ia", "Admin", "moderator", "newsclip", ".."])
def test_nobody_takes_a_name_that_looks_like_another_or_speaks_for_the_site(client, name):
    Reader.objects.create(username="pia")
    answer = client.post("/accounts/signup/", FORM | {"username": name})
    assert "could be taken for another" in answer.content.decode()
    assert Reader.objects.count() == 1


def test_which_names_are_taken_is_said_before_and_in_the_refusal(client):
    assert "One word without spaces" in client.get("/accounts/signup/").content.decode()
    answer = client.post("/accounts/signup/", FORM | {"username": "Pia Maren"}).content.decode()
    assert "A name is one word without spaces" in answer
    assert 'value="Pia Maren"' in answer
    assert "please type it once more" in answer


def test_who_has_to_sign_in_is_told_why(client, clip):
    asked = client.get(f"/c/{clip.slug}/challenge", follow=True).content.decode()
    assert "This needs an account. Sign in or sign up" in asked
    voting = client.get(f"/s/{clip.story_id}/vote", {"next": "/edition/today"}, follow=True).content.decode()
    assert "This needs an account" in voting
    head = client.get(f"/c/{clip.slug}").content.decode()
    buttons = set(re.findall(r'href="(/accounts/login/[^"]+needed=1)"', head))
    assert {unquote(one).partition("#")[2] for one in buttons} == {"vote&amp;needed=1", ""}, "to vote or follow"
    (save,) = re.findall(r'href="(/s/[0-9]+/save[^"]+)"', head)
    buttons.add(client.get(unescape(save))["Location"])
    for button in buttons:
        assert "This needs an account" in client.get(unescape(button)).content.decode()


@pytest.mark.parametrize("back", ["/about", "/c/{}%23s3", "/edition/today%23story-31"])
def test_who_signs_in_to_come_back_to_a_public_page_is_not_told_that_it_needs_an_account(client, clip, back):
    page = client.get(f"/accounts/login/?next={back.format(clip.slug)}").content.decode()
    assert "This needs an account" not in page


@pytest.mark.parametrize("form", [("/accounts/password/reset/", {"email": FORM["email"]}), ("/accounts/signup/", FORM)])
def test_mails_lead_to_the_site_whatever_host_a_browser_asked_for(client, mailoutbox, settings, form):
    settings.ACCOUNT_EMAIL_VERIFICATION = "optional"
    Reader.objects.create(username="mara", email=FORM["email"])
    EmailAddress.objects.create(user=Reader.objects.get(), email=FORM["email"], primary=True, verified=True)
    client.post(*form, headers={"host": "127.0.0.1:6666"})
    [mail] = mailoutbox
    assert "6666" not in mail.body
    assert adapter.OPTIONS.site_url + "/accounts/" in mail.body
