"""Moderators move articles into another story, or into one of their own; confirmed, logged and undone again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.community import queries as community
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.pipeline import story_moderation
from newsclip.stories.models import Membership, Story
from newsclip.web.decorators import moderating
from newsclip.web.moderation.split_merge import clip_of, members_of, reason_of, standing, tell
from newsclip.web.pages import story_addresses
from newsclip.web.pages.doubtful_articles import still_doubtful


@moderating
def move(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    """Choose articles and where they belong; see what would become of both stories; say why, and do it."""
    story = standing(story_id)
    members = members_of(story)
    asked = request.POST.getlist("articles") or request.GET.getlist("article")
    chosen = [member for member in members if member.article_id in {parse_row_id(pk) for pk in asked}]
    given = request.POST.get("into", "").strip()
    into = story_addresses.story_at(given)
    if request.method == "POST" and not chosen:
        raise Refused("not_splittable", f"0 of {len(members)} articles")
    if "sure" in request.POST and (into is None or into == story):
        raise Refused("not_mergeable", f"into story {given[:200] or '?'}")
    if "sure" in request.POST and into:
        articles = [member.article_id for member in chosen]
        story_moderation.move(reader, story, into, articles, why=reason_of(request), now=timezone.now())
        said = gettext("Moved, and the history says so. Both clips will be rewritten within minutes.")
        tell(request, said, into)
        return redirect("web:story", into.pk)
    page: dict[str, Any] = {"story": story, "clip": clip_of(story), "members": members, "chosen": chosen}
    page |= {
        "doubtful": still_doubtful(members),
        "why": request.POST.get("why", ""),
        "given": given,
        "itself": into == story,
    }
    if into and into != story and chosen:
        return render(request, "web/move.html", page | _preview(story, into, chosen))
    page["found"] = story_addresses.called(given, besides=story.pk) if given and into is None else []
    page["likely"] = story_addresses.likely(story.pk)
    return render(request, "web/move-find.html", page)


@moderating
def add(request: HttpRequest, reader: Reader, story_id: int) -> HttpResponse:
    """Name an article by its address; what would become of this story and of the article's own is shown next."""
    into, given = standing(story_id), request.POST.get("url", "").strip()
    article = story_addresses.article_at(given) if given else 0
    member = Membership.objects.filter(article=article).select_related("article__publisher", "story").first()
    page: dict[str, Any] = {"story": into, "clip": clip_of(into), "given": given, "member": member}
    if member is None or member.story_id == into.pk:
        return render(request, "web/add-article.html", page)
    page |= {"story": member.story, "clip": clip_of(member.story), "chosen": [member], "why": ""}
    return render(request, "web/move.html", page | _preview(member.story, into, [member]))


def _preview(story: Story, into: Story, chosen: list[Membership]) -> dict[str, Any]:
    """What both stories would be: the articles that stay, and those of the other with the ones that join."""
    going = {member.article_id for member in chosen}
    counts = community.counts_of([story.pk, into.pk])
    return {
        "into": into,
        "into_clip": clip_of(into),
        "stay": [member for member in members_of(story) if member.article_id not in going],
        "together": sorted(
            [*members_of(into), *chosen], key=lambda row: (row.article.published or row.article.found_at, row.pk)
        ),
        "going": going,
        "comments": counts[story.pk].comments if story.pk in counts else 0,
    }
