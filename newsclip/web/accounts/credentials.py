"""What else opens an account, with a tick for what stays: where a password is set, and after a reset by mail."""

from collections.abc import Collection, Sequence

from allauth.account.internal.flows.login import get_authentication_records
from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy

from newsclip.accounts import actions
from newsclip.accounts.models import Reader
from newsclip.accounts.ports import Credential
from newsclip.web.accounts.require_mfa import shown_in


class CredentialsField(forms.MultipleChoiceField):
    """One tick a credential. Those of `ticked` are ticked already."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, found: Sequence[Credential], ticked: Collection[str]) -> None:
        super().__init__(
            required=False,
            label=gettext_lazy("Other ways into your account"),
            help_text=gettext_lazy(
                "Leave a tick by what is yours and what you still use. Anything unticked stops working."
            ),
            choices=[(one.key, in_words(one)) for one in found],
            initial=sorted(ticked),
        )
        self._found = found

    def ended(self, kept: Collection[str]) -> list[Credential]:
        return [one for one in self._found if one.key not in kept]


class CredentialsForm(forms.Form):
    """The same by itself: for who wants to look, and for who has to after a reset by mail."""

    def __init__(self, given: QueryDict | None, *, found: Sequence[Credential], ticked: Collection[str]) -> None:
        super().__init__(given)
        self.fields["credentials"] = self.credentials = CredentialsField(found, ticked)

    def save(self, reader: Reader) -> None:
        actions.end_credentials(reader, self.credentials.ended(self.cleaned_data["credentials"]))
        actions.release_factors(reader)


def proven_in(request: HttpRequest, reader: Reader, found: Sequence[Credential]) -> set[str]:
    """Keys of what this session began by, or showed since; and of the address that mail goes to."""
    factors = {f"factor {pk}" for pk in shown_in(request)}
    linked = {one.get("uid") for one in get_authentication_records(request, reader)}
    return {
        one.key
        for one in found
        if one.key in factors
        or (one.kind == "provider" and one.name in linked)
        or (one.kind == "address" and one.name == reader.email)
    }


def in_words(one: Credential) -> str:
    """A line of the list: what it is, since when, and when it was used last."""
    what = {
        "passkey": gettext("Passkey “%(name)s”") % {"name": one.name},
        "app": gettext("Authenticator app"),
        "recovery_codes": gettext("Recovery codes"),
        "provider": gettext("Sign-in elsewhere, as %(name)s") % {"name": one.name},
        "address": gettext("Links for a new password, sent to %(name)s") % {"name": one.name},
    }[one.kind]
    if not one.added:
        return what
    dates = {"what": what, "added": date_format(one.added, "DATE_FORMAT"), "used": one.used and date_format(one.used)}
    if one.used:
        return gettext("%(what)s: added %(added)s, last used %(used)s") % dates
    return gettext("%(what)s: added %(added)s, never used") % dates
