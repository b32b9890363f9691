"""What else opens an account is shown where a new password is set, and ends unless its owner keeps it."""

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, TOTP
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.utils import timezone

from newsclip.accounts import queries
from newsclip.accounts.models import Reader
from newsclip.cli import admin_commands
from newsclip.web.accounts import mfa_adapter
from newsclip.web.accounts.adapter import Adapter
from newsclip.web.tests.test_mfa_adapter import PASSWORD, code_of_app

pytestmark = pytest.mark.django_db
NEW = "another long and quiet one"
SECRET = "JBSWY3DPEHPK3PXP"
TWICE = {"password1": NEW, "password2": NEW}


@pytest.fixture
def mara() -> Reader:
    reader = Reader.objects.create_user("mara", "mara@people.example", PASSWORD)
    EmailAddress.objects.create(user=reader, email=reader.email, primary=True, verified=True)
    return reader


def passkey(reader: Reader, name: str = "Harbour key") -> Authenticator:
    return Authenticator.objects.create(user=reader, type="webauthn", data={"name": name})


def linked(reader: Reader) -> SocialAccount:
    return SocialAccount.objects.create(user=reader, provider="provider", uid="17")


def kinds(reader: Reader) -> list[str]:
    return sorted(one.kind for one in queries.credentials_of(reader))


def sign_in(password: str = PASSWORD, code: str = "") -> Client:
    browser = Client()
    browser.post("/accounts/login/", {"login": "mara", "password": password})
    if code:
        browser.post("/accounts/2fa/authenticate/", {"code": code})
    return browser


def change(browser: Client, **more) -> None:
    browser.post("/accounts/password/change/", {"oldpassword": PASSWORD, **TWICE, **more})


def reset(reader: Reader, **more):
    reader.refresh_from_db()
    link = f"/accounts/password/reset/key/{user_pk_to_url_str(reader)}-{default_token_generator.make_token(reader)}/"
    browser = Client()
    form = browser.get(link)["Location"]
    page = browser.get(form).content.decode()
    return page, browser.post(form, {**TWICE, **more})


def key_of(reader: Reader, kind: str) -> str:
    return next(one.key for one in queries.credentials_of(reader) if one.kind == kind)


def test_a_changed_password_ends_what_else_opens_the_account(mara):
    browser = sign_in()
    passkey(mara), linked(mara), TOTP.activate(mara, SECRET), RecoveryCodes.activate(mara)
    change(browser)
    assert kinds(mara) == []


def test_the_form_shows_it_all_with_its_day_and_keeps_what_is_ticked(mara):
    browser = sign_in()
    passkey(mara), linked(mara)
    page = browser.get("/accounts/password/change/").content.decode()
    assert page.count("added") == 2
    assert all(words in page for words in ("Harbour key", "mara@people.example"))
    change(browser, credentials=[key_of(mara, "passkey"), key_of(mara, "address")])
    assert kinds(mara) == ["address", "passkey"]


def test_what_this_session_showed_is_ticked_already_and_nothing_else_is(mara):
    TOTP.activate(mara, SECRET)
    browser = sign_in(code=code_of_app(SECRET))
    passkey(mara)
    page = browser.get("/accounts/password/change/").content.decode()
    assert page.count("checked") == 2, "the app's code, and the address that mail goes to"
    assert f'value="{key_of(mara, "app")}"' in page.split("checked")[0]


def test_each_tick_has_its_words_and_all_of_them_a_heading(mara):
    browser = sign_in()
    passkey(mara)
    page = browser.get("/accounts/password/change/").content.decode()
    assert "<legend>Other ways into your account</legend>" in page
    assert '<label for="id_credentials_0">Passkey “Harbour key”: added' in page
    assert 'for=""' not in page


@pytest.mark.django_db(transaction=True)  # allauth tells of it on commit
def test_where_mail_is_set_up_its_owner_is_told_of_a_new_password_and_a_new_factor(mara, settings):
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    browser = sign_in()
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    browser.get("/accounts/2fa/totp/activate/")
    secret = browser.session[SECRET_SESSION_KEY]
    browser.post("/accounts/2fa/totp/activate/", {"code": code_of_app(secret)})
    change(browser)
    assert [one.to for one in mail.outbox] == [[mara.email]] * len(mail.outbox)
    told = " ".join(one.body for one in mail.outbox)
    assert "The authenticator app is on" in told
    assert "Your password was changed" in told


class Unreachable(Adapter):
    def send_mail(self, *_args, **_more):
        raise ConnectionRefusedError("no mail server there")


def test_a_mail_server_that_is_away_undoes_nothing(mara, settings):
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    with context.request_context(RequestFactory().get("/")):
        Unreachable().send_notification_mail("account/email/password_changed", mara)


def test_recovery_codes_end_with_the_last_factor_they_stand_in_for(mara):
    browser = sign_in()
    TOTP.activate(mara, SECRET), RecoveryCodes.activate(mara)
    change(browser, credentials=[key_of(mara, "recovery_codes")])
    assert kinds(mara) == []


def test_another_address_takes_the_place_of_the_one_that_ended(mara):
    EmailAddress.objects.create(user=mara, email="harbour@people.example", verified=True)
    browser = sign_in()
    kept = next(one.key for one in queries.credentials_of(mara) if one.name == "harbour@people.example")
    change(browser, credentials=[kept])
    mara.refresh_from_db()
    assert (mara.email, EmailAddress.objects.get().primary) == ("harbour@people.example", True)


@pytest.mark.parametrize("given", ["factor 999999", "x", "factor x", "address"])
def test_what_is_not_there_cannot_be_kept_and_a_refused_form_ends_nothing(mara, given):
    browser = sign_in()
    passkey(mara)
    change(browser, credentials=[given])
    assert kinds(mara) == ["address", "passkey"]


def test_nobody_keeps_or_ends_what_is_somebody_elses(mara):
    nils = Reader.objects.create_user("nils")
    theirs = passkey(nils)
    change(sign_in(), credentials=[f"factor {theirs.pk}"])
    assert kinds(nils) == ["passkey"]


def test_after_a_reset_by_mail_linked_sign_ins_are_gone(mara):
    linked(mara)
    page, answer = reset(mara)
    assert "added" in page
    assert (answer.status_code, kinds(mara)) == (302, ["address"])


def test_a_reset_by_mail_takes_the_second_factor_from_nobody(mara):
    TOTP.activate(mara, SECRET)
    reset(mara)
    assert "app" in kinds(mara)
    assert sign_in(NEW).get("/settings").status_code == 302, "the mailbox alone opens nothing"


def test_after_a_reset_by_mail_a_passkey_opens_nothing_alone(mara):
    key = passkey(mara)
    form = mfa_adapter.PasskeyForm.__new__(mfa_adapter.PasskeyForm)
    assert form.alone(key) == key
    reset(mara)
    key.refresh_from_db()
    with pytest.raises(ValidationError, match="set anew without the old one"):
        form.alone(Authenticator.objects.get(pk=key.pk))


def test_after_a_reset_by_mail_nothing_is_open_before_the_factors_were_looked_at(mara):
    TOTP.activate(mara, SECRET), passkey(mara, "Not mine")
    reset(mara)
    browser = sign_in(NEW, code_of_app(SECRET))
    assert browser.get("/settings")["Location"] == "/settings/credentials"
    assert "Not mine" in browser.get("/settings/credentials").content.decode()
    browser.post("/settings/credentials", {"credentials": [key_of(mara, "app"), key_of(mara, "address")]})
    assert (kinds(mara), browser.get("/settings").status_code) == (["address", "app"], 200)


def test_a_browser_that_showed_no_factor_does_not_look_at_them(mara):
    browser = sign_in()
    TOTP.activate(mara, SECRET)
    reset(mara, keep="on")
    browser.post("/settings/credentials", {})
    assert "app" in kinds(mara)
    assert browser.get("/settings/credentials")["Location"].startswith("/accounts/2fa/reauthenticate/")


def test_who_typed_the_old_password_before_the_reset_is_not_let_in_after_it(mara):
    TOTP.activate(mara, SECRET)
    waiting = sign_in()  # at the page that asks for a code
    reset(mara)
    waiting.post("/accounts/2fa/authenticate/", {"code": code_of_app(SECRET)})
    assert waiting.get("/settings/credentials")["Location"].startswith("/accounts/login/")


def test_who_has_several_addresses_says_at_a_reset_which_of_them_stay(mara):
    EmailAddress.objects.create(user=mara, email="other@people.example", verified=True)
    page, answer = reset(mara)
    assert (answer.status_code, kinds(mara)) == (200, ["address", "address"])
    assert "other@people.example" in page
    kept = next(one.key for one in queries.credentials_of(mara) if one.name == mara.email)
    reset(mara, credentials=[kept])
    assert kinds(mara) == ["address"]


def test_the_page_may_be_looked_at_any_day_and_asks_for_the_password(mara, settings):
    settings.ACCOUNT_REAUTHENTICATION_REQUIRED = True
    browser = Client()
    browser.force_login(mara, "allauth.account.auth_backends.AuthenticationBackend")
    passkey(mara)
    assert "Harbour key" in browser.get("/settings/credentials").content.decode()
    browser.post("/settings/credentials", {"credentials": [key_of(mara, "address")]})
    assert kinds(mara) == ["address", "passkey"]
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    browser.post("/settings/credentials", {"credentials": [key_of(mara, "address")]})
    assert kinds(mara) == ["address"]


def test_who_only_looks_finds_all_ticked_and_after_a_reset_what_they_did_not_show_is_not(mara):
    linked(mara)
    browser = Client()
    browser.force_login(mara, "allauth.account.auth_backends.AuthenticationBackend")
    ticked = browser.get("/settings/credentials").context["form"].fields["credentials"].initial
    assert set(ticked) == {one.key for one in queries.credentials_of(mara)}
    type(mara).objects.filter(pk=mara.pk).update(reset_at=timezone.now())
    ticked = browser.get("/settings/credentials").context["form"].fields["credentials"].initial
    assert ticked == [key_of(mara, "address")]


def test_the_operators_new_password_is_like_a_reset_and_may_end_factors(mara):
    passkey(mara), linked(mara)
    admin_commands.make_user("mara", NEW, staff=False)
    mara.refresh_from_db()
    assert (kinds(mara), bool(mara.reset_at)) == (["address", "passkey"], True)
    admin_commands.make_user("mara", NEW, staff=False, lost_factors=True)
    mara.refresh_from_db()
    assert (kinds(mara), mara.reset_at) == (["address"], None)
