"""What lies in the tables of second factors lets nobody pass them (docs/security/threat-model.md)."""

import json
import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from newsclip.accounts import actions
from newsclip.accounts.models import Reader
from newsclip.health import work
from newsclip.pipeline.key_rotation import keep_secrets

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PASSWORD = "a long and quiet phrase"
SHOWN = "/accounts/2fa/recovery-codes/"
CODE = re.compile(r"\b\d{8}\b")


@pytest.fixture(autouse=True)
def asking(settings):
    settings.ACCOUNT_REAUTHENTICATION_REQUIRED = True


@pytest.fixture
def mara() -> Reader:
    return Reader.objects.create_user("mara", password=PASSWORD)


def sign_in(code: str) -> Client:
    browser = Client()
    browser.post("/accounts/login/", {"login": "mara", "password": PASSWORD})
    browser.post("/accounts/2fa/authenticate/", {"code": code})
    return browser


def is_in(browser: Client) -> bool:
    return browser.get("/settings").status_code == 200


def code_of_app(secret: str) -> str:
    [counter] = totp.yield_hotp_counters_from_time()
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def entered(reader: Reader) -> Client:
    """A browser in which a person said their password just now, as pages about factors want it."""
    browser = Client()
    browser.force_login(reader, "allauth.account.auth_backends.AuthenticationBackend")
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return browser


def set_up(reader: Reader) -> tuple[Client, str]:
    """A browser that just set up an app by the pages, and the app's secret."""
    browser = entered(reader)
    browser.get("/accounts/2fa/totp/activate/")
    secret = browser.session[totp.SECRET_SESSION_KEY]
    answer = browser.post("/accounts/2fa/totp/activate/", {"code": code_of_app(secret)})
    assert answer["Location"] == SHOWN
    return browser, secret


def tables() -> str:
    return json.dumps(list(Authenticator.objects.values_list("data", flat=True)))


def codes_on(page) -> list[str]:
    return CODE.findall(page.content.decode())


def test_the_secret_of_an_app_is_kept_encrypted_and_goes_on_working(mara):
    _, secret = set_up(mara)
    assert secret not in tables()
    assert is_in(sign_in(code_of_app(secret)))
    assert not is_in(sign_in("000000"))


def test_recovery_codes_are_shown_once_and_then_kept_by_their_hashes_alone(mara):
    browser, _ = set_up(mara)
    codes = codes_on(browser.get(SHOWN))
    assert len(codes) == 10
    assert codes_on(browser.get(SHOWN)) == []
    assert browser.get(SHOWN + "download/").status_code == 403
    kept = Authenticator.objects.get(type="recovery_codes").data
    assert [one[:31] for one in kept["migrated_codes"]] == ["$argon2id$v=19$m=19456,t=2,p=1$"] * 10
    assert len({one.split("$")[4] for one in kept["migrated_codes"]}) == 10, "each has a salt of its own"
    assert not set(kept) - {"migrated_codes", "viewed_at"}


def test_before_they_are_shown_their_seed_is_encrypted(mara):
    set_up(mara)
    kept = Authenticator.objects.get(type="recovery_codes").data
    assert kept["seed"].startswith("encrypted:")


def test_each_recovery_code_counts_once_however_it_is_typed(mara):
    browser, _ = set_up(mara)
    first, second, *_ = codes_on(browser.get(SHOWN))
    assert is_in(sign_in(first))
    assert not is_in(sign_in(first))
    assert is_in(sign_in(f" {second[:4]}-{second[4:]} "))
    assert not is_in(sign_in("00000000"))
    assert len(Authenticator.objects.get(type="recovery_codes").data["migrated_codes"]) == 8


def test_what_lies_in_the_tables_is_no_code(mara):
    browser, _ = set_up(mara)
    browser.get(SHOWN)
    words = {
        *re.findall(r"[\w+/=$:-]{4,}", tables()),
        *Authenticator.objects.get(type="recovery_codes").data["migrated_codes"],
    }
    assert len(words) > 10
    for factor in Authenticator.objects.all():
        assert not any(factor.wrap().validate_code(word) for word in words)


def old_rows(reader: Reader) -> tuple[str, list[str]]:
    """As they lay before anything was encrypted: a seed whose codes were seen, one of them used; an app's secret."""
    secret, seed = totp.generate_totp_secret(), RecoveryCodes.generate_seed()
    Authenticator.objects.create(user=reader, type="totp", data={"secret": secret})
    codes = Authenticator(user=reader, type="recovery_codes", data={"seed": seed, "used_mask": 1, "viewed_at": 1.0})
    Authenticator.objects.bulk_create([codes])
    return secret, RecoveryCodes(codes).generate_codes()


def test_what_was_kept_in_the_clear_is_brought_over_and_goes_on_working(mara):
    secret, codes = old_rows(mara)
    keep_secrets()
    keep_secrets()
    assert secret not in tables()
    assert '"seed"' not in tables()
    assert is_in(sign_in(code_of_app(secret)))
    assert not is_in(sign_in(codes[0])), "it was used before"
    assert is_in(sign_in(codes[1]))


def test_a_start_that_finds_all_factors_as_they_are_kept_now_asks_once_and_locks_none(mara, django_assert_num_queries):
    set_up(mara)
    with django_assert_num_queries(1):
        actions.reencrypt_factors()


def test_another_key_reads_what_the_former_one_encrypted_and_encrypts_it_anew(mara, settings):
    _, secret = set_up(mara)
    settings.FORMER_SECRET_KEY, settings.SECRET_KEY = settings.SECRET_KEY, "another key of the operator"
    keep_secrets()
    settings.FORMER_SECRET_KEY = ""
    assert is_in(sign_in(code_of_app(secret)))


def test_with_a_lost_key_no_code_of_an_app_counts_recovery_codes_do_and_the_doctor_tells_what_to_do(mara, settings):
    browser, secret = set_up(mara)
    codes = codes_on(browser.get(SHOWN))
    assert list(work.secrets()) == []
    settings.SECRET_KEY = "another key, the first was lost"
    keep_secrets()
    [found] = work.secrets()
    assert "1 second factors" in found.says
    assert "NEWSCLIP_FORMER_SECRET_KEY" in found.remedy
    made_up = {code_of_app(word) for word in ("", "A" * 32)}
    assert not any(is_in(sign_in(code)) for code in {code_of_app(secret)} | made_up)
    assert is_in(sign_in(codes[0]))


def test_codes_that_nobody_saw_are_shown_as_they_count_even_after_the_key_was_lost(mara, settings):
    set_up(mara)
    settings.SECRET_KEY = "another key, the first was lost"
    codes = codes_on(entered(mara).get(SHOWN))
    assert len(codes) == 10
    assert is_in(sign_in(codes[0]))


def test_the_adapter_is_asked_for_all_that_is_kept():
    assert type(get_adapter()).__module__ == "newsclip.web.accounts.mfa_adapter"
