"""Second factors, as they are kept, secrets of apps encrypted, and as one signs in by them."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from newsclip.accounts import queries
from newsclip.db import encrypted_fields


class Adapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth is not typed
    """allauth asks here how to keep what must not lie in the tables as it is."""

    def encrypt(self, text: str) -> str:
        return encrypted_fields.cipher().encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return queries.of_factor(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """As a part of the page: as a picture of its own in the address the Content-Security-Policy would refuse it."""
        drawn: str = super().build_totp_svg(url)
        return mark_safe(drawn[drawn.index("<svg") :])  # noqa: S308 -- drawn here of squares alone


class PasskeyForm(LoginWebAuthnForm):  # type: ignore[misc] # allauth is not typed
    """Signing in by a passkey alone."""

    def clean_credential(self) -> Authenticator:
        return self.alone(super().clean_credential())

    def alone(self, passkey: Authenticator) -> Authenticator:
        """Not after a password was set by less: somebody who knew the old one may have added the passkey."""
        if passkey.user.reset_at:
            raise ValidationError(
                gettext(
                    "Your password was set anew without the old one: sign in with the new one first. "
                    "After that, you will be asked for your passkey."
                )
            )
        return passkey
