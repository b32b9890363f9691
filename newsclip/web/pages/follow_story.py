"""The button on a card that follows its story."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Topic
from newsclip.stories import queries as stories
from newsclip.stories.models import Story
from newsclip.web.cards.buttons import follow_button
from newsclip.web.decorators import back_to, for_suspended, in_place, signed_in, to_sign_in


@require_http_methods(["GET", "HEAD", "POST"])
@for_suspended(where=lambda request: "undo" in request.POST)
def follow_story(request: HttpRequest, story_id: int) -> HttpResponseBase:
    """Follow the story, or end it; then back to its card. Strangers sign in first; a link alone follows nothing."""
    get_object_or_404(Story, pk=story_id)
    page = back_to(request, reverse("web:story", args=[story_id])).partition("#")[0]
    place = f"{page}#story-{story_id}"
    if not isinstance(request.user, Reader):
        return to_sign_in(request, place)
    return _follow(request, story_id, place) if request.method == "POST" else redirect(place)


@signed_in
def _follow(request: HttpRequest, reader: Reader, story_id: int, place: str) -> HttpResponse:
    undo, key = "undo" in request.POST, str(stories.story(story_id).pk)
    if undo:
        actions.unfollow(reader, Topic.STORY, key)
    else:
        actions.follow(reader, Topic.STORY, key, now=timezone.now())
    if not in_place(request):
        return redirect(place)
    followers = queries.counts_of([int(key)])[int(key)].followers
    answer = HttpResponse(follow_button(story_id, followers, followed=not undo))
    answer["HX-Retarget"], answer["HX-Reswap"] = f"#follow-{story_id}", "outerHTML"
    return answer
