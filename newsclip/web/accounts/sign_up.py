"""Signing up: so many accounts a network, and a small task while many are made. A refusal loses nothing that was typed.

The task asks nobody else and keeps nothing in the browser: it is signed, good for an hour, and taken once. Without
scripts, the form is taken as it is once its task is ten minutes old, of a few people an hour: many tasks are waited
out at once as easily as one.
"""

import secrets
from datetime import datetime, timedelta
from typing import Any

from allauth.account.forms import SignupForm
from allauth.core import context
from allauth.core.internal import ratelimit
from allauth.socialaccount import forms as socialaccount_forms
from django import forms
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext

from newsclip.accounts import queries
from newsclip.kernel import proof_of_work
from newsclip.options import OPTIONS
from newsclip.web.accounts.password_validators import password_hint

BITS = 17  # about three seconds of a browser on a small machine, by Web Crypto
WAIT, GOOD_FOR = timedelta(minutes=10), timedelta(hours=1)
_BURST_WITHIN = timedelta(hours=1)
# Of all networks together. Browsers without scripts are some in a hundred, so in a burst of twenty they find room.
_UNSOLVED = "5/1h/key"


class Bounded(forms.Form):
    """What bounds mass sign-up, by whichever door. What is wrong is said at the form, which keeps what was typed."""

    data: Any
    task = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    answer = forms.CharField(required=False, max_length=proof_of_work.LONGEST, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.asks = is_burst(timezone.now())
        self.needs_approval = OPTIONS.sign_up == "approval"
        if "username" in self.fields:
            self.fields["username"].help_text = gettext(
                "One word without spaces, such as mara.holm or mara_7. Everybody can see it."
            )
            self.fields["username"].widget.attrs["pattern"] = r"\S+"  # a browser says so before the password is lost
        if "email" in self.fields:
            self.fields["email"].help_text = (
                gettext("Without it you cannot choose a new password if you forget yours.")
                if OPTIONS.mail
                else gettext(
                    "This site cannot send mail, so your address stays unconfirmed. You can use your account anyway. "
                    "If you forget your password, only those who run this site can help."
                )
            )
        if "password1" in self.fields:
            self.fields["password1"].help_text = password_hint()
        if self.asks:
            self.fields["task"].initial = new_task()
            self.fields["task"].widget.attrs["data-bits"] = str(BITS)
        else:
            del self.fields["task"], self.fields["answer"]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if self.errors:
            return found
        task = found.get("task", "")
        if self.asks and not is_done(task, found.get("answer", "")):
            self._ask_again(task)
        if not has_room(context.request):
            raise ValidationError(no_room())
        if self.asks and not solved(task, found.get("answer", "")) and not _room_for_unsolved(context.request):
            raise ValidationError(
                gettext(
                    "Many accounts are being made just now. Turn scripts on for this page, or come back in an hour."
                )
            )
        if self.asks and not cache.add(f"sign_up:{task}", 1, GOOD_FOR.total_seconds()):
            self._ask_again("")
        return found

    def _ask_again(self, task: str) -> None:
        """The form keeps its own task, which grows old enough, and gets another where it has none that is good."""
        if not is_ours(task):
            self.data = self.data.copy()
            self.data[self.add_prefix("task")] = new_task()
        raise ValidationError(
            gettext("Many accounts are being made just now. Leave this page open for ten minutes, then send it again.")
        )


class SignUpForm(Bounded, SignupForm):  # type: ignore[misc] # allauth is not typed
    """allauth's, for who chooses a password here."""


class ProviderSignUpForm(Bounded, socialaccount_forms.SignupForm):  # type: ignore[misc] # allauth is not typed
    """allauth's, for who comes with the operator's provider and has something to add."""


def is_burst(now: datetime) -> bool:
    """Whether so many accounts were made within the hour that each new one has to do a task."""
    return queries.made_since(now - _BURST_WITHIN, most=OPTIONS.sign_up_burst) >= OPTIONS.sign_up_burst


def new_task() -> str:
    return _signer().sign(secrets.token_urlsafe(12))


def is_ours(task: str) -> bool:
    return _is_signed(task, GOOD_FOR)


def is_done(task: str, answer: str) -> bool:
    """Whether the task is ours, and was solved or is old enough."""
    return solved(task, answer) or (is_ours(task) and not _is_signed(task, WAIT))


def solved(task: str, answer: str) -> bool:
    return is_ours(task) and proof_of_work.solves(task, answer, bits=BITS)


def _is_signed(task: str, age: timedelta) -> bool:
    try:
        _signer().unsign(task, max_age=age)
    except signing.BadSignature:
        return False
    return True


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt="newsclip.web.accounts.sign_up")


def no_room() -> str:
    return gettext("Many accounts were made from your network a short while ago. Send this again in half an hour.")


def has_room(request: Any) -> bool:
    """Whether one more account may be made from this network, which is one then. IPv6 goes by its first 64 bits."""
    rates = {"sign_up": f"{OPTIONS.sign_up_rate}/ip"}
    # A provider leads back by a GET, which is not counted unless it is asked for.
    return ratelimit.consume(request, app="newsclip", action="sign_up", config=rates, limit_get=True) is not None


def _room_for_unsolved(request: Any) -> bool:
    """Whether one more task may be waited out."""
    rates = {"sign_up_unsolved": _UNSOLVED}
    return ratelimit.consume(request, app="newsclip", action="sign_up_unsolved", key="all", config=rates) is not None
