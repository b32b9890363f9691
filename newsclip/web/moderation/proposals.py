"""Moderators say that what is proposed does not hold: two stories stay apart, an article stays where it is."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.community import queries as community
from newsclip.community.models import Action
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.pipeline import story_moderation
from newsclip.web.decorators import go_back, moderating
from newsclip.web.moderation.split_merge import standing


@require_POST
@moderating
def keep(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    """The story is another one than the `other`, or the `article` belongs in it: nobody is asked again."""
    story, now, why = standing(story_id), timezone.now(), request.POST.get("why", "").strip()
    if "other" in request.POST:
        other = standing(parse_row_id(request.POST["other"]))
        done = story_moderation.keep_apart(reader, story, other, why=why, now=now)
    else:
        article = parse_row_id(request.POST.get("article", ""))
        done = story_moderation.keep_in(reader, story, article, why=why, now=now)
    said = gettext("Done, and written to the public log. It is not proposed again.")
    undo = reverse("web:undo_keep", args=[done.pk]) if done else reverse("web:moderation")
    messages.success(request, format_html('{} <a href="{}">{}</a>', said, undo, gettext("Undo")))
    return go_back(request, reverse("web:queue"))


@moderating
def undo_keep(request: HttpRequest, reader: Reader, action_id: int) -> HttpResponse:
    """Say why stories that were kept apart, or an article that was kept in, may be proposed again."""
    action = get_object_or_404(Action, pk=action_id, kind__in=community.KEEPS)
    if not community.kept().filter(pk=action.pk).exists():
        raise Refused("already_gone")
    if request.method == "POST":
        why = request.POST.get("why", "")
        story_moderation.undo_keep(reader, action, why=why, now=timezone.now())
        messages.success(request, gettext("Done, and written to the public log."))
        return go_back(request, reverse("web:moderation"))
    community.named([action], gettext)
    return render(request, "web/undo-keep.html", {"action": action})
