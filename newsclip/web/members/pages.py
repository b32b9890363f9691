"""Staff's pages about members: find an account, close or open it, give and take rights, mail links to its owner."""

from collections.abc import Callable
from functools import partial

from allauth.account.forms import ResetPasswordForm
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.views.decorators.http import require_POST

from newsclip.accounts import queries
from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.community.models import Target
from newsclip.community.ports import Order
from newsclip.kernel.reasons import Refused
from newsclip.options import OPTIONS
from newsclip.web.decorators import for_staff
from newsclip.web.members.rights import deeds_for
from newsclip.web.moderation.effects import effect
from newsclip.web.pages import pagination

_LONGEST_WORDS = 100
_KINDS = {
    "": pgettext_lazy("members", "All"),
    queries.STAFF: pgettext_lazy("members", "Staff"),
    queries.MODERATORS: pgettext_lazy("members", "Moderators"),
    queries.WAITING: pgettext_lazy("members", "Waiting"),
    queries.SUSPENDED: pgettext_lazy("members", "Suspended"),
    queries.CLOSED: pgettext_lazy("members", "Closed"),
}


@for_staff
def members(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Everybody with an account, the newest first; found by a part of the name or the mail address."""
    kind = request.GET.get("kind", "")
    kind, words = kind if kind in _KINDS else "", request.GET.get("words", "").strip().replace("\0", "")
    words = words[:_LONGEST_WORDS]
    found = queries.members(kind, words, by_mail=_sees_mail(reader), now=timezone.now())
    page = {
        "page": Paginator(found, pagination.PAGE).get_page(request.GET.get("page")),
        "kinds": _KINDS.items(),
        "kind": kind,
        "sought": words,
        "now": timezone.now(),
        "sees_mail": _sees_mail(reader),
    }
    return render(request, "web/members.html", page)


@for_staff
def member(request: HttpRequest, reader: Reader, member_id: int) -> HttpResponse:
    """One account, and what staff can do about it; a POST does one of these, with a reason for the public log."""
    person = get_object_or_404(Reader, pk=member_id)
    if request.method == "POST":
        return _change(request, reader, person)
    page = {
        "person": person,
        "choices": [effect(Target.READER, deed) for deed in deeds_for(reader, person)],
        "now": timezone.now(),
        "address": _address(person) if _sees_mail(reader) else None,
        "sends_mail": bool(OPTIONS.mail),
    }
    return render(request, "web/member.html", page)


def _change(request: HttpRequest, reader: Reader, person: Reader) -> HttpResponse:
    wanted = request.POST.get("action", "")
    if wanted not in deeds_for(reader, person):
        raise Refused("not_allowed", wanted[:40])
    order = Order(wanted, Target.READER, str(person.pk), request.POST.get("reason", ""), person.username)
    community.act(reader, order, now=timezone.now())
    messages.success(request, gettext("Done, and written to the public log."))
    return redirect("web:member", person.pk)


@require_POST
@for_staff
def send_confirmation(request: HttpRequest, reader: Reader, member_id: int) -> HttpResponse:
    """The mail with which the owner confirms the address, once more."""
    person = get_object_or_404(Reader, pk=member_id)
    address = _written_to(reader, person)
    if address.verified:
        raise Refused("not_allowed")
    sent = gettext("Sent again. The link in the mail confirms the address.")
    return _mailed(request, person, partial(address.send_confirmation, request), sent)


@require_POST
@for_staff
def send_reset(request: HttpRequest, reader: Reader, member_id: int) -> HttpResponse:
    """The mail with which the owner sets a new password, as if they had asked for it where one signs in."""
    person = get_object_or_404(Reader, pk=member_id)
    address = _written_to(reader, person)
    form = ResetPasswordForm({"email": address.email})
    if not address.verified or not person.is_active or not form.is_valid():
        raise Refused("not_allowed")
    sent = gettext("Sent. The link in the mail sets a new password; until then the old one holds.")
    return _mailed(request, person, partial(form.save, request), sent)


def _written_to(reader: Reader, person: Reader) -> EmailAddress:
    """Raises Refused("not_allowed") where none is known, or mail is not sent or not this reader's to send."""
    address = _address(person)
    if not _sees_mail(reader) or address is None or not OPTIONS.mail:
        raise Refused("not_allowed")
    return address


def _mailed(request: HttpRequest, person: Reader, send: Callable[[], object], sent: str) -> HttpResponse:
    try:
        send()
    except OSError:  # the mail server is away, or refuses
        messages.error(request, gettext("The mail server did not take it. Try again later; nothing was changed."))
    else:
        messages.success(request, sent)
    return redirect("web:member", person.pk)


def _address(person: Reader) -> EmailAddress | None:
    return EmailAddress.objects.filter(user=person).order_by("-primary", "pk").first()


def _sees_mail(reader: Reader) -> bool:
    """Addresses are private: shown to those of the staff who have all rights, or that of Django's to see accounts."""
    return reader.has_perm("accounts.view_reader")
