"""What a reader keeps: one button on a clip to read it later, and a tick box for each of their collections."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Collection
from newsclip.stories.models import Story
from newsclip.web.decorators import back_to, for_suspended, go_back, in_place, signed_in


def kept(reader: Reader | AnonymousUser, story_id: int) -> dict[str, Any]:
    """Where the reader keeps the story: whether to read it later, and in which of their collections."""
    if not isinstance(reader, Reader):
        return {"saved": False, "ticks": []}
    return {"saved": queries.is_saved(reader, story_id), "ticks": queries.collections_with(reader, story_id)}


@require_POST
@signed_in
@for_suspended(where=lambda request: "undo" in request.POST)
def save(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    """Save the story to read later, or take it out again; then back to its page."""
    story = get_object_or_404(Story, pk=story_id)
    undo = "undo" in request.POST
    if undo:
        actions.unsave(reader, story.pk)
    else:
        actions.save(reader, story.pk, gettext("Saved"), now=timezone.now())
    if in_place(request):
        page = {"story_id": story.pk, "saved": not undo, "back": back_to(request, "/").partition("#")[0]}
        return render(request, "web/_save.html", page)
    return go_back(request, reverse("web:saved"))


@require_POST
@signed_in
def put_in(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    """Keep the story in the collections that are ticked. What the page did not show ticked or unticked stays.

    In place, the boxes stay on the page: the next tick may be made while this one is on its way, and keeps the focus.
    """
    story = get_object_or_404(Story, pk=story_id)
    ticked, before = set(request.POST.getlist("in")), set(request.POST.getlist("was"))
    actions.put_in(reader, story.pk, into=ticked - before, out_of=before - ticked, now=timezone.now())
    if in_place(request):
        shown = [(one, one.slug in ticked) for one, _ in queries.collections_with(reader, story.pk)]
        return render(request, "web/_ticked.html", {"ticks": shown, "changed": True})
    messages.success(request, gettext("Saved."))
    return go_back(request, reverse("web:collections", args=[reader.username]))


@signed_in
def saved(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Leads to the list of what is saved, which is a collection like any other once something is in it."""
    found = queries.read_later(reader)
    if found:
        return redirect("web:collection", reader.username, found.slug)
    empty = Collection(reader=reader, title=gettext("Saved"))
    return render(request, "web/collection.html", {"collection": empty, "own": True, "mine": True, "nothing_saved": True, "shown": []})
