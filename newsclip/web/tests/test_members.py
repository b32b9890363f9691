"""Staff find an account, close it, give rights and send a confirmation again, without the framework's tables."""

from dataclasses import replace
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone

from newsclip.accounts import actions
from newsclip.accounts.models import Reader
from newsclip.community.models import Action, Flag
from newsclip.web.members import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(client):
    boss = Reader.objects.create(username="sten", is_staff=True, is_superuser=True)
    client.force_login(boss)
    return boss


@pytest.fixture
def pia():
    pia = Reader.objects.create(username="pia", email="pia@ledger.example", waits="mail")
    EmailAddress.objects.create(user=pia, email=pia.email, primary=True)
    return pia


def words_of(answer) -> str:
    assert answer.status_code == 200, answer.content
    return " ".join(answer.content.decode().split())


def listed(client, ask: str = "") -> str:
    return words_of(client.get(f"/staff/members{ask}")).partition("<main")[2]


def test_a_member_is_found_by_a_part_of_the_name_or_the_address(client, boss, pia):
    assert "pia@ledger.example" in listed(client)
    assert "pia" in listed(client, "?words=LEDGER")
    assert "No member matches." in listed(client, "?words=quill")
    assert "pia" not in listed(client, "?kind=staff")


def test_addresses_are_for_those_of_the_staff_who_may_see_accounts(client, pia):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    assert "ledger.example" not in listed(client)
    assert "No member matches." in listed(client, "?words=ledger")
    assert "ledger.example" not in words_of(client.get(f"/staff/members/{pia.pk}"))
    assert client.post(f"/staff/members/{pia.pk}/confirmation").status_code == 403


def test_an_account_is_closed_and_opened_again_with_a_reason_in_the_public_log(client, boss, pia):
    for action, active in (("close", False), ("open", True)):
        client.post(f"/staff/members/{pia.pk}", {"action": action, "reason": "It sold watches."})
        pia.refresh_from_db()
        assert pia.is_active is active
        assert (Action.objects.latest("pk").kind, Action.objects.latest("pk").reason) == (action, "It sold watches.")
    assert client.post(f"/staff/members/{pia.pk}", {"action": "close", "reason": " "}).status_code == 422


def test_rights_are_given_and_taken(client, boss, pia):
    for action in ("give_mod", "give_staff", "take_staff"):
        client.post(f"/staff/members/{pia.pk}", {"action": action, "reason": "She helps."})
    pia.refresh_from_db()
    assert (pia.is_moderator, pia.is_staff) == (True, False)


def test_staff_without_all_rights_appoint_no_staff_and_decide_about_none(client, pia):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    other = Reader.objects.create(username="orla", is_staff=True)
    owner = Reader.objects.create(username="enna", is_superuser=True)
    for person, action in ((pia, "give_staff"), (other, "close"), (other, "take_staff"), (owner, "close")):
        assert client.post(f"/staff/members/{person.pk}", {"action": action, "reason": "So."}).status_code == 403
    assert not Action.objects.exists()


def test_staff_without_all_rights_suspend_nobody_who_has_them(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    owner = Reader.objects.create(username="enna", is_staff=True, is_superuser=True)
    for action in ("suspend", "discount", "give_mod"):
        answer = client.post(f"/moderation/reader/{owner.pk}", {"action": action, "reason": "So."})
        assert answer.status_code == 403
    assert client.post(f"/moderation/reader/{owner.pk}", {"action": "warn", "reason": "So."}).status_code == 302


@pytest.mark.parametrize(
    ("right", "given", "taken"),
    [
        ("is_moderator", "give_mod", "take_mod"),
        ("is_staff", "give_staff", "take_staff"),
        ("is_superuser", "give_all", "take_all"),
    ],
)
def test_each_right_is_given_and_taken_in_the_public_log(client, boss, pia, right, given, taken):
    Reader.objects.filter(pk=pia.pk).update(is_staff=right == "is_superuser")
    there = f"/staff/members/{pia.pk}"
    for action in (given, taken):
        assert f'value="{action}"' in words_of(client.get(there))
        client.post(there, {"action": action, "reason": "She knows the harbour."})
        pia.refresh_from_db()
        assert getattr(pia, right) == (action == given)
    told = Action.objects.order_by("pk").values_list("name", "kind", "label", "reason")
    assert list(told) == [("sten", one, "pia", "She knows the harbour.") for one in (given, taken)]


@pytest.mark.parametrize("action", ["give_mod", "give_staff"])
def test_no_right_changes_without_a_reason_nor_by_who_is_suspended(client, boss, pia, action):
    there = f"/staff/members/{pia.pk}"
    assert client.post(there, {"action": action, "reason": " "}).status_code == 422
    Reader.objects.filter(pk=boss.pk).update(suspended_until=timezone.now() + timedelta(days=1))
    assert client.post(there, {"action": action, "reason": "She asked."}).status_code == 403
    pia.refresh_from_db()
    assert (pia.is_moderator, pia.is_staff) == (False, False)
    assert not Action.objects.exists()


def test_who_is_not_one_of_the_staff_gets_no_right_to_everything(client, boss, pia):
    there = f"/staff/members/{pia.pk}"
    assert 'value="give_all"' not in words_of(client.get(there))
    assert client.post(there, {"action": "give_all", "reason": "So."}).status_code == 403


def test_a_new_right_leaves_the_flags_on_its_reader_open(client, boss, pia):
    Flag.objects.create(kind="reader", key=str(pia.pk), reason="abuse", at=timezone.now())
    client.post(f"/staff/members/{pia.pk}", {"action": "give_mod", "reason": "She asked."})
    assert Flag.objects.get().closed_at is None


def test_a_closed_account_that_is_opened_again_signs_in_anew(client, boss):
    mara, browser = Reader.objects.create_user("mara", password="a long way to the harbour"), Client()
    browser.post("/accounts/login/", {"login": "mara", "password": "a long way to the harbour"})
    assert browser.get("/settings").status_code == 200
    actions.make_token(mara, "bot", ["read"], now=timezone.now())
    for action in ("close", "open"):
        client.post(f"/staff/members/{mara.pk}", {"action": action, "reason": "Her telephone was stolen."})
    assert browser.get("/settings").status_code == 302
    assert not mara.tokens.exists()


def test_a_link_for_a_new_password_is_mailed_to_a_confirmed_address_alone(client, boss, pia, monkeypatch):
    there = f"/staff/members/{pia.pk}/new-password"
    EmailAddress.objects.update(verified=True)
    assert client.post(there).status_code == 403  # no mail is sent
    monkeypatch.setattr(pages, "OPTIONS", replace(pages.OPTIONS, mail="smtp://localhost"))
    EmailAddress.objects.update(verified=False)
    assert client.post(there).status_code == 403
    assert "new-password" not in words_of(client.get(f"/staff/members/{pia.pk}"))
    EmailAddress.objects.update(verified=True)
    assert f'action="{there}"' in words_of(client.get(f"/staff/members/{pia.pk}"))
    assert "Sent. The link in the mail" in words_of(client.post(there, follow=True))
    assert [one.to for one in mail.outbox] == [["pia@ledger.example"]]
    assert "/accounts/password/reset/key/" in mail.outbox[0].body
    Reader.objects.filter(pk=pia.pk).update(is_active=False)
    assert client.post(there).status_code == 403
    client.force_login(Reader.objects.create(username="orla", is_staff=True))
    assert client.post(there).status_code == 403


def test_nobody_closes_their_own_account_here(client, boss):
    assert "This is your own account" in words_of(client.get(f"/staff/members/{boss.pk}"))
    assert client.post(f"/staff/members/{boss.pk}", {"action": "close", "reason": "Enough."}).status_code == 403


def test_the_confirmation_is_sent_again_where_mail_is_sent(client, boss, pia, monkeypatch):
    assert "This site sends no mail yet" in words_of(client.get(f"/staff/members/{pia.pk}"))
    assert client.post(f"/staff/members/{pia.pk}/confirmation").status_code == 403
    monkeypatch.setattr(pages, "OPTIONS", replace(pages.OPTIONS, mail="smtp://localhost"))
    said = words_of(client.post(f"/staff/members/{pia.pk}/confirmation", follow=True))
    assert "Sent again." in said
    assert [one.to for one in mail.outbox] == [["pia@ledger.example"]]


def test_members_who_are_no_staff_see_none_of_it(client, pia):
    client.force_login(pia)
    for path in ("/staff/members", f"/staff/members/{pia.pk}"):
        assert client.get(path).status_code == 403


def test_a_name_of_any_letters_keeps_to_its_place(client, boss):
    name = "נתנאל" + "x" * 140
    person = Reader.objects.create(username=name)
    assert f'dir="auto">{name}</a>' in listed(client)
    assert f'<h1 dir="auto">{name}</h1>' in words_of(client.get(f"/staff/members/{person.pk}"))
