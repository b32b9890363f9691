"""Where the operator demands a second factor, nobody of those meant goes on without one."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from newsclip.accounts.models import Reader

pytestmark = pytest.mark.django_db
PEOPLE = {
    "member": {},
    "moderator": {"is_moderator": True},
    "staff": {"is_staff": True},
}


@pytest.fixture(params=PEOPLE)
def who(request, client):
    client.force_login(Reader.objects.create(username=request.param, **PEOPLE[request.param]))
    return request.param


def led_to_set_one_up(client) -> bool:
    answer = client.get("/notices")
    return answer.status_code == 302 and answer["Location"] == "/accounts/2fa/"


@pytest.mark.parametrize(
    ("chosen", "meant"),
    [("offered", set()), ("staff", {"moderator", "staff"}), ("everybody", {"member", "moderator", "staff"})],
)
def test_those_meant_are_led_to_set_one_up(client, who, settings, chosen, meant):
    settings.SECOND_FACTOR = chosen
    assert led_to_set_one_up(client) is (who in meant)


def test_the_page_says_why_and_can_be_used(client, who, settings):
    settings.SECOND_FACTOR = "everybody"
    client.post("/notices")
    page = client.get("/accounts/2fa/")
    assert page.status_code == 200
    assert "a second step at sign-in" in page.content.decode()


def test_recovery_codes_alone_are_no_factor(client, settings):
    settings.SECOND_FACTOR = "everybody"
    mara = Reader.objects.create(username="mara")
    client.force_login(mara)
    Authenticator.objects.create(user=mara, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert led_to_set_one_up(client)


def test_one_may_leave_take_ones_data_along_and_sign_out_without_it(client, who, settings):
    settings.SECOND_FACTOR = "everybody"
    assert client.get("/settings/export").getvalue()
    assert client.get("/settings/leave").status_code == 200
    assert client.get("/accounts/logout/").status_code == 200


def test_strangers_read_as_ever(client, settings):
    settings.SECOND_FACTOR = "everybody"
    assert client.get("/").status_code == 200


def test_where_no_mail_can_be_sent_a_factor_needs_no_address_that_answered(client, settings):
    mara = Reader.objects.create_user("mara", "mara@people.example", "a long and quiet phrase")
    EmailAddress.objects.create(user=mara, email=mara.email, primary=True, verified=False)
    client.force_login(mara)
    settings.MFA_REAUTHENTICATION_REQUIRED = False
    assert client.get("/accounts/2fa/totp/activate/").status_code == 200
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False  # as where there is a mail server
    assert client.get("/accounts/2fa/totp/activate/").headers["Location"] == "/accounts/2fa/"
