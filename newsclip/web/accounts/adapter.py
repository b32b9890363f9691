"""How people come in: open to all, by invitation, or closed, as the operator chose."""

import json
from base64 import b64encode
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from unicodedata import category
from urllib.parse import quote, urlencode, urlsplit

import structlog
from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.internal.flows.login import clear_authentication_records, get_authentication_records
from allauth.account.models import EmailAddress
from allauth.account.utils import get_next_redirect_url
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from newsclip import wiring
from newsclip.accounts import actions
from newsclip.accounts.models import Invitation, Reader
from newsclip.kernel.fetching import Call, Failure, Page
from newsclip.kernel.mail_errors import smtp_verdict
from newsclip.kernel.redirects import is_own_path
from newsclip.language.names_of_people import MARKS, is_plain
from newsclip.options import OPTIONS
from newsclip.web.accounts import sign_up
from newsclip.web.pending_save import carry_out

log = structlog.get_logger()
_KEPT = "invitation"
_MAIL_SENT = "account/messages/email_confirmation_sent.txt"
# Mails that somebody waits for; allauth's others are notices of what was done.
_AWAITED = ("email_confirmation", "password_reset_key", "unknown_account", "account_already_exists")
# Who answers for the site has no such name: nobody is to be taken for them.
_SPEAKING_FOR_THE_SITE = {
    "admin",
    "administrator",
    "moderator",
    "moderators",
    "newsclip",
    "operator",
    "root",
    "staff",
    "support",
}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth is not typed
    """allauth asks here who may sign up, and tells who did."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        if OPTIONS.sign_up in ("open", "approval"):
            invitation(request)
            return True
        return OPTIONS.sign_up == "invitation" and invitation(request) is not None

    def is_safe_url(self, url: str) -> bool:
        """A page of ours alone; allauth would take every host that this machine answers to, at any port."""
        return is_own_path(url)

    def clean_username(self, username: str, shallow: bool = False) -> str:  # noqa: FBT001, FBT002 -- allauth's signature
        taken = username.casefold() in _SPEAKING_FOR_THE_SITE | {OPTIONS.site_name.casefold()}
        if any(not (char.isalnum() or char in MARKS or category(char).startswith("M")) for char in username):
            raise ValidationError(gettext("A name is one word without spaces: letters, digits, and . _ - + @"))
        if taken or not is_plain(username):
            raise ValidationError(
                gettext("This name could be taken for another one. Choose another, without mixing alphabets.")
            )
        return str(super().clean_username(username, shallow))

    def save_user(self, request: HttpRequest, user: Reader, form: Form, commit: bool = True) -> Reader:  # noqa: FBT001, FBT002 -- allauth's signature
        with transaction.atomic():
            made: Reader = super().save_user(request, user, form, commit=commit)
            if made.pk:
                came_in(request, made)
        return made

    def login(self, request: HttpRequest, user: Reader) -> None:
        """Who typed the old password before a reset by mail, and shows a factor after it, is not let in by both."""
        records = get_authentication_records(request, user)
        first = max((one["at"] for one in records if one["method"] != "mfa"), default=None)
        if user.reset_at and first is not None and first < user.reset_at.timestamp():
            clear_authentication_records(request)
            raise ImmediateHttpResponse(redirect("account_login"))
        super().login(request, user)

    def post_login(
        self, request: HttpRequest, user: Reader, *, signup: bool, redirect_url: str | None, **more: Any
    ) -> HttpResponse:
        """Who just signed up is asked what to follow, on the way to where they were; what was to be saved is."""
        onward = redirect_url or get_next_redirect_url(request)
        redirect_url = onward = carry_out(request, user, onward) if onward else onward
        if signup:
            redirect_url = reverse("web:welcome") + (f"?{urlencode({'next': onward})}" if onward else "")
        answer: HttpResponse = super().post_login(request, user, signup=signup, redirect_url=redirect_url, **more)
        return answer

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed:
            actions.confirmed(email_address.user, approval=OPTIONS.sign_up == "approval")
        return confirmed

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """An account that was made stays, and who waits for a mail is told that none comes."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            if not template_prefix.removeprefix("account/email/").startswith(_AWAITED):
                raise
            log.warning("mail_not_sent", why=smtp_verdict(error), again=False)
            self.request.mail_failed = True
            messages.error(self.request, gettext("The mail could not be sent. Ask for it again in a few minutes."))

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **more: Any
    ) -> None:
        if message_template != _MAIL_SENT or not hasattr(request, "mail_failed"):
            super().add_message(request, level, message_template, *args, **more)

    def send_notification_mail(self, template_prefix: str, user: Reader, *args: Any, **more: Any) -> None:
        """Whoever an account belongs to is told of a new password, address or factor (NIST SP 800-63B-4, 4.6).

        What is done is done, whether or not the mail server takes the mail.
        """
        try:
            super().send_notification_mail(template_prefix, user, *args, **more)
        except OSError as error:
            log.warning("mail_not_sent", reader=user.pk, why=smtp_verdict(error), again=False)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """With the name and the address that the operator gave the site; allauth knows what a browser asked for."""
        here = self.request.build_absolute_uri("/")
        told = {
            name: f"{OPTIONS.site_url}/{value.removeprefix(here)}"
            for name, value in context.items()
            if isinstance(value, str) and value.startswith(here)
        }
        named = (
            context | told | {"current_site": {"name": OPTIONS.site_name, "domain": urlsplit(OPTIONS.site_url).netloc}}
        )
        made: EmailMessage = super().render_mail(template_prefix, email, named, headers)
        return made


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc] # allauth is not typed
    """The same for those who sign in with the operator's provider, which is asked through the egress."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return bool(get_adapter(request).is_open_for_signup(request))

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """While many accounts are made there is a form for all of them, which asks for the small task."""
        return not sign_up.is_burst(timezone.now()) and bool(super().is_auto_signup_allowed(request, sociallogin))

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Form | None = None) -> Reader:
        if form is None and not sign_up.has_room(request):  # a form says so itself
            messages.error(request, sign_up.no_room())
            raise ImmediateHttpResponse(redirect("account_login"))
        with transaction.atomic():
            made: Reader = super().save_user(request, sociallogin, form)
            if form is None:  # else the other adapter saved the account, and knows
                came_in(request, made)
        return made

    def get_requests_session(self) -> "nullcontext[Conversation]":
        return nullcontext(Conversation(wiring.call_to(OPTIONS.oidc.url)))


class Conversation:
    """What allauth asks a provider by: the few methods of a `requests` session that it calls, over the egress."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> "Reply":
        return self._asked(url, headers or {}, None)

    def request(self, method: str, url: str, **given: Any) -> "Reply":
        """The exchange of a code for a token: a form, by POST. `auth` knows how to write itself into headers."""
        if method != "POST" or given.get("params"):
            raise not_as_it_should(f"it wants {method}")
        headers = {"Accept": "application/json"} | (given.get("headers") or {})
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        if auth := given.get("auth"):
            pair = f"{quote(auth.username, safe='')}:{quote(auth.password, safe='')}"  # RFC 6749, section 2.3.1
            headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        return self._asked(url, headers, urlencode(given.get("data") or {}).encode())

    def _asked(self, url: str, headers: Mapping[str, str], body: bytes | None) -> "Reply":
        answer = self._call(url, headers, body)
        if isinstance(answer, Failure) or answer.status not in (HTTPStatus.OK, HTTPStatus.CREATED):
            why = f"{answer.code} {answer.detail}" if isinstance(answer, Failure) else f"HTTP {answer.status}"
            raise not_as_it_should(f"{url}: {why}")
        return Reply(answer)


@dataclass(frozen=True, slots=True)
class Reply:
    """A good answer, as allauth reads it."""

    page: Page

    @property
    def status_code(self) -> int:
        return self.page.status

    @property
    def headers(self) -> Mapping[str, str]:
        return {"content-type": "", **self.page.headers}

    @property
    def content(self) -> bytes:
        return self.page.body

    @property
    def text(self) -> str:
        return self.page.body.decode("utf-8", "replace")

    def raise_for_status(self) -> None:
        """What is not good raised already."""

    def json(self) -> "Said":
        try:
            found = json.loads(self.page.body)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise not_as_it_should(f"{self.page.url}: no JSON object")
        return Said(found)


class Said(dict[str, Any]):
    """What the provider said; to ask for what it left out is to find that it failed."""

    def __missing__(self, key: str) -> Any:
        raise not_as_it_should(f"it does not say {key}")


def not_as_it_should(why: str) -> ImmediateHttpResponse:
    """A page that says that the provider failed; the log says how. allauth gives it to the browser."""
    log.warning("sign_in_elsewhere_failed", why=why)
    page = render(context.request, "socialaccount/authentication_error.html", status=HTTPStatus.BAD_GATEWAY)
    return ImmediateHttpResponse(page)


def came_in(request: HttpRequest, made: Reader) -> None:
    """Somebody signed up: who invited them is kept, and the language they read.

    Raises PermissionDenied where the invitation went to somebody else in the same moment.
    """
    found = invitation(request)
    used = found is not None and actions.use(found, made, now=timezone.now())
    if OPTIONS.sign_up == "invitation" and not used:
        raise PermissionDenied
    request.session.pop(_KEPT, None)
    actions.wait_for(made, mail=bool(OPTIONS.mail), approval=OPTIONS.sign_up == "approval")
    actions.set_language(made, get_language() or "")


def invitation(request: HttpRequest) -> Invitation | None:
    """The open invitation that somebody came with; it is remembered while they fill in the form."""
    code = request.GET.get("invitation") or request.session.get(_KEPT, "")
    found = actions.open_invitation(str(code)[:40], now=timezone.now()) if code else None
    if found:
        request.session[_KEPT] = found.code
        request.invited_by = found.reader.username  # type: ignore[attr-defined] # the page says so
        request.vouched_for = actions.approves_invitees(found.reader)  # type: ignore[attr-defined]
    return found


def about_signing_up(request: HttpRequest) -> dict[str, Any]:
    """What pages may say about it."""
    return {"sign_up": OPTIONS.sign_up, "sends_mail": bool(OPTIONS.mail)}
