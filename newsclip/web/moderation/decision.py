"""A moderator decides about one thing, and takes a decision back."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.community import actions, queries
from newsclip.community.models import Action, Target
from newsclip.community.ports import Order
from newsclip.community.queries import Waiting
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.pipeline import contributions
from newsclip.pipeline.warn_author import act_and_warn
from newsclip.stories.models import Story
from newsclip.web.context_processors import look_again
from newsclip.web.decorators import back_to, go_back, moderating
from newsclip.web.moderation import doubted, targets
from newsclip.web.moderation.effects import effect, may_end
from newsclip.web.moderation.suggested_changes import suggested_changes
from newsclip.web.moderation.waiting import summary

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_EARLIER = 10  # decisions about the same thing that are shown


@moderating
def act(request: HttpRequest, reader: Reader, kind: str, key: str) -> HttpResponse:
    """Choose what to do with something, and say why."""
    if not queries.is_known(kind, key):
        raise Refused("unknown")
    if request.method == "POST":
        return _act(request, reader, kind, key)
    now = timezone.now()
    deeds = [*queries.possible(kind, key, now=now), *_appointments(reader, kind, key)]
    doubts = doubted.doubted_in(int(key)) if kind == Target.STORY else ()
    page = {
        "kind": kind,
        "back": back_to(request, reverse("web:queue")),
        "label": targets.heading(kind, key),
        "address": targets.address(kind, key),
        "said": queries.words_of(kind, key),
        "html": queries.html_of_comment(key, now=now) if kind == Target.COMMENT else "",
        "context": queries.contexts([Waiting(kind, key, ())]).get((kind, key)),
        "suspended": _suspended(kind, key, now),
        "earlier": queries.named(queries.log().filter(target=kind, key=key)[:_EARLIER], gettext),
        "flags": summary(queries.flags_on(kind, key), own=queries.own_targets(reader, [(kind, key)])),
        "choices": [effect(kind, deed, doubted=bool(doubts)) for deed in deeds],
        "chosen": deeds[0] if len(deeds) == 1 else request.GET.get("action", ""),
        "reopens": "restore" in deeds and queries.dismissed_flags(kind, key, by=Action.Kind.REMOVE).exists(),
        "doubts": doubts,
    } | _of_story(kind, key)
    return render(request, "web/act.html", page)


def _of_story(kind: str, key: str) -> dict[str, Any]:
    """What can be done to a story besides deciding about it, and what readers suggest for it."""
    story = Story.objects.filter(pk=int(key), merged_into=None).first() if kind == Target.STORY else None
    if story is None:
        return {}
    ideas = suggested_changes(queries.open_suggestions().filter(story=story))
    return {"story": story, "clip": clips.of_story(story.pk), "ideas": ideas}


def _act(request: HttpRequest, reader: Reader, kind: str, key: str) -> HttpResponse:
    now, wanted = timezone.now(), request.POST.get("action", "")
    if wanted not in (*queries.CHOICES[kind], *_appointments(reader, kind, key)):
        raise Refused("unknown", wanted)
    days = _DAYS.get(request.POST.get("for", "")) if may_end(wanted) else None
    until = now + timedelta(days=days) if days else None
    warns, reopens = _warns(request, kind, wanted), "reopen" in request.POST
    order = Order(wanted, kind, key, request.POST.get("reason", ""), until=until, reopens_flags=reopens)
    done = act_and_warn(reader, order, now=now) if warns else contributions.act(reader, order, now=now)
    look_again()
    tell(request, done)
    return go_back(request, reverse("web:queue"))


def _warns(request: HttpRequest, kind: str, wanted: str) -> bool:
    """Raises Refused("not_allowed") where the comment is restored: nobody is warned for what may stand."""
    warns = kind == Target.COMMENT and "warn" in request.POST
    if warns and wanted == Action.Kind.RESTORE:
        raise Refused("not_allowed", gettext("Who restores a comment does not warn its author for it. Do one of them."))
    return warns


def _appointments(moderator: Reader, kind: str, key: str) -> list[str]:
    """What staff alone can do about somebody's right to moderate."""
    return queries.appointments(parse_row_id(key)) if moderator.is_staff and kind == Target.READER else []


def tell(request: HttpRequest, done: Action) -> None:
    """Say that it is done, with the way to take it back where there is one."""
    said, back = gettext("Done, and written to the public log."), actions.undone_by(done.kind, done.target)
    if not back or "/" in done.key:
        messages.success(request, said)
        return
    asked = urlencode({"action": back, "next": back_to(request, reverse("web:queue"))})
    undo = f"{reverse('web:act', args=[done.target, done.key])}?{asked}"
    messages.success(request, format_html('{} <a href="{}">{}</a>', said, undo, gettext("Undo")))


def _suspended(kind: str, key: str, now: datetime) -> Reader | None:
    """The person, while their account is suspended."""
    people = Reader.objects.filter(pk=int(key), suspended_until__gt=now) if kind == Target.READER else None
    return people.first() if people is not None else None
