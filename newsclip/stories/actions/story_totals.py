"""Keep a story's row in step with its memberships."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min
from django.db.models.functions import Coalesce

from newsclip.stories.models import Membership, Story, StoryEvent
from newsclip.stories.rules.phase import phase


def changed(story: Story, kind: str, detail: dict[str, Any], now: datetime) -> StoryEvent:
    """Recount the story's memberships, raise its version, log the event. `detail["articles"]` moved or changed."""
    when = Coalesce("article__published", "article__found_at")
    found = Membership.objects.filter(story=story).aggregate(
        articles=Count("pk"), reports=Count("report", distinct=True), first=Min(when), last=Max(when)
    )
    story.articles, story.reports = found["articles"], found["reports"]
    if found["articles"]:
        story.started_at, story.last_at = found["first"], found["last"]
    story.phase = phase(story.started_at, story.last_at, now)
    if story.articles > 1 or kind != "started":
        story.version += 1
    story.save()
    return StoryEvent.objects.create(story=story, at=now, kind=kind, detail=detail)


def reports(story: Story) -> int:
    """The highest report number in this story; 0 if it has none."""
    return Membership.objects.filter(story=story).aggregate(most=Max("report"))["most"] or 0
