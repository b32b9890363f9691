"""Doubts that wait for a moderator: the sentence, the publishers' words that it rests on, and what readers wrote."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries
from newsclip.community.models import Action, Challenge
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.pipeline import doubts
from newsclip.stories import queries as stories
from newsclip.web.context_processors import look_again
from newsclip.web.decorators import go_back, moderating
from newsclip.web.pages.clip_document import Shown, as_stored


@dataclass(frozen=True, slots=True)
class Doubted:
    """`claim`: what the clip says now, with its passages; None where it says so no more."""

    doubt: Challenge
    claim: Shown | None
    clip: Clip

    @property
    def along(self) -> tuple[str, ...]:
        """What goes with it, if it is taken out."""
        return clips.goes_with(self.clip, self.doubt.sentence)


def doubted_in(story_id: int) -> list[Doubted]:
    """The doubts of a story's clip that a moderator is to decide on."""
    clip = clips.of_story(story_id)
    waiting = queries.doubts_to_decide(clip) if clip else []
    if clip is None or not waiting:
        return []
    # After a takedown a clip has no words until it is written anew.
    claims = as_stored(clip).claims if "headline" in clip.document else ()
    said = {claim.text: claim for claim in reversed(claims)}
    return [Doubted(one, said.get(one.sentence), clip) for one in waiting]


@require_POST
@moderating
def take_out(request: HttpRequest, reader: Reader, doubt_id: int) -> HttpResponse:
    """Grant a doubt: the sentence goes."""
    doubt = get_object_or_404(Challenge.objects.select_related("clip__story", "reader"), pk=doubt_id)
    clip = clips.of_story(stories.story(doubt.clip.story_id).pk)
    if clip is None:
        raise Refused("unknown")
    done = doubts.take_out(reader, doubt, clip, why=request.POST.get("why", ""), now=timezone.now())
    look_again()
    undo, said = reverse("web:put_back", args=[done.pk]), gettext("Done, and written to the public log.")
    messages.success(request, format_html('{} <a href="{}">{}</a>', said, undo, gettext("Undo")))
    return go_back(request, reverse("web:queue"))


@moderating
def put_back(request: HttpRequest, reader: Reader, action_id: int) -> HttpResponse:
    """Say why a sentence that was taken out belongs in the clip, and put it back."""
    action = get_object_or_404(Action, pk=action_id, kind=Action.Kind.TAKE_OUT)
    if not queries.still_in_force([action], now=timezone.now()):
        raise Refused("already_gone")
    if request.method == "POST":
        doubts.put_back(reader, action, why=request.POST.get("why", ""), now=timezone.now())
        messages.success(request, gettext("Done, and written to the public log."))
        return go_back(request, reverse("web:moderation"))
    doubted = Challenge.objects.filter(upheld=True, decided_at=action.at).first()
    page = {"action": action, "doubt": doubted, "clip": clips.of_story(parse_row_id(action.key))}
    return render(request, "web/put-back.html", page)
