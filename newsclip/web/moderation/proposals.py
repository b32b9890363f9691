"""Changes to stories that moderators are asked about: which two may tell one event, which article another one."""

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
from newsclip.community import queries as community
from newsclip.community.models import Action
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.pipeline import story_moderation
from newsclip.ranking import queries as ranking
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership
from newsclip.web.decorators import go_back, moderating
from newsclip.web.moderation.split_merge import standing

_MOST = 10  # of each
_LOOKED_AT = 100  # clips, the latest


@dataclass(frozen=True, slots=True)
class LikelyMerge:
    """Two clips that may be of one event: `one` would go into `other`; `shared`: what both tell of."""

    one: Clip
    other: Clip
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LikelySplit:
    """An article that may tell another event than the clip of its story."""

    member: Membership
    clip: Clip


def likely_merges() -> list[LikelyMerge]:
    """The likeliest first, without those that a moderator kept apart or made two of one."""
    pairs = ranking.close_pairs(list(clips.newest().select_related("story")[:_LOOKED_AT]))
    asked = {clip.story_id for one, other, _ in pairs for clip in (one, other)}
    apart = community.kept_apart(asked) | stories.parted_by_hand(asked)
    found = [
        LikelyMerge(min(one, other, key=_weight), max(one, other, key=_weight), shared)
        for one, other, shared in pairs
        if frozenset((one.story_id, other.story_id)) not in apart
    ]
    return found[:_MOST]


def _weight(clip: Clip) -> tuple[int, int]:
    """Smaller and later stories go into larger and earlier ones."""
    return clip.story.articles, -clip.story_id


def likely_splits() -> list[LikelySplit]:
    """What has least in common with its story first, without what a moderator kept or put there, or names the clip."""
    members = stories.least_in_common()
    asked = {one.story_id for one in members}
    kept = community.kept_in(asked) | stories.placed_by_hand(asked)
    open_ = [one for one in members if (one.story_id, one.article_id) not in kept]
    shown = clips.newest().filter(story__in={one.story_id for one in open_})
    by_story = {clip.story_id: clip for clip in shown}
    found = [LikelySplit(one, by_story[one.story_id]) for one in open_ if one.story_id in by_story]
    return [one for one in found if str(one.member.article) != one.clip.headline][:_MOST]


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
