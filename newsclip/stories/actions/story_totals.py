"""Keep a story's row in step with its memberships."""

from datetime import datetime, time
from typing import Any

from django.db.models import Count, Max, Min, Q
from django.db.models.functions import Coalesce

from newsclip.kernel.publication_times import is_day_only
from newsclip.stories.models import Membership, Story, StoryEvent
from newsclip.stories.rules.phase import phase, told_between

_MANY, _EACH = 500, 50  # a story of so many articles is counted anew at every fiftieth that joins it


def grown(story: Story, member: Membership, when: datetime, now: datetime) -> StoryEvent:
    """As `changed`, by one article that joined: to count ten thousand for each of ten thousand takes twice its time."""
    detail = {"articles": [member.article_id], "report": member.report}
    a_day = any(map(is_day_only, (when, story.started_at, story.last_at)))  # which yields to a time that lies in it
    if a_day or story.articles < _MANY or story.articles % _EACH == 0:
        return changed(story, "joined", detail, now)
    story.articles += 1
    story.reports += member.copy_of_id is None
    story.started_at, story.last_at = min(story.started_at, when), max(story.last_at, when)
    return _logged(story, "joined", detail, now)


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
    return _logged(story, kind, detail, now)


def _logged(story: Story, kind: str, detail: dict[str, Any], now: datetime) -> StoryEvent:
    story.phase = phase(story.started_at, story.last_at, now)
    if story.articles > 1 or kind != "started":
        story.version += 1
    story.save()
    event: StoryEvent = StoryEvent.objects.create(story=story, at=now, kind=kind, detail=detail)
    return event


def reports(story: Story) -> int:
    """The highest report number in this story; 0 if it has none."""
    return Membership.objects.filter(story=story).aggregate(most=Max("report"))["most"] or 0
