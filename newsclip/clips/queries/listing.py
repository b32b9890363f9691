"""Which clips lists show."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from newsclip.clips.models import Clip
from newsclip.stories.models import Membership, Story


def listed() -> "QuerySet[Clip]":
    """Clips that lists show: not withdrawn, not taken out, not of a story that was merged into another."""
    # Asked of each clip: joined, SQLite walks through all stories that are not merged to find thirty clips.
    merged = Story.objects.filter(pk=OuterRef("story")).exclude(merged_into=None)
    return Clip.objects.filter(~Exists(merged), state=Clip.State.PUBLISHED, hidden=False)


def is_listed(clip: Clip) -> bool:
    return clip.state == Clip.State.PUBLISHED and not clip.hidden and clip.story.merged_into_id is None


def disagreeing() -> "QuerySet[Clip]":
    """Listed clips whose reports differ, the latest first, with their documents."""
    return listed().filter(disagreements__gt=0).order_by("-published", "-pk")


def published_since(clip_ids: Collection[int], moment: datetime) -> int:
    """How many of these clips were first published after this moment."""
    return Clip.objects.filter(pk__in=clip_ids, published__gt=moment).count() if clip_ids else 0


def listed_by_article(article_ids: Collection[int]) -> dict[int, Clip]:
    """By article the clip of its story, without its document; none for an article of no story, or of no listed clip."""
    stories = dict(Membership.objects.filter(article__in=article_ids).values_list("article", "story"))
    by_story = {clip.story_id: clip for clip in listed().filter(story__in=set(stories.values())).defer("document")}
    return {article: by_story[story] for article, story in stories.items() if story in by_story}
