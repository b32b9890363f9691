"""Keep a story's row in step with its memberships."""

from datetime import datetime, time
from typing import Any

from django.db.models import Count, Max, Min, Q
from django.db.models.functions import Coalesce

from newsclip.stories.models import Membership, Story, StoryEvent
from newsclip.stories.rules.phase import phase, told_between


def changed(story: Story, kind: str, detail: dict[str, Any], now: datetime) -> StoryEvent:
    """Recount the story's memberships, raise its version, log the event. `detail["articles"]` moved or changed."""
    when = Coalesce("article__published", "article__found_at")
    day = Q(article__published__time=time())  # as publication_times.is_day_only
    found = Membership.objects.filter(story=story).aggregate(
        articles=Count("pk"), reports=Count("report", distinct=True),
        first=Min(when, filter=~day), last=Max(when, filter=~day),
        first_day=Min(when, filter=day), last_day=Max(when, filter=day),
    )  # fmt: skip
    story.articles, story.reports = found["articles"], found["reports"]
    told = told_between((found["first"], found["last"]), (found["first_day"], found["last_day"]))
    if told:
        story.started_at, story.last_at = told
    story.phase = phase(story.started_at, story.last_at, now)
    if story.articles > 1 or kind != "started":
        story.version += 1
    story.save()
    return StoryEvent.objects.create(story=story, at=now, kind=kind, detail=detail)


def reports(story: Story) -> int:
    """The highest report number in this story; 0 if it has none."""
    return Membership.objects.filter(story=story).aggregate(most=Max("report"))["most"] or 0
