"""What a reader keeps: one button on a clip and on its card to read it later, and a tick box for each of their
collections.
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Collection
from newsclip.stories.models import Story
from newsclip.web.cards.buttons import save_button
from newsclip.web.decorators import back_to, for_suspended, go_back, in_place, signed_in, to_sign_in, unable
from newsclip.web.pending_save import way_back


def kept(reader: Reader | AnonymousUser, story_id: int) -> dict[str, Any]:
    """Where the reader keeps the story: whether to read it later, and in which of their collections."""
    if not isinstance(reader, Reader):
        return {"saved": False, "ticks": []}
    return {"saved": queries.is_saved(reader, story_id), "ticks": queries.collections_with(reader, story_id)}


@require_http_methods(["GET", "HEAD", "POST"])
@for_suspended(where=lambda request: "undo" in request.POST)
def save(request: HttpRequest, story_id: int) -> HttpResponseBase:
    """Save the story to read later, or take it out again; then back to its page, or to its card on a list.

    Strangers sign in first, which saves it: the form of a list that is the same for all of them can only ask, by a GET.
    """
    story, place = get_object_or_404(Story, pk=story_id), _place(request, story_id)
    if not isinstance(request.user, Reader):
        return to_sign_in(request, place if "undo" in request.POST else way_back(story_id, place))
    if request.method == "POST":
        return _save(request, story)
    if not queries.is_saved(request.user, story_id):
        messages.info(request, _not_saved(request))
    return redirect(place)


def _not_saved(request: HttpRequest) -> str:
    why: Any = unable(request)
    if why is None:
        return gettext("It is not saved yet: press “Save” once more.")
    return " ".join(filter(None, (gettext("It is not saved."), gettext(why["reason"].sentence), why["detail"])))


def _place(request: HttpRequest, story_id: int) -> str:
    """Where the button stands: a clip's page names the place itself, a list only the page."""
    page = back_to(request, reverse("web:saved"))
    return page if "#" in page else f"{page}#story-{story_id}"


@signed_in
def _save(request: HttpRequest, reader: Reader, story: Story) -> HttpResponse:
    undo = "undo" in request.POST
    if undo:
        actions.unsave(reader, story.pk)
    else:
        actions.save(reader, story.pk, gettext("Saved"), now=timezone.now())
    page, _, on_clip = back_to(request, "").partition("#")
    if not in_place(request):
        return redirect(_place(request, story.pk))
    if on_clip:
        return render(request, "web/_save.html", {"story_id": story.pk, "saved": not undo, "back": page})
    answer = HttpResponse(save_button(story.pk, saved=not undo))
    answer["HX-Retarget"], answer["HX-Reswap"] = f"#save-{story.pk}", "outerHTML"
    return answer


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


@require_POST
@signed_in
def new_collection(request: HttpRequest, reader: Reader) -> HttpResponse:
    """A collection with nothing in it yet; where there is one of this name, that one."""
    title, public = request.POST.get("title", ""), "public" in request.POST
    made = actions.make_collection(reader, title, now=timezone.now(), public=public, change=False)
    return redirect("web:collection", reader.username, made.slug)


@signed_in
def saved(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Leads to the list of what is saved, which is a collection like any other once something is in it."""
    found = queries.read_later(reader)
    if found:
        return redirect("web:collection", reader.username, found.slug)
    empty = Collection(reader=reader, title=gettext("Saved"))
    return render(
        request,
        "web/collection.html",
        {"collection": empty, "own": True, "mine": True, "nothing_saved": True, "shown": []},
    )
