"""Where a second factor is demanded it is asked of every session: that the account has one is not enough."""

from urllib.parse import unquote

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, TOTP
from allauth.socialaccount.internal.flows import login as socialaccount_login
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.test import Client, RequestFactory

from newsclip.accounts.models import Reader
from newsclip.web.tests.test_mfa_adapter import PASSWORD, code_of_app, sign_in

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"
ASKED = "/accounts/2fa/reauthenticate/?next=/notices"


@pytest.fixture(autouse=True)
def demanded(settings):
    settings.SECOND_FACTOR = "everybody"


@pytest.fixture
def mara() -> Reader:
    return Reader.objects.create_user("mara", password=PASSWORD, is_staff=True, is_superuser=True)


def begun(reader: Reader) -> Client:
    """A browser that is signed in by less than a second factor."""
    browser = Client()
    browser.force_login(reader, "allauth.account.auth_backends.AuthenticationBackend")
    return browser


def recorded(browser: Client, reader: Reader, record) -> Client:
    """As allauth keeps of a browser's session what it was begun by."""
    request = RequestFactory().get("/")
    request.session, request.user = browser.session, reader
    record(request)
    request.session.save()
    return browser


def leads_to(browser: Client, path: str = "/notices") -> str:
    answer = browser.get(path)
    return unquote(answer.get("Location", "")) or str(answer.status_code)


def test_a_session_from_before_the_factor_shows_it_once_and_goes_on(mara):
    browser = begun(mara)
    TOTP.activate(mara, SECRET)
    assert leads_to(browser) == ASKED
    answer = browser.post(ASKED, {"code": code_of_app(SECRET)})
    assert (answer["Location"], leads_to(browser)) == ("/notices", "200")


def test_a_wrong_code_and_the_password_again_open_nothing(mara):
    browser = begun(mara)
    TOTP.activate(mara, SECRET)
    browser.post(ASKED, {"code": "000000"})
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert leads_to(browser) == ASKED


def test_until_it_is_shown_nothing_of_the_account_is_open_but_signing_out(mara):
    TOTP.activate(mara, SECRET)
    browser = begun(mara)
    for path in (
        "/staff/", "/staff/tables/", "/settings/export", "/settings/leave", "/settings/tokens", "/accounts/email/",
        "/accounts/2fa/", "/accounts/2fa/totp/deactivate/", "/accounts/2fa/webauthn/add/", "/accounts/password/change/",
        "/accounts/2fa/recovery-codes/", "/accounts/sessions/", "/accounts/3rdparty/",
    ):  # fmt: skip
        assert leads_to(browser, path) == f"/accounts/2fa/reauthenticate/?next={path}"
    browser.post("/accounts/2fa/totp/deactivate/")
    assert Authenticator.objects.exists()
    assert leads_to(browser, "/accounts/logout/") == "200"


@pytest.mark.parametrize("remember", ["on", ""])
def test_who_signs_in_by_password_and_code_has_shown_it(mara, remember):
    TOTP.activate(mara, SECRET)
    browser = Client()
    browser.post("/accounts/login/", {"login": "mara", "password": PASSWORD, "remember": remember})
    assert leads_to(browser).startswith("/accounts/login/"), "by the password alone nobody is in, remembered or not"
    browser.post("/accounts/2fa/authenticate/", {"code": code_of_app(SECRET)})
    assert leads_to(browser) == "200"


def test_a_recovery_code_counts_for_the_session_that_it_began(mara):
    TOTP.activate(mara, SECRET)
    code = RecoveryCodes.activate(mara).get_unused_codes()[0]
    assert leads_to(sign_in(code)) == "200"
    assert leads_to(begun(mara)) == ASKED


def test_a_passkey_is_both_factors(mara):
    key = Authenticator.objects.create(user=mara, type=Authenticator.Type.WEBAUTHN, data={})
    assert leads_to(begun(mara)) == "/accounts/2fa/webauthn/reauthenticate/?next=/notices"
    passkey = recorded(begun(mara), mara, lambda request: post_authentication(request, key, passwordless=True))
    assert leads_to(passkey) == "200"


def test_a_provider_elsewhere_is_no_second_factor(mara):
    TOTP.activate(mara, SECRET)
    login = SocialLogin(user=mara, account=SocialAccount(user=mara, provider="provider", uid="7"))
    assert (
        leads_to(recorded(begun(mara), mara, lambda request: socialaccount_login.record_authentication(request, login)))
        == ASKED
    )


def test_a_factor_that_the_account_no_longer_has_proves_nothing(mara):
    old = Authenticator.objects.create(user=mara, type=Authenticator.Type.WEBAUTHN, data={})
    browser = recorded(begun(mara), mara, lambda request: post_authentication(request, old))
    old.delete()
    TOTP.activate(mara, SECRET)
    assert leads_to(browser) == ASKED


def test_what_somebody_else_showed_in_the_same_browser_proves_nothing(mara):
    nils = Reader.objects.create_user("nils")
    TOTP.activate(mara, SECRET)
    theirs = TOTP.activate(nils, SECRET).instance
    browser = recorded(begun(mara), nils, lambda request: record_authentication(request, nils, "mfa", id=theirs.pk))
    assert leads_to(browser) == ASKED


@pytest.mark.django_db(transaction=True)  # allauth tells of it on commit
def test_who_sets_up_their_first_one_has_shown_it(mara):
    TOTP.activate(Reader.objects.create_user("nils"), SECRET)  # a factor of somebody else's is none of hers
    browser = begun(mara)
    assert leads_to(browser) == "/accounts/2fa/"
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    browser.get("/accounts/2fa/totp/activate/")
    secret = browser.session[SECRET_SESSION_KEY]
    browser.post("/accounts/2fa/totp/activate/", {"code": code_of_app(secret)})
    assert leads_to(browser) == "200"
    assert leads_to(begun(mara)) == ASKED
