"""The public log of moderation, the moderators' queue, flags and appeals."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.community import actions, queries
from newsclip.community.models import Action, Appeal, Flag, Target
from newsclip.community.ports import Order
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.pipeline import contributions
from newsclip.ranking import queries as ranking_queries
from newsclip.web.context_processors import look_again
from newsclip.web.decorators import back_to, for_suspended, go_back, moderating, signed_in
from newsclip.web.likely_changes import likely_merges, likely_splits
from newsclip.web.moderation import targets, undo_links
from newsclip.web.moderation.decision import tell
from newsclip.web.moderation.effects import effect
from newsclip.web.moderation.suggested_changes import suggested_changes
from newsclip.web.moderation.waiting import deeds_at_once, legend, matters, oldest_first
from newsclip.web.muted_publishers import mutes_of
from newsclip.web.pages import pagination
from newsclip.web.sources.suggested import suggested_sources

_MANY = ("dismiss", "remove", "approve")  # what may be done to many things at once
_MOST_MARKED = 100
_CALLED = {"spam": gettext_noop("spam or advertising")}  # the word that people look for


def log(request: HttpRequest) -> HttpResponse:
    """Everything that moderators did, by name and with the reason, or what one of them did. Public."""
    by = request.GET.get("by", "").replace("\0", "")[:150]
    page = Paginator(queries.log().filter(name=by) if by else queries.log(), pagination.PAGE).get_page(
        request.GET.get("page")
    )
    page.object_list = queries.named(page.object_list, gettext)
    mine = queries.open_to_appeal(request.user, page) if isinstance(request.user, Reader) else ()
    targets.set_addresses(page.object_list)
    holding, mutes = queries.still_in_force(page.object_list, now=timezone.now()), mutes_of(request)
    for one in page.object_list:
        back = actions.taken_back_by(one.kind)
        one.taken_back_by = back if one.pk in holding and "/" not in one.key else ""  # of what no address leads to
        one.is_out = one.kind == Action.Kind.TAKE_OUT and one.pk in holding
        one.is_kept = one.kind in queries.KEEPS and one.pk in holding
        one.over = bool(back or one.kind in {Action.Kind.TAKE_OUT, *queries.KEEPS}) and one.pk not in holding
        one.idea = one.idea if one.idea and queries.heard([one.idea], mutes)[0] else None
    undo_links.set_undo(page.object_list)
    return render(request, "web/moderation.html", {"page": page, "mine": mine, "by": by})


@moderating
def queue(request: HttpRequest, reader: Reader) -> HttpResponse:
    if request.method == "POST":
        return _decide_many(request, reader)
    look_again()
    number = max(1, parse_row_id(request.GET.get("page", "")))
    known = [one for one in oldest_first(queries.queue(page=number)) if queries.is_known(one.kind, one.key)]
    appeals = Appeal.objects.filter(answered_at=None).select_related("action", "reader").order_by("at")
    queries.named([asked.action for asked in appeals], gettext)
    waiting = matters(known, reader)
    at_once = deeds_at_once(waiting, _MANY)
    page: dict[str, Any] = {
        "waiting": waiting,
        "legend": legend(waiting, at_once),
        "authors": any(one.comment and one.context and one.context.person for one in waiting),
        "doubts": any(one.doubts for one in waiting),
        "others": any(one.one.kind != Target.COMMENT for one in waiting),
        "appeals": appeals,
        "held": sorted(queries.held_hashtags()),
        "deeds": at_once,
    }
    flagged = queries.flagged()
    more = number + 1 if flagged > number * queries.ON_A_PAGE else 0
    page["suggested"] = suggested_sources(request.GET.get("suggested"))
    page |= {"welcome": effect(Target.READER, "approve"), "trend": effect(Target.HASHTAG, "approve")}
    page["hold"] = effect(Target.HASHTAG, "hold")
    page["newcomers"] = queries.accounts_that_wait()[: pagination.PAGE]
    page["ideas"] = suggested_changes(queries.open_suggestions())
    page |= {"merges": likely_merges(), "splits": likely_splits()}
    page |= {"trends": ranking_queries.to_review(), "more": more, "paged": more or number > 1, "flagged": flagged}
    return render(request, "web/queue.html", page | {"parts": _parts(page)})


def _parts(page: dict[str, Any]) -> list[tuple[str, str, int]]:
    """Where on the page each kind of what waits is, and how much of it."""
    numbers = {
        "flagged": (gettext("Reported and held"), page["flagged"]),
        "newcomers": (gettext("Accounts that wait for approval"), len(page["newcomers"])),
        "ideas": (gettext("Changes that readers suggest"), len(page["ideas"])),
        "merges": (gettext("Likely merges"), len(page["merges"])),
        "splits": (gettext("Likely splits"), len(page["splits"])),
        "suggested": (gettext("Sources that readers suggest"), page["suggested"].paginator.count),
        "trends": (gettext("About to trend for the first time"), len(page["trends"])),
        "appeals": (gettext("Appeals"), len(page["appeals"])),
    }
    return [(name, words, number) for name, (words, number) in numbers.items() if number]


def _decide_many(request: HttpRequest, reader: Reader) -> HttpResponse:
    """One decision, with one reason, about each thing that was marked; where it would change nothing, it is left."""
    wanted = request.POST.get("action", "")
    items = [item for mark in request.POST.getlist("item") for item in mark.split(",")]  # one mark for the same words
    marked = [item.partition(":")[::2] for item in dict.fromkeys(items)][:_MOST_MARKED]
    if wanted not in _MANY or not marked:
        raise Refused("unknown", gettext("Mark something, and choose what to do with it."))
    now = timezone.now()
    done: list[Action] = []
    for kind, key in marked:
        if queries.is_known(kind, key) and wanted in queries.possible(kind, key, now=now):
            order = Order(wanted, kind, key, request.POST.get("reason", ""))
            done.append(contributions.act(reader, order, now=now))
    look_again()
    left = len(marked) - len(done)
    if len(done) == 1:
        tell(request, done[0])
    else:
        messages.success(request, gettext("%(done)d done, and written to the public log.") % {"done": len(done)})
    if left:
        messages.info(request, gettext("%(left)d left as they are: it would change nothing there.") % {"left": left})
    return redirect("web:queue")


@signed_in
def flag(request: HttpRequest, reader: Reader, kind: str, key: str) -> HttpResponse:
    if request.method == "POST":
        reason, words = request.POST.get("flag", ""), request.POST.get("words", "")
        actions.flag(reader, kind, key, reason, now=timezone.now(), words=words)
        said, where = gettext("Thank you. A moderator will look."), gettext("See what becomes of it")
        messages.success(request, format_html('{} <a href="{}">{}</a>', said, reverse("web:reported"), where))
        return redirect(targets.read_at(kind, key))
    if not queries.may_be_flagged(kind, key):
        raise Refused("unknown")
    reasons = [(value, _CALLED.get(value, Flag.Reason(value).label)) for value in Flag.reasons_for(kind)]
    page = {
        "label": targets.label(kind, key),
        "said": queries.html_of_comment(key, now=timezone.now()) if kind == Target.COMMENT else "",
        "already": bool(queries.flagged_by(reader, kind, [key])),
        "reasons": reasons,
        "back": targets.read_at(kind, key),
    }
    return render(request, "web/flag.html", page | _other_ways(kind, key))


def _other_ways(kind: str, key: str) -> dict[str, str]:
    """Of a story with a clip: where a sentence is challenged, and where a change is suggested."""
    clip = clips.of_story(parse_row_id(key)) if kind == Target.STORY else None
    if clip is None:
        return {}
    return {
        "wrong_sentence": reverse("web:challenge", args=[clip.slug]),
        "wrong_story": reverse("web:suggest", args=[clip.story_id]),
    }


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
        return go_back(request, reverse("web:moderation"))
    queries.named([action], gettext)
    suspended = action.kind == Action.Kind.SUSPEND and queries.is_suspended(reader, now=timezone.now())
    until = reader.suspended_until if suspended else None
    said = queries.html_of_comment(action.key, now=timezone.now()) if action.target == Target.COMMENT else ""
    page = {
        "action": action,
        "asked": asked,
        "until": until,
        "said": said,
        "told": queries.notice_of(reader, action),
        "comment": action.key if action.target == Target.COMMENT else "",
        "back": back_to(request, reverse("web:notices")),
    }
    return render(request, "web/appeal.html", page)


@require_POST
@moderating
def answer(request: HttpRequest, reader: Reader, appeal_id: int) -> HttpResponse:
    asked = get_object_or_404(Appeal.objects.select_related("action", "reader"), pk=appeal_id)
    upheld = request.POST.get("upheld") == "yes"
    actions.answer(reader, asked, request.POST.get("text", ""), upheld=upheld, now=timezone.now())
    look_again()
    return redirect("web:queue")
