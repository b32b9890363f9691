"""The public log of moderation, and the moderators' own pages."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Action, Appeal, Flag, Target
from newsclip.community.ports import Order
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.pipeline import contributions
from newsclip.ranking import queries as ranking_queries
from newsclip.web.context_processors import look_again
from newsclip.web.decorators import for_suspended, go_back, moderating, signed_in
from newsclip.web.pages import pagination

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_MANY = ("dismiss", "remove", "approve")  # what may be done to many things at once
_MOST_MARKED = 100
_MEANS = {
    "pin": gettext_lazy("It is pinned above the front page, with your name and reason."),
    "unpin": gettext_lazy("It is no longer pinned above the front page."),
    "lock": gettext_lazy("Nobody can comment on it any more."),
    "unlock": gettext_lazy("It can be discussed again."),
    "remove": gettext_lazy("No list shows it; its place says that it was removed, and links to the public log."),
    "restore": gettext_lazy("It is shown again."),
    "dismiss": gettext_lazy("Nothing is wrong with it; its flags are closed."),
    "approve": gettext_lazy("It was held, and is shown now."),
    "warn": gettext_lazy("The person is told, and nothing else happens."),
    "suspend": gettext_lazy("The person can read, and ask for a second look, but not write or vote."),
    "unsuspend": gettext_lazy("The person can take part again."),
    "discount": gettext_lazy(
        "No vote, comment, reading or flag of this account counts; what readers carried out for its sake is undone."
    ),
    "count": gettext_lazy("What this account did counts again; suggestions that were undone stay so."),
    "ban": gettext_lazy("Links to it are refused, and words that name it wait here."),
    "unban": gettext_lazy("Links to it are taken again."),
    "hold": gettext_lazy("It does not trend until it is approved."),
    "give_mod": gettext_lazy("The person can do what this page and the review queue offer, except for this."),
    "take_mod": gettext_lazy("The person can no longer decide about others; what they decided stays."),
}
_ORDERS = {"give_mod": "make a moderator", "take_mod": "end as a moderator"}  # in words, where the name is none


def log(request: HttpRequest) -> HttpResponse:
    """Everything that moderators did, by name and with the reason. Public."""
    page = Paginator(queries.log(), pagination.PAGE).get_page(request.GET.get("page"))
    page.object_list = queries.named(page.object_list, gettext)
    mine = queries.open_to_appeal(request.user, page) if isinstance(request.user, Reader) else ()
    for one in page.object_list:
        one.taken_back_by = actions.taken_back_by(one.kind) if "/" not in one.key else ""  # of what no address leads to
    return render(request, "web/moderation.html", {"page": page, "mine": mine})


@moderating
def queue(request: HttpRequest, reader: Reader) -> HttpResponse:
    if request.method == "POST":
        return _decide_many(request, reader)
    look_again()
    number = max(1, parse_row_id(request.GET.get("page", "")))
    known = [one for one in queries.queue(page=number) if queries.is_known(one.kind, one.key)]
    contexts = queries.contexts(known)
    waiting = [
        {
            "one": one,
            "label": _heading(one.kind, one.key),
            "address": _address(one.kind, one.key),
            "words": queries.words_of(one.kind, one.key),
            "context": contexts.get((one.kind, one.key)),
        }
        for one in known
    ]
    appeals = Appeal.objects.filter(answered_at=None).select_related("action", "reader").order_by("at")
    queries.named([asked.action for asked in appeals], gettext)
    page = {"waiting": waiting, "appeals": appeals, "held": sorted(queries.held_hashtags()), "deeds": _MANY}
    more = number + 1 if queries.queue(page=number + 1) else 0
    page["suggested"] = queries.suggested_sources()[: pagination.PAGE]
    page["newcomers"] = queries.accounts_that_wait()[: pagination.PAGE]
    page["referred"] = [
        (one, _heading(Target.STORY, str(one.story_id)), _heading(Target.STORY, str(other)) if other else "")
        for one in queries.referred()
        for other in [one.wanted.get("story")]
    ]
    return render(request, "web/queue.html", page | {"trends": ranking_queries.to_review(), "more": more})


def _decide_many(request: HttpRequest, reader: Reader) -> HttpResponse:
    """One decision, with one reason, about each thing that was marked; where it would change nothing, it is left."""
    wanted = request.POST.get("action", "")
    marked = [item.partition(":")[::2] for item in dict.fromkeys(request.POST.getlist("item"))][:_MOST_MARKED]
    if wanted not in _MANY or not marked:
        raise Refused("unknown", gettext("Mark something, and choose what to do with it."))
    now, done = timezone.now(), 0
    for kind, key in marked:
        if queries.is_known(kind, key) and wanted in queries.possible(kind, key, now=now):
            contributions.act(reader, Order(wanted, kind, key, request.POST.get("reason", "")), now=now)
            done += 1
    look_again()
    left = len(marked) - done
    messages.success(request, gettext("%(done)d done, and written to the public log.") % {"done": done})
    if left:
        messages.info(request, gettext("%(left)d left as they are: it would change nothing there.") % {"left": left})
    return redirect("web:queue")


@moderating
def act(request: HttpRequest, reader: Reader, kind: str, key: str) -> HttpResponse:
    """Choose what to do with something, and say why."""
    if not queries.is_known(kind, key):
        raise Refused("unknown")
    if request.method == "POST":
        now = timezone.now()
        days = _DAYS.get(request.POST.get("for", ""))
        until = now + timedelta(days=days) if days else None
        wanted = request.POST.get("action", "")
        if wanted not in (*queries.CHOICES[kind], *_appointments(reader, kind, key)):
            raise Refused("unknown", wanted)
        order = Order(wanted, kind, key, request.POST.get("reason", ""), until=until)
        contributions.act(reader, order, now=now)
        look_again()
        messages.success(request, gettext("Done, and written to the public log."))
        return go_back(request, reverse("web:queue"))
    deeds = [*queries.possible(kind, key, now=timezone.now()), *_appointments(reader, kind, key)]
    page = {
        "kind": kind,
        "label": _heading(kind, key),
        "address": _address(kind, key),
        "said": queries.words_of(kind, key),
        "flags": queries.flags_on(kind, key),
        "choices": [(deed, _ORDERS.get(deed, deed), _MEANS[deed]) for deed in deeds],
        "chosen": request.GET.get("action", ""),
    }
    return render(request, "web/act.html", page)


def _appointments(moderator: Reader, kind: str, key: str) -> list[str]:
    """What staff alone can do about somebody's right to moderate."""
    return queries.appointments(parse_row_id(key)) if moderator.is_staff and kind == Target.READER else []


@signed_in
def flag(request: HttpRequest, reader: Reader, kind: str, key: str) -> HttpResponse:
    if request.method == "POST":
        reason, words = request.POST.get("flag", ""), request.POST.get("words", "")
        actions.flag(reader, kind, key, reason, now=timezone.now(), words=words)
        messages.success(request, gettext("Thank you. A moderator will look."))
        return redirect(_address(kind, key))
    if not queries.may_be_flagged(kind, key):
        raise Refused("unknown")
    reasons = [reason for reason in Flag.Reason.choices if reason[0] != Flag.Reason.HELD]
    page = {"label": _label(kind, key), "reasons": reasons, "back": _address(kind, key)}
    return render(request, "web/flag.html", page)


@signed_in
@for_suspended()
def appeal(request: HttpRequest, reader: Reader, action_id: int) -> HttpResponse:
    action = get_object_or_404(Action, pk=action_id)
    actions.may_appeal(reader, action)
    asked = Appeal.objects.filter(action=action).first()
    if request.method == "POST":
        actions.appeal(reader, action, request.POST.get("text", ""), now=timezone.now())
    if request.method == "POST" and not asked:
        messages.success(request, gettext("Another moderator will look at it and answer."))
        return redirect("web:moderation")
    queries.named([action], gettext)
    return render(request, "web/appeal.html", {"action": action, "asked": asked})


@require_POST
@moderating
def answer(request: HttpRequest, reader: Reader, appeal_id: int) -> HttpResponse:
    asked = get_object_or_404(Appeal.objects.select_related("action", "reader"), pk=appeal_id)
    upheld = request.POST.get("upheld") == "yes"
    actions.answer(reader, asked, request.POST.get("text", ""), upheld=upheld, now=timezone.now())
    look_again()
    return redirect("web:queue")


def _label(kind: str, key: str) -> str:
    """What something is called, in the language that is spoken now."""
    named = queries.called(kind, key)
    return gettext(named.words) % named.given


def _heading(kind: str, key: str) -> str:
    """The same as a heading; people write their names as they like."""
    return _label(kind, key) if kind == Target.READER else capfirst(_label(kind, key))


def _address(kind: str, key: str) -> str:
    match kind:
        case Target.STORY:
            return reverse("web:story", args=[int(key)])
        case Target.COMMENT:
            return reverse("web:permalink", args=[int(key)])
        case Target.READER:
            person = Reader.objects.filter(pk=int(key)).first()
            return reverse("web:person", args=[person.username]) if person else reverse("web:moderation")
    return reverse("web:moderation")
