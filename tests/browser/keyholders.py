"""People with accounts in every state that the pages of accounts know, and where each of those pages stands."""

import time
from dataclasses import dataclass

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import default_token_generator
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from newsclip.accounts.models import Reader

PASSWORD = "harbour-lights-9"


class Closed(DefaultAccountAdapter):  # type: ignore[misc] # allauth is not typed
    """Of a site that takes nobody."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


@dataclass(frozen=True)
class Keyholders:
    """`people`: their sessions by name; `pages`: name → (who is signed in, address)."""

    people: dict[str, str]
    pages: dict[str, tuple[str, str]]


def arrive() -> Keyholders:
    """ada has every factor and just proved herself, ben nothing but a password, cleo not even that."""
    ada, ben, cleo = (_person(name) for name in ("ada", "ben", "cleo"))
    second = EmailAddress.objects.create(user=ada, email="ada.and.a.much.longer.name@harbour-office.people.example")
    TOTP.activate(ada, generate_totp_secret())
    RecoveryCodes.activate(ada)
    for number, name in enumerate(("Telephone", "The key on the ring that is always somewhere else")):
        credential = {"clientExtensionResults": {"credProps": {"rk": not number}}}
        key = WebAuthn.add(ada, name, credential).instance
    fresh = _person("dora")
    TOTP.activate(fresh, generate_totp_secret())
    cleo.set_unusable_password()
    cleo.save()
    people = {one.username: _session(one) for one in (ada, ben, cleo, fresh)}
    people["ben long after"] = _session(ben, ago=100_000)
    people["ada long after"] = _session(ada, ago=100_000)
    return Keyholders(people, _of_visitors(ben, second) | _of_members(key))


def _of_members(key: Authenticator) -> dict[str, tuple[str, str]]:
    factors = "/accounts/2fa"
    return {
        "mail addresses": ("ada", "/accounts/email/"),
        "no mail address": ("cleo", "/accounts/email/"),
        "change the password": ("ben", "/accounts/password/change/"),
        "set a password": ("cleo", "/accounts/password/set/"),
        "factors": ("ada", f"{factors}/"),
        "no factors": ("ben", f"{factors}/"),
        "turn codes on": ("ben", f"{factors}/totp/activate/"),
        "turn codes off": ("ada", f"{factors}/totp/deactivate/"),
        "recovery codes": ("ada", f"{factors}/recovery-codes/"),
        "new recovery codes": ("ada", f"{factors}/recovery-codes/generate/"),
        "first recovery codes": ("dora", f"{factors}/recovery-codes/generate/"),
        "passkeys": ("ada", f"{factors}/webauthn/"),
        "no passkeys": ("ben", f"{factors}/webauthn/"),
        "add a passkey": ("ben", f"{factors}/webauthn/add/"),
        "name a passkey": ("ada", f"{factors}/webauthn/keys/{key.pk}/edit/"),
        "take a passkey away": ("ada", f"{factors}/webauthn/keys/{key.pk}/remove/"),
        "sessions": ("ada", "/accounts/sessions/"),
        "connections": ("ada", "/accounts/3rdparty/"),
        "the password once more": ("ben long after", "/accounts/reauthenticate/"),
        "a code once more": ("ada long after", f"{factors}/reauthenticate/"),
        "sign out": ("ada", "/accounts/logout/"),
    }


def _of_visitors(person: Reader, second: EmailAddress) -> dict[str, tuple[str, str]]:
    key = f"{user_pk_to_url_str(person)}-{default_token_generator.make_token(person)}"
    reset = "/accounts/password/reset/"
    return {
        "forgotten": ("", reset),
        "the link was sent": ("", f"{reset}done/"),
        "a new password": ("", f"{reset}key/{key}/"),
        "a link that is spent": ("", f"{reset}key/1-nonsense/"),
        "a new password was set": ("", f"{reset}key/done/"),
        "closed account": ("", "/accounts/inactive/"),
        "confirm an address": ("ada", f"/accounts/confirm-email/{EmailConfirmationHMAC(second).key}/"),
        "confirm nothing": ("", "/accounts/confirm-email/nonsense/"),
        "a mail was sent": ("", "/accounts/confirm-email/"),
        "left the provider": ("", "/accounts/3rdparty/login/cancelled/"),
        "the provider failed": ("", "/accounts/3rdparty/login/error/"),
    }


def _person(name: str) -> Reader:
    person = Reader.objects.create_user(name, f"{name}@people.example", PASSWORD)
    if name != "cleo":
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def _session(person: Reader, ago: int = 0) -> str:
    """Signed in by password, this many seconds ago."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(person.pk)
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": "password", "at": time.time() - ago, "reauthenticated": True}
    ]
    session.create()
    return str(session.session_key)
