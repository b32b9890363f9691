"""The forms that set a new password ask whether other browsers and programs stay signed in; as a rule they do not."""

from typing import Any

from allauth.account import forms as allauth
from allauth.core import context
from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.pipeline import new_password


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

    def save(self, *args: Any, **more: Any) -> None:
        former = self.user.get_session_auth_hash()
        with transaction.atomic():
            super().save(*args, **more)  # type: ignore[misc] # of the forms below
            if self.cleaned_data["keep"]:
                accounts.keep_sessions(self.user, former=former)
            else:
                new_password.end_all(self.user, but=context.request.session.session_key or "")


class Change(_Asking, allauth.ChangePasswordForm):  # type: ignore[misc] # allauth is not typed
    field_order = ("oldpassword", "password1", "password2", "keep")


class Set(_Asking, allauth.SetPasswordForm):  # type: ignore[misc] # allauth is not typed
    field_order = ("password1", "password2", "keep")


class Reset(_Asking, allauth.ResetPasswordKeyForm):  # type: ignore[misc] # allauth is not typed
    field_order = ("password1", "password2", "keep")
