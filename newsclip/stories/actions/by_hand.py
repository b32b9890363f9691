"""Merge and split stories: logged, and reversible by each other."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from newsclip.kernel.reasons import Refused
from newsclip.stories.actions import turns
from newsclip.stories.actions.counting import changed
from newsclip.stories.models import Membership, Story


@transaction.atomic
def merge(story: Story, into: Story, *, now: datetime, by: str = "", receipt: Mapping[str, Any] | None = None) -> Story:
    """Move all of a story's articles into another, which it leads to from now on; the story they are in then.

    `by` names who did it, `receipt` says why where the index found that they are one.

    Merging again changes nothing. To take it back, split(event.detail["articles"], into, revive=story).
    """
    turns.lock()
    story, into = Story.objects.get(pk=story.pk), Story.objects.get(pk=into.pk)
    if story.merged_into_id == into.pk:
        return into
    if story == into or story.merged_into_id or into.merged_into_id:
        raise Refused("not_mergeable", f"story {story.pk} into story {into.pk}")
    moved = Membership.objects.filter(story=story)
    ids = list(moved.order_by("pk").values_list("article_id", flat=True))
    moved.update(story=into, report=F("report") + _reports(into))
    story.merged_into = into
    why = {"by": by, **({"receipt": dict(receipt)} if receipt else {})}
    changed(story, "merged", {"articles": ids, "into": into.pk, **why}, now)
    changed(into, "merged", {"articles": ids, "from": story.pk, **why}, now)
    return into


@transaction.atomic
def split(
    article_ids: Iterable[int], story: Story, *, now: datetime, by: str = "", revive: Story | None = None
) -> Story:
    """Move some of a story's articles into a story of their own; or back into one that was merged into it.

    Raises Refused("not_splittable") unless some, and not all, of the story's articles are named.
    """
    turns.lock()
    story = Story.objects.get(pk=story.pk)
    members = list(Membership.objects.filter(story=story, article__in=list(article_ids)).order_by("pk"))
    if not members or len(members) == story.articles or story.merged_into_id:
        raise Refused("not_splittable", f"{len(members)} of the {story.articles} articles of story {story.pk}")
    apart = _revived(revive, story) if revive else _new(story)
    _move(members, apart)
    ids = [member.article_id for member in members]
    changed(apart, "split", {"articles": ids, "from": story.pk, "by": by}, now)
    changed(story, "split", {"articles": ids, "into": apart.pk, "by": by}, now)
    return apart


def _revived(story: Story, merged_into: Story) -> Story:
    story = Story.objects.get(pk=story.pk)
    if story.merged_into_id != merged_into.pk:
        raise Refused("not_splittable", f"story {story.pk} was not merged into story {merged_into.pk}")
    story.merged_into = None
    return story


def _new(story: Story) -> Story:
    apart = Story.objects.create(started_at=story.started_at, last_at=story.last_at, language=story.language)
    apart.key = f"split-{apart.pk}"
    return apart


def _move(members: Sequence[Membership], apart: Story) -> None:
    """Reports keep together and are counted from 1; who stays behind is nobody's original here."""
    numbers: dict[int, int] = {}
    here = {member.article_id for member in members}
    for member in members:
        member.report = numbers.setdefault(member.report, len(numbers) + 1)
        member.story = apart
        if member.copy_of_id not in here:
            member.copy_of = None
    Membership.objects.bulk_update(members, ["report", "story", "copy_of"])


def _reports(story: Story) -> int:
    return Membership.objects.filter(story=story).aggregate(most=Max("report"))["most"] or 0
