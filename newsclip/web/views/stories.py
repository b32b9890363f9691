"""The story behind a clip, and a reader's vote for it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from newsclip.clips.models import Clip
from newsclip.community import actions as community
from newsclip.stories.models import Membership, Story


def story(request: HttpRequest, story_id: int) -> HttpResponse:
    found = get_object_or_404(Story, pk=story_id)
    if found.merged_into_id:
        return redirect("web:story", found.merged_into_id, permanent=True)
    members = Membership.objects.filter(story=found).select_related("article__publisher", "copy_of")
    page = {
        "story": found,
        "clip": Clip.objects.defer("document").filter(story=found).first(),
        "reports": _by_report(list(members.order_by("article__published", "article__found_at", "pk"))),
        "events": found.events.order_by("-at", "-pk"),
    }
    return render(request, "web/story.html", page)


def _by_report(members: list[Membership]) -> list[list[Membership]]:
    """The members of each report; the report that was told first comes first."""
    reports: dict[int, list[Membership]] = {}
    for member in members:
        reports.setdefault(member.report, []).append(member)
    return list(reports.values())


@require_POST
@login_required
def vote(request: HttpRequest, story_id: int) -> HttpResponse:
    """Votes, or takes the vote back where the form says so; then back to the clip."""
    found = get_object_or_404(Story, pk=story_id)
    if "take_back" in request.POST:
        community.take_back(request.user, found.pk)
    else:
        community.vote(request.user, found.pk, now=timezone.now())
    clip = Clip.objects.defer("document").filter(story=found).first()
    return redirect("web:clip", clip.slug) if clip else redirect("web:story", found.pk)
