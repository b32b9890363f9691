"""The story behind a clip, and a reader's vote for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions as community
from newsclip.stories.models import Membership, Story, StoryEvent

_PARTS = {
    "centre": "likeness to the story as a whole",
    "nearest": "likeness to the nearest article",
    "gap": "time between them",
    "dated": "both are dated",
    "base": "what any pair has to make up for",
}
_EVENTS = {
    "started": "The story began",
    "joined": "An article joined",
    "revised": "A publisher changed an article",
    "merged": "Two stories became one",
    "split": "A part became a story of its own",
}


@dataclass(frozen=True, slots=True)
class _Telling:
    """An article of the story, and why it is there, in words."""

    member: Membership
    why: dict[str, Any]


def story(request: HttpRequest, story_id: int) -> HttpResponse:
    found = get_object_or_404(Story, pk=story_id)
    if found.merged_into_id:
        return redirect("web:story", found.merged_into_id, permanent=True)
    members = Membership.objects.filter(story=found).select_related("article__publisher", "copy_of")
    rows = list(members.order_by("article__published", "article__found_at", "pk"))
    titles = {row.article_id: str(row.article) for row in rows}
    page = {
        "story": found,
        "clip": Clip.objects.defer("document").filter(story=found).first(),
        "reports": _by_report([_Telling(row, _why(row.receipt, titles)) for row in rows]),
        "events": [_event(event, titles) for event in found.events.order_by("-at", "-pk")],
    }
    return render(request, "web/story.html", page)


def _by_report(tellings: list[_Telling]) -> list[list[_Telling]]:
    """The tellings of each report; the report that was told first comes first."""
    reports: dict[int, list[_Telling]] = {}
    for telling in tellings:
        reports.setdefault(telling.member.report, []).append(telling)
    return list(reports.values())


def _why(receipt: Mapping[str, Any], titles: Mapping[int, str]) -> dict[str, Any]:
    """The receipt in words: the terms it shares, the article it is most like, and the parts of its score."""
    nearest = str(receipt.get("nearest") or "")
    return {
        "shared": receipt.get("shared", []),
        "nearest": titles.get(int(nearest)) if nearest.isdigit() else None,
        "likeness": round(100 * receipt.get("likeness", 0)),
        "score": receipt.get("score"),
        "began": receipt.get("score", 0) < 0,
        "parts": [(_PARTS.get(name, name), points) for name, points in receipt.get("parts", {}).items()],
    }


def _event(event: StoryEvent, titles: Mapping[int, str]) -> dict[str, Any]:
    told = [titles[pk] for pk in event.detail.get("articles", []) if pk in titles]
    return {"at": event.at, "what": _EVENTS.get(event.kind, event.kind), "articles": told}


@require_POST
def vote(request: HttpRequest, story_id: int) -> HttpResponse:
    """Votes, or takes the vote back where the form says so; then back to the clip. Strangers sign in first."""
    found = get_object_or_404(Story, pk=story_id)
    clip = Clip.objects.defer("document").filter(story=found).first()
    back = reverse("web:clip", args=[clip.slug]) if clip else reverse("web:story", args=[found.pk])
    reader = request.user
    if not isinstance(reader, Reader):
        return redirect_to_login(back)
    if "take_back" in request.POST:
        community.take_back(reader, found.pk, now=timezone.now())
    else:
        community.vote(reader, found.pk, now=timezone.now())
    return redirect(back)
