"""The forms that set a new password ask whether what the old one let in stays; as a rule it does not."""

from collections.abc import Sequence
from typing import Any

from allauth.account import forms as allauth
from allauth.core import context
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.accounts.ports import Credential
from newsclip.accounts.queries import credentials_of, has_factor
from newsclip.pipeline import new_password
from newsclip.web.accounts.credentials import CredentialsField, proven_in
from newsclip.web.accounts.password_validators import password_hint


class _Asking(forms.Form):
    keep = forms.BooleanField(
        required=False,
        label=gettext_lazy("Leave my other browsers and programs signed in"),
        help_text=gettext_lazy(
            "Otherwise you sign in to them anew: programs' tokens, webhooks and notices in browsers end, too."
            " Leave it empty if somebody else may know your old password."
        ),
    )
    user: Reader

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["password1"].help_text = password_hint()
        found = self.shown() if self.user else []
        self.credentials = CredentialsField(found, self.proven(found))
        if found:
            self.fields["credentials"] = self.credentials

    def shown(self) -> list[Credential]:
        return credentials_of(self.user)

    def proven(self, found: Sequence[Credential]) -> set[str]:
        return proven_in(context.request, self.user, found)

    def save(self, *args: Any, **more: Any) -> None:
        former = self.user.get_session_auth_hash()
        with transaction.atomic():
            super().save(*args, **more)  # type: ignore[misc] # of the forms below
            if self.cleaned_data["keep"]:
                accounts.keep_sessions(self.user, former=former)
            else:
                new_password.end_all(self.user, but=context.request.session.session_key or "")
            accounts.end_credentials(self.user, self.credentials.ended(self.cleaned_data.get("credentials", ())))


class Change(_Asking, allauth.ChangePasswordForm):  # type: ignore[misc] # allauth is not typed
    field_order = ("oldpassword", "password1", "password2", "keep")


class Set(_Asking, allauth.SetPasswordForm):  # type: ignore[misc] # allauth is not typed
    field_order = ("password1", "password2", "keep")


class Reset(_Asking, allauth.ResetPasswordKeyForm):  # type: ignore[misc] # allauth is not typed
    """By mail, which proves the mailbox alone: factors end only in a session that showed one of them."""

    field_order = ("password1", "password2", "keep")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self.user and has_factor(self.user):
            self.fields["password2"].help_text = gettext(
                "Your passkey or your code is asked for after it. Then you see all of them, and end what is not yours."
            )

    def shown(self) -> list[Credential]:
        """Of one address it is known that its owner has it: the link came there."""
        found = [one for one in credentials_of(self.user) if one.kind in {"provider", "address"}]
        several = sum(one.kind == "address" for one in found) > 1
        return [one for one in found if several or one.kind != "address"]

    def proven(self, found: Sequence[Credential]) -> set[str]:
        return set()

    def clean_credentials(self) -> list[str]:
        kept: list[str] = self.cleaned_data["credentials"]
        addresses = {one.key for one in self.credentials.ended(()) if one.kind == "address"}
        if addresses and not addresses & set(kept):
            raise ValidationError(gettext("Tick the address that is yours: links for a new password go there."))
        return kept

    def save(self, *args: Any, **more: Any) -> None:
        with transaction.atomic():
            super().save(*args, **more)
            accounts.hold_factors(self.user, now=timezone.now())
